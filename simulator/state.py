"""Where the rep stands in a talk: how open they are, what is out, whose ideas are on the table, what was promised."""

from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """How a fact came out."""

    ELICITED = "elicited"
    VOLUNTEERED = "volunteered"


class Owner(StrEnum):
    """Whose idea it is."""

    REP = "rep"
    MANAGER = "manager"


class Promise(StrEnum):
    """How the rep committed."""

    OWN = "own"
    IMPOSED = "imposed"


@dataclass(frozen=True, kw_only=True)
class Disclosure:
    """A fact that is out: which, in which rep turn, and how it came out."""

    fact: str
    turn: int
    how: How


@dataclass(frozen=True, kw_only=True)
class IdeaOnTable:
    """An idea that was spoken: whose it is, in which turn, and which of the scenario's ideas (empty for another)."""

    idea: str
    owner: Owner
    turn: int


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """What the rep promised, in which of their turns."""

    kind: Promise
    turn: int
    what: str
    when: str


@dataclass(frozen=True, kw_only=True)
class RepState:
    """All that the mind carries from one turn to the next.

    `openness` is from 0 (shut) to 1. `said` holds the authored lines already used, so that none is said twice.
    `turns` counts the rep's turns, `silences` the silences in a row that were just left to them. `leaves_at` is the turn of theirs
    with which they go at the latest, 0 until they have said that they must. `closed` means that the rep has said goodbye; nothing can
    be said after it. `details` are told details as "fact/place"; `subject` is the id of the fact or idea that the rep spoke of last.
    `invited` counts facts that came to a question which named no topic, `affronts` how often the rep was held in contempt.
    """

    openness: float
    seed: int = 0
    turns: int = 0
    disclosed: tuple[Disclosure, ...] = ()
    ideas: tuple[IdeaOnTable, ...] = ()
    commitment: Commitment | None = None
    said: tuple[str, ...] = ()
    silences: int = 0
    leaves_at: int = 0
    closed: bool = False
    details: tuple[str, ...] = ()
    subject: str = ""
    invited: int = 0
    affronts: int = 0

    @property
    def out(self) -> frozenset[str]:
        """Ids of the facts that are out and of the rep's own ideas that are on the table."""
        return frozenset(one.fact for one in self.disclosed) | {one.idea for one in self.ideas if one.idea}
