"""The talk at a glance: the guess beside what was measured, what happened in one sentence, few figures set large, and the gauge."""

from typing import Final

import streamlit as st

from simulator.evaluation.bands import band
from simulator.evaluation.measures.self_rating import GAP_ASKED, GAP_SCORE
from simulator.evaluation.measures.shares import ASK_LISTEN_SHARE, ASKED_SHARE, ASKED_TOLD
from simulator.evaluation.scorecard import Estimate, Scorecard
from simulator.numbers import percent, rounded
from simulator.scenario.model import Scenario
from simulator.ui import gauge, style
from simulator.ui.wording import counted_score, measured_score, say

ASK_LISTEN: Final = ASK_LISTEN_SHARE.id
RATIO: Final = ASKED_TOLD.id
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
CLOSE: Final = 0.05
"""A guess this near to the share is as good as one can be: the slider goes in steps of it."""


def guess(card: Scorecard, made: Estimate | None) -> None:
    """Draw what the manager thought of the talk beside what it was."""
    said = gap(card, made)
    if said:
        st.markdown(said)


def gap(card: Scorecard, made: Estimate | None) -> str:
    """How far the guess was off, in words; empty without a guess, or without a figure to set it against."""
    if made is None:
        return ""
    said, asked, score = [], card.measure(GAP_ASKED.id), card.measure(GAP_SCORE.id)
    if made.asked_share is not None and asked.value is not None:
        said.append(
            say(
                "headline.asked_same" if abs(asked.value) < CLOSE else "headline.asked_more" if asked.value > 0 else "headline.asked_less",
                guess=percent(made.asked_share),
                measured=card.measure(ASKED_SHARE.id).shown,
            )
        )
    if made.score is not None and score.value is not None and card.score is not None:
        said.append(say("headline.score", guess=rounded(made.score), measured=counted_score(card)))
    return " ".join(said).replace(" %", NO_BREAK + "%")


def happened(card: Scorecard) -> None:
    """Draw what happened in one sentence, or what a talk too short to judge would take."""
    if card.score is None:
        _too_short(card)
    elif card.headline:
        style.lead(card.headline)


def glance(card: Scorecard, scenario: Scenario | None) -> None:
    """Draw the figures and the gauge, where there is one of them at least."""
    share, ratio = card.measure(ASK_LISTEN), card.measure(RATIO)
    if share.value is None and ratio.value is None and card.score is None:
        return
    score = "—" if card.score is None else rounded(card.score)
    style.figures([(share.shown, "asked and listened"), (ratio.shown, "asked : told"), (score, "score of 100")])
    for reason in dict.fromkeys(item.unscored for item in (share, ratio) if item.unscored):
        st.caption(style.verbatim(reason))
    if card.measured:
        st.caption(say("reviewed.measured", score=measured_score(card)))
    if share.value is not None and scenario is not None:
        gauge.draw(share.value, band(scenario))


def _too_short(card: Scorecard) -> None:
    with st.container(border=True, key="too-short"):
        st.subheader(say("debrief.too_short"), anchor=False)
        st.markdown(style.verbatim(card.unscored))
        st.markdown(say("debrief.not_lost"))
