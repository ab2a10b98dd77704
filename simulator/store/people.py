"""Keeps people in the product's database."""

import secrets
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from simulator.errors import PersonError
from simulator.people.person import GIVEN, LOCAL_ID, Goal, Person, Role, kept_name, name_key
from simulator.store.address import located
from simulator.store.database import engine_of, transaction, written_back
from simulator.store.errors import mapped
from simulator.store.removing import removed_author
from simulator.store.serialising import storable
from simulator.store.tables import members, people, signed_out

SESSION_DAYS: Final = 40
"""A session that ended is remembered longer than its cookie can live (30 days)."""
_OTHERS: Final = select(people).where(people.c.id != LOCAL_ID)
"""Whoever sits at a machine for one is nobody among others."""


class SqlPeople:
    """A `people.registry.Registry`. Safe to share between threads."""

    def __init__(self, address: str) -> None:
        """Open the database at a SQLAlchemy address; StoreError if it cannot be."""
        self._url = located(address)
        self._engine = engine_of(self._url)

    def get(self, person_id: str) -> Person | None:
        """The person of that id, or None."""
        with transaction(self._engine, writes=False) as connection:
            row = connection.execute(select(people).where(people.c.id == storable(person_id))).one_or_none()
        return _person(row) if row else None

    def call(self, person_id: str, name: str) -> Person:
        """Keep what this person is called; somebody new is kept with it."""
        values = {"name": storable(kept_name(name)), "name_key": name_key(name)}
        with transaction(self._engine, writes=True) as connection:
            if not connection.execute(update(people).where(people.c.id == storable(person_id)).values(values)).rowcount:
                _keep(connection, id=storable(person_id), **values)
        return self.get(person_id) or Person(id=person_id, name=kept_name(name))

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody of that name, without regard to case and blanks."""
        with transaction(self._engine, writes=False) as connection:
            return tuple(map(_person, connection.execute(_OTHERS.where(people.c.name_key == storable(name_key(name))))))

    def signed_in(self, issuer: str, subject: str, name: str) -> Person:
        """The person of that account; somebody new is kept."""
        theirs = (people.c.issuer == storable(issuer)) & (people.c.subject == storable(subject))
        values = {"name": storable(kept_name(name)), "name_key": name_key(name)}
        with transaction(self._engine, writes=False) as connection:
            row = connection.execute(select(people).where(theirs)).one_or_none()
        if row and row.name == values["name"]:
            return _person(row)
        with transaction(self._engine, writes=True) as connection:
            if not connection.execute(update(people).where(theirs).values(values)).rowcount:
                _keep(connection, id=secrets.token_hex(16), issuer=storable(issuer), subject=storable(subject), **values)
            return _person(connection.execute(select(people).where(theirs)).one())

    def everybody(self) -> tuple[Person, ...]:
        """All who are kept, by name; whoever sits at a machine for one is nobody among others."""
        with transaction(self._engine, writes=False) as connection:
            return tuple(map(_person, connection.execute(_OTHERS.order_by(people.c.name_key, people.c.id))))

    def appoint(self, person_id: str, roles: Iterable[Role]) -> None:
        """Keep what somebody is here for; PersonError if there is no such person."""
        values = {"roles": sorted(role.value for role in roles if role in GIVEN)}
        with transaction(self._engine, writes=True) as connection:
            if not connection.execute(update(people).where(people.c.id == storable(person_id)).values(values)).rowcount:
                raise PersonError("Nobody of that id is kept here. `simulator people list` shows who is.")

    def aim(self, person_id: str, goal: Goal | None) -> None:
        """Keep what somebody wants of their talks."""
        values = {"goal": None if goal is None else asdict(goal)}
        with transaction(self._engine, writes=True) as connection:
            if not connection.execute(update(people).where(people.c.id == storable(person_id)).values(values)).rowcount:
                _keep(connection, id=storable(person_id), name="", name_key="", **values)

    def forget(self, person_id: str) -> None:
        """Remove a person, that they were in a workshop, and what they wrote of others' talks."""
        with transaction(self._engine, writes=True) as connection:
            removed_author(connection, person_id)
            connection.execute(delete(members).where(members.c.person == storable(person_id)))
            connection.execute(delete(people).where(people.c.id == storable(person_id)))
        with mapped(self._url):
            written_back(self._engine)

    def end(self, session: str, at: datetime) -> None:
        """Keep that a session was signed out of; those whose cookie cannot live any more are dropped."""
        with transaction(self._engine, writes=True) as connection:
            connection.execute(
                delete(signed_out).where((signed_out.c.at < at - timedelta(days=SESSION_DAYS)) | (signed_out.c.session == session))
            )
            connection.execute(insert(signed_out).values(session=session, at=at))

    def ended(self, session: str) -> bool:
        """Whether that session was signed out of."""
        with transaction(self._engine, writes=False) as connection:
            return connection.execute(select(signed_out.c.session).where(signed_out.c.session == session)).one_or_none() is not None

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def _keep(connection: Connection, **values: Any) -> None:
    """Keep somebody new; whom another window keeps at this moment stays as they are."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    new = {"roles": [Role.MANAGER.value], "made_at": datetime.now(UTC), **values}
    connection.execute(dialect.insert(people).values(new).on_conflict_do_nothing())


def _person(row: Row[Any]) -> Person:
    roles = frozenset(role for role in GIVEN if role.value in (row.roles or ()))
    goal = None if row.goal is None else Goal(**row.goal)
    return Person(id=row.id, name=row.name, roles=roles, issuer=row.issuer or "", subject=row.subject or "", goal=goal)
