"""Pictures of figures from talk to talk; what could not be given is a gap, and each picture is also said in words."""

from collections.abc import Sequence
from typing import Any, Final

import altair as alt
import streamlit as st

from simulator.codes import Move
from simulator.evaluation.criteria.levels import CRITERIA, texts
from simulator.numbers import percent, rounded
from simulator.practice.attempt import Summary
from simulator.practice.progress import RATIO, SHARE
from simulator.ui.canvas import GROUND, INK, dark, unframed
from simulator.ui.moves import look_of
from simulator.ui.wording import say

_STRIP: Final = 12
"""Talks in the strip of criteria: more would be too narrow for a phone."""
_HEIGHT: Final = 190
_ROW: Final = 34
_EXTENT: Final = 46
"""Pixels for labels, so that pictures under each other begin at one line."""
_EDGE: Final = 8
"""Questions for a tell, or tells for a question, up to which a ratio is drawn."""


def share(newest_first: Sequence[Summary]) -> None:
    """Draw the share of asking and listening, talk by talk."""
    _drawn(newest_first, SHARE, alt.Scale(domain=[0, 1]), {"format": "%", "values": [0, 0.25, 0.5, 0.75, 1]})


def ratio(newest_first: Sequence[Summary]) -> None:
    """Draw the questions for every tell, talk by talk, as far out above 1 : 1 as below it; what lies beyond is drawn at the edge."""
    scale = alt.Scale(type="log", base=2, domain=[1 / _EDGE, _EDGE], clamp=True)
    label = "datum.value >= 1 ? datum.value + ' : 1' : '1 : ' + 1 / datum.value"
    _drawn(newest_first, RATIO, scale, {"labelExpr": label, "values": [1 / _EDGE, 0.25, 0.5, 1, 2, 4, _EDGE]})


def _drawn(newest_first: Sequence[Summary], measure: str, scale: alt.Scale, axis: dict[str, Any]) -> None:
    oldest_first = newest_first[::-1]
    chart = _line(rows_of(oldest_first, measure), scale, axis, dark=dark())
    st.altair_chart(chart, width="stretch", key=f"{measure}-over-time", alt=line_in_words(oldest_first, measure))


def criteria(newest_first: Sequence[Summary]) -> None:
    """Draw the levels of every criterion in the latest talks."""
    oldest_first = newest_first[:_STRIP][::-1]
    st.altair_chart(_strip(oldest_first, dark=dark()), width="stretch", key="criteria-over-time", alt=criteria_in_words(oldest_first))
    st.caption(say("over_time.gaps"))


def line_in_words(oldest_first: Sequence[Summary], measure: str) -> str:
    """What the line of a measure shows."""
    said = [
        "not given" if value is None else percent(value) if measure == SHARE else f"{rounded(value, 1)} : 1"
        for value in (one.figures.get(measure) for one in oldest_first)
    ]
    return say("over_time.share" if measure == SHARE else "over_time.ratio", values=", ".join(said))


def criteria_in_words(oldest_first: Sequence[Summary]) -> str:
    """What the strip shows."""
    rows = []
    for name in CRITERIA:
        levels = [one.levels.get(name) for one in oldest_first]
        if any(level is not None for level in levels):
            rows.append(f"{texts(name).name}: {', '.join('not given' if level is None else str(level) for level in levels)}")
    return say("over_time.criteria", rows="; ".join(rows))


def rows_of(oldest_first: Sequence[Summary], measure: str) -> list[dict[str, Any]]:
    """What the line of a measure is drawn from, a row a talk; where it could not be given the line breaks."""
    return [
        {"talk": number, "value": one.figures.get(measure), "kind": "real" if one.real else "practised"}
        for number, one in enumerate(oldest_first, start=1)
    ]


def criteria_rows(oldest_first: Sequence[Summary]) -> list[dict[str, Any]]:
    """What the strip is drawn from, a row a cell; where a criterion could not be judged there is none."""
    return [
        {"talk": number, "name": texts(name).name, "level": one.levels[name]}
        for number, one in enumerate(oldest_first, start=1)
        for name in CRITERIA
        if name in one.levels
    ]


def _line(rows: list[dict[str, Any]], scale: alt.Scale, axis: dict[str, Any], *, dark: bool) -> alt.LayerChart:
    data = alt.InlineData(rows)
    colour = look_of(Move.LISTEN, dark=dark).colour
    across = alt.X("talk:Q", axis=None, scale=alt.Scale(domain=[0.5, len(rows) + 0.5], nice=False))
    lines = alt.Axis(grid=True, gridColor=GROUND[dark], labelColor=INK[dark], domain=False, ticks=False, minExtent=_EXTENT, **axis)
    up = alt.Y("value:Q", title=None, scale=scale, axis=lines)
    legend = alt.Legend(title=None, orient="top", labelColor=INK[dark], symbolFillColor=colour, symbolStrokeColor=colour)
    shape = alt.Shape(
        "kind:N",
        scale=alt.Scale(domain=["practised", "real"], range=["circle", "diamond"]),
        legend=legend if any(row["kind"] == "real" for row in rows) else None,
    )
    line = alt.Chart(data).mark_line(color=colour, opacity=0.5, strokeWidth=2).encode(x=across, y=up)
    points = alt.Chart(data).mark_point(color=colour, filled=True, size=90, opacity=1).encode(x=across, y=up, shape=shape)
    chart: alt.LayerChart = (
        alt.layer(line, points).properties(height=_HEIGHT).configure_view(strokeWidth=0).configure(background="transparent")
    )
    return chart


def _strip(oldest_first: Sequence[Summary], *, dark: bool) -> alt.LayerChart:
    shown = [texts(name).name for name in CRITERIA if any(name in one.levels for one in oldest_first)]
    data = alt.InlineData(criteria_rows(oldest_first))
    across = alt.X("talk:O", axis=None, scale=alt.Scale(domain=list(range(1, len(oldest_first) + 1)), paddingInner=0.12))
    down = alt.Y(
        "name:N", sort=shown, title=None, axis=alt.Axis(labelColor=INK[dark], labelFontSize=13, domain=False, ticks=False, labelLimit=110)
    )
    colour = look_of(Move.LISTEN, dark=dark)
    cells = (
        alt.Chart(data)
        .mark_rect(cornerRadius=4, color=colour.colour)
        .encode(x=across, y=down, opacity=alt.Opacity("level:Q", scale=alt.Scale(domain=[0, 4], range=[0.12, 0.75]), legend=None))
    )
    numbers = alt.Chart(data).mark_text(fontSize=13, color=INK[dark]).encode(x=across, y=down, text="level:Q")
    return unframed(alt.layer(cells, numbers).properties(height=alt.Step(_ROW)))
