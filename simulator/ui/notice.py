"""What the manager sees when something went wrong: one calm box with what happened and what to do."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from simulator.errors import SettingError, SimulatorError, StoreError, UserError
from simulator.ui import state, style
from simulator.ui.wording import say

_log = logging.getLogger(__name__)


@contextmanager
def calm() -> Iterator[None]:
    """Whatever goes wrong inside is told in this place of the page, and goes no further."""
    try:
        yield
    except Exception as error:
        told(error)


def told(error: Exception) -> None:
    """Say what happened and what to do: in the error's own words where it is one of ours, else with a reference to the log."""
    with st.container(border=True, key=f"notice-{secrets.token_hex(4)}"):
        if not isinstance(error, SimulatorError):
            st.subheader(say("notice.ours"), anchor=False)
            st.markdown(say("notice.unexpected", reference=_logged(error)))
            return
        st.subheader(say("notice.yours") if isinstance(error, UserError) else say("notice.ours"), anchor=False)
        for line in str(error).splitlines():
            st.markdown(style.verbatim(line))
        if isinstance(error, StoreError):
            st.caption(say("notice.nothing_deleted"))
        with st.container(horizontal=True):
            st.page_link(state.page("find"), label="Find a talk")
            st.page_link(state.page("history"), label="See your talks")


def _logged(error: Exception) -> str:
    """Put the error with its traceback into the log; returns the reference it is found by."""
    reference = secrets.token_hex(4)
    _log.error("Reference %s", reference, exc_info=error)
    return reference


def cannot_start(error: Exception) -> None:
    """The page shown instead of the product when its parts could not be put together."""
    st.title(say("notice.closed_title"))
    st.markdown(say("notice.closed"))
    with st.container(border=True, key="notice"):
        if not isinstance(error, SimulatorError):
            st.markdown(say("notice.unexpected", reference=_logged(error)))
        else:
            for line in str(error).splitlines():
                st.markdown(style.verbatim(line))
    hint = say("notice.change_setting") if isinstance(error, SettingError) else say("notice.put_right")
    st.caption(f"{hint} {say('notice.doctor')}")
    if not isinstance(error, SettingError):
        st.button("Try again", type="primary")
