"""The debrief of a group, for who leads it: tries, guesses, criteria, what was missed, how talks went; each picture is said in words."""

from collections.abc import Sequence
from typing import Any, Final

import altair as alt
import streamlit as st

from simulator.app import Services
from simulator.evaluation.criteria.levels import texts
from simulator.numbers import percent, rounded
from simulator.ui import style
from simulator.ui.called import caller
from simulator.ui.canvas import GROUND, INK, dark, unframed
from simulator.ui.moves import look_of
from simulator.workshop import telling
from simulator.workshop.group import Group, Guessed, MeanLevel, MissedFact, Pair, Shift
from simulator.workshop.room import Workshop
from simulator.workshop.telling import Called, GroupWords

_HEIGHT: Final = 220
_ROW: Final = 30
_LETTER: Final = 0.05
_WITH_SHARE: Final = 0.15
"""A narrower part of a bar has no room for its letter, and for its share beside it."""


def draw(services: Services, workshop: Workshop) -> None:
    """Draw it; OwnerError for who does not steer the workshop."""
    group, called, words = services.rooms.group(workshop.id), caller(services, workshop.id, names=workshop.names), GroupWords.of()
    st.markdown(words.carries)
    if not group.talks:
        st.markdown(words.nothing)
        return
    st.caption(telling.made_of(group))
    _shifts(group, called)
    st.markdown(f"**{words.guesses}**")
    st.markdown(telling.guesses_in_words(group))
    if group.guesses:
        st.altair_chart(_guesses(group.guesses), width="stretch", key=f"guesses-{workshop.id}", alt=telling.guesses_in_words(group))
    st.markdown(f"**{words.criteria}**")
    st.markdown(telling.weakest_in_words(group))
    if group.levels:
        st.altair_chart(_levels(group.levels), width="stretch", key=f"levels-{workshop.id}", alt=telling.levels_in_words(group))
    st.markdown(f"**{words.missed}**")
    _missed(group.missed, called)
    st.markdown(f"**{words.questions}**")
    _questions(group, called)
    st.markdown(f"**{words.thirds}**")
    if group.thirds:
        st.altair_chart(_thirds(group), width="stretch", key=f"thirds-{workshop.id}", alt=telling.thirds_in_words(group))
        style.legend()
    else:
        st.markdown(words.no_thirds)
    st.markdown(f"**{words.stances}**")
    style.figures([(str(one.talks), f"{words.stance[one.stance]} · {telling.score_in_words(one.score)}") for one in group.stances])


def _shifts(group: Group, called: Called) -> None:
    words, shown = GroupWords.of(), [one for one in group.shifts if one.pairs]
    st.markdown(f"**{words.shift}**")
    if not shown:
        st.markdown(words.none_twice)
        return
    for said in dict.fromkeys(map(telling.shift_in_words, shown)):
        st.markdown(style.verbatim(said))
    st.altair_chart(_slopes(shown[0]), width="stretch", key=None, alt=telling.pairs_in_words(shown[0], called))
    st.caption(words.knows_story)
    with st.expander(words.each, type="compact"):
        style.compared((words.first, words.last), [(called(one.person), *_ends(shown[0], one)) for one in shown[0].pairs])


def _ends(shift: Shift, pair: Pair) -> tuple[str, str]:
    """Somebody's first and last try, and by how much they differ."""
    first, last = (telling.value_in_words(shift.id, value) for value in (pair.first, pair.last))
    return first, f"{last}, {telling.change_in_words(shift.id, pair.last - pair.first)}"


def _missed(facts: Sequence[MissedFact], called: Called) -> None:
    words = GroupWords.of()
    if not facts:
        st.markdown(words.none_missed)
    elif not all(one.summary for one in facts):
        st.caption(words.unheard)
    for title in dict.fromkeys(one.title for one in facts):
        st.caption(style.verbatim(title))
        for one in facts:
            if one.title == title:
                said = "".join(f"\n    - {style.verbatim(opener)}" for opener in telling.openers_in_words(one, called))
                st.markdown(f"- {style.verbatim(telling.missed_in_words(one))}{said}")


def _questions(group: Group, called: Called) -> None:
    words = GroupWords.of()
    if not group.quoted or not group.questions:
        st.markdown(words.no_questions if group.quoted else words.not_quoted)
    for one in group.questions:
        style.quote(one.text, note=called(one.person))


def _axis(**more: Any) -> alt.Axis:
    ink = INK[dark()]
    return alt.Axis(gridColor=GROUND[dark()], labelColor=ink, titleColor=ink, labelFontSize=13, domain=False, ticks=False, **more)


def _slopes(shift: Shift) -> alt.LayerChart:
    """A line a person, from a circle to a diamond."""
    words, share = GroupWords.of(), shift.id != "score"
    ends = [words.first, words.last]
    rows = [
        {"person": number, "end": end, "value": value}
        for number, one in enumerate(shift.pairs)
        for end, value in zip(ends, (one.first, one.last), strict=True)
    ]
    axis = _axis(grid=True, format="%") if share else _axis(grid=True)
    base = alt.Chart(alt.InlineData(rows)).encode(
        x=alt.X("end:N", sort=ends, title=None, axis=_axis(labelAngle=0, grid=False), scale=alt.Scale(padding=0.4)),
        y=alt.Y("value:Q", title=None, scale=alt.Scale(domain=[0, 1 if share else 100]), axis=axis),
    )
    lines = base.mark_line(color=INK[dark()], opacity=0.45).encode(detail="person:N")
    points = base.mark_point(filled=True, size=90, color=INK[dark()], opacity=0.8).encode(shape=_shapes("end", ends))
    return unframed(alt.layer(lines, points).properties(height=_HEIGHT))


def _shapes(name: str, order: Sequence[str], legend: alt.Legend | None = None) -> alt.Shape:
    return alt.Shape(f"{name}:N", scale=alt.Scale(domain=list(order), range=["circle", "diamond"]), legend=legend)


def _guesses(guesses: Sequence[Guessed]) -> alt.LayerChart:
    """A point a guess; on the line what was guessed is what was measured."""
    words, ink, scale = GroupWords.of(), INK[dark()], alt.Scale(domain=[0, 1])
    order = [words.first, words.last]
    rows = [{"guess": one.guess, "measured": one.measured, "try": order[one.again]} for one in guesses]
    across = alt.X("guess:Q", title=words.guess, scale=scale, axis=_axis(grid=True, format="%"))
    up = alt.Y("measured:Q", title=words.measured, scale=scale, axis=_axis(grid=True, format="%"))
    even = alt.Chart(alt.InlineData([{"guess": 0, "measured": 0}, {"guess": 1, "measured": 1}]))
    legend = alt.Legend(title=None, orient="top", labelColor=ink, symbolFillColor=ink, symbolStrokeColor=ink)
    points = alt.Chart(alt.InlineData(rows)).mark_point(filled=True, size=90, color=ink, opacity=0.7)
    return unframed(
        alt.layer(
            even.mark_line(color=ink, strokeDash=[4, 4], opacity=0.6).encode(x=across, y=up),
            points.encode(x=across, y=up, shape=_shapes("try", order, legend)),
        ).properties(height=_HEIGHT + 80)
    )


def _levels(levels: Sequence[MeanLevel]) -> alt.LayerChart:
    """A bar a criterion, with its number."""
    names = [texts(one.id).name for one in levels]
    rows = [{"name": name, "level": one.level, "shown": rounded(one.level, 1)} for name, one in zip(names, levels, strict=True)]
    ink = INK[dark()]
    base = alt.Chart(alt.InlineData(rows)).encode(
        x=alt.X("level:Q", title=None, scale=alt.Scale(domain=[0, 4.3], nice=False), axis=None),
        y=alt.Y("name:N", sort=names, title=None, axis=_axis(labelLimit=130, grid=False)),
    )
    bars = base.mark_bar(color=ink, opacity=0.35, height=16)
    return unframed(
        alt.layer(bars, base.mark_text(align="left", dx=6, color=ink, fontSize=13).encode(text="shown:N")).properties(height=alt.Step(_ROW))
    )


def third_rows(group: Group) -> list[dict[str, Any]]:
    """What the bars of the thirds are drawn from, a row a part: where it begins and ends, and what stands in it."""
    rows = []
    for third, counts in zip(GroupWords.of().third, group.thirds, strict=True):
        at = 0.0
        for move, share in telling.shares_of(counts).items():
            look = look_of(move, dark=dark())
            shown = f"{move.letter} {percent(share)}" if share >= _WITH_SHARE else move.letter if share >= _LETTER else ""
            place = {"third": third, "from": at, "to": at + share, "at": at + share / 2}
            rows.append({**place, "shown": shown, "ink": look.ink, "fill": look.colour})
            at += share
    return rows


def _thirds(group: Group) -> alt.LayerChart:
    """A bar a third, each part with its letter and its share."""
    words, scale = GroupWords.of(), alt.Scale(domain=[0, 1], nice=False)
    down = alt.Y("third:N", sort=list(words.third), title=None, axis=_axis(grid=False))
    base = alt.Chart(alt.InlineData(third_rows(group)))
    bars = base.mark_bar(height=26, stroke=INK[not dark()], strokeWidth=2).encode(
        x=alt.X("from:Q", scale=scale, axis=None), x2="to:Q", y=down, color=alt.Color("fill:N", scale=None)
    )
    marks = base.mark_text(fontSize=13, fontWeight=600).encode(
        x=alt.X("at:Q", scale=scale, axis=None), y=down, text="shown:N", color=alt.Color("ink:N", scale=None)
    )
    return unframed(alt.layer(bars, marks).properties(height=alt.Step(_ROW + 6)))
