from dataclasses import replace

import pytest

from simulator.codes import Code
from simulator.evaluation.bands import BANDS, band
from simulator.evaluation.case import Case
from simulator.evaluation.criteria.levels import CRITERIA, WEIGHTS
from simulator.evaluation.scorecard import Criterion
from simulator.scenario.model import Scenario, Stance
from simulator.state import RepState
from tests.evaluation import example_talks
from tests.evaluation.talks import asking, case, criteria
from tests.scenarios_for_tests import make_scenario

TELL = ("Call them today.", Code.INSTRUCTION)
ASK = ("What stands in the way?", Code.OPEN_QUESTION)
STATE = RepState(openness=0.3)


def judged(talk: Case) -> dict[str, Criterion]:
    return {criterion.id: criterion for criterion in criteria(talk)}


def level(talk: Case, name: str) -> int:
    found = judged(talk)[name].level
    assert found is not None
    return found


def of(stance: str, asked: int, told: int, **changes: object) -> Case:
    scenario = make_scenario(stance=stance, **changes)
    return case("Hm.", *asking(asked), [TELL] * told, "Well.", scenario=scenario, state=STATE)


def test_each_stance_has_its_criteria_and_weights_of_a_hundred() -> None:
    for stance in Stance:
        assert sum(WEIGHTS[stance].values()) == 100
        assert set(judged(of(stance.value, 5, 5))) == set(WEIGHTS[stance])
    assert set(CRITERIA) == set(WEIGHTS[Stance.LEAD])


@pytest.mark.parametrize(
    ("stance", "asked", "told", "expected"),
    [
        ("coach", 10, 0, 4), ("coach", 7, 3, 4), ("coach", 6, 4, 3), ("coach", 5, 5, 2), ("coach", 4, 6, 1), ("coach", 1, 9, 0),
        ("lead", 6, 4, 4), ("lead", 3, 7, 3), ("lead", 10, 0, 1),
        ("manage", 4, 6, 4), ("manage", 3, 7, 4), ("manage", 1, 9, 2), ("manage", 10, 0, 0),
    ],
)  # fmt: skip
def test_balance_is_judged_by_what_the_moment_calls_for(stance: str, asked: int, told: int, expected: int) -> None:
    assert level(of(stance, asked, told), "balance") == expected


def test_a_scenario_can_set_its_own_band() -> None:
    own = make_scenario(rubric={"ask_listen_share": [0.1, 0.3]})
    assert band(own) == (0.1, 0.3)
    assert band(make_scenario(stance="lead")) == BANDS[Stance.LEAD]
    assert band(None) == BANDS[Stance.COACH]
    assert level(of("coach", 2, 8, rubric={"ask_listen_share": [0.1, 0.3]}), "balance") == 4


def test_balance_does_not_rest_on_counting_alone() -> None:
    sermon = " ".join(["word"] * 200)
    talk = case("Hm.", *asking(8), [(sermon, Code.INFORMATION)], "Well.", scenario=make_scenario(), state=STATE)
    assert level(talk, "balance") == 3
    assert judged(talk)["balance"].quotes[0].text == sermon


def test_listening_needs_meaning_given_back_and_taken_up() -> None:
    assert level(example_talks.coaching(), "listening") == 4
    assert level(example_talks.telling(), "listening") == 0
    nods = case("Hm.", [("Mm-hm.", Code.ACKNOWLEDGEMENT)] * 6 + [ASK] * 4, "Well, I do not know. " * 20)
    assert level(nods, "listening") == 0


def test_questions_see_through_closed_leading_and_stacked_ones() -> None:
    closed = case("Hm.", [("Did they sign?", Code.CLOSED_QUESTION)] * 8, "No.")
    leading = case("Hm.", [("Have you tried a discount?", Code.LEADING_QUESTION)] * 5 + [ASK] * 3, "No.")
    assert level(example_talks.coaching(), "questions") == 4
    assert level(closed, "questions") <= 1
    assert level(leading, "questions") < 4
    assert level(example_talks.telling(), "questions") == 0


def test_discovery_needs_depth_for_its_upper_levels() -> None:
    talk = example_talks.coaching()
    assert talk.state is not None
    assert level(talk, "discovery") == 3
    surface = replace(talk, state=replace(talk.state, disclosed=talk.state.disclosed[:1]))
    assert level(surface, "discovery") == 1
    assert level(replace(talk, state=replace(talk.state, disclosed=())), "discovery") == 0


def test_what_was_volunteered_was_not_discovered() -> None:
    talk = example_talks.coaching()
    assert talk.state is not None
    volunteered = replace(talk, state=replace(talk.state, disclosed=talk.state.disclosed[3:]))
    assert level(volunteered, "discovery") == 0


def test_ownership_asks_whose_ideas_and_whose_promise() -> None:
    assert level(example_talks.coaching(), "ownership") == 4
    assert level(example_talks.mixed(), "ownership") == 2
    assert level(example_talks.telling(), "ownership") == 0


def test_close_asks_who_what_when_and_who_said_it() -> None:
    assert level(example_talks.coaching(), "close") == 4
    assert level(example_talks.telling(), "close") == 2
    assert level(example_talks.endless_asking(), "close") == 0


def test_clarity_counts_its_parts_and_blame_costs() -> None:
    clear = example_talks.clear_and_fair()
    assert level(clear, "clarity") == 4
    assert level(example_talks.endless_asking(), "clarity") == 0
    blamed = case(
        "Hm.",
        [(segment.text.strip(), segment.code) for segment in clear.segments] + [("That was careless.", Code.CRITICISM)] * 3,
        "Well.",
        scenario=clear.scenario,
        state=STATE,
    )
    assert level(blamed, "clarity") == 3


def test_without_a_scenario_the_rest_is_judged_and_says_why_not() -> None:
    talk = example_talks.coaching()
    found = judged(Case(talk=talk.talk, segments=talk.segments))
    assert {name for name, criterion in found.items() if criterion.level is not None} == {"balance", "listening", "questions", "close"}
    assert all("scenario" in found[name].unscored for name in ("discovery", "ownership"))


def test_below_the_floor_the_reason_is_given() -> None:
    found = judged(case("Hm.", [ASK, TELL], "Well."))
    assert all(found[name].level is None and "at least 8" in found[name].unscored for name in ("balance", "listening", "questions"))


@pytest.mark.parametrize(
    "talk",
    [
        example_talks.coaching(),
        example_talks.mixed(),
        example_talks.telling(),
        example_talks.clear_and_fair(),
        example_talks.endless_asking(),
    ],
    ids=["coaching", "mixed", "telling", "clear", "endless"],
)
def test_each_criterion_reads_on_its_own(talk: Case) -> None:
    texts = {turn.number: turn.text for turn in talk.talk}
    for criterion in criteria(talk):
        assert criterion.level is not None
        assert criterion.number
        assert criterion.reading.startswith(("You", "On the table", "Ravi", "No promise"))
        assert criterion.reading.endswith(".")
        assert bool(criterion.next) == (criterion.level < 4)
        for quote in criterion.quotes:
            assert texts[quote.turn][quote.start : quote.end] == quote.text


def test_the_manage_scenario_of_these_tests_is_one() -> None:
    scenario: Scenario | None = example_talks.clear_and_fair().scenario
    assert scenario is not None
    assert scenario.stance is Stance.MANAGE
