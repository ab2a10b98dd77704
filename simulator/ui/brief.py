"""The brief: what the manager knows before the talk, and the button that starts it."""

import streamlit as st

from simulator.app import Services
from simulator.scenario.model import Scenario
from simulator.settings import SCRIPTED
from simulator.ui import state, style, who, wording
from simulator.ui.wording import say


def render(services: Services, scenario: Scenario) -> None:
    """Draw the page before a talk."""
    persona = scenario.persona
    st.title(style.verbatim(scenario.title), anchor=False)
    st.caption(f"{partner(scenario)} · {wording.difficulty(scenario.difficulty)}")
    body(scenario)
    st.caption(_who_speaks(persona.first_name, services.voice_name))
    # A brief is longer than a screen; what it leads to stays in sight under it.
    with st.bottom, st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        player = who.ask_name(services, width=200)
        started = st.button("Start the talk", type="primary")
    if started:
        who.keep_name(services, player)
        attempt = services.practice.start(scenario.id, player=player)
        state.go("practice", attempt=attempt.id)


def body(scenario: Scenario) -> None:
    """What happened, what it is for, what is known: also for another look during the talk."""
    style.words(scenario.brief.situation)
    st.markdown(say("brief.aim"))
    style.words(scenario.brief.aim)
    st.markdown(say("brief.known"))
    st.markdown("\n".join(f"- {style.verbatim(fact)}" for fact in scenario.brief.known))
    words = wording.words()
    st.markdown(say("brief.moment", stance=words.stance[scenario.stance], means=words.stance_means[scenario.stance]))


def partner(scenario: Scenario) -> str:
    """Whom one talks with, to be shown as Markdown."""
    return say("brief.partner", name=style.verbatim(scenario.persona.name), role=style.verbatim(scenario.persona.role))


def _who_speaks(name: str, voice: str) -> str:
    if voice == SCRIPTED:
        return say("brief.scripted", name=style.verbatim(name))
    return say("brief.played", name=style.verbatim(name), voice=style.verbatim(voice))
