"""Levels that people gave, in the place of the measured ones, which stay beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from simulator.evaluation.criteria.judging import HIGHEST, Judged
from simulator.evaluation.criteria.levels import texts
from simulator.evaluation.scorecard import Criterion, Measured


def with_given(judged: Sequence[Judged], bare: Sequence[Criterion], levels: Mapping[str, int]) -> tuple[Judged, ...]:
    """The criteria with the levels that were given, by their ids; `bare` are the same as they are measured without people."""
    before = {one.id: one for one in bare}
    return tuple(_with(one, before[one.criterion.id], levels.get(one.criterion.id)) for one in judged)


def _with(one: Judged, bare: Criterion, level: int | None) -> Judged:
    measured, criterion = Measured(value=bare.level, unscored=bare.unscored), one.criterion
    if level is None:
        return one if criterion.level == bare.level else replace(one, criterion=replace(criterion, measured=measured))
    given = replace(
        criterion,
        level=level,
        given=True,
        measured=measured,
        unscored="",
        reading=texts(criterion.id).levels[level],
        next=criterion.next if level < HIGHEST else "",
    )
    # A lesson cannot raise a level that a person gave by more than there is above it.
    lacks = {lesson: min(levels, HIGHEST - level) for lesson, levels in one.lacks.items()} if level < HIGHEST else {}
    return replace(one, criterion=given, lacks=lacks)
