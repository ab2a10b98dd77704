from dataclasses import replace

import pytest

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.case import Case
from simulator.evaluation.measures.every import measures
from simulator.evaluation.measures.follow_ups import takes_up
from simulator.evaluation.quoting import quote, verified
from simulator.evaluation.scorecard import Measure, Quote
from simulator.language.content_words import content_words
from tests.evaluation import example_talks
from tests.evaluation.talks import asking, case
from tests.scenarios_for_tests import make_scenario

TELL = ("Call them today.", Code.INSTRUCTION)
ASK = ("What stands in the way?", Code.OPEN_QUESTION)
CHECK = ("Did they sign?", Code.CLOSED_QUESTION)
HEARD = ("You are worn out.", Code.REFLECTION)

IDS = (
    "ask_listen_share", "asked_told", "asked_share", "asked_share_words", "tells_per_100", "reflection_to_question",
    "open_question_share", "talk_share", "hollow", "talk_share_seconds", "pause", "first_tell", "first_open_question", "follow_up_rate",
    "stacked_questions",
    "longest_monologue", "discovery", "ideas", "commitment", "grow", "clarity",
)  # fmt: skip


def measured(talk: Case, name: str) -> Measure:
    return {measure.id: measure for measure in measures(talk)}[name]


def test_every_measure_is_there_in_order() -> None:
    assert tuple(measure.id for measure in measures(example_talks.coaching())) == IDS
    assert tuple(measure.id for measure in measures(Case(talk=case().talk, segments=()))) == IDS


def test_shares_count_segments_and_words() -> None:
    talk = case("Hm.", [TELL, ASK, CHECK, HEARD], "Well.", [TELL, TELL, ASK, ("Mm-hm.", Code.ACKNOWLEDGEMENT)], "Yes.")
    assert measured(talk, "asked_told").shown == "3 : 3"
    assert measured(talk, "asked_told").value == 1.0
    assert measured(talk, "asked_share").value == 0.5
    assert measured(talk, "asked_share_words").value == pytest.approx(13 / 22)
    assert measured(talk, "ask_listen_share").value == 5 / 8
    assert measured(talk, "ask_listen_share").shown == "63 %"
    assert measured(talk, "tells_per_100").value == 37.5
    assert measured(talk, "reflection_to_question").value == pytest.approx(1 / 3)
    assert measured(talk, "reflection_to_question").shown == "1 : 3"
    assert measured(talk, "open_question_share").shown == "67 % of 3"
    assert measured(talk, "talk_share").value == pytest.approx(27 / 30)


def test_a_leading_question_is_told_and_not_asked() -> None:
    talk = case("Hm.", [("Have you tried a discount?", Code.LEADING_QUESTION)] * 4, *asking(4))
    assert measured(talk, "asked_told").shown == "4 : 4"


def test_seven_stretches_are_too_few_for_a_share_and_eight_are_enough() -> None:
    few, enough = case("Hm.", [TELL] * 3, *asking(4)), case("Hm.", [TELL] * 4, *asking(4))
    for name in (
        "asked_told",
        "asked_share",
        "asked_share_words",
        "ask_listen_share",
        "tells_per_100",
        "open_question_share",
        "talk_share",
    ):
        assert measured(few, name).value is None
        assert "at least 8" in measured(few, name).unscored
        assert measured(few, name).shown == "–"
        assert measured(enough, name).value is not None


def test_reflections_to_questions_wait_for_three_questions() -> None:
    assert measured(case("Hm.", [ASK, CHECK, HEARD]), "reflection_to_question").unscored == "This needs at least 3 questions; you asked 2."
    assert measured(case("Hm.", [ASK, CHECK, HEARD, ASK]), "reflection_to_question").value == pytest.approx(1 / 3)


def test_nothing_told_is_shown_as_counts_and_never_as_infinite() -> None:
    ratio = measured(case("Hm.", *asking(4), [HEARD] * 4), "asked_told")
    assert (ratio.value, ratio.shown) == (None, "4 : 0")
    assert ratio.unscored


def test_what_came_first() -> None:
    talk = case("Hm.", [CHECK, TELL], "Well.", [ASK], "Yes.")
    assert measured(talk, "first_tell").shown == "turn 2, before any open question"
    assert measured(talk, "first_open_question").value == 4
    assert measured(case("Hm.", [ASK, TELL]), "first_tell").shown == "turn 2, after an open question"
    assert measured(case("Hm.", [ASK]), "first_tell").value is None


def test_stacked_questions_and_the_longest_run() -> None:
    talk = case("Hm.", [ASK, CHECK], [TELL], "Well.", [ASK], "Yes.", [CHECK, HEARD, CHECK])
    assert measured(talk, "stacked_questions").value == 2
    assert measured(talk, "longest_monologue").value == 5 + 3 + 3
    assert [quote.turn for quote in measured(talk, "longest_monologue").evidence] == [2, 3]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("What slips in the last week?", "It slipped again."),
        ("Tell me more.", "I am tired."),
        ("And what else?", "I am tired."),
        ("How did that feel?", "They laughed."),
        ("What happened then?", "They laughed."),
        ("You felt left alone with Bexley.", "Bexley shouted at me."),
    ],
)
def test_a_follow_up_takes_up_the_last_words(words: str, said: str) -> None:
    assert takes_up(words, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [("When is the renewal?", "I am tired."), ("What would you do with the time that you have?", "They laughed."), ("Tell me more.", "  ")],
)
def test_a_change_of_subject_takes_nothing_up(words: str, said: str) -> None:
    assert not takes_up(words, said)


def test_follow_ups_leave_out_what_was_asked_before_the_rep_spoke() -> None:
    talk = case([ASK] * 5, "The data clause.", [("What about the clause?", Code.OPEN_QUESTION), HEARD, CHECK])
    assert measured(talk, "follow_up_rate").shown == "33 % of 3"


def test_stems_meet() -> None:
    assert content_words("slips") == content_words("slipped") == content_words("Slipping!")
    assert not content_words("What do you think about it?")


def test_discovery_counts_what_was_drawn_out_by_its_depth() -> None:
    measure = measured(example_talks.coaching(), "discovery")
    assert measure.value == (1 + 2 + 3) / (2 * (1 + 2 + 3))
    assert measure.shown == "50 %, 3 of 6 facts"
    assert "What happened in spring?" in [quote.text for quote in measure.evidence]


def test_ideas_and_the_promise() -> None:
    assert measured(example_talks.mixed(), "ideas").shown == "1 : 1"
    assert measured(example_talks.telling(), "ideas").value == 0
    assert measured(example_talks.coaching(), "commitment").shown == "own: Ravi, Swap figures with Lena, Thursday"
    assert measured(example_talks.telling(), "commitment").value == 0
    assert measured(example_talks.endless_asking(), "commitment").shown == "none"


def test_without_a_scenario_what_needs_one_says_so() -> None:
    talk = example_talks.coaching()
    for name in ("discovery", "ideas", "commitment", "clarity"):
        measure = measured(Case(talk=talk.talk, segments=talk.segments), name)
        assert measure.value is None
        assert "scenario" in measure.unscored


def test_grow_quotes_the_words_that_touched_each_stage() -> None:
    talk = case(
        "Hm.",
        [("What do you want to get out of this?", Code.OPEN_QUESTION), ("What happened in September?", Code.OPEN_QUESTION)],
        "It slipped.",
        [("What could you try?", Code.OPEN_QUESTION), ("You could call them and set the next step.", Code.ADVICE)],
        "A list.",
        [("What will you do, and by when?", Code.OPEN_QUESTION)],
    )
    measure = measured(talk, "grow")
    assert measure.shown == "4 of 4: Goal, Reality, Options, Will"
    assert [quote.turn for quote in measure.evidence] == [2, 2, 4, 6]


def test_a_stage_is_known_by_the_labellers_mark_where_no_words_name_it() -> None:
    talk = case("The date slipped.", [("Anything that you would give a go?", Code.OPEN_QUESTION)], "Well.")
    assert measured(talk, "grow").value == 0
    marked = replace(talk, segments=tuple(replace(one, marks=("grow:options", "grow:will")) for one in talk.segments))
    assert measured(marked, "grow").shown == "1 of 4: Options"


def test_advice_touches_no_stage() -> None:
    assert measured(case("Hm.", [("You could call them first. The next step is a plan.", Code.ADVICE)]), "grow").value == 0


def test_clarity_finds_the_four_parts() -> None:
    measure = measured(example_talks.clear_and_fair(), "clarity")
    assert measure.shown == "4 of 4: decision, reason, expectation and date, room for their side"
    assert measure.evidence[0].text == "From Monday every quote goes through the new pricing form."


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ([("We have decided to split the territory.", Code.INFORMATION)], "1 of 4: decision"),
        ([("It is because the board wants one system.", Code.INFORMATION)], "1 of 4: reason"),
        ([("Send me the list.", Code.INSTRUCTION)], "0 of 4"),
        ([("Send me the list by Friday.", Code.INSTRUCTION)], "1 of 4: expectation and date"),
        ([("You never listen, because you don't care since Monday.", Code.CRITICISM)], "0 of 4"),
        ([("We have decided to split it.", Code.INFORMATION), ("Does that make sense?", Code.CLOSED_QUESTION)], "1 of 4: decision"),
        (
            [("We have decided to split it.", Code.INFORMATION), ("How does it land?", Code.OPEN_QUESTION)],
            "2 of 4: decision, room for their side",
        ),
    ],
)
def test_clarity_part_by_part(said: list[tuple[str, Code]], shown: str) -> None:
    talk = case("Hm.", said, "Well.", scenario=make_scenario(stance="lead"))
    assert measured(talk, "clarity").shown == shown


def test_anchors_name_their_field_and_are_no_norm() -> None:
    for measure in measures(example_talks.coaching()):
        assert "norm" not in measure.anchor.lower()
        assert not measure.anchor or any(field in measure.anchor for field in ("Counselling", "coaching"))
        assert measure.definition


def test_a_quote_that_is_not_in_the_talk_is_dropped() -> None:
    talk = case("Hm.", [("  Call them today. ", Code.INSTRUCTION)]).talk
    segment = Segment(turn=2, start=0, end=19, text="  Call them today. ", code=Code.INSTRUCTION)
    good = quote(segment)
    assert good == Quote(turn=2, start=2, end=18, text="Call them today.")
    bad = (
        Quote(turn=2, start=2, end=18, text="Call them today!"),
        Quote(turn=2, start=3, end=19, text="Call them today."),
        Quote(turn=9, start=2, end=18, text="Call them today."),
        Quote(turn=2, start=-17, end=-1, text="Call them today."),
        Quote(turn=2, start=2, end=2, text=""),
    )
    assert verified(talk, (*bad, good, good)) == (good,)
