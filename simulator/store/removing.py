"""Removes talks with all that hangs on them."""

from sqlalchemy import ColumnElement, Connection, delete, select

from simulator.store.tables import answers, attempts, corrections, scorecards, turns


def removed_talks(connection: Connection, those: ColumnElement[bool]) -> int:
    """Remove these rows of `attempts`, their turns, scorecards and corrections, and all models' answers; returns how many talks it were.

    What is left of them in SQLite's log goes with `database.written_back`, after the transaction.
    """
    ids = select(attempts.c.id).where(those)
    for table in (corrections, scorecards, turns):
        connection.execute(delete(table).where(table.c.attempt_id.in_(ids)))
    count = connection.execute(delete(attempts).where(those)).rowcount
    if count:
        connection.execute(delete(answers))  # they quote what was said, and do not say in which talk
    return count
