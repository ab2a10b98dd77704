"""Deleting a talk: asked once more, then it is gone for good."""

import streamlit as st

from simulator.app import Services
from simulator.practice.attempt import Attempt
from simulator.ui import notice, state, style
from simulator.ui.wording import say


def button(services: Services, attempt: Attempt) -> None:
    """Draw the quiet way to it."""
    if st.button(say("deleting.button"), type="tertiary", key=f"delete-{attempt.id}"):
        _ask(services, attempt)


@st.dialog("Delete this talk?")
def _ask(services: Services, attempt: Attempt) -> None:
    st.markdown(say("deleting.what", title=style.verbatim(attempt.scenario_title)))
    with st.container(horizontal=True):
        sure = st.button(say("deleting.sure"), type="primary", key="delete-sure")
        kept = st.button(say("deleting.keep"), key="delete-keep")
    if kept:
        st.rerun()
    if sure:
        with notice.calm():
            services.practice.delete(attempt.id)
            state.forget()
            state.go("history")
