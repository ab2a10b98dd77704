"""Keeps attempts in a SQL database: SQLite or PostgreSQL."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError

from simulator.attempt import Attempt
from simulator.conversation import Conversation, Speaker, Turn
from simulator.errors import AttemptError
from simulator.evaluation.scorecard import Scorecard
from simulator.state import RepState
from simulator.store.database import connect, mapped
from simulator.store.tables import attempts, scorecards, turns

_STATE: TypeAdapter[RepState] = TypeAdapter(RepState)
_SCORECARD: TypeAdapter[Scorecard] = TypeAdapter(Scorecard)


class SqlRepository:
    """An `attempt.Repository`. Safe to share between threads; every call is one transaction.

    NUL characters, which PostgreSQL cannot store, are kept as U+FFFD on both databases.
    """

    def __init__(self, address: str) -> None:
        """Open the database at a SQLAlchemy address.

        Raises:
            StoreError: it cannot be opened; nothing was deleted.
        """
        self._url = make_url(address)
        self._engine = connect(address)

    def add(self, attempt: Attempt) -> None:
        """Keep a new attempt with its turns."""
        with self._transaction() as connection:
            try:
                connection.execute(insert(attempts).values(_attempt_row(attempt)))
            except IntegrityError as error:
                raise AttemptError("A talk with this id is kept already. Start a new one.") from error
            if attempt.conversation.turns:
                connection.execute(insert(turns), [_turn_row(attempt.id, turn) for turn in attempt.conversation])
            if attempt.scorecard and attempt.finished_at:
                connection.execute(insert(scorecards).values(_scorecard_row(attempt.id, attempt.finished_at, attempt.scorecard)))

    def get(self, attempt_id: str) -> Attempt:
        """The attempt of that id."""
        with self._transaction(writes=False) as connection:
            found = _load(connection, [attempt_id[:64]])
        if not found:
            raise AttemptError("There is no such talk here. Look for it under History, or start a new one.")
        return found[0]

    def add_turn(self, attempt_id: str, turn: Turn, state: RepState | None = None) -> None:
        """Append a turn, and with a rep's turn the state it left the rep in."""
        with self._transaction() as connection:
            row = connection.execute(select(attempts.c.finished_at).where(attempts.c.id == attempt_id)).one_or_none()
            if row is None:
                raise AttemptError("There is no such talk here. Look for it under History, or start a new one.")
            if row.finished_at is not None:
                raise AttemptError("This talk is over and scored. Its debrief is under History; start a new talk to go on practising.")
            try:
                connection.execute(insert(turns).values(_turn_row(attempt_id, turn)))
            except IntegrityError as error:
                raise AttemptError("This talk went on in another window. Open it again to see its last words; nothing was lost.") from error
            if state is not None:
                connection.execute(update(attempts).where(attempts.c.id == attempt_id).values(state=_json(_STATE, state)))

    def finish(self, attempt_id: str, at: datetime, scorecard: Scorecard) -> None:
        """Close the attempt with its scorecard."""
        with self._transaction() as connection:
            open_ = (attempts.c.id == attempt_id) & attempts.c.finished_at.is_(None)
            if connection.execute(update(attempts).where(open_).values(finished_at=at)).rowcount != 1:
                raise AttemptError("This talk is over already, or there is no such talk. Look for it under History.")
            connection.execute(insert(scorecards).values(_scorecard_row(attempt_id, at, scorecard)))

    def all(self) -> tuple[Attempt, ...]:
        """Every attempt, the newest first."""
        with self._transaction(writes=False) as connection:
            return tuple(_load(connection, None))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, *, writes: bool = True) -> Iterator[Connection]:
        with mapped(self._url), self._engine.connect().execution_options(writes=writes) as connection, connection.begin():
            yield connection


def _load(connection: Connection, ids: list[str] | None) -> list[Attempt]:
    """Attempts with their turns and newest scorecards, in three queries whatever their number."""
    rows = connection.execute(_only(select(attempts).order_by(attempts.c.started_at.desc(), attempts.c.id), attempts.c.id, ids)).all()
    talks: dict[str, list[Turn]] = {}
    for row in connection.execute(_only(select(turns).order_by(turns.c.number), turns.c.attempt_id, ids)):
        talks.setdefault(row.attempt_id, []).append(_turn(row))
    bodies = {
        row.attempt_id: row.body
        for row in connection.execute(_only(select(scorecards).order_by(scorecards.c.id), scorecards.c.attempt_id, ids))
    }
    return [_attempt(row, talks.get(row.id, []), bodies.get(row.id)) for row in rows]


def _only(query: Any, column: Any, ids: list[str] | None) -> Any:
    return query if ids is None else query.where(column.in_(ids))


def _attempt(row: Row[Any], talk: list[Turn], scorecard: Mapping[str, Any] | None) -> Attempt:
    return Attempt(
        id=row.id,
        scenario_id=row.scenario_id,
        scenario_version=row.scenario_version,
        scenario_title=row.scenario_title,
        player=row.player,
        started_at=row.started_at,
        state=_STATE.validate_python(row.state),
        conversation=Conversation(turns=tuple(talk)),
        finished_at=row.finished_at,
        scorecard=_SCORECARD.validate_python(scorecard) if scorecard is not None else None,
    )


def _turn(row: Row[Any]) -> Turn:
    return Turn(number=row.number, speaker=Speaker(row.speaker), text=row.text, said_at=row.said_at, voice=row.voice, note=row.note)


def _attempt_row(attempt: Attempt) -> dict[str, Any]:
    return {
        "id": attempt.id,
        "scenario_id": attempt.scenario_id,
        "scenario_version": attempt.scenario_version,
        "scenario_title": attempt.scenario_title,
        "player": _storable(attempt.player),
        "started_at": attempt.started_at,
        "finished_at": attempt.finished_at,
        "state": _json(_STATE, attempt.state),
    }


def _turn_row(attempt_id: str, turn: Turn) -> dict[str, Any]:
    return {
        "attempt_id": attempt_id,
        "number": turn.number,
        "speaker": turn.speaker.value,
        "text": _storable(turn.text),
        "said_at": turn.said_at,
        "voice": turn.voice,
        "note": _storable(turn.note),
    }


def _scorecard_row(attempt_id: str, at: datetime, scorecard: Scorecard) -> dict[str, Any]:
    return {"attempt_id": attempt_id, "created_at": at, "body": _json(_SCORECARD, scorecard)}


def _json(adapter: TypeAdapter[Any], value: Any) -> Any:
    return _plain(adapter.dump_python(value, mode="json"))


def _plain(value: Any) -> Any:
    """JSON values with every text storable."""
    if isinstance(value, str):
        return _storable(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def _storable(text: str) -> str:
    """Text that every database takes: no NUL, no half of a surrogate pair."""
    return text.replace("\x00", "�").encode("utf-8", "replace").decode("utf-8")
