"""The score means something: in every scenario, whatever the seed, a teller scores less than a mixed manager, and that one less than a good one.

A good manager is one for the moment: where the stance is lead or manage they say the decision, the reason and the date first, and then ask and listen.
"""

from pathlib import Path

import pytest

from simulator import __version__
from simulator.evaluation.labeller import TurnByTurn
from simulator.evaluation.trained import built_in
from simulator.library.catalogue import load
from simulator.practice import Practice
from simulator.rep.scripted import ScriptedVoice
from simulator.scenario import Scenario, Stance
from simulator.settings import PROJECT
from simulator.store.repository import SqlRepository
from tests.test_shipped_scenarios import MATCHER, SHIPPED, TELLS, coaching

CLEAR = [
    "I want to be straight with you today.",
    "This is decided, and it holds for everyone, from Monday the seventeenth of November.",
    "The reason is that the old way has cost us money twice this autumn.",
    "I need every quote and every account handed over by that date.",
]
HEARD = ["How does that land with you?", "So it isn't the decision so much as how it was done."]


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """The product's own parts over a fresh database."""
    folder: Path = tmp_path_factory.mktemp("order")
    return Practice(
        scenarios=load([PROJECT / "scenarios"]),
        repository=SqlRepository(f"sqlite:///{folder / 'talks.db'}"),
        labeller=built_in(),
        judge=TurnByTurn(labeller=built_in()),
        matcher=MATCHER,
        voice=ScriptedVoice(),
        app_version=__version__,
    )


def points(practice: Practice, scenario: Scenario, lines: list[str], seed: int) -> float:
    attempt = practice.start(scenario.id, seed=seed)
    for words in lines:
        if practice.repository.get(attempt.id).state.closed:
            break
        practice.say(attempt.id, words).whole()
    card = practice.finish(attempt.id).scorecard
    assert card is not None
    assert card.score is not None, card.unscored
    return card.score


def good(scenario: Scenario) -> list[str]:
    asked = coaching(scenario)
    if scenario.stance is Stance.COACH:
        return asked
    return [*CLEAR, *HEARD, *asked[:3], *asked[-4:]]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("scenario", SHIPPED, ids=lambda scenario: scenario.id)
def test_a_teller_scores_less_than_a_mixed_manager_and_that_one_less_than_a_good_one(
    practice: Practice, scenario: Scenario, seed: int
) -> None:
    mixed = [line for pair in zip(TELLS, coaching(scenario), strict=False) for line in pair]
    told, both, well = (points(practice, scenario, lines, seed) for lines in (list(TELLS), mixed, good(scenario)))
    assert told < both < well, (told, both, well)
