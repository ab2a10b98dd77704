"""Matching by meaning: what a turn asks about, in words that no author wrote."""

import pytest

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.labelling.trained import built_in
from simulator.library.catalogue import load
from simulator.rehearsal.stage import answering
from simulator.rep.heard import Heard, Subject
from simulator.scenario.model import Scenario
from simulator.settings import PROJECT
from tests.scenarios_for_tests import make_scenario

MATCHER = answering().matcher
SCENARIO = make_scenario()
SHIPPED = load([PROJECT / "scenarios"]).scenarios


def hear(text: str, scenario: Scenario = SCENARIO) -> Heard:
    """The turn as the rep takes it in, coded by the built-in labeller."""
    return MATCHER.hear(scenario, built_in().label(text))


def facts(text: str) -> tuple[str, ...]:
    """The facts it is about, the closest first."""
    return hear(text).names(Subject.FACT)


def test_a_question_in_other_words_is_about_its_fact() -> None:
    assert facts("How did that customer in Bexley react?")[0] == "bexley-call"
    assert facts("Do you look at every figure a second time?")[0] == "checks-twice"


def test_telling_asks_for_nothing() -> None:
    assert facts("Tell the pricing desk to hurry up, and use the new template from today.") == ()


def test_advice_that_gives_an_idea_away_is_noticed() -> None:
    assert "buddy-check" in hear("You should let Lena check your figures.").given


@pytest.mark.parametrize("text", ["What could you try?", "What other options do you see?", "How would you like to go about it?"])
def test_asking_for_options_is_heard(text: str) -> None:
    assert hear(text).asks_options


@pytest.mark.parametrize("text", ["What will you do next, and by when?", "So what's your first step?", "When are you going to do it?"])
def test_asking_for_a_commitment_is_heard(text: str) -> None:
    assert hear(text).asks_commitment


@pytest.mark.parametrize("text", ["Thanks, let's stop here for today. Talk soon!", "Good talk, see you on Thursday.", "Thanks, bye."])
def test_a_goodbye_is_heard(text: str) -> None:
    assert hear(text).says_goodbye


@pytest.mark.parametrize("text", ["What happens to a quote?", "You sound tired.", "Send it today.", ""])
def test_other_turns_are_none_of_these(text: str) -> None:
    heard = hear(text)
    assert (heard.asks_options, heard.asks_commitment, heard.says_goodbye) == (False, False, False)


@pytest.mark.parametrize("text", ["", "🙂" * 500, "\x00\x07", "Wie läuft es?", "怎么样？", "x" * 100_000])
def test_any_text_can_be_heard(text: str) -> None:
    segments = [Segment(turn=2, start=0, end=len(text), text=text, code=Code.OPEN_QUESTION)]
    assert set(MATCHER.hear(SCENARIO, segments).names(Subject.FACT)) <= {fact.id for fact in SCENARIO.facts}


@pytest.mark.parametrize("scenario", SHIPPED, ids=lambda scenario: scenario.id)
def test_the_question_that_the_debrief_recommends_opens_its_fact(scenario: Scenario) -> None:
    for fact in scenario.facts:
        segment = Segment(turn=2, start=0, end=len(fact.opener), text=fact.opener, code=Code.OPEN_QUESTION)
        assert MATCHER.hear(scenario, [segment]).names(Subject.FACT)[0] == fact.id
