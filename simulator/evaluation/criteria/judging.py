"""How a criterion comes to its level: a few plain signs, counted, and what each sign that is missing would take."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from simulator.conversation import Segment
from simulator.evaluation.criteria.levels import texts
from simulator.evaluation.findings import Findings
from simulator.evaluation.lessons import Lesson, Lessons
from simulator.evaluation.quoting import quote, verified
from simulator.evaluation.scorecard import Criterion

MOST_QUOTES = 4
HIGHEST = 4


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One thing that is there or not, worth a level; `lesson` is what would bring it."""

    there: bool
    lesson: Lesson


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A criterion, and by how many levels each lesson would have raised it, the first to take up first."""

    criterion: Criterion
    lacks: Mapping[Lesson, int] = field(default_factory=dict)


def level_of(signs: Sequence[bool]) -> int:
    """How many of the signs are there, at most the highest level."""
    return min(HIGHEST, sum(signs))


def lacking(signs: Sequence[Sign], level: Callable[[Sequence[bool]], int] = level_of) -> dict[Lesson, int]:
    """What each lesson of a missing sign would raise, in the order of the signs; `level` makes a level of the signs that are there."""
    now = level([sign.there for sign in signs])
    missing = dict.fromkeys(sign.lesson for sign in signs if not sign.there)
    return {lesson: level([sign.there or sign.lesson is lesson for sign in signs]) - now for lesson in missing}


def judged(
    found: Findings,
    name: str,
    level: int,
    *,
    number: str,
    details: Sequence[str],
    lacks: Mapping[Lesson, int],
    said: Sequence[Segment],
    instead: str = "",
) -> Judged:
    """A criterion at its level; `details` are what happened here, `instead` names the words for another way the level came about."""
    told = texts(name)
    quotes = verified(found.case.talk, [quote(one) for one in said], None)
    meant = told.instead.get(instead, told.levels[level])
    criterion = Criterion(
        id=name,
        name=told.name,
        level=level,
        number=number,
        reading=" ".join([*details, meant]),
        next=Lessons.of().short[next(iter(lacks))] if level < HIGHEST else "",
        quotes=quotes[:MOST_QUOTES],
        unsupported=len(quotes) < len(dict.fromkeys(said)),
    )
    return Judged(criterion=criterion, lacks=lacks if level < HIGHEST else {})


def unjudged(name: str, why: str) -> Judged:
    """A criterion that could not be judged, and why."""
    return Judged(criterion=Criterion(id=name, name=texts(name).name, level=None, number="–", reading="", unscored=why))
