"""The scenario's own words for what a tell stepped over: an idea that it gave away, or a fact that it came near to and that stayed hidden.

An idea is as near as the nearest way to give it away that its author wrote down, a fact as the mean of its three nearest texts. Generic
tells ("Get this sorted out by Friday.") are about as near to everything, and nearer in some languages than in others, so that what is meant
has to stand out from the rest and to share a word with the tell. Of the simulated managers' tells that fit any scenario, one in a hundred
is taken to be about a fact.
"""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

import numpy as np

from simulator.conversation import Segment
from simulator.evaluation.case import Case
from simulator.language.content_words import content_words
from simulator.language.embedding import Embedder, Vectors
from simulator.scenario.model import Fact, Idea, Scenario
from simulator.state import How, Owner, RepState

GIVEN: Final = 0.58
"""Cosine from which a tell can give an idea away."""
NEAR: Final = 0.42
"""Mean cosine from which it can be about a fact."""
AHEAD: Final = 0.15
"""So much nearer than the mean of the others it has to be."""
NEAREST: Final = 3
"""Texts that say how near a fact is."""

Hidden = TypeVar("Hidden", Fact, Idea)


def stepped_over(case: Case, tell: Segment, embedder: Embedder, authored: Embedder) -> Iterator[tuple[str, Fact | Idea]]:
    """Questions that the scenario has for what the tell stepped over, the best first, each with what that is.

    `authored` embeds the scenario's own words, `embedder` what was said.
    """
    scenario, state = case.scenario, case.state
    if scenario is None or state is None or case.language_in(tell.turn) != scenario.language:
        return
    (said,) = embedder.embed([tell.text.strip()])
    words = content_words(tell.text, scenario.language)

    def near(text: Sequence[str]) -> Vectors:
        cosines: Vectors = np.sort(authored.embed(text) @ said)[::-1]
        return cosines

    idea = _closest([(one, float(near(one.told)[0])) for one in _ideas(scenario, state)], GIVEN)
    if idea and not _shares(words, [*idea.told, *idea.cues, *idea.lines], scenario.language):
        idea = None
    facts = () if idea else _facts(scenario, state, tell.turn)
    fact = _closest([(one, float(near(_texts(one))[:NEAREST].mean())) for one in facts], NEAR)
    if fact and _shares(words, _texts(fact), scenario.language):
        yield fact.opener, fact
    elif fact or not idea:
        return
    one = idea or fact
    assert one is not None
    order = np.argsort(-(authored.embed(one.cues) @ said), kind="stable")
    yield from ((one.cues[place], one) for place in order)


def _closest(rated: Sequence[tuple[Hidden, float]], floor: float) -> Hidden | None:
    """The one that is nearest, where it is near enough and stands out from the others."""
    if not rated:
        return None
    best, cosine = max(rated, key=lambda one: one[1])
    others = [other for one, other in rated if one is not best]
    return best if cosine >= floor and (not others or cosine >= AHEAD + sum(others) / len(others)) else None


def _facts(scenario: Scenario, state: RepState, turn: int) -> list[Fact]:
    """The facts that could have come out in that turn: not yet told, never drawn out, and nothing is missing that comes before them."""
    drawn = {one.fact for one in state.disclosed if one.how is How.ELICITED}
    out = {one.fact for one in state.disclosed if one.turn < turn}
    return [fact for fact in scenario.facts if fact.id not in out | drawn and out.issuperset(fact.needs.after)]


def _ideas(scenario: Scenario, state: RepState) -> list[Idea]:
    """The ideas that the rep did not come up with."""
    own = {one.idea for one in state.ideas if one.owner is Owner.REP}
    return [idea for idea in scenario.ideas if idea.id not in own]


def _texts(fact: Fact) -> list[str]:
    return [*fact.cues, fact.opener, fact.summary, *fact.lines]


def _shares(words: frozenset[str], texts: Sequence[str], language: str) -> bool:
    return any(words & content_words(text, language) for text in texts)
