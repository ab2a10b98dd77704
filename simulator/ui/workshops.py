"""Workshops, for who leads them: make one, see who is in it, steer its rounds, open its scores, clear it away."""

from datetime import UTC, datetime, timedelta
from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.errors import SimulatorError
from simulator.language.languages import name_of
from simulator.language.words import ENGLISH
from simulator.people.person import LONGEST_NAME, Role
from simulator.ui import board, deleting, group, room_files, style, to_look_at, wording
from simulator.ui.called import caller
from simulator.ui.wording import say
from simulator.workshop.room import Round, Workshop

_HOURS: Final = 3
_LONGEST_HOURS: Final = 24 * 30


def render(services: Services) -> None:
    """Draw the page."""
    st.title(say("workshops.title"), anchor=False)
    if not board.leads(services):
        _helping(services)
        return
    st.markdown(say("workshops.carries"))
    rooms = services.rooms.run()
    for one in rooms:
        _room(services, one)
    with st.expander(say("workshops.new"), expanded=not rooms):
        _new(services)


def _helping(services: Services) -> None:
    """A trainer who is in a workshop looks at talks there; for anybody else there is nothing here."""
    mine = services.rooms.mine() if services.who.has(Role.TRAINER) else None
    if mine is None:
        st.markdown(say("workshops.not_yours"))
        return
    st.markdown(f"**{style.verbatim(mine.name)}**")
    to_look_at.draw(services, mine)


def _new(services: Services) -> None:
    languages = sorted({one.language for one in services.catalogue.scenarios}, key=lambda one: (one != ENGLISH, one))
    language = ENGLISH
    if len(languages) > 1:
        language = st.selectbox(say("workshops.language"), languages, format_func=name_of, key="workshop-language", width=320)
    titles = {one.id: one.title for one in services.catalogue.scenarios if one.language == language}
    with st.form("workshop", border=False):
        name = st.text_input(say("workshops.name"), max_chars=LONGEST_NAME, key="workshop-name", width=320)
        chosen = st.multiselect(
            say("workshops.scenarios"), list(titles), format_func=lambda one: titles[one], key=f"workshop-scenarios-{language}"
        )
        with st.container(horizontal=True):
            hours = st.number_input(say("workshops.hours"), 1, _LONGEST_HOURS, _HOURS, key="workshop-hours", width=150)
            times = st.number_input(say("workshops.times"), 1, 9, 2, key="workshop-times", width=150)
            days = st.number_input(say("workshops.days"), 0, 3650, 30, key="workshop-days", width=150)
        held = st.toggle(say("workshops.held"), key="workshop-held")
        names = st.toggle(say("workshops.names"), key="workshop-names")
        nudges = st.toggle(say("workshops.nudges"), value=services.settings.nudges, key="workshop-nudges")
        made = st.form_submit_button(say("workshops.make"), type="primary")
    if not made:
        return
    ends = datetime.now(UTC) + timedelta(hours=int(hours))
    try:
        services.rooms.make(
            name or "",
            chosen,
            ends,
            attempts_each=int(times),
            language=language,
            nudges=nudges,
            scores_held=held,
            names=names,
            keep_days=int(days),
        )
    except SimulatorError as error:
        st.warning(style.verbatim(str(error)))
        return
    st.rerun()


def _room(services: Services, workshop: Workshop) -> None:
    live = workshop.live(datetime.now(UTC))
    with st.container(border=True, key=f"workshop-{workshop.id}", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{style.verbatim(workshop.name)}**", width="content")
            st.markdown(f"#### {workshop.code}" if live else say("workshops.over"), width="content")
        st.caption(_stands(workshop) if live else say("workshops.kept", days=workshop.keep_days))
        steers = services.rooms.steers(workshop)
        with st.container(horizontal=True):
            if live and steers:
                _steering(services, workshop)
            if workshop.scores_held and steers:
                label = say("workshops.hide") if workshop.scores_opened else say("workshops.show")
                if st.button(label, key=f"scores-{workshop.id}"):
                    _done(services, workshop, scores_opened=not workshop.scores_opened)
            deleting.workshop_button(services, workshop)
        _people(services, workshop, steers=steers)
        to_look_at.draw(services, workshop)
        if steers:
            _together(services, workshop)


def _together(services: Services, workshop: Workshop) -> None:
    """The debrief of the group, worked out when it is looked at."""
    folded = st.expander(say("workshops.together"), key=f"together-{workshop.id}", on_change="rerun")
    if folded.open:
        with folded:
            group.draw(services, workshop)
            room_files.draw(services, workshop)


def _stands(workshop: Workshop) -> str:
    until = wording.when(workshop.ends_at)
    match workshop.round:
        case Round.OPEN:
            return say("workshops.open", when=until)
        case Round.PAUSED:
            return say("workshops.paused", when=until)
        case Round.ENDED:
            return say("workshops.ended", when=until)


def _steering(services: Services, workshop: Workshop) -> None:
    """What can be done with a round that stands so."""
    ways = {
        Round.OPEN: [(say("workshops.pause"), Round.PAUSED), (say("workshops.end"), Round.ENDED)],
        Round.PAUSED: [(say("workshops.go_on"), Round.OPEN), (say("workshops.end"), Round.ENDED)],
        Round.ENDED: [(say("workshops.reopen"), Round.OPEN)],
    }
    for label, then in ways[workshop.round]:
        if st.button(label, key=f"round-{then.value}-{workshop.id}"):
            _done(services, workshop, round=then)


def _done(services: Services, workshop: Workshop, *, round: Round | None = None, scores_opened: bool | None = None) -> None:
    try:
        services.rooms.steer(workshop.id, round=round, scores_opened=scores_opened)
    except SimulatorError as error:
        st.warning(style.verbatim(str(error)))
        return
    st.rerun()


def _people(services: Services, workshop: Workshop, *, steers: bool) -> None:
    """Who is in it, and who has said nothing for a while."""
    here = [one.person for one in services.rooms.members(workshop.id) if one.removed_at is None]
    if not here:
        return
    stuck, called = services.rooms.board(workshop.id).stuck, caller(services, workshop.id, names=workshop.names)
    with st.expander(say("workshops.people", count=len(here))):
        for person in here:
            name = style.verbatim(called(person))
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(say("workshops.stuck", name=name) if person in stuck else name, width="content")
                if steers and st.button(say("workshops.remove"), type="tertiary", key=f"remove-{workshop.id}-{person}"):
                    services.rooms.remove(workshop.id, person)
                    st.rerun()
