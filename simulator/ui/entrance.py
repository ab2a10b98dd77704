"""The way in where the page is served to others: a name in a workshop, a sign-in where there are accounts."""

from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.errors import SimulatorError, TooOftenError
from simulator.people.person import LONGEST_NAME, Person
from simulator.settings import Access
from simulator.ui import style
from simulator.ui.wording import say

_WIDTH: Final = 320
"""Pixels: a name is short."""


def draw(services: Services, person: Person | None) -> None:
    """Ask for what is missing: a sign-in, a cookie, or a name."""
    _head()
    if person is not None:
        _name(services, person)
    elif services.settings.access is Access.ACCOUNTS:
        st.markdown(say("entrance.sign_in"))
        if st.button(say("entrance.sign_in_button"), type="primary"):
            st.login()
    else:
        st.markdown(say("entrance.no_cookie"))
        st.button(say("entrance.again"), type="primary")


def wait(error: TooOftenError) -> None:
    """Say that somebody came in too often."""
    _head()
    st.markdown(style.verbatim(str(error)))


def _head() -> None:
    st.space("large")
    st.title(say("entrance.title"), anchor=False)


def _name(services: Services, person: Person) -> None:
    st.markdown(say("entrance.name"))
    with st.form("entrance", border=False):
        name = st.text_input(say("entrance.name_label"), max_chars=LONGEST_NAME, key="entrance-name", width=_WIDTH)
        sent = st.form_submit_button(say("entrance.come_in"), type="primary")
    if not sent:
        return
    try:
        services.of(person).people.call_me(name or "")
    except SimulatorError as error:
        st.warning(style.verbatim(str(error)))
        return
    st.rerun()
