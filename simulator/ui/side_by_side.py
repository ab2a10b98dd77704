"""A second try beside the talk it was branched from: the same few figures for both, and where each of them went."""

from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.conversation import Speaker
from simulator.errors import AttemptError
from simulator.evaluation.scorecard import Scorecard
from simulator.numbers import rounded
from simulator.practice.attempt import Attempt
from simulator.state import Promise
from simulator.ui import headline, style, wording

_PROMISE: Final = {None: "none", Promise.OWN: "their own", Promise.IMPOSED: "the one you asked for"}


def draw(services: Services, attempt: Attempt, card: Scorecard) -> None:
    """Draw both tries in two columns, or say why there is only one."""
    st.header(wording.say("side_by_side.title"), anchor=False)
    try:
        first = services.repository.get(attempt.branch_of)
    except AttemptError:
        st.caption(wording.say("side_by_side.gone"))
        return
    for column, title, one, scored in zip(st.columns(2), ("First try", "This try"), (first, attempt), (first.scorecard, card), strict=True):
        with column.container(border=True):
            st.subheader(title, anchor=False)
            _figures(one, scored)
            _words(one, attempt.branch_turn)
    if first.scorecard and first.scorecard.versions.differing(card.versions):
        st.caption(wording.say("side_by_side.versions"))


def _figures(attempt: Attempt, card: Scorecard | None) -> None:
    if card is None:
        st.caption(wording.say("side_by_side.not_ended"))
        return
    score = "too short for one" if card.score is None else f"{rounded(card.score)} of 100"
    score += f", put right by people (measured: {wording.measured_score(card)})" if card.measured else ""
    promise = attempt.state.commitment
    rows = [
        ("Score", score),
        ("Asked and listened", card.measure(headline.ASK_LISTEN).shown),
        ("Asked : told", card.measure(headline.RATIO).shown),
        ("Told you", f"{len(attempt.state.disclosed)} of {len(card.facts)} things" if card.facts else "–"),
        ("Promise", _PROMISE[promise.kind if promise else None]),
    ]
    for name, value in rows:
        st.markdown(f"{name}: **{style.verbatim(value)}**")


def _words(attempt: Attempt, turn: int) -> None:
    """What was said at the fork, and what came back."""
    for said in [one for one in attempt.conversation if one.number in (turn, turn + 1)]:
        st.caption("You said" if said.speaker is Speaker.MANAGER else "and heard")
        style.words(said.text, quiet=said.speaker is Speaker.REP)
