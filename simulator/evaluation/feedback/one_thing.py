"""The one thing to do next time: what would have raised this talk most, shown by one moment of it.

A lesson is worth the levels that it would have raised each criterion by, times what the criterion weighs. What was said last time is left
for the next best, unless it is worth clearly more than that.
"""

from collections.abc import Mapping
from typing import Final

from simulator.evaluation.feedback.headline import chance
from simulator.evaluation.feedback.lesson_moments import Looked, moment
from simulator.evaluation.lessons import Lesson, Lessons
from simulator.evaluation.scorecard import OneThing

CLEARLY: Final = 1.5
"""So many times as much as the next best a lesson is worth that is said twice in a row."""


def one_thing(seen: Looked, worth: Mapping[str, Mapping[Lesson, float]], last: OneThing | None) -> OneThing | None:
    """The one thing; None where nothing is lacking, or no words of both show it.

    `worth` is what each lesson would have added to the score, by criterion; `last` is the one thing of this person's talk before.
    """
    sums: dict[Lesson, float] = {}
    for lessons in worth.values():
        for lesson, points in lessons.items():
            sums[lesson] = sums.get(lesson, 0.0) + points
    best = [(lesson, found) for lesson in sorted(sums, key=lambda one: -sums[one]) if sums[lesson] > 0 and (found := moment(lesson, seen))]
    if not best:
        return None
    if last and len(best) > 1 and best[0][0] == last.lesson and sums[best[0][0]] < CLEARLY * sums[best[1][0]]:
        best = best[1:]
    lesson, found = best[0]
    criterion = max(worth, key=lambda name: worth[name].get(lesson, 0.0))
    return OneThing(
        lesson=lesson,
        criterion=criterion,
        points=sums[lesson],
        says=_said(lesson, seen, last),
        theirs=found.theirs,
        yours=found.yours,
        question=found.question,
    )


def _said(lesson: Lesson, seen: Looked, last: OneThing | None) -> str:
    """One of the ways to say it, and not the one of last time."""
    ways = [way.format(rep=seen.found.rep) for way in Lessons.of().says[lesson]]
    fresh = [way for way in ways if last is None or way != last.says]
    return fresh[chance(seen.found.case.talk) % len(fresh)]
