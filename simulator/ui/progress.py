"""Progress: where somebody's talks are going, in words first, then in pictures."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.evaluation.criteria.levels import texts
from simulator.evaluation.measures.every import KINDS
from simulator.numbers import count_of, nearest, percent, rounded
from simulator.people.person import Goal
from simulator.practice import progress
from simulator.practice.attempt import Summary
from simulator.practice.progress import LATELY, NOTABLE_LEVEL, NOTABLE_SHARE, SHARE, Change
from simulator.ui import over_time, state, style, who, wording
from simulator.ui.wording import say

_MOST: Final = 30
"""Talks that are looked at."""
_NAMES: Final = {kind.id: kind.name for kind in KINDS}


def render(services: Services) -> None:
    """Draw the page."""
    st.title(say("progress.title"), anchor=False)
    found = services.repository.summaries(who.theirs(services), _MOST)
    talks = progress.comparable(found) if found else ()
    if sum(SHARE in one.figures for one in talks) < progress.FEWEST:
        st.markdown(say("progress.few"))
        if st.button("Find a talk", type="primary"):
            state.go("find")
        _left_out(services, len(found) - len(talks))
        return
    for sentence in lately(progress.changes(talks)):
        st.markdown(sentence)
    _goal(services, talks)
    st.header(say("progress.share"), anchor=False)
    over_time.share(talks)
    st.header(say("progress.ratio"), anchor=False)
    over_time.ratio(talks)
    st.header(say("progress.criteria"), anchor=False)
    over_time.criteria(talks)
    _beside(talks)
    _tightrope(services, talks)
    _left_out(services, len(found) - len(talks))


def _left_out(services: Services, talks: int) -> None:
    theirs = who.theirs(services)
    if held := services.repository.count(theirs) - services.repository.count(replace(theirs, opened=True)):
        st.caption(say("progress.held_back", talks=count_of(held, "talk")))
    if talks:
        st.caption(say("progress.left_out", talks=count_of(talks, "talk")))


def lately(found: Sequence[Change]) -> list[str]:
    """What the latest talks say, in sentences."""
    share, *criteria = found
    said = [_share(share)] if share.now is not None else []
    moved = [one for one in criteria if one.by is not None and abs(one.by) >= NOTABLE_LEVEL]
    if rose := max((one for one in moved if (one.by or 0) > 0), key=lambda one: one.by or 0, default=None):
        said.append(say("progress.rose", name=_name(rose.id), before=_level(rose.before), now=_level(rose.now)))
    if fell := min((one for one in moved if (one.by or 0) < 0), key=lambda one: one.by or 0, default=None):
        said.append(say("progress.fell", name=_name(fell.id), before=_level(fell.before), now=_level(fell.now)))
    room = min((one for one in criteria if one.now is not None), key=lambda one: one.now or 0.0, default=None)
    if room and (fell is None or room.id != fell.id) and (room.now or 0) < 3:
        said.append(say("progress.room", name=_name(room.id), now=_level(room.now)))
    return said


def _share(change: Change) -> str:
    now = percent(change.now or 0.0)
    if change.by is None:
        return say("progress.share_first", now=now)
    if abs(change.by) < NOTABLE_SHARE:
        return say("progress.share_same", now=now)
    points = count_of(nearest(abs(change.by) * 100), "point")
    return say("progress.share_more" if change.by > 0 else "progress.share_less", now=now, points=points)


def apart(here: Sequence[Change], there: Sequence[Change]) -> list[str]:
    """What rose in practice and has not in real talks, in sentences; `here` are changes in practice, `there` in real talks."""
    rose = [
        (one, other)
        for one, other in zip(here, there, strict=True)
        if one.id != SHARE and (one.by or 0) >= NOTABLE_LEVEL and other.by is not None and other.by < NOTABLE_LEVEL
    ]
    return [say("progress.only_here", name=_name(one.id), before=_level(one.before), now=_level(one.now)) for one, _ in rose]


def _goal(services: Services, talks: Sequence[Summary]) -> None:
    goal = services.people.me().goal
    if goal and goal.measure in progress.GOALS:
        times, of = progress.met(goal, talks)
        st.markdown(
            say("progress.goal", goal=_said(goal), met=times, talks=count_of(of, "talk"))
            if of
            else say("progress.goal_new", goal=_said(goal))
        )
    with st.expander(say("progress.change_goal") if goal else say("progress.set_goal"), type="compact"):
        _choose(services, goal)


def _choose(services: Services, goal: Goal | None) -> None:
    measure = st.selectbox(
        say("progress.goal_of"),
        list(progress.GOALS),
        index=list(progress.GOALS).index(goal.measure) if goal and goal.measure in progress.GOALS else 0,
        format_func=lambda name: _NAMES[name],
        key="goal-measure",
    )
    least, proposed, most = progress.GOALS[measure]
    share, kept = measure == SHARE, goal.at_least if goal and goal.measure == measure else proposed
    scale = 100 if share else 1
    value = st.slider(
        say("progress.goal_percent") if share else say("progress.goal_times"),
        least * scale,
        most * scale,
        kept * scale,
        step=5.0 if share else 0.1,
        format="%d %%" if share else "%.1f",
        key=f"goal-{measure}",
    )
    with st.container(horizontal=True):
        if st.button(say("progress.keep_goal")):
            services.people.aim(Goal(measure=measure, at_least=value / scale))
            st.rerun()
        if goal and st.button(say("progress.drop_goal"), type="tertiary"):
            services.people.aim(None)
            st.rerun()


def _beside(talks: Sequence[Summary]) -> None:
    real, practised = ([one for one in talks if one.real is kind] for kind in (True, False))
    if not real:
        return
    st.header(say("progress.beside"), anchor=False)
    rows = [one for one in progress.beside(talks) if one.now is not None or one.before is not None]
    if len(real) < progress.FEWEST or len(practised) < progress.FEWEST:
        st.caption(say("progress.beside_few"))
        return
    for sentence in apart(progress.changes(practised), progress.changes(real)):
        st.markdown(sentence)
    counts = (count_of(min(len(practised), LATELY), "practised talk"), count_of(min(len(real), LATELY), "real talk"))
    style.compared(counts, [(_name(one.id), _shown(one.id, one.before), _shown(one.id, one.now)) for one in rows])


def _tightrope(services: Services, talks: Sequence[Summary]) -> None:
    stances = {one.id: one.stance for one in services.catalogue.scenarios}
    ropes = progress.tightrope(talks, stances)
    st.header(say("progress.tightrope"), anchor=False)
    st.markdown(say("progress.tightrope_what"))
    words = wording.words().stance_done
    style.figures([(str(rope.talks), f"{words[rope.stance]} · {_score(rope.score)}") for rope in ropes])


def _score(value: float | None) -> str:
    return say("progress.no_score") if value is None else say("progress.score", score=rounded(value))


def _said(goal: Goal) -> str:
    value = percent(goal.at_least) if goal.measure == SHARE else rounded(goal.at_least, 1)
    return wording.words().goal[goal.measure].format(value=value)


def _name(what: str) -> str:
    return _NAMES[what] if what in _NAMES else texts(what).name


def _level(value: float | None) -> str:
    return "–" if value is None else rounded(value, 1)


def _shown(what: str, value: float | None) -> str:
    return "–" if value is None else percent(value) if what == SHARE else rounded(value, 1)
