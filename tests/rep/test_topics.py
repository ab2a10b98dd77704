"""What the rep says to what a turn is about: details, standing questions, invitations, contempt, apologies, promises."""

from dataclasses import replace

import pytest

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.library.catalogue import load
from simulator.reading import AnswerKind as Kind
from simulator.reading import Deed, Query
from simulator.rep import mind
from simulator.rep.heard import About, Heard, Subject
from simulator.rep.intent import Act
from simulator.scenario.depth import Aside, StandingQuestion
from simulator.scenario.fallback import aside_lines, unknown_lines
from simulator.scenario.model import Layer, Scenario
from simulator.settings import PROJECT
from simulator.state import Disclosure, How, IdeaOnTable, Owner, Promise, RepState

SHIPPED = load([PROJECT / "scenarios"])
SCENARIO = SHIPPED.get("territory-change")
FACT = next(fact for fact in SCENARIO.facts if fact.layer is Layer.SURFACE)
IDEA = SCENARIO.ideas[0]


def turn(*codes: Code, about: tuple[About, ...] = (), **more: object) -> Heard:
    """A manager turn of these codes."""
    words = "some words of theirs"
    segments = tuple(Segment(turn=2, start=0, end=len(words), text=words, code=code) for code in codes)
    return Heard(**{"segments": segments, "about": about, **more})  # type: ignore[arg-type]


def on(subject: Subject, name: str = "", detail: int | None = None) -> About:
    """What a turn is about."""
    return About(subject=subject, name=name, detail=detail)


def rep(openness: float = 0.6, *out: str, **more: object) -> RepState:
    """A rep with these facts out, who spoke of the last one."""
    told = tuple(Disclosure(fact=name, turn=1, how=How.ELICITED) for name in out)
    return replace(RepState(openness=openness, turns=1, disclosed=told, subject=out[-1] if out else ""), **more)  # type: ignore[arg-type]


def react(state: RepState, heard: Heard, number: int = 3) -> mind.Reaction:
    """The answer."""
    return mind.react(SCENARIO, state, heard, turn=number)


@pytest.mark.parametrize("kind", sorted({detail.kind for detail in FACT.details}))
def test_a_question_of_one_kind_about_what_is_out_gets_a_detail_of_that_kind(kind: Kind) -> None:
    intent = react(rep(0.9, FACT.id), turn(Code.OPEN_QUESTION, about=(on(Subject.FACT, FACT.id),), kind=kind)).intent
    assert intent.act is Act.TELL_MORE
    assert intent.detail is not None
    assert FACT.details[intent.detail].kind is kind


def test_a_detail_is_told_once_and_then_they_do_not_know() -> None:
    kind = FACT.details[0].kind
    asked = turn(Code.OPEN_QUESTION, about=(on(Subject.FACT, FACT.id),), kind=kind)
    first = react(rep(0.9, FACT.id), asked)
    again = react(replace(first.state, openness=0.9), asked, number=5)
    assert first.intent.detail is not None
    assert again.intent.line != first.intent.line


def test_details_of_what_is_not_out_stay_where_they_are() -> None:
    heard = turn(Code.OPEN_QUESTION, about=(on(Subject.FACT, FACT.id),), kind=FACT.details[0].kind)
    intent = react(rep(0.9), heard).intent
    assert (intent.act, intent.fact, intent.detail) == (Act.DISCLOSE, FACT.id, None)


def test_a_bare_question_is_about_what_was_just_said() -> None:
    kind = FACT.details[0].kind
    intent = react(rep(0.9, FACT.id), turn(Code.OPEN_QUESTION, bare=True, kind=kind)).intent
    assert intent.about.startswith(f"{FACT.id}/")


@pytest.mark.parametrize("kind", [Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.HOW_MANY, Kind.SAID, Kind.SCALE])
def test_asked_for_what_nothing_answers_they_say_so_in_words_for_that_kind(kind: Kind) -> None:
    intent = react(rep(), turn(Code.OPEN_QUESTION, kind=kind)).intent
    assert intent.act is Act.NOT_KNOW
    assert intent.line in unknown_lines(SCENARIO, kind)


def test_a_standing_question_is_answered_openly_to_whom_they_trust() -> None:
    question = StandingQuestion.AFRAID
    asked = turn(Code.OPEN_QUESTION, about=(on(Subject.STANDING, question.value),), kind=Kind.WHAT)
    assert react(rep(0.2), asked).intent.line in SCENARIO.standing[question].guarded
    assert react(rep(0.8), asked).intent.line in SCENARIO.standing[question].open


def test_what_is_asked_before_it_is_earned_is_stepped_aside_on_that_subject() -> None:
    root = next(fact for fact in SCENARIO.facts if fact.layer is Layer.ROOT)
    intent = react(rep(0.2), turn(Code.OPEN_QUESTION, about=(on(Subject.FACT, root.id),), kind=Kind.WHY)).intent
    assert intent.act is Act.DEFLECT
    assert intent.line in root.not_yet


def test_an_invitation_brings_surface_facts_and_twice_at_most() -> None:
    state, told = rep(0.9), []
    for number in range(3, 13, 2):
        reaction = react(replace(state, openness=0.9), turn(Code.OPEN_QUESTION, about=(on(Subject.INVITATION),), kind=Kind.WHAT), number)
        state = reaction.state
        told += [reaction.intent.fact] if reaction.intent.fact else []
    assert len(told) == 2
    assert {SCENARIO.fact(name).layer for name in told} == {Layer.SURFACE}


def near(subject: Subject, name: str, closeness: float, detail: int | None = None) -> About:
    """What a turn may be about, and how near it comes."""
    return About(subject=subject, name=name, detail=detail, closeness=closeness)


def test_something_new_comes_only_where_nothing_else_lies_nearer() -> None:
    other = next(fact for fact in SCENARIO.facts if fact.layer is Layer.ROOT)
    about = (near(Subject.FACT, other.id, 0.58), near(Subject.FACT, FACT.id, 0.56))
    assert react(rep(0.3), turn(Code.OPEN_QUESTION, about=about, kind=Kind.WHAT)).intent.act is not Act.DISCLOSE
    plain = (near(Subject.FACT, other.id, 0.65), near(Subject.FACT, FACT.id, 0.63))
    assert react(rep(0.9), turn(Code.OPEN_QUESTION, about=plain[1:], kind=Kind.WHAT)).intent.fact == FACT.id


def test_when_they_will_do_it_is_not_told_by_when_they_did_something() -> None:
    place = next(at for at, detail in enumerate(FACT.details) if detail.kind is not Kind.WHEN)
    about = (near(Subject.FACT, FACT.id, 0.55, place),)
    intent = react(rep(0.9, FACT.id), turn(Code.CLOSED_QUESTION, about=about, kind=Kind.WHEN, query=Query.AHEAD, asks=True)).intent
    assert intent.act is Act.NOT_KNOW
    assert intent.line in unknown_lines(SCENARIO, Kind.OPTIONS)


def test_more_about_that_is_more_of_what_was_told_last() -> None:
    other = next(fact for fact in SCENARIO.facts if fact is not FACT and fact.details)
    heard = turn(Code.OPEN_QUESTION, about=(near(Subject.FACT, other.id, 0.7, 0),), kind=Kind.GO_ON, points=True)
    intent = react(rep(0.9, other.id, FACT.id), heard).intent
    assert (intent.act, intent.subject) == (Act.TELL_MORE, FACT.id)


def test_a_coffee_and_how_is_it_going_is_small_talk_at_the_very_first() -> None:
    small = near(Subject.ASIDE, Aside.SMALL_TALK, 0.67)
    how = near(Subject.STANDING, StandingQuestion.HOW_ARE_YOU, 0.64)
    heard = turn(Code.OPEN_QUESTION, about=(near(Subject.INVITATION, "", 0.71), small, how), kind=Kind.HOW, asks=True)
    first = react(rep(0.6), heard)
    assert first.intent.line in aside_lines(SCENARIO, Aside.SMALL_TALK)
    again = turn(Code.OPEN_QUESTION, about=(small, how), kind=Kind.HOW, asks=True)
    assert react(first.state, again, number=5).intent.act is Act.ANSWER
    assert react(rep(0.6, turns=4), heard).intent.act is Act.DISCLOSE


def test_an_open_question_that_is_understood_by_nobody_brings_nothing() -> None:
    assert not react(rep(0.9), turn(Code.OPEN_QUESTION, kind=Kind.WHAT)).intent.fact


def test_contempt_gets_silence_then_a_word_then_a_goodbye_and_opens_nothing() -> None:
    state, lines = rep(0.9), []
    for number in (3, 5, 7):
        about = (on(Subject.FACT, FACT.id),)
        reaction = react(state, turn(Code.CRITICISM, Code.OPEN_QUESTION, about=about, deeds=frozenset({Deed.CONTEMPT})), number)
        lines.append(reaction.intent.line)
        assert not reaction.intent.fact
        assert reaction.state.openness < state.openness
        state = reaction.state
    for line, aside in zip(lines, (Aside.CONTEMPT, Aside.CONTEMPT_AGAIN, Aside.CONTEMPT_LAST), strict=True):
        assert line in aside_lines(SCENARIO, aside)
    assert state.closed


def test_criticism_alone_never_ends_a_talk() -> None:
    state = rep(0.5)
    for number in range(3, 23, 2):
        state = react(state, turn(Code.CRITICISM), number).state
        assert not state.closed


def test_owning_up_opens_more_than_any_reflection() -> None:
    sorry = react(rep(0.3), turn(Code.INFORMATION, deeds=frozenset({Deed.OWN_UP})))
    felt = react(rep(0.3), turn(Code.REFLECTION))
    assert sorry.state.openness >= felt.state.openness
    assert sorry.intent.line in aside_lines(SCENARIO, Aside.APOLOGY)


def test_asked_when_after_an_idea_of_their_own_they_promise_that_idea() -> None:
    state = rep(0.3, ideas=(IdeaOnTable(idea=IDEA.id, owner=Owner.REP, turn=1),), subject=IDEA.id)
    promised = react(state, turn(Code.CLOSED_QUESTION, kind=Kind.WHEN))
    assert promised.intent.act is Act.COMMIT_OWN
    assert promised.state.commitment is not None
    assert IDEA.pledge is not None
    assert (promised.state.commitment.what, promised.state.commitment.when) == (IDEA.pledge.what, IDEA.pledge.when)
    deeper = react(promised.state, turn(Code.OPEN_QUESTION, about=(on(Subject.IDEA, IDEA.id),), kind=Kind.WHO), number=5)
    assert deeper.intent.act in (Act.TELL_MORE, Act.NOT_KNOW)
    assert deeper.state.commitment == promised.state.commitment


def test_a_promise_is_imposed_only_after_an_order() -> None:
    assert react(rep(0.5), turn(Code.CLOSED_QUESTION, kind=Kind.YES_NO, asks_commitment=True)).state.commitment is None
    ordered = rep(0.5, ideas=(IdeaOnTable(idea="", owner=Owner.MANAGER, turn=0),))
    agreed = react(ordered, turn(Code.CLOSED_QUESTION, kind=Kind.YES_NO))
    assert agreed.state.commitment is not None
    assert agreed.state.commitment.kind is Promise.IMPOSED


def test_with_the_root_told_the_way_forward_is_open() -> None:
    root = next(fact for fact in SCENARIO.facts if fact.layer is Layer.ROOT)
    asked = turn(Code.OPEN_QUESTION, asks_options=True, kind=Kind.OPTIONS)
    assert react(rep(0.1, root.id), asked).intent.act is Act.OFFER_IDEA


@pytest.mark.parametrize("scenario", SHIPPED.scenarios, ids=lambda scenario: scenario.id)
def test_every_shipped_scenario_has_its_depth(scenario: Scenario) -> None:
    assert all(len(fact.details) >= 3 for fact in scenario.facts)
    assert all(len(idea.details) >= 3 for idea in scenario.ideas)
    assert set(scenario.standing) == set(StandingQuestion)
    assert set(scenario.asides) >= set(Aside) - {
        Aside.OWN_WORDS,
        Aside.WISH,
        Aside.WHAT_IF,
        Aside.AGREED,
    }  # a style's own words do for these
    assert all(fact.not_yet for fact in scenario.facts)
