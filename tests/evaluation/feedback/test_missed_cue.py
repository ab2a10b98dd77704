"""The cue that went by: what shows in a rep's words, and what of it the next turn left."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from simulator.codes import Code
from simulator.conversation import SILENCE
from simulator.evaluation.feedback.cues import Cue, shown_in
from simulator.evaluation.feedback.missed_cue import missed_cue
from tests.evaluation.talks import Said, case
from tests.scenarios_for_tests import make_scenario
from tests.talks import turn

ASK = ("What is behind that?", Code.OPEN_QUESTION)
TELL = ("You should call her today.", Code.ADVICE)

SHOWING = {
    "The quote is out. Honestly, I'm just tired of it all.": Cue.FEELING,
    "I sat in the car for ten minutes because I dread that Monday call.": Cue.FEELING,
    "I couldn't sleep before the review, if you want to know.": Cue.FEELING,
    "When the mail went round I felt invisible.": Cue.FEELING,
    "I've had enough of being the one who apologises for the warehouse.": Cue.FEELING,
    "They cut the budget twice, and it's getting to me.": Cue.FEELING,
    "There's more to it than the price.": Cue.HINT,
    "Never mind, it doesn't matter now.": Cue.HINT,
    "Nobody asked me what I thought of it.": Cue.HINT,
    "I'd rather not go into why she left.": Cue.HINT,
    "It's fine, but I would have done it another way.": Cue.CONTRADICTION,
    "On paper it's a promotion.": Cue.CONTRADICTION,
    "I'm not sure they will ever sign.": Cue.DOUBT,
    "If you say so, I can live with it.": Cue.DOUBT,
    "I wonder whether it's worth the drive.": Cue.DOUBT,
}
"""Fifteen turns that let something show."""

SHOWING_NOTHING = (
    "Thank you for making time, I'm glad we talked.",
    "I'm afraid I have to run, my next call starts at ten.",
    "Sorry to keep you waiting, the lift was slow.",
    "No worries, I'll have it ready for you by noon.",
    "I'll ring her on Friday morning and tell you how it went.",
    "It's done: the contract went out last night.",
    "Don't worry about the figures, they are in your inbox.",
    "I'd be happy to show the new colleague round.",
    "Sure, I can do that. Tuesday works for me.",
    "We closed eleven of the fourteen, and two more come in June.",
    "I'm not worried about the date, it stands in the contract.",
    "That was kind of you to say, I'll pass it on.",
    "I hate to bother you, but where do I find the form?",
    "Good morning. The train was on time for once.",
    "I promised Lena the list, and she has it since Monday.",
)
"""Fifteen that are polite, or finished."""


@pytest.mark.parametrize("said", SHOWING)
def test_a_feeling_a_hint_a_contradiction_and_a_doubt_are_cues(said: str) -> None:
    assert SHOWING[said] in [one.cue for one in shown_in(turn(1, said), "en")]
    found = missed_cue(case(said, [TELL], "Okay."))
    assert found is not None
    assert found.quote.text in said
    assert found.why.endswith("and you went on to tell.")


@pytest.mark.parametrize("said", SHOWING_NOTHING)
def test_politeness_and_finished_promises_are_none(said: str) -> None:
    assert missed_cue(case(said, [TELL], "Okay.")) is None


@pytest.mark.parametrize(
    "said",
    [
        "Ich habe die Nase voll davon.", "Ich mache mir Sorgen um den Abschluss.", "Mich hat keiner gefragt.", "Lassen wir das lieber.",
        "Das ist gut, aber es hilft uns nicht.", "Ich weiß nicht, ob das reicht.",
    ],
)  # fmt: skip
def test_cues_are_found_in_german_too(said: str) -> None:
    scenario = make_scenario(language="de")
    told = [("Du solltest sie heute noch anrufen.", Code.ADVICE)]
    assert missed_cue(case("Guten Morgen, ich bin da.", told, said, told, "Na gut.", scenario=scenario)) is not None


@pytest.mark.parametrize("said", ["Vielen Dank, das freut mich.", "Kein Problem, ich rufe sie am Freitag an.", "Ich muss los, bis dann."])
def test_german_politeness_is_none(said: str) -> None:
    told = [("Du solltest sie heute noch anrufen.", Code.ADVICE)]
    assert missed_cue(case("Guten Morgen, ich bin da.", told, said, told, "Na gut.", scenario=make_scenario(language="de"))) is None


@pytest.mark.parametrize(
    "reply",
    [
        [("You are worn out by it.", Code.REFLECTION), TELL],
        [ASK],
        [("What makes you so tired?", Code.OPEN_QUESTION)],
        [("How do you feel?", Code.OPEN_QUESTION)],
        [("Tell me more.", Code.OPEN_QUESTION)],
        [("Is it the quote that makes you tired?", Code.CLOSED_QUESTION)],
        [("It takes courage to say so.", Code.AFFIRMATION)],
    ],
)
def test_what_was_taken_up_is_not_missed(reply: Sequence[Said]) -> None:
    assert missed_cue(case("The quote is out. I am just tired of it all.", reply, "Okay.")) is None


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ([("I see.", Code.ACKNOWLEDGEMENT)], "something else."),
        ([("When did the quote go out?", Code.CLOSED_QUESTION)], "something else."),
        ([("What did the buyer at Bexley say about our prices?", Code.OPEN_QUESTION)], "something else."),
        ([("So the quote is out.", Code.REFLECTION)], "something else."),
        ([("Good that the quote is out.", Code.AFFIRMATION), TELL], "tell."),
    ],
)
def test_what_takes_up_another_part_leaves_it(reply: Sequence[Said], why: str) -> None:
    found = missed_cue(case("The quote is out. I am just tired of it all.", reply, "Okay."))
    assert found is not None
    assert found.quote.text == "I am just tired of it all."
    assert found.why.endswith(why)
    assert "“I am just tired of it all.”" in found.answer


def test_the_weightiest_is_taken_and_of_equals_the_first() -> None:
    doubt, feeling = "I'm not sure about that.", "I'm worried about Bexley."
    found = missed_cue(case(doubt, [TELL], feeling, [TELL], "I'm worried about Lena.", [TELL], "Okay."))
    assert found is not None
    assert found.quote.text == feeling


def test_neither_the_last_words_of_a_talk_nor_those_that_a_silence_answers_are_missed() -> None:
    assert missed_cue(case([TELL], "I am so tired.")) is None
    silent = case("I am so tired.", [(SILENCE, Code.SOCIAL)], "Every night.", [ASK], "Well.")
    assert missed_cue(replace(silent, segments=silent.segments[1:])) is None


def test_stepping_aside_is_a_hint_where_the_scenario_says_so() -> None:
    aside = "Ask me about the sensors, they are new."
    scenario = make_scenario(deflections=[aside, *make_scenario().deflections])
    assert missed_cue(case(aside, [TELL], "Okay.")) is None
    found = missed_cue(case(aside, [TELL], "Okay.", scenario=scenario))
    assert found is not None
    assert found.quote.text == aside
