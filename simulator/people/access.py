"""Who may do what with whose talk: one table, asked before every use case."""

from enum import StrEnum
from typing import Final

from simulator.errors import OwnerError
from simulator.people.person import LOCAL_ID, Person, Role

SOMEBODY_ELSES: Final = "This talk is somebody else's. Yours are under History."


class Right(StrEnum):
    """What can be done with a talk."""

    START = "start"
    READ = "read"
    GO_ON = "go on"
    BRANCH = "branch"
    FINISH = "finish"
    CORRECT = "correct"
    RESCORE = "rescore"
    EXPORT = "export"
    DELETE = "delete"
    GIVE = "give"


class Whose(StrEnum):
    """Whose talk it is, seen from who asks."""

    OWN = "own"
    NOBODYS = "nobody's"
    """Held before there were owners, or where nobody was asked who they are."""
    OTHERS = "somebody else's"


_OWN: Final = frozenset(Right) - {Right.GIVE}
_LOOK_AFTER: Final = frozenset({Right.READ, Right.EXPORT, Right.DELETE, Right.GIVE})
_KEEP_HOUSE: Final = _LOOK_AFTER | {Right.RESCORE}

RIGHTS: Final[dict[Whose, dict[Role, frozenset[Right]]]] = {
    Whose.OWN: {**{role: _OWN for role in Role}, Role.OPERATOR: _OWN | {Right.GIVE}},
    Whose.NOBODYS: {Role.ADMIN: _LOOK_AFTER, Role.OPERATOR: _KEEP_HOUSE},
    Whose.OTHERS: {Role.OPERATOR: _KEEP_HOUSE},
}
"""A talk is its owner's. An admin looks after what has no owner; who has the machine keeps house, and speaks for nobody."""


def relation(who: Person, owner: str) -> Whose:
    """Whose a talk of that owner is for this person."""
    if owner == who.id:
        return Whose.OWN
    return Whose.NOBODYS if owner == LOCAL_ID else Whose.OTHERS


def may(who: Person, act: Right, owner: str) -> bool:
    """Whether this person may do that with a talk of that owner."""
    rights = RIGHTS[relation(who, owner)]
    return any(act in rights.get(role, frozenset()) for role in who.roles)


def demand(who: Person, act: Right, owner: str) -> None:
    """Let them do it, or raise OwnerError with a sentence for the person."""
    if not may(who, act, owner):
        raise OwnerError(SOMEBODY_ELSES)
