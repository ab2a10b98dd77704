"""Who and what the rep has named, asked about; and questions after what no fact is."""

from dataclasses import replace

import pytest

from simulator.conversation import Segment
from simulator.evaluation.labelling.trained import built_in
from simulator.library.catalogue import load
from simulator.reading import Query, asks, asks_twice, kind, query
from simulator.rehearsal.stage import answering
from simulator.rep import mind
from simulator.rep.heard import Subject
from simulator.rep.intent import Act, Intent
from simulator.rep.mentions import mentioned
from simulator.scenario.depth import Aside
from simulator.scenario.fallback import aside_lines
from simulator.scenario.model import Scenario
from simulator.settings import PROJECT
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState

SCENARIO = load([PROJECT / "scenarios"]).get("pitches-before-asking")
MATCHER, LABELLER = answering().matcher, built_in()
COCKATOO = '"Do the cockatoo, Bron." Blokes from the Perth office, in the lift, I\'d never met one of them.'
PLAIN = "It's a good demo, what can I tell you."


def answered(words: str, last: str, state: RepState | None = None) -> Intent:
    """What the rep answers who says these words after `last`."""
    now = state or RepState(openness=0.7, turns=3, said=(last,))
    heard = MATCHER.hear(SCENARIO, LABELLER.label(words, context=last, turn=4), now, last)
    return mind.react(SCENARIO, now, heard, turn=5).intent


@pytest.mark.parametrize(
    "words", ["What's this cockatoo?", "The cockatoo?", "Sorry, what is the cockatoo, exactly?", "What do you mean by the cockatoo?"]
)
def test_what_was_named_is_explained_to_who_asks(words: str) -> None:
    (mention,) = (one for one in SCENARIO.mentions if "cockatoo" in one.names)
    assert answered(words, COCKATOO).line in mention.lines


def test_what_nobody_has_named_cannot_be_asked_about() -> None:
    assert mentioned(SCENARIO, (PLAIN,), PLAIN, "What's this cockatoo?", None) is None
    assert mentioned(SCENARIO, (PLAIN, COCKATOO), PLAIN, "What's this cockatoo?", None) is not None


def test_a_question_that_only_speaks_of_what_was_named_is_not_about_it() -> None:
    assert mentioned(SCENARIO, (COCKATOO,), COCKATOO, "How did it feel to do the cockatoo in the lift?", None) is None


def test_who_is_he_is_the_one_named_last() -> None:
    last = "Darren from the quarry, lovely man, and before him there was Merv."
    found = mentioned(SCENARIO, (last,), last, "And who is he?", kind(segment("And who is he?")))
    assert found is not None
    assert (SCENARIO.mentions[found[0]].names[0], found[1]) == ("Merv", False)


def segment(words: str) -> Segment:
    """The words as the labeller codes them."""
    return LABELLER.label(words, context=PLAIN, turn=4)[0]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("If you could put one thing down, starting tomorrow, what would it be?", Query.WISH),
        ("What do you want now?", Query.WISH),
        ("What would happen if you said it out loud on Monday?", Query.WHAT_IF),
        ("What do you think he would have told you?", Query.WHAT_IF),
        ("What have we agreed upon today?", Query.AGREED),
        ("What do you mean?", Query.OWN_WORDS),
        ("When will you ring them, which day?", Query.AHEAD),
        ("Give me a date.", Query.AHEAD),
        ("When did you ring them?", None),
        ("What's that got to do with the quote?", Query.LOST),
        ("Where did that come from?", Query.LOST),
        ("Where did you learn to sell?", None),
        ("What did you say to her?", None),
    ],
)
def test_what_a_question_is_after(words: str, meant: Query | None) -> None:
    assert query(words) is meant


@pytest.mark.parametrize(
    "words",
    [
        "May I ask what you actually know about their business?",
        "Kindly tell me, what have we agreed upon today?",
        "Please name them one after the other.",
        "Why do the memos never end up in the system?",
    ],
)
def test_what_asks_is_heard_as_a_question_whatever_its_code(words: str) -> None:
    assert any(asks(one) for one in LABELLER.label(words, context=PLAIN, turn=4))


@pytest.mark.parametrize(
    "words", ["Why don't you just type them up?", "Send me the report by Friday.", "Have you thought of yourself as lazy?"]
)
def test_what_only_looks_like_it_is_not(words: str) -> None:
    assert not any(asks(replace(one, code=one.code)) and one.code.told for one in LABELLER.label(words, context=PLAIN, turn=4))


@pytest.mark.parametrize(
    ("words", "which"), [("And what would they have answered on the Tuesday?", Aside.WHAT_IF), ("What do you mean?", Aside.OWN_WORDS)]
)
def test_what_has_no_answer_yet_gets_words_that_fit_the_question(words: str, which: Aside) -> None:
    assert answered(words, PLAIN).line in aside_lines(SCENARIO, which)


def test_asked_what_was_agreed_they_say_the_promise_again_and_else_that_there_is_none() -> None:
    assert answered("So what have we agreed?", PLAIN).line in aside_lines(SCENARIO, Aside.AGREED)
    idea = next(one for one in SCENARIO.ideas if one.pledge)
    assert idea.pledge
    promise = Commitment(kind=Promise.OWN, turn=3, what=idea.pledge.what, when=idea.pledge.when)
    told = RepState(
        openness=0.7,
        turns=3,
        said=(idea.pledge.lines[0],),
        ideas=(IdeaOnTable(idea=idea.id, owner=Owner.REP, turn=1),),
        commitment=promise,
        subject=idea.id,
    )
    again = answered("And by which day shall I expect the first one?", idea.pledge.lines[0], told)
    assert (again.act, again.line in idea.pledge.lines[1:]) == (Act.SAY_PLAINLY, True)


def test_good_manners_beside_a_question_do_not_stand_in_for_an_answer() -> None:
    out = RepState(openness=0.7, turns=3, said=(PLAIN,), disclosed=(Disclosure(fact=SCENARIO.facts[0].id, turn=1, how=How.ELICITED),))
    intent = answered("Thank you, Bron, but I'm not leaving yet. Where did you learn to sell?", PLAIN, out)
    assert intent.act not in (Act.TAKE_THANKS, Act.SMALL_TALK, Act.CLOSE)


def test_an_order_to_tell_asks() -> None:
    heard = MATCHER.hear(SCENARIO, LABELLER.label("Tell me how you prepare for a first meeting.", context=PLAIN, turn=4), None, PLAIN)
    assert heard.asks
    assert heard.about[0].subject is Subject.FACT


@pytest.mark.parametrize("scenario", load([PROJECT / "scenarios"]).scenarios, ids=lambda scenario: scenario.id)
def test_every_name_that_can_be_asked_about_is_said_somewhere(scenario: Scenario) -> None:
    said = " \n ".join([*scenario.spoken(), scenario.brief.situation, *scenario.brief.known]).casefold()
    own = {line.casefold() for one in scenario.mentions for line in one.lines}
    for line in own:
        said = said.replace(line, "")
    unsaid = [one.names for one in scenario.mentions if not any(name.casefold() in said for name in one.names)]
    assert unsaid == []


@pytest.mark.parametrize(
    ("words", "twice"),
    [
        ("When did you print it, and how often have you had it out?", True),
        ("On what date did it arrive, and have you opened it?", True),
        ("How did he take it, and you?", False),
        ("What happened with the lorry and the crates?", False),
    ],
)
def test_two_questions_that_a_comma_joins_are_two(words: str, twice: bool) -> None:
    assert asks_twice(words) is twice


def test_two_questions_that_a_comma_joins_are_two_in_german() -> None:
    assert asks_twice("Wann war das, und wer war dabei?", "de")
    assert not asks_twice("Wann war das mit dem Kunden und dem Angebot?", "de")
