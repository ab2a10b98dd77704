"""What the manager thinks of a talk before they see a number: two guesses, which can be left out."""

from collections.abc import Callable

import streamlit as st

from simulator.evaluation.scorecard import Estimate
from simulator.ui import notice, state
from simulator.ui.wording import say


@st.dialog("Before you look", on_dismiss="rerun")
def ask(score: Callable[[Estimate | None], str]) -> None:
    """Ask, have the talk scored, and show its debrief; `score` takes the guess, if there is one, and returns the talk's id."""
    st.markdown(say("practice.guess"))
    asked = st.slider(say("practice.guess_asked"), 0, 100, 50, step=5, format="%d %%", key="guess-asked")
    points = st.slider(say("practice.guess_score"), 0, 100, 50, step=5, key="guess-score")
    with st.container(horizontal=True):
        guessed = st.button("Show me the debrief", type="primary")
        skipped = st.button("Skip the guess")
    if guessed or skipped:
        with notice.calm():
            with st.spinner(say("practice.reading")):
                attempt_id = score(Estimate(asked_share=asked / 100, score=float(points)) if guessed else None)
            state.go("debrief", attempt=attempt_id)
