"""How turns of a talk are drawn: who speaks, in whose voice, and the words exactly as they are."""

from collections.abc import Iterable

import streamlit as st

from simulator.conversation import SILENCE, Speaker, Turn
from simulator.ui import style, wording

YOU = "You"


def show(turn: Turn, rep: str) -> None:
    """Draw one turn; `rep` is what the rep is called."""
    if turn.speaker is Speaker.MANAGER:
        mine(turn.text)
        return
    with st.chat_message(rep):
        st.caption(f"**{style.verbatim(rep)}** · {style.verbatim(wording.voice(turn))}")
        style.words(turn.text)
        if turn.note:
            st.caption(style.verbatim(turn.note))


def mine(text: str) -> None:
    """Draw words of the manager's."""
    with st.chat_message(YOU):
        st.caption(f"**{YOU}**" if text != SILENCE else wording.say("practice.waited", name=YOU))
        if text != SILENCE:
            style.words(text)


def stream(snapshots: Iterable[str], rep: str) -> None:
    """Draw a rep's turn while it comes; each snapshot is all the words so far and takes the place of the one before."""
    with st.chat_message(rep):
        st.caption(f"**{style.verbatim(rep)}**")
        place = st.empty()
        style.words("…", quiet=True, where=place)
        for snapshot in snapshots:
            style.words(snapshot, where=place)
