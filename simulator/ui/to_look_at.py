"""The ended talks of a workshop, for who may review them: whose, which try, and how far the looking is."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from simulator.app import Services
from simulator.errors import ScenarioError
from simulator.ui import state, style, wording
from simulator.ui.called import caller
from simulator.ui.wording import say
from simulator.workshop.reviewing import SignedSoFar
from simulator.workshop.room import RoomTalk, Workshop


def draw(services: Services, workshop: Workshop) -> None:
    """Draw them, the newest of each person last; nothing where there is none."""
    talks = services.reviewing.to_look_at(workshop.id)
    if not talks:
        return
    called = caller(services, workshop.id, names=workshop.names)
    with st.expander(say("to_look_at.talks", count=len(talks))):
        for (talk, so_far), which in zip(talks, _tries([one for one, _ in talks]), strict=True):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                with st.container(width="content", gap="xxsmall"):
                    st.markdown(f"**{style.verbatim(called(talk.person))}** · {_title(services, talk)}")
                    st.caption(f"{which} · {_standing(so_far)}")
                if st.button(say("to_look_at.look"), key=f"look-{talk.id}"):
                    state.go("review", attempt=talk.id)


def _tries(talks: Sequence[RoomTalk]) -> list[str]:
    """Which try of its person at its scenario each is."""
    seen = Counter[tuple[str, str]]()
    said = []
    for one in talks:
        seen[one.person, one.scenario_id] += 1
        number = seen[one.person, one.scenario_id]
        said.append(say("to_look_at.first") if number == 1 else say("to_look_at.again", number=number))
    return said


def _standing(so_far: SignedSoFar) -> str:
    parts = [say("to_look_at.signed", when=wording.when(so_far.signed_at)) if so_far.signed_at else say("to_look_at.new")]
    if so_far.corrected:
        parts.append(say("to_look_at.one_waits") if so_far.corrected == 1 else say("to_look_at.waits", count=so_far.corrected))
    return " · ".join(parts)


def _title(services: Services, talk: RoomTalk) -> str:
    try:
        return style.verbatim(services.catalogue.get(talk.scenario_id).title)
    except ScenarioError:
        return style.verbatim(talk.scenario_id)
