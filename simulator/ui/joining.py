"""Coming into a workshop by its code, and to the talk that is next in it."""

import streamlit as st

from simulator.app import Services
from simulator.errors import SimulatorError
from simulator.ui import state, style
from simulator.ui.called import sees
from simulator.ui.wording import say
from simulator.workshop.code import LETTERS
from simulator.workshop.room import Workshop


def render(services: Services) -> None:
    """Draw the page: at once to the talk where the address brings a code, else the box for it."""
    if (code := state.code_asked()) and _came_in(services, code):
        return
    workshop = services.rooms.mine()
    st.title(say("joining.title"), anchor=False)
    if workshop:
        _next(services, workshop)
    with st.form("joining", border=False):
        typed = st.text_input(say("joining.code"), max_chars=LETTERS + 4, key="joining-code", width=200)
        sent = st.form_submit_button(say("joining.come_in"), type="secondary" if workshop else "primary")
    if sent:
        _came_in(services, typed or "")


def go_on(services: Services) -> None:
    """To the talk that is next in the workshop they are in; where there is none, to the page that says so."""
    workshop = services.rooms.mine()
    if workshop is None or not services.rooms.next_scenario(workshop):
        state.go("join")
    _begin(services, workshop)


def _next(services: Services, workshop: Workshop) -> None:
    """They are in one: what comes next in it."""
    following = services.rooms.next_scenario(workshop)
    if not following:
        st.markdown(say("joining.all_done", name=style.verbatim(workshop.name)))
        return
    st.markdown(say("joining.here", name=style.verbatim(workshop.name), title=style.verbatim(services.catalogue.get(following).title)))
    st.caption(sees(services, workshop.id, names=workshop.names))
    if st.button(say("joining.go_on"), type="primary"):
        _begin(services, workshop)


def _came_in(services: Services, code: str) -> bool:
    """Whether the code let them in, and the talk is shown; what was wrong is said."""
    try:
        workshop = services.rooms.join(code)
    except SimulatorError as error:
        st.warning(style.verbatim(str(error)))
        return False
    return _begin(services, workshop)


def _begin(services: Services, workshop: Workshop) -> bool:
    try:
        attempt = services.rooms.begin(workshop.id)
    except SimulatorError as error:
        st.warning(style.verbatim(str(error)))
        return False
    state.go("practice", attempt=attempt.id)
