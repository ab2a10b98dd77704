"""The headline gauge: how much of the talk was asking and listening, against the band that the moment calls for."""

from typing import Literal

import altair as alt
import streamlit as st

from simulator.codes import Move
from simulator.numbers import percent, rounded
from simulator.ui import canvas
from simulator.ui.moves import look_of
from simulator.ui.wording import say

_HEIGHT = 66


def draw(share: float, band: tuple[float, float]) -> None:
    """Draw the gauge; `share` and the ends of `band` are from 0 to 1."""
    st.altair_chart(_chart(share, band, dark=canvas.dark()), width="stretch", key="gauge", alt=describe(share, band))


def describe(share: float, band: tuple[float, float]) -> str:
    """The gauge in words."""
    return say("gauge.words", share=percent(share), place=place(share, band), band=_span(band))


def place(share: float, band: tuple[float, float]) -> str:
    """Where the share lies: below, inside or above the band."""
    low, high = band
    return "below" if share < low else "above" if share > high else "inside"


def _span(band: tuple[float, float]) -> str:
    low, high = band
    return f"{percent(low)} and more" if high >= 1 else f"{rounded(low * 100)} to {percent(high)}"


def _label_place(band: tuple[float, float]) -> tuple[float, Literal["left", "center", "right"]]:
    """Where the label stands and how it is aligned, so that it stays under the band and inside the picture."""
    low, high = band
    if high > 0.9:
        return high, "right"
    return (low, "left") if low < 0.1 else ((low + high) / 2, "center")


def _chart(share: float, band: tuple[float, float], *, dark: bool) -> alt.LayerChart:
    text, ground = canvas.INK[dark], canvas.GROUND[dark]
    colour = look_of(Move.LISTEN, dark=dark).colour
    scale = alt.Scale(domain=[0, 1], nice=False)
    whole = alt.Chart(alt.InlineData([{"from": 0.0, "to": 1.0}])).mark_bar(height=10, color=ground, cornerRadius=5)
    zone = alt.Chart(alt.InlineData([{"from": band[0], "to": band[1]}])).mark_bar(height=22, color=colour, opacity=0.45, cornerRadius=5)
    here = alt.Chart(alt.InlineData([{"at": share}])).mark_tick(thickness=5, size=34, color=text, opacity=1)
    at, align = _label_place(band)
    label = alt.Chart(alt.InlineData([{"at": at, "words": say("gauge.label", band=_span(band))}])).mark_text(
        dy=25, color=text, fontSize=14, align=align
    )
    spans = [layer.encode(x=alt.X("from:Q", scale=scale, axis=None), x2="to:Q") for layer in (whole, zone)]
    marks = [here.encode(x=alt.X("at:Q", scale=scale, axis=None)), label.encode(x=alt.X("at:Q", scale=scale, axis=None), text="words:N")]
    return canvas.unframed(alt.layer(*spans, *marks).properties(height=_HEIGHT))
