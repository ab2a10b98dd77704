"""The top of the debrief: few figures, set large, and the gauge; or, for a talk too short to judge, what it would take."""

from typing import Final

import streamlit as st

from simulator.evaluation.criteria.bands import band
from simulator.evaluation.scorecard import Scorecard
from simulator.scenario.model import Scenario, Stance
from simulator.ui import gauge, style

ASK_LISTEN: Final = "ask_listen_share"
ASKED_TOLD: Final = "asked_told"

_READING: Final = {
    (Stance.COACH, "below"): "There is room for more of their thinking. One open question in the place of one tell moves this line.",
    (Stance.COACH, "inside"): "They did the thinking and you made room for it. That is coaching.",
    (Stance.COACH, "above"): "All ears, and that is rare. Now and then they may also want to know what you think.",
    (Stance.LEAD, "below"): "They heard where you are going. Leave more room for what it does to them.",
    (Stance.LEAD, "inside"): "You said where you are going, and you listened to what it does to them.",
    (Stance.LEAD, "above"): "You listened well. This moment also wants your decision, and the reason for it.",
    (Stance.MANAGE, "below"): "Clear it was. A question or two would have told you what stands in the way.",
    (Stance.MANAGE, "inside"): "Clear about what has to happen, with room for their side. That is the balance here.",
    (Stance.MANAGE, "above"): "You made room. This moment also wants a plain word about what has to happen.",
}


def draw(card: Scorecard, scenario: Scenario | None) -> None:
    """Draw the figures, the gauge, and one sentence on what they mean here."""
    share, ratio = card.measure(ASK_LISTEN), card.measure(ASKED_TOLD)
    if card.score is None:
        _too_short(card)
    if share.value is None and ratio.value is None and card.score is None:
        return
    score = "—" if card.score is None else f"{card.score:.0f}"
    style.figures([(share.shown, "asked and listened"), (ratio.shown, "asked : told"), (score, "score of 100")])
    for reason in dict.fromkeys(item.unscored for item in (share, ratio) if item.unscored):
        st.caption(style.plain(reason))
    if share.value is not None and scenario is not None:
        low_high = band(scenario)
        gauge.draw(share.value, low_high)
        place = gauge.place(share.value, low_high)
        st.markdown(_READING[scenario.stance, place])


def _too_short(card: Scorecard) -> None:
    with st.container(border=True, key="too-short"):
        st.subheader("Too short to put a number on", anchor=False)
        st.markdown(style.plain(card.unscored))
        st.markdown("Nothing is lost: every turn you took is below, and the next talk can be longer.")
