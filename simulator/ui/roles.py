"""People, for an admin: who is here for what, and talks that have no owner yet."""

from collections import Counter
from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.errors import SimulatorError
from simulator.people.person import GIVEN, LOCAL_ID, Person, Role, name_key
from simulator.practice.attempt import Attempt, Selection
from simulator.settings import Access
from simulator.ui import style, wording
from simulator.ui.wording import say

_ORDER: Final = [role for role in Role if role in GIVEN]
_MOST: Final = 20
"""Talks without an owner that are shown at a time."""


def render(services: Services) -> None:
    """Draw the page."""
    everybody = services.people.everybody()
    st.title(say("people.title"), anchor=False)
    claimed = services.settings.roles_claim if services.settings.access is Access.ACCOUNTS else ""
    st.markdown(say("people.claimed", claim=style.verbatim(claimed)) if claimed else say("people.lead"))
    names = _told_apart(everybody)
    for person in everybody:
        _person(services, person, names[person.id], fixed=bool(claimed))
    _without_owner(services, everybody)


def _person(services: Services, person: Person, called: str, *, fixed: bool) -> None:
    with st.container(border=True, key=f"person-{person.id}", gap="xsmall"):
        me = f" {say('people.you')}" if person.id == services.who.id else ""
        st.markdown(f"**{style.verbatim(called)}**{me}")
        if fixed:
            return
        kept = [role for role in _ORDER if person.has(role)]
        chosen = st.pills(
            say("people.here_for", name=style.verbatim(person.name)),
            _ORDER,
            selection_mode="multi",
            default=kept,
            format_func=lambda role: Role(role).value,
            label_visibility="collapsed",
            key=f"roles-{person.id}",
        )
        if set(chosen) != set(kept):
            try:
                services.people.appoint(person.id, {Role(one) for one in chosen})
            except SimulatorError as error:
                st.warning(style.verbatim(str(error)))


def _without_owner(services: Services, everybody: tuple[Person, ...]) -> None:
    found = services.repository.listed(of=Selection(owner=LOCAL_ID), limit=_MOST)
    if not found.attempts:
        return
    st.header(say("people.unowned"), anchor=False)
    st.markdown(say("people.unowned_what"))
    for attempt in found.attempts:
        _talk(services, attempt, everybody)


def _told_apart(everybody: tuple[Person, ...]) -> dict[str, str]:
    """What each is called in a list; where two are called the same, the id begins differently."""
    often = Counter(name_key(person.name) for person in everybody)
    return {one.id: one.name if often[name_key(one.name)] == 1 else f"{one.name} ({one.id[:6]})" for one in everybody}


def _talk(services: Services, attempt: Attempt, everybody: tuple[Person, ...]) -> None:
    names = _told_apart(everybody)
    with st.container(border=True, key=f"unowned-{attempt.id}"):
        st.markdown(f"**{style.verbatim(attempt.scenario_title)}**")
        st.caption(" · ".join(filter(None, (wording.when(attempt.started_at), style.verbatim(attempt.player)))))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            to = st.selectbox(
                say("people.whose"), list(names), index=None, format_func=lambda one: names[one], key=f"whose-{attempt.id}", width=260
            )
            if st.button(say("people.give"), key=f"give-{attempt.id}", disabled=to is None) and to:
                services.repository.give(attempt.id, next(one for one in everybody if one.id == to))
                st.rerun()
