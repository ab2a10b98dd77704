"""What to practise next: the weakest criterion, what was not played, and a reason in words."""

from collections.abc import Sequence

from simulator.evaluation.criteria.levels import CRITERIA, texts
from simulator.library.catalogue import load
from simulator.practice.attempt import Summary
from simulator.practice.recommending import TRAINS, Recommendation, recommend
from simulator.scenario.model import Scenario, Stance
from simulator.settings import PROJECT

SHIPPED = load([PROJECT / "scenarios"]).scenarios


def recommended(scenarios: Sequence[Scenario], latest: Sequence[Summary]) -> Recommendation | None:
    """What to play next for somebody who has played these and no others."""
    return recommend(scenarios, latest, {one.scenario_id for one in latest})


def played(scenario: str, score: float | None = 50.0, **levels: int) -> Summary:
    """A finished talk with these levels."""
    return Summary(scenario_id=scenario, score=score, levels=levels)


def test_the_weakest_criterion_decides_and_is_named() -> None:
    found = recommended(SHIPPED, [played("forecast-slips-every-month", balance=3, listening=1, questions=2)])
    assert found is not None
    assert found.scenario.persona.style in TRAINS["listening"][0]
    assert found.scenario.stance is Stance.COACH
    assert found.why.startswith("Listening had the most room in your latest talks, 1.0 of 4, and ")
    assert found.scenario.persona.first_name in found.why


def test_clarity_is_practised_where_it_is_called_for() -> None:
    found = recommended(SHIPPED, [played("new-crm-process", clarity=0, listening=3)])
    assert found is not None
    assert found.scenario.stance is not Stance.COACH
    assert found.scenario.id != "new-crm-process"


def test_who_does_well_is_given_something_harder() -> None:
    one = next(each for each in SHIPPED if each.persona.style in TRAINS["listening"][0])
    ladder = [one.model_copy(update={"id": f"rung-{rung}", "difficulty": rung}) for rung in range(1, 6)]
    met, fresh = ladder[2], [each for each in ladder if each.difficulty != 3]
    easy, hard = (recommended([met, *fresh], [played(met.id, score, listening=2)]) for score in (40.0, 90.0))
    assert easy is not None
    assert hard is not None
    assert (easy.scenario.difficulty, hard.scenario.difficulty) == (2, 4)


def test_nothing_is_recommended_before_the_first_score_or_after_the_last_scenario() -> None:
    assert recommended(SHIPPED, []) is None
    assert recommended(SHIPPED, [played("a", None, listening=1)]) is None
    assert recommended(SHIPPED, [played(one.id, listening=2) for one in SHIPPED]) is None


def test_what_is_recommended_is_in_a_language_they_practise_in() -> None:
    german = recommended(SHIPPED, [played("messekontakte-versanden", discovery=1)])
    english = [recommended(SHIPPED, [played("forecast-slips-every-month", **{name: 1})]) for name in CRITERIA]
    assert german is not None
    assert german.scenario.language == "de"
    assert {found.scenario.language for found in english if found} == {"en"}


def test_every_criterion_is_trained_by_something() -> None:
    for name in CRITERIA:
        found = recommended(SHIPPED, [played("none", **{name: 1})])
        assert found is not None
        assert texts(name).name in found.why
