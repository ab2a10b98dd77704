"""Who may do what with whose talk, and with whose workshop: one table each, asked before every use case; and who may review."""

from enum import StrEnum
from typing import Final

from simulator.errors import OwnerError
from simulator.people.person import LOCAL_ID, Person, Role

NO_FACILITATOR: Final = "Only the facilitator who made this workshop can do that."
NO_REVIEWER: Final = "Who leads a workshop, or helps in it as a trainer, looks at the talks of others there, and at none of their own."
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


class Steering(StrEnum):
    """What can be done with a workshop."""

    MAKE = "make"
    WATCH = "watch"
    STEER = "steer"
    DELETE = "delete"


_RUN: Final = frozenset(Steering)
_CLEAR: Final = frozenset({Steering.WATCH, Steering.DELETE})

STEERING: Final[dict[Whose, dict[Role, frozenset[Steering]]]] = {
    Whose.OWN: {Role.FACILITATOR: _RUN, Role.OPERATOR: _RUN},
    Whose.NOBODYS: {Role.ADMIN: _CLEAR, Role.OPERATOR: _CLEAR},
    Whose.OTHERS: {Role.ADMIN: _CLEAR, Role.OPERATOR: _CLEAR},
}
"""A workshop is its facilitator's. An admin clears up what is left behind, and steers nobody's room."""


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


def may_steer(who: Person, act: Steering, made_by: str) -> bool:
    """Whether this person may do that with a workshop that somebody made."""
    rights = STEERING[relation(who, made_by)]
    return any(act in rights.get(role, frozenset()) for role in who.roles)


def demand_steering(who: Person, act: Steering, made_by: str) -> None:
    """Let them do it, or raise OwnerError with a sentence for the person."""
    if not may_steer(who, act, made_by):
        raise OwnerError(NO_FACILITATOR)


def may_review(who: Person, owner: str, made_by: str, *, here: bool) -> bool:
    """Whether this person may read, and say what they think of, a talk of that owner in a workshop that somebody made.

    Who leads it may, and a trainer who is in it (`here`); nobody may with a talk of their own.
    """
    if relation(who, owner) is Whose.OWN:
        return False
    return (who.has(Role.FACILITATOR) and relation(who, made_by) is Whose.OWN) or (who.has(Role.TRAINER) and here)


def demand_review(who: Person, owner: str, made_by: str, *, here: bool) -> None:
    """Let them do it, or raise OwnerError with a sentence for the person."""
    if not may_review(who, owner, made_by, here=here):
        raise OwnerError(NO_REVIEWER)
