"""A person of this installation, and what they are here for."""

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from simulator.language.halves import mended

LONGEST_NAME: Final = 80
"""A name is cut there."""
LOCAL_ID: Final = "local"
"""Owner of what is held where nobody is asked who they are, and of all talks that were there before talks had owners."""


class Role(StrEnum):
    """What somebody is here for. One person can be several things."""

    MANAGER = "manager"
    """Practises."""
    TRAINER = "trainer"
    """Writes scenarios."""
    FACILITATOR = "facilitator"
    """Runs workshops."""
    ADMIN = "admin"
    """Says who is what, and gives talks without an owner to theirs."""
    OPERATOR = "operator"
    """Sits at the command line of the machine itself, with the database at hand. Nobody gets to be this through the page."""


GIVEN: Final = frozenset(Role) - {Role.OPERATOR}
"""Roles that a claim or an admin can give."""


@dataclass(frozen=True, kw_only=True)
class Goal:
    """What somebody wants of their own talks: that a measure comes to that much at least."""

    measure: str
    at_least: float


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who asks for something.

    `id` is `LOCAL_ID`, or a random one. `issuer` and `subject` are the account they sign in with, both empty where there are no accounts.
    """

    id: str
    name: str = ""
    roles: frozenset[Role] = field(default=frozenset({Role.MANAGER}))
    issuer: str = ""
    subject: str = ""
    goal: Goal | None = None

    def has(self, role: Role) -> bool:
        """Whether they are here as that."""
        return role in self.roles

    @property
    def local(self) -> bool:
        """Whether nobody was asked who they are."""
        return self.id == LOCAL_ID


LOCAL: Final = Person(id=LOCAL_ID, roles=frozenset({Role.MANAGER, Role.TRAINER, Role.FACILITATOR}))
"""Whoever sits at a machine that serves nobody else."""
OPERATOR: Final = Person(id=LOCAL_ID, roles=frozenset(Role))
"""Whoever sits at the command line."""


def kept_name(name: str) -> str:
    """A name as it is kept: without what no database takes, on one line, at most `LONGEST_NAME` long."""
    return " ".join(mended(name).replace("\x00", " ").split())[:LONGEST_NAME].strip()


def name_key(name: str) -> str:
    """What two ways of writing one name share: case, blanks and the form of their characters do not tell names apart."""
    return "".join(unicodedata.normalize("NFKC", kept_name(name)).casefold().split())
