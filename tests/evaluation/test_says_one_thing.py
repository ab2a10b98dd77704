"""A debrief says one thing: whatever a scorecard says is so in its talk, and no sentence of it contradicts another."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from simulator.evaluation.case import Case
from simulator.evaluation.scorecard import FactState, Quote, Scorecard
from simulator.evaluation.scoring import score
from simulator.rehearsal import MANAGERS
from simulator.state import Owner
from tests.evaluation import example_talks
from tests.evaluation.random_talks import talks
from tests.evaluation.sentences import KINDS, said
from tests.evaluation.talks import VERSIONS
from tests.evaluation.truth import Truth
from tests.evaluation.truths import HOLDS
from tests.played import REWRITER, SHIPPED, case_of, played

GENERATED = 500
PLAYED = [SHIPPED[place].id for place in (0, 9, 13, 22, 31)]
"""Of these scenarios the talk with each of the simulated managers."""


def card_of(talk: Case, **more: object) -> Scorecard:
    return score(talk.talk, talk.segments, versions=VERSIONS, scenario=talk.scenario, state=talk.state, **more)  # type: ignore[arg-type]


def wrong(talk: Case, card: Scorecard) -> list[str]:
    """What the card says of the talk that is not so."""
    truth = Truth(talk, card)
    found = [f"{kind}: {words}" for kind, places, words in said(card) if not HOLDS[kind](truth, places)]
    return found + [f"not in the talk: {quote}" for quote in _quotes(card) if not _stands(talk, quote)] + list(_outcomes(truth))


def _quotes(card: Scorecard) -> list[Quote]:
    moments = [one.quote for one in (card.best_question, card.missed_cue) if one]
    thing = [card.one_thing.theirs, card.one_thing.yours] if card.one_thing else []
    told = [one.said for one in card.facts if one.said] + [one.said for one in card.ideas if one.said]
    return [*moments, *thing, *told, *([card.promised] if card.promised else []), *(one.quote for one in card.rewrites)]


def _stands(talk: Case, quote: Quote) -> bool:
    return bool(quote.text) and talk.talk.texts.get(quote.turn, "")[quote.start : quote.end] == quote.text


def _outcomes(truth: Truth) -> list[str]:
    """What the lists of the debrief say of facts, ideas and the promise that is not so."""
    card, found = truth.card, list[str]()
    for fact in card.facts:
        expected = FactState.MISSED if fact.id not in truth.out else FactState.ELICITED if fact.id in truth.drawn else FactState.VOLUNTEERED
        if fact.state is not expected or (fact.said is None) != (expected is FactState.MISSED):
            found.append(f"{fact.id} is not {fact.state}")
        if fact.said and fact.said.turn not in truth.rep_turns:
            found.append(f"{fact.id} is told in words that are not the rep's")
    for idea in card.ideas:
        turns = truth.rep_turns if idea.owner is Owner.REP else {one.turn for one in truth.told} if idea.owner else set()
        if idea.owner and (idea.said is None or idea.said.turn not in turns):
            found.append(f"no words of theirs hold {idea.id}")
    if (card.commitment is not None) != (truth.promise is not None) or (card.promised is not None) != (truth.promise is not None):
        found.append("a promise that nobody made, or one that is not told")
    thing = card.one_thing
    if thing and (thing.theirs.turn not in truth.rep_turns or thing.yours.turn in truth.rep_turns):
        found.append("the moment is not in the words of both")
    return found


def test_every_kind_of_sentence_has_its_condition() -> None:
    names = {kind.name for some in KINDS.values() for kind in some}
    assert names == set(HOLDS)


def test_of_generated_scorecards_none_contradicts_itself() -> None:
    heard, cards = Counter[str](), 0
    for talk in talks(GENERATED):
        card = card_of(talk)
        assert wrong(talk, card) == [], talk.talk
        heard.update(kind for kind, _, _ in said(card))
        cards += 1
    assert cards == GENERATED
    silent = set(HOLDS) - set(heard) - {kind for kind in HOLDS if kind.startswith("rewrites.")}
    assert len(silent) <= 25, sorted(silent)


@pytest.mark.parametrize("scenario", PLAYED)
def test_of_played_talks_none_contradicts_itself(scenario: str) -> None:
    for play in played(scenario, *MANAGERS):
        talk = case_of(play)
        assert wrong(talk, card_of(talk, rewriter=REWRITER)) == [], play.manager


@pytest.mark.parametrize(
    "example",
    [example_talks.coaching, example_talks.mixed, example_talks.telling, example_talks.clear_and_fair, example_talks.endless_asking],
)
def test_the_examples_hold_together_and_show_one_thing(example: Callable[[], Case]) -> None:
    talk = example()
    card = card_of(talk, rewriter=REWRITER)
    assert wrong(talk, card) == []
    assert card.headline
    assert card.one_thing or all(one.level == 4 for one in card.criteria if one.level is not None)


TELLING, COACHING = example_talks.telling(), example_talks.coaching()


def spoiled(card: Scorecard, name: str, reading: str = "", step: str = "") -> Scorecard:
    """The card with another sentence under one criterion."""
    criteria = [replace(one, reading=reading or one.reading, next=step or one.next) if one.id == name else one for one in card.criteria]
    return replace(card, criteria=tuple(criteria))


def test_what_is_not_so_is_found() -> None:
    """Each of the contradictions that a debrief must never hold, put into one that held none."""
    told, coached = card_of(TELLING), card_of(COACHING)
    offered = next(one for one in coached.facts if one.state is FactState.VOLUNTEERED)
    facts = tuple(replace(one, state=FactState.ELICITED) if one is offered else one for one in coached.facts)
    other = tuple(replace(one, said=replace(one.said, text="In other words.")) if one.said else one for one in coached.facts)
    unsaid = "You did not say back what they meant. They could not yet hear from you that they were heard."
    ideas = tuple(replace(one, owner=Owner.MANAGER, said=None) for one in told.ideas)
    step = "Give one thing back in your own words before you go on: what they mean, or how it is for them."
    for talk, card, problem in (
        (TELLING, replace(told, headline=coached.headline), "came.own_idea"),
        (COACHING, spoiled(coached, "listening", unsaid), "details.listening_none"),
        (COACHING, replace(coached, facts=facts), f"{offered.id} is not elicited"),
        (COACHING, replace(coached, facts=other), "not in the talk"),
        (TELLING, replace(told, ideas=ideas), "no words of theirs hold"),
        (TELLING, replace(told, commitment=None, promised=None), "a promise that nobody made, or one that is not told"),
        (COACHING, spoiled(coached, "listening", step=step), "lessons.short.give_back"),
    ):
        assert any(one.startswith(problem) for one in wrong(talk, card)), problem


def test_a_sentence_of_no_kind_is_found() -> None:
    with pytest.raises(AssertionError, match="no kind of sentence"):
        wrong(COACHING, replace(card_of(COACHING), headline="You did well."))
