"""The one thing to do next: worth most to this talk, shown by a moment in the words of both, and not the same every time."""

from dataclasses import replace

import pytest

from simulator.codes import Code
from simulator.evaluation.case import Case
from simulator.evaluation.criteria.every import judgements
from simulator.evaluation.feedback import whole
from simulator.evaluation.feedback.lesson_moments import FINDS, Looked, Moment, moment
from simulator.evaluation.feedback.missed_cue import missed_cue
from simulator.evaluation.feedback.one_thing import CLEARLY, one_thing
from simulator.evaluation.findings import findings
from simulator.evaluation.lessons import Lesson, Lessons
from simulator.evaluation.scorecard import OneThing, Rewrite
from simulator.evaluation.scoring import worth
from simulator.scenario.model import Stance
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState
from tests.evaluation import example_talks
from tests.evaluation.talks import asking, case
from tests.scenarios_for_tests import make_scenario

ADVICE, OPEN, CLOSED, BACK = Code.ADVICE, Code.OPEN_QUESTION, Code.CLOSED_QUESTION, Code.REFLECTION
SCENARIO = make_scenario()
STATE = RepState(openness=0.3)


def seen(talk: Case, *rewrites: Rewrite) -> Looked:
    return Looked(found=findings(talk), rewrites=rewrites, missed=missed_cue(talk))


def chosen(talk: Case, last: OneThing | None = None) -> OneThing:
    found = one_thing(seen(talk), worth(judgements(findings(talk)), talk.stance), last)
    assert found is not None
    return found


def shown(lesson: Lesson, talk: Case) -> Moment:
    found = moment(lesson, seen(talk))
    assert found is not None
    return found


def test_it_is_worth_the_levels_it_would_have_raised_times_what_they_weigh() -> None:
    points = worth(judgements(findings(example_talks.telling())), Stance.COACH)
    assert points["balance"] == {Lesson.ASK_INSTEAD: 20.0}
    assert points["close"] == {Lesson.ASK_NOT_SET: 3.75, Lesson.LOOK_AGAIN: 3.75}
    assert sum(points["ownership"].values()) == 15.0
    assert chosen(example_talks.telling()).points == 20.0
    assert chosen(example_talks.telling()).criterion == "balance"


def test_what_raises_two_criteria_is_worth_both() -> None:
    talk = case("Hm.", *asking(9), "Well.", scenario=SCENARIO, state=STATE)
    points = worth(judgements(findings(talk)), Stance.COACH)
    both = [points[name][Lesson.ASK_PROMISE] for name in ("ownership", "close")]
    assert min(both) > 0
    kept = {name: {Lesson.ASK_PROMISE: points[name][Lesson.ASK_PROMISE]} for name in ("ownership", "close")}
    found = one_thing(seen(talk), kept, None)
    assert found is not None
    assert (found.lesson, found.points) == (Lesson.ASK_PROMISE, sum(both))


def test_what_was_said_last_time_is_left_for_the_next_best_unless_it_is_clearly_the_one() -> None:
    talk = example_talks.telling()
    first = chosen(talk)
    near = {"balance": {Lesson.ASK_INSTEAD: 10.0}, "listening": {Lesson.GIVE_BACK: 10.0 / CLEARLY + 0.1}}
    far = {"balance": {Lesson.ASK_INSTEAD: 10.0}, "listening": {Lesson.GIVE_BACK: 10.0 / CLEARLY - 0.1}}
    assert first.lesson is Lesson.ASK_INSTEAD
    for points, expected in ((near, Lesson.GIVE_BACK), (far, Lesson.ASK_INSTEAD)):
        found = one_thing(seen(talk), points, first)
        assert found is not None
        assert found.lesson is expected
    assert chosen(talk, replace(first, lesson="one of before")).lesson is Lesson.ASK_INSTEAD


def test_it_is_never_said_in_the_same_words_twice_in_a_row() -> None:
    talk, points = example_talks.telling(), {"balance": {Lesson.ASK_INSTEAD: 10.0}}
    last = None
    for _ in range(3):
        found = one_thing(seen(talk), points, last)
        assert found is not None
        assert last is None or found.says != last.says
        last = found


def test_there_are_five_ways_to_say_each_lesson_and_all_differ() -> None:
    words = Lessons.of()
    ways = [way for some in words.says.values() for way in some]
    assert len(set(ways)) == len(ways)
    assert {lesson: len(some) for lesson, some in words.says.items() if len(some) < 5} == {}
    assert set(FINDS) == set(Lesson)


def test_where_nothing_is_lacking_there_is_none() -> None:
    assert one_thing(seen(example_talks.coaching()), {"balance": {}}, None) is None
    assert one_thing(seen(example_talks.coaching()), {"balance": {Lesson.ASK_INSTEAD: 0.0}}, None) is None


def test_a_lesson_that_no_words_of_both_show_is_passed_over() -> None:
    talk = case([("You should call them.", ADVICE)], scenario=SCENARIO, state=STATE)
    points = {"balance": {Lesson.ASK_INSTEAD: 10.0}, "close": {Lesson.ASK_PROMISE: 5.0}}
    assert one_thing(seen(talk), points, None) is None


def test_the_tell_is_shown_that_there_is_a_question_for() -> None:
    talk = case("Hm.", [("You should call the CFO.", ADVICE)], "Well.", [("Let Lena look at it.", ADVICE)], "Fine.", scenario=SCENARIO)
    tell = whole.act(talk, talk.segments[1])
    found = moment(Lesson.ASK_INSTEAD, seen(talk, Rewrite(quote=tell, code=ADVICE, question="Who could help?", why="")))
    assert found is not None
    assert (found.theirs.text, found.yours.text, found.question) == ("Well.", "Let Lena look at it.", "Who could help?")


def test_a_cue_that_went_by_shows_what_was_not_given_back() -> None:
    talk = case("It is out. I'm just tired of it all.", [("You should call her.", ADVICE)], "Fine.", scenario=SCENARIO, state=STATE)
    found = shown(Lesson.GIVE_BACK, talk)
    assert (found.theirs.text, found.yours.text) == ("I'm just tired of it all.", "You should call her.")
    assert "“I'm just tired of it all.”" in found.question


def test_a_fact_is_shown_with_what_would_have_led_deeper() -> None:
    state = replace(STATE, disclosed=(Disclosure(fact="pricing-queue", turn=3, how=How.ELICITED),))
    talk = case("Hm.", *asking(1), "Twice a week.", [("Did you ask her?", CLOSED)], "No.", scenario=SCENARIO, state=state)
    found = shown(Lesson.GO_DEEPER, talk)
    assert (found.theirs.turn, found.yours.text) == (3, "Did you ask her?")
    assert found.question == SCENARIO.fact("checks-twice").opener


def test_a_promise_is_shown_with_what_led_up_to_it() -> None:
    state = replace(STATE, commitment=Commitment(kind=Promise.IMPOSED, turn=3, what="Call", when="Friday"))
    talk = case(
        "Hm.", [("Do it by Friday.", Code.INSTRUCTION)], "Fine. I'll have it done.", [("Good.", BACK)], scenario=SCENARIO, state=state
    )
    assert shown(Lesson.LET_THEM, talk).yours.text == "Do it by Friday."
    assert shown(Lesson.LOOK_AGAIN, talk).yours.text == "Good."


def test_an_idea_that_was_left_lying_is_shown_with_what_came_instead() -> None:
    state = replace(STATE, ideas=(IdeaOnTable(idea="price-list", owner=Owner.REP, turn=3),))
    talk = case("Hm.", *asking(1), "I could keep a list.", [("Did you ask her?", CLOSED)], "No.", scenario=SCENARIO, state=state)
    found = shown(Lesson.CHOOSE_ONE, talk)
    assert (found.theirs.text, found.yours.text) == ("I could keep a list.", "Did you ask her?")


LONG = "One. " + "And so it went on and on for a very long time there. " * 9 + "That was it."


@pytest.mark.parametrize(("how", "begins", "ends"), [(whole.ending, False, True), (whole.beginning, True, False)])
def test_of_a_long_turn_whole_sentences_are_quoted(how: object, begins: bool, ends: bool) -> None:
    talk = case(LONG, *asking(1), "Well.")
    quote = how(talk, talk.talk.turns[0])  # type: ignore[operator]
    assert LONG[quote.start : quote.end] == quote.text
    assert quote.text.startswith("One.") is begins
    assert quote.text.endswith("That was it.") is ends
    assert quote.text.endswith(".")
    assert len(quote.text.split()) <= whole.MOST


def test_an_act_is_quoted_with_the_whole_sentence_it_stands_in() -> None:
    talk = case("Hm.", [("I hear you, but", BACK), ("call them today.", Code.INSTRUCTION), ("Okay?", CLOSED)], "Fine.")
    assert whole.act(talk, talk.segments[1]).text == "I hear you, but call them today."
