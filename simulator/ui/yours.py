"""What is one's own: the name, everything to take away, everything to delete, and the way out of an account."""

import streamlit as st

from simulator.app import Services
from simulator.errors import SimulatorError
from simulator.export import Terms, everything
from simulator.people.person import LONGEST_NAME
from simulator.practice.attempt import Selection
from simulator.settings import Access
from simulator.ui import deleting, state, style, who
from simulator.ui.wording import say


def draw(services: Services) -> None:
    """Draw this part of the settings."""
    st.title(say("yours.title"), anchor=False)
    account = services.settings.access is Access.ACCOUNTS
    if account:
        st.markdown(say("yours.account", name=style.verbatim(services.who.name)))
    else:
        _name(services)
    st.markdown(say("yours.what"))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            say("yours.take"),
            data=lambda: everything(
                services.repository.each(lambda _: None, Selection(owner=services.who.id)),
                services.people.me(),
                Terms(scenario=services.repository.scenario, called=services.people.called),
                services.reviewing.kept.written_by(services.who.id),
            ),
            file_name="coaching-mine.zip",
            mime="application/zip",
            on_click="ignore",
            key="take-everything",
        )
        if account and st.button(say("yours.sign_out"), key="sign-out"):
            who.sign_out(services)
        deleting.everything_button(services)


def _name(services: Services) -> None:
    kept = services.people.me().name
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input(say("yours.name"), value=kept, max_chars=LONGEST_NAME, key="yours-name", width=260)
        changed = st.button(say("yours.change"), key="change-name")
    if not changed or (typed or "") == kept:
        return
    try:
        services.people.call_me(typed or "")
    except SimulatorError as error:
        st.warning(style.verbatim(str(error)))
        return
    state.forget_name()
    st.rerun()
