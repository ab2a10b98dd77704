"""What happened in a talk, as a criterion counted it: one plain sentence for each kind of finding."""

from enum import StrEnum
from typing import ClassVar

from simulator.language.words import Words
from simulator.numbers import count_of


class Happening(StrEnum):
    """What can be said to have happened."""

    BALANCE_BOTH = "balance_both"
    BALANCE_ASKED = "balance_asked"
    BALANCE_TOLD = "balance_told"
    BALANCE_NOTHING = "balance_nothing"
    BALANCE_HOLLOW = "balance_hollow"
    LISTENING_BACK = "listening_back"
    LISTENING_OTHER = "listening_other"
    LISTENING_NONE = "listening_none"
    LISTENING_HOLLOW = "listening_hollow"
    LISTENING_HOLLOW_ONLY = "listening_hollow_only"
    LISTENING_TAKEN = "listening_taken"
    QUESTIONS_NONE = "questions_none"
    QUESTIONS_ONE_OPEN = "questions_one_open"
    QUESTIONS_ONE_CLOSED = "questions_one_closed"
    QUESTIONS_SOME = "questions_some"
    QUESTIONS_HOLLOW = "questions_hollow"
    QUESTIONS_LEADING = "questions_leading"
    DISCOVERY_NONE = "discovery_none"
    DISCOVERY_SURFACE = "discovery_surface"
    DISCOVERY_CONCERN = "discovery_concern"
    DISCOVERY_ROOT = "discovery_root"
    DISCOVERY_OFFERED = "discovery_offered"
    OWNERSHIP_IDEAS = "ownership_ideas"
    OWNERSHIP_NONE = "ownership_none"
    OWNERSHIP_UNPROMISED = "ownership_unpromised"
    OWNERSHIP_OWN = "ownership_own"
    OWNERSHIP_IMPOSED = "ownership_imposed"
    CLOSE_ASKED = "close_asked"
    CLOSE_UNASKED = "close_unasked"
    CLOSE_SET = "close_set"
    CLOSE_NONE = "close_none"
    CLOSE_SOUGHT = "close_sought"
    CLOSE_SAID = "close_said"
    CLOSE_UNSAID = "close_unsaid"
    CLOSE_UNSAID_SOUGHT = "close_unsaid_sought"
    CLARITY_GIVEN = "clarity_given"
    CLARITY_NONE = "clarity_none"
    CLARITY_BLAMED = "clarity_blamed"


class Details(Words):
    """The sentence for each, with places for what was counted."""

    topic: ClassVar[str] = "details"
    says: dict[Happening, str]


def occurred(detail: Happening, **counted: object) -> str:
    """The sentence, with what was counted in its places."""
    return Details.of().says[detail].format(**counted)


def times(count: int) -> str:
    """How often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def some(count: int, noun: str) -> str:
    """A count with its noun: "no question", "1 question", "3 questions"."""
    return count_of(count, noun) if count else f"no {noun}"
