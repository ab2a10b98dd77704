"""Deleting a talk, or everything of one's own: asked once more, then it is gone for good."""

import streamlit as st

from simulator.app import Services
from simulator.numbers import count_of
from simulator.practice.attempt import Attempt, Selection
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


def everything_button(services: Services) -> None:
    """Draw the quiet way to it."""
    if st.button(say("deleting.everything"), type="tertiary", key="delete-everything"):
        _ask_everything(services)


@st.dialog("Delete everything of yours?")
def _ask_everything(services: Services) -> None:
    count = services.repository.count(of=Selection(owner=services.who.id))
    st.markdown(say("deleting.what_everything", talks=count_of(count, "talk")) if count else say("deleting.what_name"))
    with st.container(horizontal=True):
        sure = st.button(say("deleting.sure_everything"), type="primary", key="delete-everything-sure")
        kept = st.button(say("deleting.keep_everything"), key="delete-everything-keep")
    if kept:
        st.rerun()
    if sure:
        with notice.calm():
            services.practice.delete_all()
            services.people.forget_me()
            state.forget()
            state.forget_name()
            state.go("history")
