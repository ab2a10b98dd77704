"""A workshop's files for who leads it: its talks as tables without what was said, and its group's debrief on paper."""

import streamlit as st

from simulator.app import Services
from simulator.export import Terms, as_bytes
from simulator.export.terms import workshop_key
from simulator.ui.called import caller
from simulator.ui.forms import chosen_form, download_button
from simulator.ui.wording import say
from simulator.workshop.room import Workshop


def draw(services: Services, workshop: Workshop) -> None:
    """Draw the choice of a form, and the downloads."""
    st.markdown(say("workshops.take"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        form = chosen_form(f"format-{workshop.id}")
        download_button(
            form,
            lambda: as_bytes(services.rooms.taken(workshop.id), form, room_terms(services, workshop)),
            f"download-{workshop.id}",
        )
        st.download_button(
            say("workshops.paper"),
            data=lambda: _paper(services, workshop),
            file_name="group.pdf",
            mime="application/pdf",
            on_click="ignore",
            key=f"paper-{workshop.id}",
        )
    st.caption(say("workshops.what_files", who=say("workshops.with_names") if workshop.names else say("workshops.with_pseudonyms")))


def room_terms(services: Services, workshop: Workshop) -> Terms:
    """What a person said stays theirs; names go along where the workshop shows them."""
    names = None if workshop.names else False
    key, called = workshop_key(services.settings, workshop.id), services.people.called
    return Terms(words=False, names=names, key=key, scenario=services.repository.scenario, called=called)


def _paper(services: Services, workshop: Workshop) -> bytes:
    from simulator.export.group_paper import group_paper

    return group_paper(services.rooms.group(workshop.id), workshop.name, caller(services, workshop.id, names=workshop.names))
