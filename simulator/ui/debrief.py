"""Debrief: what the talk looked like, with the manager's own words as evidence."""

import streamlit as st

from simulator.app import Services
from simulator.errors import ScenarioError
from simulator.evaluation.scorecard import Scorecard
from simulator.practice.attempt import Attempt
from simulator.scenario.model import Scenario
from simulator.ui import current, findings, headline, side_by_side, state, strip, style, wording


def render(services: Services) -> None:
    """Draw the debrief of the talk that is open, or what to do to get one."""
    attempt = current.attempt(services)
    if attempt is None:
        _nothing_yet(
            "No debrief yet", "Practise a talk to its end, and it is laid out here: what you asked, what you told, and what stayed unsaid."
        )
    elif attempt.scorecard is None:
        _still_open(attempt)
    else:
        _debrief(services, attempt, attempt.scorecard, _scenario(services, attempt))


def _nothing_yet(title: str, text: str) -> None:
    st.title(title, anchor=False)
    st.markdown(text)
    if st.button("Find a talk", type="primary"):
        state.go("find")


def _still_open(attempt: Attempt) -> None:
    st.title("This talk is still going on", anchor=False)
    st.markdown(f"**{style.plain(attempt.scenario_title)}** is waiting where you left it. The debrief comes when you end it.")
    if st.button("Go on with the talk", type="primary"):
        state.go("practice", attempt=attempt.id)


def _scenario(services: Services, attempt: Attempt) -> Scenario | None:
    """The scenario, or None where its file has gone since the talk."""
    try:
        return services.catalogue.get(attempt.scenario_id)
    except ScenarioError:
        return None


def _debrief(services: Services, attempt: Attempt, card: Scorecard, scenario: Scenario | None) -> None:
    rep = scenario.persona.first_name if scenario else "The rep"
    st.title(style.plain(attempt.scenario_title), anchor=False)
    with_whom = f"Your talk with {style.plain(scenario.persona.name)}, " if scenario else ""
    st.caption(f"{with_whom}{wording.when(attempt.started_at)}")
    headline.draw(card, scenario)
    if card.note:
        st.info(style.plain(card.note))
    if attempt.branch_of:
        side_by_side.draw(services, attempt, card)
    st.header("The talk, move by move", anchor=False)
    strip.draw(services, attempt, card, rep, can_correct=scenario is not None)
    if card.best_question or card.missed_cue or card.rewrites:
        st.header("What to do next", anchor=False)
        findings.highlights(card, rep)
        findings.rewrites(card.rewrites)
    st.header("What to keep, what to try", anchor=False)
    findings.criteria(card.criteria)
    if card.facts:
        st.header(f"What {style.plain(rep)} knew", anchor=False)
        findings.kept_back(card.facts, rep)
    if card.ideas:
        st.header("Whose ideas, whose promise", anchor=False)
        findings.ideas(card, rep)
    if scenario:
        with st.expander("The whole story, and what a good talk does here"):
            style.words(scenario.debrief.story)
            style.words(scenario.debrief.good)
    with st.expander("Every number, and where it comes from"):
        findings.measures(card)
        st.caption(style.plain(wording.made_with(card)))
    st.space("small")
    if scenario and st.button("Practise again", type="primary"):
        state.go("practice", scenario=scenario.id)
