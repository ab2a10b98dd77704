"""Keeps workshops in the product's database."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, and_, delete, func, insert, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from simulator.errors import WorkshopError
from simulator.store.address import located
from simulator.store.database import engine_of, transaction, written_back
from simulator.store.errors import mapped
from simulator.store.removing import removed_talks
from simulator.store.scored import SCORED, scored_talk
from simulator.store.serialising import storable
from simulator.store.tables import attempts, members, scorecards, turns, workshops
from simulator.workshop.room import Member, RoomTalk, Round, Workshop
from simulator.workshop.scored import ScoredTalk

_UNKNOWN: Final = "There is no such workshop here any more."


class SqlWorkshops:
    """A `workshop.room.Workshops`. Safe to share between threads."""

    def __init__(self, address: str) -> None:
        """Open the database at a SQLAlchemy address; StoreError if it cannot be."""
        self._url = located(address)
        self._engine = engine_of(self._url)

    def keep(self, workshop: Workshop, now: datetime) -> bool:
        """Keep a new one; False where a workshop that has not ended has its code. One that has ended lets go of the code."""
        with transaction(self._engine, writes=True) as connection:
            over = (workshops.c.code == workshop.code) & (workshops.c.ends_at <= now)
            connection.execute(update(workshops).where(over).values(code=None))
            try:
                with connection.begin_nested():
                    connection.execute(insert(workshops).values(_row_of(workshop)))
            except IntegrityError:
                return False
        return True

    def change(self, workshop: Workshop) -> None:
        """Keep its settings as they are now; WorkshopError if there is none of that id."""
        values = {name: value for name, value in _row_of(workshop).items() if name not in {"id", "code"}}
        with transaction(self._engine, writes=True) as connection:
            if not connection.execute(update(workshops).where(workshops.c.id == workshop.id).values(values)).rowcount:
                raise WorkshopError(_UNKNOWN)

    def workshop(self, workshop_id: str) -> Workshop:
        """The one of that id; WorkshopError if there is none."""
        with transaction(self._engine, writes=False) as connection:
            row = connection.execute(select(workshops).where(workshops.c.id == storable(workshop_id))).one_or_none()
        if row is None:
            raise WorkshopError(_UNKNOWN)
        return _workshop(row)

    def with_code(self, code: str, now: datetime) -> Workshop | None:
        """The one that this code opens now."""
        theirs = and_(workshops.c.code == storable(code), workshops.c.starts_at <= now, workshops.c.ends_at > now)
        with transaction(self._engine, writes=False) as connection:
            row = connection.execute(select(workshops).where(theirs)).one_or_none()
        return _workshop(row) if row else None

    def made_by(self, person_id: str | None = None) -> tuple[Workshop, ...]:
        """Those that somebody made, or all, the newest first."""
        theirs = true() if person_id is None else workshops.c.made_by == storable(person_id)
        query = select(workshops).where(theirs).order_by(workshops.c.starts_at.desc(), workshops.c.id)
        with transaction(self._engine, writes=False) as connection:
            return tuple(map(_workshop, connection.execute(query)))

    def of_member(self, person_id: str, now: datetime) -> Workshop | None:
        """The live one that somebody is in and joined last."""
        live = and_(workshops.c.starts_at <= now, workshops.c.ends_at > now)
        theirs = and_(members.c.person == storable(person_id), members.c.removed_at.is_(None), live)
        query = select(workshops).join(members, members.c.workshop == workshops.c.id).where(theirs)
        with transaction(self._engine, writes=False) as connection:
            row = connection.execute(query.order_by(members.c.joined_at.desc(), workshops.c.id).limit(1)).one_or_none()
        return _workshop(row) if row else None

    def join(self, workshop_id: str, person_id: str, at: datetime) -> Member:
        """Let somebody in; who is known already stays as they are."""
        who = {"workshop": storable(workshop_id), "person": storable(person_id)}
        this = and_(members.c.workshop == who["workshop"], members.c.person == who["person"])
        with transaction(self._engine, writes=True) as connection:
            dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
            connection.execute(dialect.insert(members).values(**who, joined_at=at).on_conflict_do_nothing())
            return _member(connection.execute(select(members).where(this)).one())

    def remove(self, workshop_id: str, person_ids: Iterable[str], at: datetime) -> None:
        """Send people out; their talks stay."""
        those = and_(members.c.workshop == storable(workshop_id), members.c.person.in_([storable(one) for one in person_ids]))
        with transaction(self._engine, writes=True) as connection:
            connection.execute(update(members).where(those, members.c.removed_at.is_(None)).values(removed_at=at))

    def members(self, workshop_id: str) -> tuple[Member, ...]:
        """Everybody who came, the first first."""
        query = select(members).where(members.c.workshop == storable(workshop_id)).order_by(members.c.joined_at, members.c.person)
        with transaction(self._engine, writes=False) as connection:
            return tuple(map(_member, connection.execute(query)))

    def talks(self, workshop_id: str) -> tuple[RoomTalk, ...]:
        """Its talks, from the columns beside the scorecards: no body is read."""
        theirs = and_(attempts.c.workshop == storable(workshop_id), attempts.c.branch_of == "")
        ids = select(attempts.c.id).where(theirs)
        said = (
            select(turns.c.attempt_id, func.max(turns.c.said_at, type_=turns.c.said_at.type).label("at"))
            .where(turns.c.attempt_id.in_(ids))
            .group_by(turns.c.attempt_id)
            .subquery()
        )
        newest = select(func.max(scorecards.c.id)).where(scorecards.c.attempt_id.in_(ids)).group_by(scorecards.c.attempt_id)
        talks = (
            select(attempts.c.id, attempts.c.owner, attempts.c.scenario_id, attempts.c.started_at, attempts.c.finished_at, said.c.at)
            .outerjoin(said, said.c.attempt_id == attempts.c.id)
            .where(theirs)
            .order_by(attempts.c.started_at, attempts.c.id)
        )
        with transaction(self._engine, writes=False) as connection:
            cards = select(scorecards.c.attempt_id, scorecards.c.figures).where(scorecards.c.id.in_(newest))
            figures = {row.attempt_id: row.figures or {} for row in connection.execute(cards)}
            return tuple(_talk(row, figures.get(row.id, {})) for row in connection.execute(talks))

    def scored(self, workshop_id: str) -> tuple[ScoredTalk, ...]:
        """Its finished talks, from the columns beside their newest scorecards, and of the bodies three parts alone."""
        theirs = and_(attempts.c.workshop == storable(workshop_id), attempts.c.branch_of == "", attempts.c.finished_at.is_not(None))
        ids = select(attempts.c.id).where(theirs)
        newest = select(func.max(scorecards.c.id)).where(scorecards.c.attempt_id.in_(ids)).group_by(scorecards.c.attempt_id)
        query = (
            select(*SCORED)
            .join(scorecards, scorecards.c.attempt_id == attempts.c.id)
            .where(scorecards.c.id.in_(newest))
            .order_by(attempts.c.started_at, attempts.c.id)
        )
        with transaction(self._engine, writes=False) as connection:
            return tuple(map(scored_talk, connection.execute(query)))

    def delete_workshop(self, workshop_id: str) -> None:
        """Remove it for good with its members and every talk held in it, those tried again from them too."""
        this = storable(workshop_id)
        with transaction(self._engine, writes=True) as connection:
            removed_talks(connection, attempts.c.workshop == this)
            connection.execute(delete(members).where(members.c.workshop == this))
            if not connection.execute(delete(workshops).where(workshops.c.id == this)).rowcount:
                raise WorkshopError(_UNKNOWN)
        with mapped(self._url):
            written_back(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def _row_of(workshop: Workshop) -> dict[str, Any]:
    return {**asdict(workshop), "name": storable(workshop.name), "scenarios": list(workshop.scenarios), "round": workshop.round.value}


def _workshop(row: Row[Any]) -> Workshop:
    values = row._asdict()
    return Workshop(**{**values, "code": row.code or "", "scenarios": tuple(row.scenarios), "round": Round(row.round)})


def _member(row: Row[Any]) -> Member:
    return Member(person=row.person, joined_at=row.joined_at, removed_at=row.removed_at)


def _talk(row: Any, figures: dict[str, float]) -> RoomTalk:
    return RoomTalk(
        id=row.id,
        person=row.owner,
        scenario_id=row.scenario_id,
        started_at=row.started_at,
        last_said_at=row.at or row.started_at,
        finished_at=row.finished_at,
        asked_told=figures.get("asked_told"),
        ask_listen_share=figures.get("ask_listen_share"),
    )
