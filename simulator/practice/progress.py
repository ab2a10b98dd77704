"""Where somebody's talks are going: what changed lately, practice beside reality, a goal of their own, and the tightrope of stances."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from simulator.evaluation.criteria.levels import CRITERIA
from simulator.evaluation.measures.shares import ASK_LISTEN_SHARE, ASKED_TOLD, REFLECTION_TO_QUESTION
from simulator.people.person import Goal
from simulator.practice.attempt import Summary
from simulator.scenario.model import Stance

LATELY: Final = 5
"""So many talks are looked at together."""
FEWEST: Final = 2
"""Fewer talks with a figure say nothing of where it goes."""
NOTABLE_LEVEL: Final = 0.5
"""A criterion that changed by less, of 4, is said to have stayed."""
NOTABLE_SHARE: Final = 0.05
"""The same of a share."""
SHARE, RATIO, REFLECTIONS = ASK_LISTEN_SHARE.id, ASKED_TOLD.id, REFLECTION_TO_QUESTION.id
GOALS: Final = {SHARE: (0.1, 0.65, 1.0), RATIO: (0.2, 2.0, 10.0), REFLECTIONS: (0.1, 1.0, 5.0)}
"""Measures that a goal can be set for: the least, what is proposed, and the most."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A figure over the latest talks, and over those before them; None where too few of them have it."""

    id: str
    now: float | None
    before: float | None

    @property
    def by(self) -> float | None:
        """How much it rose; None where there is nothing to compare."""
        return None if self.now is None or self.before is None else self.now - self.before


@dataclass(frozen=True, kw_only=True)
class Rope:
    """Talks of one stance: how many there were, and their mean score; None where none was scored."""

    stance: Stance
    talks: int
    score: float | None


Reading = Callable[[Summary], float | None]


def level(criterion: str) -> Reading:
    """Reads a criterion's level."""
    return lambda one: one.levels.get(criterion)


def figure(measure: str) -> Reading:
    """Reads a measure's value."""
    return lambda one: one.figures.get(measure)


READINGS: Final[Mapping[str, Reading]] = {SHARE: figure(SHARE), **{name: level(name) for name in CRITERIA}}
"""What is followed from talk to talk: the share of asking and listening, and every criterion."""


def comparable(newest_first: Sequence[Summary]) -> tuple[Summary, ...]:
    """Those that the same versions scored as the newest one: figures of others are not set beside them."""
    return tuple(one for one in newest_first if one.versions == newest_first[0].versions)


def changes(newest_first: Sequence[Summary]) -> tuple[Change, ...]:
    """What the latest talks say beside those before them, for everything that is followed."""
    return _compared(newest_first[:LATELY], newest_first[LATELY : 2 * LATELY])


def beside(newest_first: Sequence[Summary]) -> tuple[Change, ...]:
    """The latest real talks (`now`) beside the latest practised ones (`before`), for everything that is followed."""
    real = [one for one in newest_first if one.real][:LATELY]
    practised = [one for one in newest_first if not one.real][:LATELY]
    return _compared(real, practised)


def _compared(now: Sequence[Summary], before: Sequence[Summary]) -> tuple[Change, ...]:
    return tuple(Change(id=name, now=mean(now, read), before=mean(before, read)) for name, read in READINGS.items())


def mean(some: Sequence[Summary], read: Reading) -> float | None:
    """The mean of a figure over the talks that have it; None of fewer than `FEWEST`."""
    found = [value for one in some if (value := read(one)) is not None]
    return fmean(found) if len(found) >= FEWEST else None


def met(goal: Goal, newest_first: Sequence[Summary]) -> tuple[int, int]:
    """In how many of the latest talks the goal was met, and how many of them have its measure."""
    found = [value for one in newest_first[:LATELY] if (value := one.figures.get(goal.measure)) is not None]
    return sum(value >= goal.at_least for value in found), len(found)


def tightrope(talks: Sequence[Summary], stances: Mapping[str, Stance]) -> tuple[Rope, ...]:
    """How much was managed, led and coached, and how well.

    `stances` are the scenarios', by id; a talk of a scenario that is gone is left out.
    """
    called = [(one, one.stance or stances.get(one.scenario_id)) for one in talks]
    ropes = []
    for stance in (Stance.MANAGE, Stance.LEAD, Stance.COACH):
        some = [one for one, calls in called if calls is stance]
        scores = [one.score for one in some if one.score is not None]
        ropes.append(Rope(stance=stance, talks=len(some), score=fmean(scores) if scores else None))
    return tuple(ropes)
