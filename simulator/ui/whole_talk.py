"""The whole talk to read again: every turn, what each stretch of the manager's did where that is wanted, and words to look for in it."""

from itertools import groupby

import streamlit as st

from simulator.conversation import SILENCE, Speaker
from simulator.evaluation.scorecard import Scorecard
from simulator.practice.attempt import Attempt
from simulator.ui import state, style
from simulator.ui.talk import YOU
from simulator.ui.wording import say


@st.fragment
def draw(attempt: Attempt, card: Scorecard, rep: str, you: str = YOU) -> None:
    """Draw it; `rep` is what the other side is called, `you` who practised."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        wanted = st.text_input(say("whole_talk.look"), key=f"look-{attempt.id}", placeholder=say("whole_talk.look_for")) or ""
        marked = st.toggle(say("whole_talk.moves"), key=f"moves-{attempt.id}")
    by_turn = {number: tuple(some) for number, some in groupby(card.segments, key=lambda one: one.turn)}
    found = [turn for turn in attempt.conversation if wanted.strip().casefold() in turn.text.casefold()]
    if not found:
        st.caption(say("whole_talk.not_found"))
    asked = state.turn_asked()
    style.transcript(
        (
            (
                you if turn.speaker is Speaker.MANAGER else rep,
                turn.number,
                turn.text if turn.text != SILENCE else say("whole_talk.silence"),
                by_turn.get(turn.number, ()) if marked and turn.text != SILENCE else (),
            )
            for turn in found
        ),
        lambda number: state.address_of_turn(attempt.id, number),
        asked,
    )
    if asked in {turn.number for turn in found}:
        style.show_asked(f"{attempt.id}-{asked}")
