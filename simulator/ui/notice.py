"""What the manager sees when something went wrong: one calm box with what happened and what to do."""

import streamlit as st

from simulator.errors import SettingError, SimulatorError, StoreError, UserError
from simulator.ui import state, style
from simulator.ui.wording import say


def show(error: SimulatorError) -> None:
    """Say what happened and what to do, in the error's own words."""
    with st.container(border=True, key="notice"):
        st.subheader(say("notice.yours") if isinstance(error, UserError) else say("notice.ours"), anchor=False)
        for line in str(error).splitlines():
            st.markdown(style.plain(line))
        if isinstance(error, StoreError):
            st.caption(say("notice.nothing_deleted"))
        with st.container(horizontal=True):
            st.page_link(state.page("find"), label="Find a talk")
            st.page_link(state.page("history"), label="See your talks")


def cannot_start(error: SimulatorError) -> None:
    """The page shown instead of the product when its parts could not be put together."""
    st.title(say("notice.closed_title"))
    st.markdown(say("notice.closed"))
    with st.container(border=True, key="notice"):
        for line in str(error).splitlines():
            st.markdown(style.plain(line))
    hint = say("notice.change_setting") if isinstance(error, SettingError) else say("notice.put_right")
    st.caption(f"{hint} {say('notice.doctor')}")
    if not isinstance(error, SettingError):
        st.button("Try again", type="primary")
