"""Progress, as somebody sees it: words first, gaps as gaps, a goal of one's own, practice beside reality."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from simulator.app import Services
from simulator.evaluation.criteria.levels import CRITERIA
from simulator.evaluation.measures.shares import ASK_LISTEN_SHARE, ASKED_TOLD, REFLECTION_TO_QUESTION
from simulator.evaluation.scorecard import Criterion, Measure, Scorecard
from simulator.people.person import LOCAL_ID, Goal
from simulator.practice.attempt import Source, held_by
from simulator.practice.progress import GOALS, RATIO, SHARE, Change, changes
from simulator.scenario.model import Stance
from simulator.ui import over_time, progress, wording
from tests.talks import NOON, attempt, scorecard
from tests.ui.seen import Seen, behind


@pytest.fixture
def house(furnished: Callable[[], Services]) -> Iterator[Services]:
    """An empty database behind the page."""
    services = furnished()
    with behind(services):
        yield services


def card(share: float | None, reflections: float = 0.5, score: float | None = 50.0, version: str = "1", **levels: int) -> Scorecard:
    """A scorecard with these figures and levels; what is not named is a gap."""
    values = {ASK_LISTEN_SHARE: share, ASKED_TOLD: share and 2.0, REFLECTION_TO_QUESTION: reflections}
    measures = [
        Measure(
            id=kind.id, name=kind.name, definition="-", unit=kind.unit, value=value, shown="-", basis=9, unscored="" if value else "Why."
        )
        for kind, value in values.items()
    ]
    criteria = [
        Criterion(id=name, name=name, level=levels.get(name), number="-", reading="", unscored="" if name in levels else "Why.")
        for name in CRITERIA
    ]
    plain = scorecard(measures=tuple(measures), criteria=tuple(criteria), score=score)
    return replace(plain, versions=replace(plain.versions, labeller=version))


def keep(services: Services, number: int, made: Scorecard, *, real: Stance | None = None, scenario: str = "burnt-out-and-leaving") -> None:
    """A finished talk, held on that day."""
    source = Source(name="x.vtt", form=".vtt", hash=str(number), stance=real) if real else None
    at = NOON + timedelta(days=number)
    one = attempt(
        f"t{number}", player="", started_at=at, finished_at=at, scorecard=made, source=source, scenario_id="" if real else scenario
    )
    services.repository.kept.add(one)


def test_until_there_are_two_scored_talks_it_says_what_will_be_here(house: Services) -> None:
    assert "Two scored talks, and this page begins" in Seen("progress").said
    keep(house, 1, card(0.5))
    keep(house, 2, card(None))
    seen = Seen("progress")
    assert "Two scored talks, and this page begins" in seen.said
    assert seen.can("Find a talk")


def test_what_rose_what_slipped_and_what_has_room_is_said(house: Services) -> None:
    for number in range(5):
        keep(house, number, card(0.4, listening=1, close=4, questions=2))
    for number in range(5, 10):
        keep(house, number, card(0.6, listening=3, close=2, questions=2))
    said = Seen("progress").said
    assert "asked and listened in **60 %** of what you did, 20 points more than before" in said
    assert "**Listening** rose most: from 1.0 to 3.0 of 4" in said
    assert "**Close** slipped: from 4.0 to 2.0 of 4" in said
    assert "Practice beside reality" not in said
    assert "10" in said
    assert "coached · 50 of 100" in said


def test_what_could_not_be_given_is_a_gap_in_picture_and_words(house: Services) -> None:
    keep(house, 0, card(0.4, listening=2))
    keep(house, 1, card(None))
    keep(house, 2, card(0.6, listening=2))
    assert len(Seen("progress").page.get("vega_lite_chart")) == 3
    oldest_first = house.repository.summaries(held_by(LOCAL_ID, ""), 9)[::-1]
    assert [row["value"] for row in over_time.rows_of(oldest_first, SHARE)] == [0.4, None, 0.6]
    assert [(row["talk"], row["level"]) for row in over_time.criteria_rows(oldest_first)] == [(1, 2), (3, 2)]
    assert "40 %, not given, 60 %" in over_time.line_in_words(oldest_first, SHARE)
    assert "2.0 : 1, not given, 2.0 : 1" in over_time.line_in_words(oldest_first, RATIO)
    assert "2, not given, 2" in over_time.criteria_in_words(oldest_first)


def test_a_goal_is_set_counted_changed_and_dropped(house: Services) -> None:
    for number, reflections in enumerate((0.2, 1.5, 2.5)):
        keep(house, number, card(0.5, reflections))
    seen = Seen("progress")
    assert "Your goal" not in seen.said
    seen.page.selectbox(key="goal-measure").set_value(REFLECTION_TO_QUESTION.name)
    seen.run()
    seen.page.slider(key="goal-reflection_to_question").set_value(1.5)
    seen.press("Keep this goal")
    assert house.people.me().goal == Goal(measure="reflection_to_question", at_least=1.5)
    assert "give back what you heard 1.5 times for every question. Lately you met it in 2 of 3 talks" in Seen("progress").said
    again = Seen("progress")
    again.press("Have no goal")
    assert "Your goal" not in Seen("progress").said
    assert house.people.me().goal is None


def test_practice_stands_beside_reality_and_says_what_is_only_here(house: Services) -> None:
    for number in range(10):
        keep(house, number, card(0.5 + 0.02 * number, listening=1 if number < 5 else 3))
    keep(house, 20, card(0.3, listening=1), real=Stance.LEAD)
    assert "With two real talks and two practised ones" in Seen("progress").said
    for number in range(21, 27):
        keep(house, number, card(0.3, listening=1, score=30.0), real=Stance.LEAD)
    said = Seen("progress").said
    assert "**Listening** rose in practice, from 1.0 to 3.0, and has not yet in your real talks" in said
    assert "5 practised talks" in said
    assert "<td>64 %</td><td>30 %</td>" in said
    assert "led ·" in said


def test_talks_of_another_version_are_left_out_and_said_so(house: Services) -> None:
    keep(house, 0, card(0.1, version="0"))
    keep(house, 1, card(0.5))
    assert "Left out: 1 talk scored by another version" in Seen("progress").said
    for number in (2, 3):
        keep(house, number, card(0.5))
    said = Seen("progress").said
    assert "**50 %**" in said
    assert "scored by another version" in said


def test_every_goal_can_be_said() -> None:
    assert set(wording.words().goal) == set(GOALS)


def test_a_share_that_hardly_moved_is_said_to_have_stayed() -> None:
    assert "about as much as before" in progress.lately([Change(id=SHARE, now=0.52, before=0.5)])[0]
    assert "1 point less" not in progress.lately([Change(id=SHARE, now=0.49, before=0.5)])[0]
    assert progress.lately(changes([])) == []
