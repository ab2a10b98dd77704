"""Deleting a talk, or everything of one's own: asked once more, then it is gone for good."""

import streamlit as st

from simulator.app import Services
from simulator.numbers import count_of
from simulator.practice.attempt import Attempt, Selection
from simulator.ui import notice, state, style
from simulator.ui.wording import say
from simulator.workshop.room import Workshop


def button(services: Services, attempt: Attempt) -> None:
    """Draw the quiet way to it."""
    if st.button(say("deleting.button"), type="tertiary", key=f"delete-{attempt.id}"):
        _ask(services, attempt)


@st.dialog("Delete this talk?")
def _ask(services: Services, attempt: Attempt) -> None:
    st.markdown(say("deleting.what", title=style.verbatim(attempt.scenario_title)))
    if _sure(say("deleting.sure"), say("deleting.keep"), "delete"):
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
    if _sure(say("deleting.sure_everything"), say("deleting.keep_everything"), "delete-everything"):
        with notice.calm():
            services.practice.delete_all()
            services.people.forget_me()
            state.forget()
            state.forget_name()
            state.go("history")


def workshop_button(services: Services, workshop: Workshop) -> None:
    """Draw the quiet way to it."""
    if st.button(say("deleting.workshop"), type="tertiary", key=f"delete-workshop-{workshop.id}"):
        _ask_workshop(services, workshop)


@st.dialog("Delete this workshop?")
def _ask_workshop(services: Services, workshop: Workshop) -> None:
    st.markdown(say("deleting.what_workshop", name=style.verbatim(workshop.name)))
    if _sure(say("deleting.sure_workshop"), say("deleting.keep_workshop"), "delete-workshop"):
        with notice.calm():
            services.rooms.clear(workshop.id)
            st.rerun()


def _sure(sure: str, keep: str, key: str) -> bool:
    """The two ways out of the dialog; returns whether it is to be deleted."""
    with st.container(horizontal=True):
        chosen = st.button(sure, type="primary", key=f"{key}-sure")
        kept = st.button(keep, key=f"{key}-keep")
    if kept:
        st.rerun()
    return chosen
