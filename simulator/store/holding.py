"""Holds a finished talk's row while something is written of it."""

from typing import Final

from sqlalchemy import Connection, select

from simulator.errors import AttemptError
from simulator.store.serialising import storable
from simulator.store.tables import attempts

UNKNOWN: Final = "There is no such talk here. Look for it under History, or start a new one."


def finished_talk(connection: Connection, attempt_id: str) -> None:
    """Hold the talk's row, so that nothing else is written of it meanwhile; AttemptError if it is not there or not finished."""
    this = select(attempts.c.finished_at).where(attempts.c.id == storable(attempt_id)).with_for_update()
    row = connection.execute(this).one_or_none()
    if row is None or row.finished_at is None:
        raise AttemptError(UNKNOWN if row is None else "This talk is still going on; it is scored when you end it.")
