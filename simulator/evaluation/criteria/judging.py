"""How a criterion comes to its level: a few plain signs, counted, and the first one that is missing is the next step."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.conversation import Segment
from simulator.evaluation.case import Case
from simulator.evaluation.criteria.levels import texts
from simulator.evaluation.quoting import quote, verified
from simulator.evaluation.scorecard import Criterion

MOST_QUOTES = 4


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One thing that is there or not; `next` is what would bring it, `worth` how many levels it lifts."""

    there: bool
    next: str
    worth: int = 1


def level_of(signs: Sequence[Sign]) -> int:
    """The worth of the signs that are there, at most 4."""
    return min(4, sum(sign.worth for sign in signs if sign.there))


def next_of(signs: Sequence[Sign]) -> str:
    """What would bring the first sign that is missing."""
    return next((sign.next for sign in signs if not sign.there), "")


def judged(
    case: Case, name: str, level: int, *, number: str, detail: str, next_step: str, said: Sequence[Segment], above: bool = False
) -> Criterion:
    """A criterion at its level; `detail` is what happened here, `above` says that it was more than the moment calls for."""
    told = texts(name)
    quotes = verified(case.talk, [quote(one) for one in said], None)
    return Criterion(
        id=name,
        name=told.name,
        level=level,
        number=number,
        reading=f"{detail} {((above and told.above) or told.levels)[level]}".strip(),
        next=next_step if level < 4 else "",
        quotes=quotes[:MOST_QUOTES],
        unsupported=len(quotes) < len(dict.fromkeys(said)),
    )


def unjudged(name: str, why: str) -> Criterion:
    """A criterion that could not be judged, and why."""
    return Criterion(id=name, name=texts(name).name, level=None, number="–", reading="", unscored=why)


def often(did: str, count: int, rest: str = "") -> str:
    """What was done how often, as a clause: "never told", "told once", "told 3 times"; `rest` stays by its verb."""
    if not count:
        return f"never {did}{rest}"
    return f"{did}{rest} " + {1: "once", 2: "twice"}.get(count, f"{count} times")


def some(count: int, noun: str) -> str:
    """A count with its noun: "no question", "1 question", "3 questions"."""
    return f"{count or 'no'} {noun}{'' if count <= 1 else 's'}"
