"""What is said of where talks are going, from summaries made by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as hyp

from simulator.evaluation.criteria.levels import CRITERIA
from simulator.people.person import Goal
from simulator.practice import progress
from simulator.practice.attempt import Summary
from simulator.practice.progress import FEWEST, LATELY, RATIO, SHARE, Change
from simulator.scenario.model import Stance


def talk(
    share: float | None = 0.5,
    *,
    scenario: str = "s",
    score: float | None = 50.0,
    stance: Stance | None = None,
    versions: str = "1",
    **levels: int,
) -> Summary:
    """A finished talk; a real one where it has a stance."""
    figures = {} if share is None else {SHARE: share}
    return Summary(scenario_id=scenario, score=score, levels=levels, figures=figures, stance=stance, versions=(versions,))


def by_id(changes: tuple[Change, ...]) -> dict[str, Change]:
    return {one.id: one for one in changes}


def test_the_latest_five_are_set_beside_the_five_before_them() -> None:
    talks = [talk(0.7, listening=3)] * 5 + [talk(0.4, listening=1)] * 5 + [talk(0.0, listening=0)] * 5
    found = by_id(progress.changes(talks))
    assert found[SHARE].by == pytest.approx(0.3)
    assert found["listening"].by == 2
    assert found["close"].now is None
    assert set(found) == {SHARE, *CRITERIA}


def test_what_few_talks_have_is_compared_with_nothing() -> None:
    found = by_id(progress.changes([talk(0.7, close=3), talk(None), talk(0.5)]))
    assert found[SHARE].now == pytest.approx(0.6)
    assert found[SHARE].before is found[SHARE].by is None
    assert found["close"].now is None


def test_other_versions_are_not_compared() -> None:
    talks = [talk(versions="2"), talk(versions="1"), talk(versions="2")]
    assert progress.comparable(talks) == (talks[0], talks[2])


def test_real_talks_stand_beside_practised_ones() -> None:
    talks = [talk(0.3, stance=Stance.COACH, listening=1), talk(0.8, listening=4)] * 7
    share = by_id(progress.beside(talks))[SHARE]
    assert share.now == pytest.approx(0.3)
    assert share.before == pytest.approx(0.8)
    assert by_id(progress.beside(talks[1:2]))[SHARE].now is None


def test_a_goal_counts_the_latest_talks_that_can_tell() -> None:
    talks = [talk(0.7), talk(None), talk(0.65), talk(0.6), talk(0.9), talk(0.9)]
    assert progress.met(Goal(measure=SHARE, at_least=0.65), talks) == (3, 4)
    assert progress.met(Goal(measure=RATIO, at_least=2.0), talks) == (0, 0)


def test_the_tightrope_counts_what_each_talk_called_for() -> None:
    stances = {"s": Stance.COACH, "m": Stance.MANAGE}
    talks = [
        talk(score=80.0),
        talk(score=None),
        talk(scenario="m", score=40.0),
        talk(scenario="", stance=Stance.LEAD, score=60.0),
        talk(scenario="gone"),
    ]
    found = {one.stance: (one.talks, one.score) for one in progress.tightrope(talks, stances)}
    assert found == {Stance.MANAGE: (1, 40.0), Stance.LEAD: (1, 60.0), Stance.COACH: (2, 80.0)}
    assert [one.stance for one in progress.tightrope([], {})] == [Stance.MANAGE, Stance.LEAD, Stance.COACH]


@given(hyp.lists(hyp.none() | hyp.floats(0, 1), max_size=20))
def test_a_mean_is_of_those_that_have_it_and_of_enough_of_them(values: list[float | None]) -> None:
    talks = [talk(value) for value in values]
    latest = [value for value in values[:LATELY] if value is not None]
    now = by_id(progress.changes(talks))[SHARE].now
    assert (now is None) == (len(latest) < FEWEST)
    assert now is None or min(latest) - 1e-9 <= now <= max(latest) + 1e-9
