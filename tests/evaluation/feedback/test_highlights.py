"""The best question asked, and the cue that went by."""

from simulator.codes import Code
from simulator.evaluation.feedback.highlights import best_question, missed_cue
from simulator.scenario.model import Layer
from simulator.state import Disclosure, How, RepState
from tests.evaluation.talks import case
from tests.scenarios_for_tests import make_scenario

ASK = ("What is behind that?", Code.OPEN_QUESTION)
TELL = ("You should call her today.", Code.ADVICE)
LONG = "Well, she moved to another team in March, and since then nobody over there reads what I send, whatever I put in the subject."


def test_the_best_question_is_the_one_that_brought_most() -> None:
    talk = case("Hm.", [("What else?", Code.OPEN_QUESTION)], "No.", [ASK], LONG, [TELL], "Okay.")
    found = best_question(talk)
    assert found is not None
    assert (found.quote.turn, found.quote.text) == (4, "What is behind that?")
    assert "more than 20 words" in found.why


def test_a_fact_from_the_root_is_worth_more_than_many_words() -> None:
    scenario = make_scenario()
    root = next(fact.id for fact in scenario.facts if fact.layer is Layer.ROOT)
    state = RepState(openness=0.5, disclosed=(Disclosure(fact=root, turn=5, how=How.ELICITED),))
    talk = case("Hm.", [ASK], LONG, [("What do you fear?", Code.OPEN_QUESTION)], "That they find out.", scenario=scenario, state=state)
    found = best_question(talk)
    assert found is not None
    assert found.quote.text == "What do you fear?"
    assert "underneath" in found.why


def test_without_an_answer_there_is_no_best_question() -> None:
    assert best_question(case("Hm.", [ASK], "Dunno.")) is None
    assert best_question(case("Hm.", [TELL], LONG)) is None


def test_a_feeling_that_was_told_over_is_a_missed_cue() -> None:
    talk = case("The quote is out. Honestly, I am just tired of it all.", [TELL], "Okay.")
    found = missed_cue(talk)
    assert found is not None
    assert (found.quote.turn, found.quote.text) == (1, "Honestly, I am just tired of it all.")
    assert found.why == "You went on to tell."
    assert "tired" in found.answer


def test_a_cue_that_was_taken_up_is_not_missed() -> None:
    heard = ("You are worn out by it.", Code.REFLECTION)
    assert missed_cue(case("I am just tired of it all.", [heard, TELL], "Okay.")) is None
    assert missed_cue(case("I am just tired of it all.", [ASK], "Okay.")) is None
    assert missed_cue(case("The price is at forty.", [TELL], "Okay.")) is None


def test_the_last_words_of_a_talk_cannot_be_missed() -> None:
    assert missed_cue(case([TELL], "I am so tired.")) is None
