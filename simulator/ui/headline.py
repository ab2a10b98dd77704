"""The top of the debrief: few figures, set large, and the gauge; or, for a talk too short to judge, what it would take."""

from typing import Final

import streamlit as st

from simulator.evaluation.criteria.bands import band
from simulator.evaluation.measures.shares import ASK_LISTEN_SHARE, ASKED_TOLD
from simulator.evaluation.scorecard import Scorecard
from simulator.numbers import rounded
from simulator.scenario.model import Scenario
from simulator.ui import gauge, style, wording

ASK_LISTEN: Final = ASK_LISTEN_SHARE.id
RATIO: Final = ASKED_TOLD.id


def draw(card: Scorecard, scenario: Scenario | None) -> None:
    """Draw the figures, the gauge, and one sentence on what they mean here."""
    share, ratio = card.measure(ASK_LISTEN), card.measure(RATIO)
    if card.score is None:
        _too_short(card)
    if share.value is None and ratio.value is None and card.score is None:
        return
    score = "—" if card.score is None else rounded(card.score)
    style.figures([(share.shown, "asked and listened"), (ratio.shown, "asked : told"), (score, "score of 100")])
    for reason in dict.fromkeys(item.unscored for item in (share, ratio) if item.unscored):
        st.caption(style.plain(reason))
    if share.value is not None and scenario is not None:
        low_high = band(scenario)
        gauge.draw(share.value, low_high)
        place = gauge.place(share.value, low_high)
        st.markdown(getattr(wording.words().reading[scenario.stance], place))


def _too_short(card: Scorecard) -> None:
    with st.container(border=True, key="too-short"):
        st.subheader(wording.say("debrief.too_short"), anchor=False)
        st.markdown(style.plain(card.unscored))
        st.markdown(wording.say("debrief.not_lost"))
