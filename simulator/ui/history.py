"""History: every talk so far, to go on with, to look back on, or to take away as files."""

from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.export import Format, Terms, as_bytes, pseudonym_key
from simulator.practice.attempt import Attempt
from simulator.ui import headline, state, style, wording
from simulator.ui.forms import chosen_form, download_button

_PAGE: Final = 20


def render(services: Services) -> None:
    """Draw the page."""
    st.title(wording.say("history.title"), anchor=False)
    count = services.repository.count()
    if not count:
        st.markdown(wording.say("history.none"))
        if st.button("Find a talk", type="primary"):
            state.go("find")
        return
    pages = -(-count // _PAGE)
    number = st.pagination(pages, key="history-page") if pages > 1 else 1
    page = services.repository.listed(limit=_PAGE, offset=(number - 1) * _PAGE)
    for attempt in page.attempts:
        _row(attempt)
    if page.missing:
        st.caption(style.verbatim(page.missing))
    _downloads(services)


def _row(attempt: Attempt) -> None:
    card = st.container(border=True, key=f"talk-{attempt.id}")
    row = card.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center")
    words = row.container(width="content", gap="xxsmall")
    words.markdown(f"**{style.verbatim(attempt.scenario_title)}**")
    words.caption(_summary(attempt))
    if row.button("Debrief" if attempt.finished else "Go on", key=f"open-{attempt.id}"):
        state.go("debrief" if attempt.finished else "practice", attempt=attempt.id)


def _summary(attempt: Attempt) -> str:
    """What is told of a talk in a line; its score where its player may see that now."""
    parts = [wording.when(attempt.started_at)]
    if attempt.source:
        parts.append(wording.say("history.real"))
    if attempt.player:
        parts.append(style.verbatim(attempt.player))
    card = attempt.scorecard
    if not attempt.finished:
        parts.append("still open")
    elif card is None:
        parts.append(wording.say("history.held_back"))
    else:
        parts.append(wording.scored(card))
        ratio = card.measure(headline.RATIO)
        if ":" in ratio.shown:
            parts.append(f"asked : told {style.verbatim(ratio.shown)}")
    return " · ".join(parts)


def _downloads(services: Services) -> None:
    st.space("small")
    st.markdown(wording.say("history.files"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        form = chosen_form("history-format")
        words = st.toggle(wording.say("history.words"), value=True, key="history-words")
        download_button(form, lambda: as_bytes(services.repository.each(lambda _: None), form, _terms(services, form, words)), "download")
    st.caption(wording.say("history.what_files"))


def _terms(services: Services, form: Format, words: bool) -> Terms:
    """A key is needed, and made, for xAPI statements alone: they go to other systems, so they have pseudonyms."""
    key = pseudonym_key(services.settings) if form in (Format.XAPI, Format.ALL) else b""
    return Terms(words=words, key=key, scenario=services.repository.scenario, called=services.people.called)
