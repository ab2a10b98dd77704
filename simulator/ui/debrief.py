"""Debrief: what the talk looked like, with the manager's own words as evidence."""

import streamlit as st

from simulator.app import Services
from simulator.errors import ScenarioError
from simulator.evaluation.scorecard import Scorecard
from simulator.practice.attempt import Attempt
from simulator.scenario.model import Scenario
from simulator.ui import (
    current,
    deleting,
    folded,
    headline,
    joining,
    next_time,
    reviewed,
    side_by_side,
    state,
    strip,
    style,
    talk,
    whole_talk,
    wording,
)
from simulator.ui.wording import say


def render(services: Services) -> None:
    """Draw the debrief of the talk that is open, or what to do to get one."""
    attempt = current.attempt(services)
    if attempt is None:
        _nothing_yet(say("debrief.none_title"), say("debrief.none"))
    elif not attempt.finished:
        _still_open(services, attempt)
    elif attempt.scorecard is None:
        _held_back(services, attempt)
    else:
        _debrief(services, attempt, attempt.scorecard, services.practice.own(attempt))


def _nothing_yet(title: str, text: str) -> None:
    st.title(title, anchor=False)
    st.markdown(text)
    if st.button("Find a talk", type="primary"):
        state.go("find")


def _still_open(services: Services, attempt: Attempt) -> None:
    st.title(say("debrief.open_title"), anchor=False)
    st.markdown(say("debrief.open", title=style.verbatim(attempt.scenario_title)))
    if st.button("Go on with the talk", type="primary"):
        state.go("practice", attempt=attempt.id)
    deleting.button(services, attempt)


def _held_back(services: Services, attempt: Attempt) -> None:
    """The workshop keeps scores back for now; the words are there."""
    st.title(style.verbatim(attempt.scenario_title), anchor=False)
    st.markdown(say("debrief.held_back"))
    if st.button(say("joining.go_on"), type="primary"):
        joining.go_on(services)
    with st.expander(say("debrief.whole")):
        scenario = services.practice.own(attempt)
        for turn in attempt.conversation:
            talk.show(turn, scenario.persona.first_name if scenario else _called(attempt))


def _still_there(services: Services, attempt: Attempt) -> bool:
    """Whether the scenario can be practised today."""
    try:
        services.catalogue.get(attempt.scenario_id)
    except ScenarioError:
        return False
    return True


def _called(attempt: Attempt) -> str:
    """What the other side is called where there is no scenario."""
    others = attempt.source.others if attempt.source else ()
    return others[0] if len(others) == 1 else "They" if others else "The rep"


def _when_and_whom(attempt: Attempt, scenario: Scenario | None) -> str:
    when = wording.when(attempt.started_at)
    if attempt.source:
        return say("debrief.real", when=when)
    return f"Your talk with {style.verbatim(scenario.persona.name)}, {when}" if scenario else when


def _debrief(services: Services, attempt: Attempt, card: Scorecard, scenario: Scenario | None) -> None:
    rep = scenario.persona.first_name if scenario else _called(attempt)
    with st.container(key="debrief-head", gap=None):
        st.title(style.verbatim(attempt.scenario_title), anchor=False)
        st.caption(_when_and_whom(attempt, scenario))
    headline.guess(card, attempt.estimate)
    headline.happened(card)
    if card.note:
        st.info(style.verbatim(card.note))
    reviewed.signed(services, attempt, card)
    if attempt.branch_of:
        side_by_side.draw(services, attempt, card)
    if card.one_thing:
        next_time.draw(card, card.one_thing, rep)
    st.header(say("debrief.talk"), anchor=False)
    can_correct = scenario is not None or attempt.source is not None
    marked = frozenset(reviewed.marked(card, attempt.reviews))

    def under(place: int) -> None:
        if can_correct:
            strip.yours(services, attempt, card, place)

    strip.draw(attempt, card, strip.players(attempt, card, rep), under, marked)
    headline.glance(card, scenario)
    _folded(services, attempt, card, scenario, rep)
    st.space("small")
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        again = _still_there(services, attempt) and st.button(say("debrief.like") if attempt.source else "Practise again", type="primary")
        deleting.button(services, attempt)
    if again:
        state.go("practice", scenario=attempt.scenario_id)


def _folded(services: Services, attempt: Attempt, card: Scorecard, scenario: Scenario | None, rep: str) -> None:
    """All the rest, each part folded under what it is about."""
    with st.expander(say("debrief.criteria")):
        folded.criteria(card.criteria, lambda one: reviewed.of_level(services, attempt.reviews, one.id))
    cue, rewrites = next_time.others(card)
    if card.best_question or cue or rewrites:
        with st.expander(say("debrief.moments")):
            folded.best_question(card)
            folded.missed_cue(cue, rep)
            folded.rewrites(rewrites)
    if card.facts:
        with st.expander(say("debrief.knew", name=style.verbatim(rep))):
            folded.kept_back(card.facts, rep)
    if card.ideas:
        with st.expander(say("debrief.ideas")):
            folded.ideas(card, rep)
    if scenario:
        with st.expander(say("debrief.story")):
            style.words(scenario.debrief.story)
            style.words(scenario.debrief.good)
    with st.expander(say("debrief.whole"), expanded=state.turn_asked() is not None):
        whole_talk.draw(attempt, card, rep)
    if attempt.source:
        with st.expander(say("debrief.read_as")):
            st.markdown(style.verbatim(" ".join((attempt.source.counted, *attempt.source.notes))))
    with st.expander(say("debrief.numbers")):
        folded.measures(card)
        st.caption(style.verbatim(wording.made_with(card)))
