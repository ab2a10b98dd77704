"""Keeps attempts in a SQL database: SQLite or PostgreSQL."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, func, insert, or_, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from simulator.conversation import Coded, Turn
from simulator.errors import AttemptError, ScenarioError
from simulator.evaluation.corrections import Correction
from simulator.evaluation.review import Review
from simulator.evaluation.scorecard import Estimate, OneThing, Scorecard
from simulator.people.person import Person, name_key
from simulator.practice.attempt import EVERY, FREE, Attempt, Listed, Rules, Selection, Summary, held_by
from simulator.scenario.model import Scenario
from simulator.scenario.text import ScenarioText, scenario_of, text_of
from simulator.state import RepState
from simulator.store import serialising
from simulator.store.address import located
from simulator.store.database import engine_of, transaction, written_back
from simulator.store.errors import mapped, readable
from simulator.store.holding import UNKNOWN, finished_talk
from simulator.store.removing import removed_talks
from simulator.store.serialising import storable
from simulator.store.tables import attempts, corrections, reviews, scenario_texts, scorecards, turns, workshops
from simulator.workshop.room import Round

_AT_ONCE: Final = 20
"""Talks in memory while all are gone through."""
_NEWEST_FIRST: Final = (attempts.c.started_at.desc(), attempts.c.id)
_SUMMARISED: Final[tuple[Any, ...]] = (
    attempts.c.scenario_id,
    attempts.c.started_at,
    attempts.c.source,
    scorecards.c.id.label("card"),
    scorecards.c.score,
    scorecards.c.levels,
    scorecards.c.figures,
    scorecards.c.labeller_version,
    scorecards.c.measures_version,
    scorecards.c.codebook_version,
)
_HOLDING: Final = select(workshops.c.id).where(workshops.c.scores_held, ~workshops.c.scores_opened)


class SqlRepository:
    """An `attempt.Repository`. Safe to share between threads; every call is one transaction.

    Text that a database cannot take is kept in a form it can: see `serialising.storable`. It is the same on both.
    """

    def __init__(self, address: str) -> None:
        """Open the database at a SQLAlchemy address.

        Raises:
            StoreError: it cannot be opened; nothing was deleted.
        """
        self._url = located(address)
        self._engine = engine_of(self._url)
        self._scenario = lru_cache(maxsize=64)(self._read_scenario)

    def add(self, attempt: Attempt, scenario: Scenario | None = None) -> None:
        """Keep a new attempt with its turns, and the text of its scenario; AttemptError if one of that id is there."""
        with self._writing() as connection:
            if scenario:
                _keep_text(connection, text_of(scenario))
            try:
                connection.execute(insert(attempts).values(serialising.attempt_row(attempt)))
            except IntegrityError as error:
                raise AttemptError("A talk with this id is kept already. Start a new one.") from error
            if attempt.conversation.turns:
                connection.execute(insert(turns), self._turn_rows(connection, attempt))
            if attempt.scorecard and attempt.finished_at:
                connection.execute(insert(scorecards).values(serialising.scorecard_row(attempt.id, attempt.finished_at, attempt.scorecard)))

    def _turn_rows(self, connection: Connection, attempt: Attempt) -> list[dict[str, Any]]:
        """The attempt's turns, the states of those it shares with the talk it came from, and its own state with its last."""
        shared = select(turns.c.number, turns.c.state).where(turns.c.attempt_id == storable(attempt.branch_of))
        states = {row.number: row.state for row in connection.execute(shared)} if attempt.branch_of else {}
        states[attempt.conversation.turns[-1].number] = serialising.state_json(attempt.state)
        return [{**serialising.turn_row(attempt.id, turn), "state": states.get(turn.number)} for turn in attempt.conversation]

    def scenario(self, text: str) -> Scenario:
        """The scenario whose text has that hash, the latest at hand; ScenarioError if it is not kept or cannot be read."""
        return self._scenario(text)

    def _read_scenario(self, text: str) -> Scenario:
        with self._reading() as connection:
            row = connection.execute(select(scenario_texts).where(scenario_texts.c.hash == storable(text))).one_or_none()
        if row is None:
            raise ScenarioError("The scenario's text that this talk was held with is not kept here.")
        return scenario_of(ScenarioText(hash=row.hash, schema=row.schema, body=row.body))

    def link(self, scenarios: Iterable[Scenario]) -> None:
        """Have attempts that know no text point to that of the scenario with their id and version."""
        unlinked = select(attempts.c.scenario_id, attempts.c.scenario_version).where(attempts.c.scenario_text.is_(None)).distinct()
        with self._reading() as connection:
            wanted = {(row.scenario_id, row.scenario_version) for row in connection.execute(unlinked)}
        found = [one for one in scenarios if (one.id, one.version) in wanted]
        if not found:
            return
        with self._writing() as connection:
            for one in found:
                text = text_of(one)
                _keep_text(connection, text)
                theirs = (attempts.c.scenario_id == one.id) & (attempts.c.scenario_version == one.version)
                connection.execute(update(attempts).where(theirs, attempts.c.scenario_text.is_(None)).values(scenario_text=text.hash))

    def state_after(self, attempt_id: str, number: int) -> RepState | None:
        """How that rep turn left the rep; None where it was not kept."""
        query = select(turns.c.state).where(turns.c.attempt_id == storable(attempt_id), turns.c.number == number)
        with self._reading() as connection, readable(self._url):
            values = connection.execute(query).scalar_one_or_none()
            return None if values is None else serialising.state(values)

    def get(self, attempt_id: str) -> Attempt:
        """The attempt of that id; AttemptError if there is none."""
        with self._reading() as connection, readable(self._url):
            found = _load(connection, _of(storable(attempt_id)))
        if not found:
            raise AttemptError(UNKNOWN)
        return found[0]

    def add_turn(self, attempt_id: str, turn: Turn, state: RepState | None = None) -> None:
        """Append a turn, and with a rep's turn the state it left the rep in.

        Raises:
            AttemptError: that turn number is taken, the talk is finished, or there is no such talk.
        """
        this = attempts.c.id == storable(attempt_id)
        with self._writing() as connection:
            # The row is held, so that a talk finished at this very moment in another window takes no turn after it.
            row = connection.execute(select(attempts.c.finished_at).where(this).with_for_update()).one_or_none()
            if row is None:
                raise AttemptError(UNKNOWN)
            if row.finished_at is not None:
                raise AttemptError("This talk is over and scored. Its debrief is under History; start a new talk to go on practising.")
            try:
                values = None if state is None else serialising.state_json(state)
                connection.execute(insert(turns).values(**serialising.turn_row(attempt_id, turn), state=values))
            except IntegrityError as error:
                raise AttemptError("This talk went on in another window. Open it again to see its last words; nothing was lost.") from error
            if state is not None:
                connection.execute(update(attempts).where(this).values(state=values))

    def keep_coded(self, attempt_id: str, coded: Mapping[int, Coded]) -> None:
        """Keep what a labeller made of turns, by their numbers."""
        this = (turns.c.attempt_id == storable(attempt_id)) & (turns.c.number == bindparam("turn"))
        rows = [{"turn": number, "made": serialising.coded_json(one)} for number, one in coded.items()]
        with self._writing() as connection:
            connection.execute(update(turns).where(this).values(coded=bindparam("made", type_=turns.c.coded.type)), rows)

    def finish(self, attempt_id: str, at: datetime, scorecard: Scorecard, estimate: Estimate | None = None) -> None:
        """Close the attempt with its scorecard; AttemptError if it is closed already or there is none."""
        with self._writing() as connection:
            open_ = (attempts.c.id == storable(attempt_id)) & attempts.c.finished_at.is_(None)
            if connection.execute(update(attempts).where(open_).values(finished_at=at, **serialising.estimate_row(estimate))).rowcount != 1:
                raise AttemptError("This talk is over already, or there is no such talk. Look for it under History.")
            connection.execute(insert(scorecards).values(serialising.scorecard_row(attempt_id, at, scorecard)))

    def rescore(self, attempt_id: str, at: datetime, scorecard: Scorecard, correction: Correction | None = None) -> None:
        """Put a newer scorecard on top, with the correction that made it so; AttemptError if the talk is not there or not finished."""
        with self._writing() as connection:
            finished_talk(connection, attempt_id)
            if correction:
                connection.execute(insert(corrections).values(serialising.correction_row(attempt_id, at, correction)))
            connection.execute(insert(scorecards).values(serialising.scorecard_row(attempt_id, at, scorecard)))

    def propose(self, attempt_id: str, at: datetime, correction: Correction) -> None:
        """Keep a correction that does not count as yet; AttemptError if the talk is not there or not finished."""
        with self._writing() as connection:
            finished_talk(connection, attempt_id)
            connection.execute(insert(corrections).values(serialising.correction_row(attempt_id, at, correction)))

    def scorecards(self, attempt_id: str) -> tuple[tuple[datetime, Scorecard], ...]:
        """Every scorecard of the attempt, the oldest first."""
        query = (
            select(scorecards.c.created_at, scorecards.c.body)
            .where(scorecards.c.attempt_id == storable(attempt_id))
            .order_by(scorecards.c.id)
        )
        with self._reading() as connection, readable(self._url):
            return tuple((row.created_at, serialising.scorecard(row.body)) for row in connection.execute(query))

    def owner(self, attempt_id: str) -> str:
        """The id of whose talk it is; AttemptError if there is no such talk."""
        with self._reading() as connection:
            found = connection.execute(select(attempts.c.owner).where(attempts.c.id == storable(attempt_id))).scalar_one_or_none()
        if found is None:
            raise AttemptError(UNKNOWN)
        return str(found)

    def listed(self, *, limit: int | None = None, offset: int = 0, of: Selection = EVERY, finished: bool = False) -> Listed:
        """Attempts, the newest first, some or all of them; what cannot be read is named, and the others come all the same."""
        chosen = select(attempts).where(_meant(of)).order_by(*_NEWEST_FIRST).limit(limit).offset(offset)
        if finished:
            chosen = chosen.where(attempts.c.finished_at.is_not(None))
        with self._reading() as connection:
            return _listed(connection, chosen)

    def each(self, unreadable: Callable[[str], None], of: Selection = EVERY) -> Iterator[Attempt]:
        """All these attempts as of one moment, the newest first; `unreadable` is told the ids of those that cannot be read."""
        ids = select(attempts.c.id).where(_meant(of)).order_by(*_NEWEST_FIRST)
        with self._reading() as connection:
            for some in connection.execute(ids, execution_options={"yield_per": _AT_ONCE}).scalars().partitions():
                found = _listed(connection, select(attempts).where(attempts.c.id.in_(some)).order_by(*_NEWEST_FIRST))
                for name in found.unreadable:
                    unreadable(name)
                yield from found.attempts
                del found  # before the next come

    def summaries(self, of: Selection, limit: int) -> tuple[Summary, ...]:
        """The latest finished ones, the newest first, without their words."""
        theirs = _meant(of) & attempts.c.finished_at.is_not(None)
        latest = select(attempts.c.id).where(theirs).order_by(*_NEWEST_FIRST).limit(limit)
        newest = select(func.max(scorecards.c.id)).where(scorecards.c.attempt_id.in_(latest)).group_by(scorecards.c.attempt_id)
        query = (
            select(*_SUMMARISED)
            .join(scorecards, scorecards.c.attempt_id == attempts.c.id)
            .where(scorecards.c.id.in_(newest))
            .order_by(*_NEWEST_FIRST)
        )
        with self._reading() as connection:
            return tuple(one for row in connection.execute(query).all() if (one := _summary(connection, row)))

    def one_thing_before(self, attempt: Attempt) -> OneThing | None:
        """The one thing to do next of the player's latest finished talk that began before this one."""
        theirs = _meant(held_by(attempt.owner, attempt.player)) & attempts.c.finished_at.is_not(None)
        earlier = theirs & (attempts.c.started_at < attempt.started_at) & (attempts.c.id != storable(attempt.id))
        talk = select(attempts.c.id).where(earlier).order_by(*_NEWEST_FIRST).limit(1)
        query = select(scorecards.c.body).where(scorecards.c.attempt_id.in_(talk)).order_by(scorecards.c.id.desc()).limit(1)
        with self._reading() as connection:
            return serialising.one_thing_of(connection.execute(query).scalar_one_or_none())

    def delete(self, attempt_id: str) -> None:
        """Remove the talk for good, and every model's answer that is kept; AttemptError if there is none.

        In SQLite what was removed is overwritten in the file (`secure_delete`) and in the log beside it. PostgreSQL drops it with its next
        vacuum.
        """
        if not self._removed(attempts.c.id == storable(attempt_id)):
            raise AttemptError(UNKNOWN)

    def forget(self, of: Selection) -> int:
        """Remove all these talks for good, as `delete` does; returns how many there were."""
        return self._removed(_meant(of))

    def expire(self, before: datetime) -> int:
        """Remove talks whose last word, or whose end, is older than that, as `delete` does; returns how many there were."""
        later = select(turns.c.attempt_id).where(turns.c.said_at >= before)
        old = func.coalesce(attempts.c.finished_at, attempts.c.started_at) < before
        return self._removed(old & or_(attempts.c.finished_at.is_not(None), attempts.c.id.not_in(later)))

    def _removed(self, those: ColumnElement[bool]) -> int:
        with self._writing() as connection:
            count = removed_talks(connection, those)
        if count:
            with mapped(self._url):
                written_back(self._engine)
        return count

    def give(self, attempt_id: str, to: Person) -> None:
        """Make a talk, and what was tried again from it, that person's; AttemptError if there is no such talk."""
        name, owner = storable(attempt_id), self.owner(attempt_id)
        those = and_(or_(attempts.c.id == name, attempts.c.branch_of == name), attempts.c.owner == owner)
        values = {"owner": to.id, "player": storable(to.name), "player_key": name_key(to.name)} if to.name else {"owner": to.id}
        with self._writing() as connection:
            connection.execute(update(attempts).where(those).values(values))

    def brought(self, hash: str, of: Selection = EVERY) -> str:
        """The id of the real talk whose file had this hash, the newest; empty where there is none."""
        query = select(attempts.c.id).where(attempts.c.source_hash == storable(hash), _meant(of)).order_by(*_NEWEST_FIRST).limit(1)
        with self._reading() as connection:
            return connection.execute(query).scalar_one_or_none() or ""

    def count(self, of: Selection = EVERY) -> int:
        """How many attempts are kept."""
        with self._reading() as connection:
            return connection.execute(select(func.count()).select_from(attempts).where(_meant(of))).scalar_one()

    def played(self, of: Selection) -> frozenset[str]:
        """Ids of the scenarios that a talk was begun in."""
        with self._reading() as connection:
            query = select(attempts.c.scenario_id).where(_meant(of)).distinct()
            return frozenset(connection.execute(query).scalars())

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _writing(self) -> AbstractContextManager[Connection]:
        return transaction(self._engine, writes=True)

    def _reading(self) -> AbstractContextManager[Connection]:
        """An attempt, its turns and its state belong together: they are seen as of one moment."""
        return transaction(self._engine, writes=False)


def _keep_text(connection: Connection, text: ScenarioText) -> None:
    """Keep a text; what is there already stays, also where another process puts it there at this moment."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(scenario_texts).values(hash=text.hash, schema=text.schema, body=text.body).on_conflict_do_nothing())


def _meant(of: Selection) -> ColumnElement[bool]:
    """What a row of `attempts` has to be to be one of these."""
    return and_(
        true() if of.owner is None else attempts.c.owner == storable(of.owner),
        true() if of.key is None else attempts.c.player_key == storable(of.key),
        true() if of.workshop is None else attempts.c.workshop == storable(of.workshop),
        true() if of.since is None else attempts.c.started_at >= of.since,
        true() if of.until is None else attempts.c.started_at < of.until,
        or_(attempts.c.workshop.is_(None), attempts.c.workshop.not_in(_HOLDING)) if of.opened else true(),
    )


def _of(attempt_id: str) -> Select[Any]:
    return select(attempts).where(attempts.c.id == attempt_id)


def _load(connection: Connection, chosen: Select[Any]) -> list[Attempt]:
    """The chosen attempts, whole, with their newest scorecards, in five queries whatever their number; ValueError if one is unreadable."""
    ids = select(chosen.subquery().c.id)
    newest = select(func.max(scorecards.c.id)).where(scorecards.c.attempt_id.in_(ids)).group_by(scorecards.c.attempt_id)
    found = connection.execute(chosen).all()
    talks: dict[str, list[Turn]] = {}
    for row in connection.execute(select(turns).where(turns.c.attempt_id.in_(ids)).order_by(turns.c.number)):
        talks.setdefault(row.attempt_id, []).append(serialising.turn(row))
    bodies = {
        row.attempt_id: row.body
        for row in connection.execute(select(scorecards.c.attempt_id, scorecards.c.body).where(scorecards.c.id.in_(newest)))
    }
    put_right: dict[str, list[Correction]] = {}
    for row in connection.execute(select(corrections).where(corrections.c.attempt_id.in_(ids)).order_by(corrections.c.id)):
        put_right.setdefault(row.attempt_id, []).append(serialising.correction(row))
    signed = select(reviews).where(reviews.c.attempt_id.in_(ids), reviews.c.signed_at.is_not(None)).order_by(reviews.c.id)
    reviewed: dict[str, list[Review]] = {}
    for row in connection.execute(signed):
        reviewed.setdefault(row.attempt_id, []).append(serialising.review(row))
    set_there = _rules(connection, {row.workshop for row in found if row.workshop})
    return [
        serialising.attempt(
            row,
            talks.get(row.id, []),
            bodies.get(row.id),
            put_right.get(row.id, ()),
            reviewed.get(row.id, ()),
            set_there.get(row.workshop, FREE),
        )
        for row in found
    ]


def _rules(connection: Connection, ids: Set[str]) -> dict[str, Rules]:
    """What these workshops set just now."""
    if not ids:
        return {}
    return {
        row.id: Rules(
            held_back=row.scores_held and not row.scores_opened,
            paused_until=row.ends_at if row.round == Round.PAUSED else None,
            nudges=row.nudges,
            names=row.names,
        )
        for row in connection.execute(select(workshops).where(workshops.c.id.in_(ids)))
    }


def _summary(connection: Connection, row: Row[Any]) -> Summary | None:
    """The summary of a scorecard, from its body where none stands beside it; None where neither can be read."""
    try:
        if row.levels is not None and row.figures is not None:
            return serialising.summary(row)
        return serialising.summary(row, connection.execute(select(scorecards.c.body).where(scorecards.c.id == row.card)).scalar_one())
    except ValueError:
        return None


def _listed(connection: Connection, chosen: Select[Any]) -> Listed:
    """The chosen attempts; where one cannot be read, each is read by itself, so that it stops no other."""
    with suppress(ValueError):
        return Listed(attempts=tuple(_load(connection, chosen)))
    ids = [row.id for row in connection.execute(chosen.with_only_columns(attempts.c.id))]
    found: list[Attempt] = []
    unreadable: list[str] = []
    for name in ids:
        try:
            found += _load(connection, _of(name))
        except ValueError:
            unreadable.append(name)
    return Listed(attempts=tuple(found), unreadable=tuple(unreadable))
