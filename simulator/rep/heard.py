"""What the rep takes in of one manager turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from pydantic import TypeAdapter

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.reading import AnswerKind, Deed, Query


class Subject(StrEnum):
    """What a turn can be about."""

    FACT = "fact"
    IDEA = "idea"
    STANDING = "standing"
    """A question that every coach asks; its name is a `StandingQuestion`."""
    PUBLIC = "public"
    """What the manager knows already; its name is the place in the scenario's list."""
    ASIDE = "aside"
    """Small talk, the talk itself, not having understood; its name is an `Aside`."""
    INVITATION = "invitation"
    """Nothing in particular: the rep may begin where they like."""
    WRONG = "wrong"
    """A wrong picture of them; its name is the place in the scenario's list."""
    GIVEN = "given"
    """An idea of theirs, given away as advice or an order."""
    MENTION = "mention"
    """Who or what the rep has named; its name is the place in the scenario's list."""
    TURN = "turn"
    """Options, a promise, or a farewell."""


@dataclass(frozen=True, kw_only=True)
class About:
    """One thing that a turn may be about. `detail` is the place of a detail of that fact or idea, None for the thing itself.

    `closeness` is how close the turn is to it, 0 to 1, and grows with the chance that it is meant.
    """

    subject: Subject
    name: str = ""
    detail: int | None = None
    closeness: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One manager turn as the rep takes it in.

    `about` is what it may be about, the likeliest first, empty where nothing is understood. `kind` is the kind of answer that is asked
    for, None where nothing is; `query` what it is after that no fact is, mostly None; `asks` says that something is asked, whatever the
    codes; `deeds` what the words do beyond their codes. `given` ids of the rep's own ideas that the manager gave
    away as advice or an order. `misread` is the place of the scenario's misreading that was given back, None where they were read
    rightly. `silent` says that nothing was said, `hollow` that nothing was but another bare prompt after one, `bare` that it was a bare
    prompt, which is about what the rep has just said, and `points` that the last question has no word of its own, as in "Tell me more
    about that.". `says_goodbye` is for a farewell that asks nothing besides.
    """

    segments: tuple[Segment, ...] = ()
    about: tuple[About, ...] = ()
    kind: AnswerKind | None = None
    query: Query | None = None
    asks: bool = False
    deeds: frozenset[Deed] = frozenset()
    given: tuple[str, ...] = ()
    misread: int | None = None
    silent: bool = False
    hollow: bool = False
    bare: bool = False
    points: bool = False
    asks_options: bool = False
    asks_commitment: bool = False
    says_goodbye: bool = False

    def names(self, subject: Subject) -> tuple[str, ...]:
        """The names of what it may be about of this kind, the likeliest first, each once."""
        return tuple(dict.fromkeys(one.name for one in self.about if one.subject is subject))


_HEARD: Final = TypeAdapter(Heard)


def plain(heard: Heard) -> dict[str, Any]:
    """What was heard as JSON values: the code of each segment in the place of its words."""
    values: dict[str, Any] = _HEARD.dump_python(heard, mode="json", exclude_defaults=True, exclude={"segments"})
    return values | {"codes": [one.code.value for one in heard.segments]}


def again(values: Mapping[str, Any], segments: Sequence[Segment]) -> Heard | None:
    """What was heard of a turn of these segments; None where these are no such values, or of a turn that is cut otherwise."""
    try:
        codes = [Code(one) for one in values["codes"]]
        coded = [replace(one, code=code) for one, code in zip(segments, codes, strict=True)]
        kept = _HEARD.validate_python({name: value for name, value in values.items() if name != "codes"})
    except (TypeError, KeyError, ValueError):
        return None
    return replace(kept, segments=tuple(coded))
