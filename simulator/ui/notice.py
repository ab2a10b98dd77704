"""What the manager sees when something went wrong: one calm box with what happened and what to do."""

import streamlit as st

from simulator.errors import SettingError, SimulatorError, StoreError, UserError
from simulator.ui import state, style


def show(error: SimulatorError) -> None:
    """Say what happened and what to do, in the error's own words."""
    with st.container(border=True, key="notice"):
        st.subheader("That did not work" if isinstance(error, UserError) else "Something is not right on our side", anchor=False)
        for line in str(error).splitlines():
            st.markdown(style.plain(line))
        if isinstance(error, StoreError):
            st.caption("Nothing has been deleted. `simulator doctor` in a terminal checks every part and says what to do.")
        with st.container(horizontal=True):
            st.page_link(state.page("find"), label="Find a talk")
            st.page_link(state.page("history"), label="See your talks")


def cannot_start(error: SimulatorError) -> None:
    """The page shown instead of the product when its parts could not be put together."""
    st.title("We cannot open just yet")
    st.markdown("One of the parts is not ready. Once it is put right, this page opens as usual; your talks are kept.")
    with st.container(border=True, key="notice"):
        for line in str(error).splitlines():
            st.markdown(style.plain(line))
    hint = "Change the setting and start the product again." if isinstance(error, SettingError) else "Put it right, then try again."
    st.caption(f"{hint} `simulator doctor` in a terminal checks every part and says what to do. Nothing has been deleted.")
    if not isinstance(error, SettingError):
        st.button("Try again", type="primary")
