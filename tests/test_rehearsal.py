"""Scenarios played by simulated managers: what ships can be published, and what cannot says why."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.codes import Code
from simulator.conversation import Conversation, Speaker, Turn
from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.trained import built_in
from simulator.library.catalogue import load
from simulator.rehearsal import MANAGERS, Play, verdict
from simulator.rehearsal.play import rehearse
from simulator.rehearsal.stage import answering, rehearse_all, rehearse_one
from simulator.rep.scripted import ScriptedVoice
from simulator.rep.voice import Voice
from simulator.scenario.model import Needs, Scenario
from simulator.settings import PROJECT
from simulator.state import Disclosure, How, Owner
from tests.failing_llm import Answer, failing
from tests.practising import model

SHIPPED = load([PROJECT / "scenarios"]).scenarios
SCENARIO = SHIPPED[0]
PARTS = 12
"""The library is rehearsed in so many tests, so that none takes more than a minute."""


def plays(scenario: Scenario, *managers: str, seed: int = 1, voice: Voice | None = None) -> tuple[Play, ...]:
    """One talk with each of these managers."""
    return rehearse(scenario, seeds=[seed], labeller=ByLanguage(built_in()), answering=answering(voice), managers=list(managers))


@pytest.fixture(scope="module")
def played() -> tuple[Play, ...]:
    """The first scenario with every manager."""
    return plays(SCENARIO, *MANAGERS)


@pytest.mark.parametrize("part", range(PARTS))
def test_everything_that_ships_can_be_published(part: int) -> None:
    # Every scenario once, and some twice: what another seed changes is the order of lines that are written for any order.
    found = [
        rehearse_one(scenario, seeds=(1, 2) if place % 3 == part % 3 == 0 else (1,)) for place, scenario in enumerate(SHIPPED[part::PARTS])
    ]
    assert {one.scenario: one.problems for one in found if one.problems} == {}


def test_side_by_side_the_verdicts_are_the_same_and_in_order() -> None:
    some = SHIPPED[4:6]
    assert rehearse_all(some, seeds=(1,)) == tuple(rehearse_one(scenario, seeds=(1,)) for scenario in some)


def test_the_same_seed_plays_the_same_talk() -> None:
    assert plays(SCENARIO, "coach", "silent") == plays(SCENARIO, "coach", "silent")
    assert plays(SCENARIO, "coach")[0].talk != plays(SCENARIO, "coach", seed=2)[0].talk


def test_managers_are_as_they_are_called(played: tuple[Play, ...]) -> None:
    by = {play.manager: play for play in played}
    shares = {name: next(one for one in play.scorecard.measures if one.id == "ask_listen_share").value for name, play in by.items()}
    assert (shares["coach"] or 0) > 0.9
    assert (shares["teller"] or 0) < 0.2
    assert (shares["seller"] or 0) < 0.5
    assert all(turn.silent or turn.words < 3 for turn in by["silent"].talk.by(Speaker.MANAGER))


def test_a_scenario_in_which_a_fact_cannot_be_earned_is_not_published() -> None:
    root = next(fact for fact in SCENARIO.facts if fact.layer.value == "root")
    shut = root.model_copy(update={"needs": Needs(by=[Code.PERMISSION])})
    broken = SCENARIO.model_copy(update={"facts": [shut if fact is root else fact for fact in SCENARIO.facts]})
    assert any(root.id in problem for problem in rehearse_one(broken, seeds=[1]).problems)


def test_each_thing_that_can_go_wrong_is_told(played: tuple[Play, ...]) -> None:
    def problems(**changes: Any) -> str:
        return " ".join(verdict(SCENARIO, [replace(play, **changes) if play.manager == "teller" else play for play in played]).problems)

    root = next(fact.id for fact in SCENARIO.facts if fact.layer.value == "root")
    teller = next(play for play in played if play.manager == "teller")
    assert "deeper than the surface" in problems(
        state=replace(teller.state, disclosed=(Disclosure(fact=root, turn=3, how=How.VOLUNTEERED),))
    )
    twice = Conversation(turns=tuple(Turn(number=n, speaker=Speaker.REP, text="Right.") for n in (1, 3)))
    assert "comes twice" in problems(talk=twice)
    assert "has no end" in problems(by_rep=False)
    assert "leaves after 2 turns" in problems(state=replace(teller.state, turns=2))
    assert "points more" in problems(scorecard=replace(teller.scorecard, score=99.0))
    assert "with seed 1 the mixed manager scores" in problems(scorecard=replace(teller.scorecard, score=99.0))


def test_what_goes_right_is_no_problem(played: tuple[Play, ...]) -> None:
    found = verdict(SCENARIO, played)
    assert [problem for problem in found.problems if "no manager gets" not in problem] == []
    assert 0.4 < found.coverage < 1
    assert found.scores["coach"] is not None


def test_a_model_plays_every_turn_and_its_words_are_what_was_said() -> None:
    answers = [Answer(pieces=(f"Well, call number {number} ", "went nowhere again.")) for number in range(200)]
    with failing(*answers) as server:
        one, other = plays(SCENARIO, "teller", "mixed", voice=model(server.url))
    for play in (one, other):
        # Where a fact or an idea was to be told these words tell none, so the script tells it; all else the model says.
        told = {disclosure.turn for disclosure in play.state.disclosed} | {
            idea.turn for idea in play.state.ideas if idea.owner is Owner.REP
        }
        replies = play.talk.by(Speaker.REP)[1:]
        assert [turn.text.endswith("went nowhere again.") for turn in replies] == [turn.number not in told for turn in replies]
        assert play.stood_in == len(told)
    assert one.stood_in == 0
    # The openings are the script's, and a turn that left out its substance was asked for once more.
    assert len(server.requests) == one.state.turns + other.state.turns - 2 + other.stood_in


def test_a_model_that_fails_is_no_reason_to_publish() -> None:
    with failing(Answer(status=500)) as server:
        (play,) = plays(SCENARIO, "teller", voice=model(server.url))
    assert play.stood_in == play.state.turns - 1
    assert play.talk.by(Speaker.REP)[1].voice == ScriptedVoice.name
    assert any("the script took" in problem for problem in verdict(SCENARIO, [play]).problems)
