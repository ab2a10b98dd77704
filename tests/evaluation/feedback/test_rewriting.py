"""What could have stood in the place of a tell: the scenario's own words, or the rep's taken up, or nothing."""

from dataclasses import replace

import pytest

from simulator.codes import Code
from simulator.evaluation.case import Case
from simulator.evaluation.feedback.costly import costly
from simulator.evaluation.feedback.cues import Cue, cue_in
from simulator.evaluation.feedback.echo import EchoWords, echoes
from simulator.evaluation.feedback.rewriter import reads_as
from simulator.evaluation.feedback.rewriting import Whys
from simulator.evaluation.scorecard import Rewrite
from simulator.language.languages import other_language
from simulator.scenario.model import Scenario
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState
from tests.evaluation import example_talks
from tests.evaluation.talks import case
from tests.played import LABELLER, REWRITER, SHIPPED, case_of, played
from tests.scenarios_for_tests import make_scenario
from tests.talks import turn

ADVICE, LEADING, SELL, BLAME, ORDER = Code.ADVICE, Code.LEADING_QUESTION, Code.PERSUASION, Code.CRITICISM, Code.INSTRUCTION
SCENARIO = make_scenario()
STATE = RepState(openness=0.3, turns=2)
LETTING_SHOW = {
    "en": {
        Cue.FEELING: "I'm just so tired of it all",
        Cue.HINT: "I'd rather not go there",
        Cue.CONTRADICTION: "It's fine, but it won't hold",
        Cue.DOUBT: "I'm not sure that it helps",
    },
    "de": {
        Cue.FEELING: "Ich habe die Nase voll davon",
        Cue.HINT: "Da gibt es nichts zu erzählen",
        Cue.CONTRADICTION: "Das ist gut, aber mich überzeugt es nicht",
        Cue.DOUBT: "Ich weiß nicht, ob das reicht",
    },
}
PLAYERS = ("teller", "mixed")


def rewrites(talk: Case) -> tuple[Rewrite, ...]:
    made, used = REWRITER.rewritten(talk)
    assert used is None
    return made


def question(tell: str, said: str = "Right.", code: Code = ADVICE, state: RepState = STATE) -> str:
    """What could have stood in the place of one tell; empty where nothing could."""
    made = rewrites(case(said, [(tell, code)], "Fine.", scenario=SCENARIO, state=state))
    return made[0].question if made else ""


@pytest.mark.parametrize("scenario", SHIPPED, ids=lambda one: one.id)
def test_in_every_shipped_scenario_a_rewrite_asks_is_in_the_talks_language_and_comes_once(scenario: Scenario) -> None:
    openers = [fact.opener for fact in scenario.facts]
    for play in played(scenario.id, *PLAYERS):
        talk = case_of(play)
        made = rewrites(talk)
        assert len({one.question for one in made}) == len(made) <= 3
        for one in made:
            before = talk.rep_before(one.quote.turn)
            codes = [part.code for part in LABELLER.label(one.question, context=before.text if before else "")]
            assert not any(code.told for code in codes), one
            assert codes[-1] in (Code.OPEN_QUESTION, Code.REFLECTION) or one.question in openers, one
            assert not other_language(one.question, talk.spoken[0]), one
            assert talk.talk.texts[one.quote.turn][one.quote.start : one.quote.end] == one.quote.text


def test_tellers_are_shown_what_they_could_have_asked() -> None:
    shown = [bool(rewrites(case_of(play))) for scenario in SHIPPED for play in played(scenario.id, *PLAYERS) if play.manager == "teller"]
    assert sum(shown) > len(shown) / 2


def test_a_tell_near_a_fact_becomes_what_would_have_opened_it() -> None:
    tell = "You should send every quote to the pricing desk before noon."
    assert question(tell) == "What happens to a quote once you have sent it in?"
    assert rewrites(case("Right.", [(tell, ADVICE)], "Fine.", scenario=SCENARIO, state=STATE))[0].why in Whys.of().hidden


def test_what_is_out_already_is_not_asked_for() -> None:
    tell = "You should send every quote to the pricing desk before noon."
    out = replace(STATE, disclosed=(Disclosure(fact="pricing-queue", turn=1, how=How.VOLUNTEERED),))
    later = replace(STATE, disclosed=(Disclosure(fact="pricing-queue", turn=9, how=How.ELICITED),))
    for state in (out, later):
        assert question(tell, state=state) != "What happens to a quote once you have sent it in?"


def test_a_fact_that_others_lead_to_waits_for_them() -> None:
    tell = "You should tell somebody about the mistake in spring."
    assert "spring" not in question(tell)
    known = (Disclosure(fact="checks-twice", turn=1, how=How.ELICITED), Disclosure(fact="spring-mistake", turn=1, how=How.ELICITED))
    fact = SCENARIO.fact("told-nobody")
    assert question(tell, state=replace(STATE, disclosed=known)) in (fact.opener, *fact.cues)


def test_an_idea_given_away_becomes_the_question_that_leaves_it_to_them() -> None:
    talk = case("Right.", [("Ring Bexley and apologise.", ADVICE)], "Fine.", scenario=SCENARIO, state=STATE)
    (made,) = rewrites(talk)
    assert made.question in SCENARIO.idea("tell-bexley").cues
    assert made.why in Whys.of().idea
    theirs = replace(STATE, ideas=(IdeaOnTable(idea="tell-bexley", owner=Owner.REP, turn=5),))
    assert all(one.question != made.question for one in rewrites(replace(talk, state=theirs)))


def test_a_question_that_was_asked_is_not_proposed() -> None:
    asked = [("How could you win Bexley back?", Code.OPEN_QUESTION)]
    talk = case("Right.", asked, "Hm.", [("Ring Bexley and apologise.", ADVICE)], "Fine.", scenario=SCENARIO, state=STATE)
    assert all(one.question != asked[0][0] for one in rewrites(talk))


@pytest.mark.parametrize(
    ("said", "stretch"),
    [
        ("I've had three forms since May. Honestly, I'm just tired of it all.", "I'm just tired of it all"),
        ("Well, I'm not sure that they'll sign.", "I'm not sure that they'll sign"),
        ("There's more to it than the price.", "There's more to it than the price"),
    ],
)
def test_what_shows_in_the_reps_words_is_taken_up_whole(said: str, stretch: str) -> None:
    asked = question("That's not good enough, is it.", said, BLAME)
    assert f"“{stretch}.”" in asked
    assert asked.endswith("?")


def test_only_the_last_that_was_said_is_taken_up_and_no_mere_contrast() -> None:
    assert "tired" not in question("That's not good enough.", "I'm just tired of it. The van is back. It goes again.", BLAME)
    assert question("That's not good enough.", "It's fine, but it won't hold.", BLAME) == ""


@pytest.mark.parametrize(
    ("said", "tell", "code"),
    [
        ("I'll send it on Friday.", "See you then.", ORDER),
        ("Right, will do.", "Just do it.", ORDER),
        ("The hens are off lay. It's the dark.", "That's not good enough.", BLAME),
        ("You never listen to a word I say, and you know it.", "Now you're being unfair.", BLAME),
        ("If they cut it once more, I'd be worried about the whole floor.", "Just get on with it.", ORDER),
        ("Is that all?", "You'll thank me later.", SELL),
        ("Thank you for that, I'm glad we talked.", "You'll thank me later.", SELL),
        ("Before a person is angry, he breathes.", "Make sure it doesn't happen again.", ORDER),
        ("", "You need to be better.", ORDER),
        ("The printer on our floor is broken again.", "You should have the printer on your floor mended.", ADVICE),
    ],
)
def test_where_nothing_fits_there_is_nothing(said: str, tell: str, code: Code) -> None:
    assert question(tell, said, code) == ""


@pytest.mark.parametrize("language", LETTING_SHOW)
def test_there_are_five_forms_for_what_shows_and_most_are_heard_as_open(language: str) -> None:
    for cue, forms in EchoWords.of(language).frames.items():
        assert len(set(forms)) == len(forms) >= 5
        words = LETTING_SHOW[language][cue]
        assert cue_in(f"{words}.", language) is cue
        heard = [reads_as(form.format(words=words), f"{words}.", LABELLER, Code.OPEN_QUESTION) for form in forms]
        assert sum(heard) >= 3, cue


def test_no_form_is_used_twice_and_talks_begin_with_different_ones() -> None:
    said = turn(1, "I'm worn out by it all.")
    first = [form for _, form in echoes(said, "en")]
    assert len(set(first)) == len(first) >= 5
    assert [form for _, form in echoes(said, "en", first[:1])] == first[1:]
    assert [form for _, form in echoes(said, "en", start=1)] == [*first[1:], first[0]]


def test_a_german_tell_is_asked_in_german() -> None:
    scenario = next(one for one in SHIPPED if one.id == "innendienst-gegen-aussendienst")
    told = [("Du solltest dich bei Maike entschuldigen.", ADVICE)]
    (made,) = rewrites(case("Das ist so eine Sache, weißt du.", told, "Na ja.", scenario=scenario, state=STATE))
    assert made.question in scenario.idea(next(one.id for one in scenario.ideas if made.question in one.cues)).cues
    tired = case(
        "Ich bin müde. Ich habe die Nase voll davon.", [("Das reicht nicht aus.", BLAME)], "Na ja.", scenario=scenario, state=STATE
    )
    assert "„Ich habe die Nase voll davon.“" in rewrites(tired)[0].question


def test_the_dearest_tells_are_taken_and_moments_differ() -> None:
    talk = case(
        "Hm.",
        [("The region closed at 78 percent.", Code.INFORMATION), ("You should call the CFO.", ADVICE)],
        "Well.",
        [("Wouldn't a discount fix it?", LEADING), ("Have you tried a discount?", LEADING)],
        "Maybe.",
        [("Send me the list by Friday.", ORDER), ("You never call them back.", BLAME)],
        scenario=SCENARIO,
    )
    assert [one.code for one in costly(talk)] == [ADVICE, LEADING, BLAME, LEADING, ORDER]


def test_no_tell_that_the_labeller_doubts_or_that_comes_behind_the_promise_is_taken() -> None:
    talk = case("Hm.", [("You should call them.", ADVICE)], "I will.", [("You should ask Lena.", ADVICE)], "Fine.", scenario=SCENARIO)
    promise = Commitment(kind=Promise.OWN, turn=3, what="Call", when="Friday")
    assert [one.text for one in costly(replace(talk, state=replace(STATE, commitment=promise)))] == ["You should call them."]
    doubted = replace(talk, segments=tuple(replace(one, uncertain=True) for one in talk.segments))
    assert costly(doubted) == ()
    assert len(costly(replace(talk, segments=tuple(one.corrected(ORDER) for one in doubted.segments)))) == 2


def test_where_a_clear_word_is_right_decisions_and_orders_stay() -> None:
    assert costly(example_talks.clear_and_fair()) == ()
    talk = case(
        "Hm.",
        [("You have to use the form from Monday.", ORDER), ("You should call them.", ADVICE), ("You never use the form.", BLAME)],
        scenario=make_scenario(stance="manage"),
    )
    assert [one.code for one in costly(talk)] == [BLAME]
