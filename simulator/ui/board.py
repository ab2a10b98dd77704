"""The board of a workshop, for the wall: who is here, who talks, who is done, and the group's figures as dots. No names, no ranking."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

import altair as alt
import segno
import streamlit as st

from simulator.app import Services
from simulator.errors import SimulatorError
from simulator.numbers import percent, rounded
from simulator.people.person import Role
from simulator.ui import style
from simulator.ui.canvas import GROUND, INK, dark
from simulator.ui.wording import say
from simulator.workshop.board import Board, Dot
from simulator.workshop.room import Workshop

EVERY: Final = 2.0
"""Seconds after which the board is drawn anew."""
_LEADS: Final = frozenset({Role.FACILITATOR, Role.ADMIN})
_HEIGHT: Final = 150
_EDGE: Final = 8
"""Questions for a tell, or tells for a question, up to which a ratio is drawn."""


def leads(services: Services) -> bool:
    """Whether the menu has the board: for who may lead a workshop."""
    return bool(_LEADS & services.who.roles)


def render(services: Services) -> None:
    """Draw the page."""
    rooms = [one for one in services.rooms.run() if one.live(datetime.now(UTC))] if leads(services) else []
    if not rooms:
        st.markdown(say("board.none"))
        return
    chosen = rooms[0]
    if len(rooms) > 1:
        names = {one.id: f"{one.name} · {one.code}" for one in rooms}
        picked = st.selectbox(say("board.which"), list(names), format_func=lambda one: names[one], key="board-which", width=320)
        chosen = next(one for one in rooms if one.id == picked)
    st.title(say("board.title", name=style.verbatim(chosen.name)), anchor=False)
    _way_in(chosen)
    _live(services, chosen.id)


def _way_in(workshop: Workshop) -> None:
    here = urlsplit(st.context.url or "")
    page = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    with st.container(horizontal=True, vertical_alignment="center"):
        if page:
            picture = segno.make(f"{page}/?code={workshop.code}", micro=False)
            st.image(picture.svg_data_uri(scale=4, light="#fff"), width=132, alt=say("board.join_picture", address=page))
        st.markdown(say("board.join", address=style.verbatim(page), code=workshop.code), width="content")


@st.fragment(run_every=EVERY)
def _live(services: Services, workshop_id: str) -> None:
    """What changes by itself. An error is a sentence, and the next time it may be gone."""
    try:
        board = services.rooms.board(workshop_id)
    except SimulatorError as error:
        st.markdown(style.verbatim(str(error)))
        return
    with st.container(horizontal=True, key="board-counts"):
        st.metric(say("board.joined"), board.joined, border=True)
        st.metric(say("board.talking"), board.talking, border=True)
        st.metric(say("board.finished"), board.finished, border=True)
    _pictures(board)


def _pictures(board: Board) -> None:
    if not board.dots:
        st.caption(say("board.later"))
        return
    st.markdown(f"**{say('board.shares')}**")
    shares = dot_rows([(one, one.ask_listen_share) for one in board.dots])
    axis = {"format": "%", "values": [0, 0.25, 0.5, 0.75, 1]}
    st.altair_chart(
        _dots(shares, alt.Scale(domain=[0, 1]), axis), width="stretch", key="board-shares", alt=dots_in_words(shares, say("board.shares"))
    )
    st.markdown(f"**{say('board.ratios')}**")
    ratios = dot_rows([(one, one.asked_told) for one in board.dots])
    label = "datum.value >= 1 ? datum.value + ' : 1' : '1 : ' + 1 / datum.value"
    scale = alt.Scale(type="log", base=2, domain=[1 / _EDGE, _EDGE], clamp=True)
    axis = {"labelExpr": label, "values": [1 / _EDGE, 0.25, 0.5, 1, 2, 4, _EDGE]}
    st.altair_chart(
        _dots(ratios, scale, axis), width="stretch", key="board-ratios", alt=dots_in_words(ratios, say("board.ratios"), ratio=True)
    )


def dot_rows(dots: Sequence[tuple[Dot, float | None]]) -> list[dict[str, Any]]:
    """What a picture is drawn from, a row a dot; dots that would hide each other stand side by side, by the order in which they came."""
    rows: list[dict[str, Any]] = []
    stacked: dict[tuple[bool, int], int] = {}
    for one, value in dots:
        if value is None:
            continue
        place = (one.again, math.floor(value * 40))
        stacked[place] = stacked.get(place, 0) + 1
        rows.append({"value": value, "round": say("board.again") if one.again else say("board.first"), "place": stacked[place]})
    return rows


def dots_in_words(rows: Sequence[dict[str, Any]], what: str, *, ratio: bool = False) -> str:
    """What a picture shows."""

    def values(name: str) -> str:
        found = sorted(row["value"] for row in rows if row["round"] == name)
        return ", ".join(f"{rounded(one, 1)} : 1" if ratio else percent(one) for one in found) or say("board.nobody")

    return say("board.in_words", what=what, first=values(say("board.first")), again=values(say("board.again")))


def _dots(rows: list[dict[str, Any]], scale: alt.Scale, axis: dict[str, Any]) -> alt.Chart:
    ink = INK[dark()]
    lines = alt.Axis(grid=True, gridColor=GROUND[dark()], labelColor=ink, labelFontSize=14, domain=False, ticks=False, **axis)
    order = [say("board.first"), say("board.again")]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(rows))
        .mark_point(filled=True, size=130, color=ink, opacity=0.75)
        .encode(
            x=alt.X("value:Q", title=None, scale=scale, axis=lines),
            y=alt.Y(
                "round:N", sort=order, title=None, axis=alt.Axis(labelColor=ink, labelFontSize=14, domain=False, ticks=False, minExtent=70)
            ),
            yOffset=alt.YOffset("place:O", sort="descending"),
            shape=alt.Shape("round:N", scale=alt.Scale(domain=order, range=["circle", "diamond"]), legend=None),
        )
        .properties(height=_HEIGHT)
        .configure_view(strokeWidth=0)
        .configure(background="transparent")
    )
    return chart
