"""The talk as a strip: one cell a segment, coloured and lettered by its move; a cell opens the turn it stands for."""

from itertools import groupby

import streamlit as st

from simulator.attempt import Attempt
from simulator.conversation import Segment, Speaker
from simulator.evaluation.scorecard import Scorecard
from simulator.ui import state, style, talk, wording


@st.fragment
def draw(attempt: Attempt, card: Scorecard, rep: str) -> None:
    """Draw the strip and, under it, the turn of the cell that is open."""
    style.legend()
    chosen = state.chosen_cell(attempt.id)
    numbered = [(number, segment) for number, segment in enumerate(card.segments) if segment.text.strip()]
    with st.container(horizontal=True, gap="xsmall", key="strip"):
        for turn, cells in groupby(numbered, key=lambda item: item[1].turn):
            with st.container(horizontal=True, gap=None, width="content", key=f"turn-{turn}"):
                for number, segment in cells:
                    _cell(attempt.id, number, segment, chosen=number == chosen)
    if chosen is None or chosen >= len(card.segments):
        st.caption("Each block is your turn, each cell one thing you did in it. Choose a cell to read the words.")
    else:
        _opened(attempt, card, card.segments[chosen], rep)


def _cell(attempt_id: str, number: int, segment: Segment, *, chosen: bool) -> None:
    move = segment.code.move
    st.button(
        f"{move.value.title()} in turn {segment.turn}: {wording.code(segment.code)}",
        key=f"cell-{move}-{number}{'-chosen' if chosen else ''}",
        on_click=state.choose_cell,
        args=(attempt_id, number),
        wrap=False,
    )


def _opened(attempt: Attempt, card: Scorecard, segment: Segment, rep: str) -> None:
    before = attempt.conversation.before(segment.turn, Speaker.REP)
    with st.container(border=True):
        if before is not None:
            st.caption(f"**{style.plain(rep)}** said before")
            style.words(before.text, quiet=True)
        st.caption(f"**{talk.YOU}**, turn {segment.turn} · this stretch: {wording.code(segment.code)}")
        style.coded([other for other in card.segments if other.turn == segment.turn], chosen=segment)
