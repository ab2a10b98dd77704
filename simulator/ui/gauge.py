"""The headline gauge: how much of the talk was asking and listening, against the band that the moment calls for."""

import altair as alt
import streamlit as st

from simulator.codes import Move
from simulator.ui.moves import look

_HEIGHT = 76


def draw(share: float, band: tuple[float, float]) -> None:
    """Draw the gauge; `share` and the ends of `band` are from 0 to 1."""
    dark = st.context.theme.type == "dark"
    st.altair_chart(_chart(share, band, dark=dark), width="stretch", key="gauge", alt=describe(share, band))


def describe(share: float, band: tuple[float, float]) -> str:
    """The gauge in words."""
    return f"Asking and listening: {_percent(share)}, {place(share, band)} the band of {_span(band)} that this moment calls for"


def place(share: float, band: tuple[float, float]) -> str:
    """Where the share lies: below, inside or above the band."""
    low, high = band
    return "below" if share < low else "above" if share > high else "inside"


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _span(band: tuple[float, float]) -> str:
    return f"{band[0] * 100:.0f} to {_percent(band[1])}"


def _chart(share: float, band: tuple[float, float], *, dark: bool) -> alt.LayerChart:
    text = "#ece6db" if dark else "#2b2722"
    ground = "#3a3531" if dark else "#e6dfd2"
    colour = look(Move.LISTEN, dark=dark).colour
    scale = alt.Scale(domain=[0, 1], nice=False)
    whole = alt.Chart(alt.InlineData([{"from": 0.0, "to": 1.0}])).mark_bar(height=10, color=ground, cornerRadius=5)
    zone = alt.Chart(alt.InlineData([{"from": band[0], "to": band[1]}])).mark_bar(height=22, color=colour, opacity=0.45, cornerRadius=5)
    here = alt.Chart(alt.InlineData([{"at": share}])).mark_tick(thickness=5, size=38, color=text, opacity=1)
    middle = (band[0] + band[1]) / 2
    label = alt.Chart(alt.InlineData([{"at": middle, "words": f"balanced here: {_span(band)}"}])).mark_text(
        dy=27, color=text, fontSize=14, align="right" if middle > 0.8 else "left" if middle < 0.2 else "center"
    )
    spans = [layer.encode(x=alt.X("from:Q", scale=scale, axis=None), x2="to:Q") for layer in (whole, zone)]
    marks = [here.encode(x=alt.X("at:Q", scale=scale, axis=None)), label.encode(x=alt.X("at:Q", scale=scale, axis=None), text="words:N")]
    chart: alt.LayerChart = (
        alt.layer(*spans, *marks).properties(height=_HEIGHT).configure_view(strokeWidth=0).configure(background="transparent")
    )
    return chart
