"""Practice: the brief, then the talk itself, which goes on where it stopped after a refresh."""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import Final, NoReturn

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from simulator.app import Services
from simulator.codes import Move
from simulator.conversation import SILENCE, Segment, Speaker
from simulator.errors import AttemptError, SimulatorError
from simulator.evaluation.case import Case
from simulator.evaluation.feedback import nudges
from simulator.practice.attempt import Attempt, held_by
from simulator.practice.held import MUTE
from simulator.practice.use_cases import Reply
from simulator.scenario.model import Scenario
from simulator.ui import brief, current, guess, state, style, talk
from simulator.ui.called import sees
from simulator.ui.wording import say

EVERY: Final = 5.0
"""Seconds after which a talk in a workshop looks whether that was paused, or goes on."""


def render(services: Services) -> None:
    """Draw the talk that is open, else the brief that is open, else a way to find one."""
    attempt, scenario_id = current.attempt(services), state.scenario_id()
    if attempt is not None and attempt.finished:
        _over(attempt)
    elif attempt is not None:
        _talk(services, attempt)
    elif scenario_id:
        brief.render(services, services.catalogue.get(scenario_id))
    else:
        st.title(say("practice.none_title"), anchor=False)
        st.markdown(say("practice.none"))
        if st.button("Find a talk", type="primary"):
            state.go("find")


def _over(attempt: Attempt) -> None:
    st.title(say("practice.over_title"), anchor=False)
    st.markdown(say("practice.over", title=style.verbatim(attempt.scenario_title)))
    if st.button("See the debrief", type="primary"):
        state.go("debrief", attempt=attempt.id)


def _talk(services: Services, attempt: Attempt) -> None:
    scenario = services.practice.own(attempt)
    if scenario is None:
        _mute(services, attempt)
        return
    rep = scenario.persona.first_name
    _head(scenario)
    if attempt.workshop and not attempt.conversation.by(Speaker.MANAGER):
        st.caption(sees(services, attempt.workshop, names=attempt.rules.names))
    if attempt.branch_of:
        st.caption(say("practice.branch", turn=attempt.branch_turn))
    for turn in attempt.conversation:
        talk.show(turn, rep)
    if attempt.workshop:
        _watch(services, attempt, paused=_paused(services, attempt))
    typed = _foot(services, attempt, scenario)
    if typed and typed.strip():
        try:
            reply = services.practice.say(attempt.id, typed)
        except SimulatorError as error:
            state.refuse(typed, str(error))
        talk.mine(typed)
        _hear(reply, rep)
    owed = services.practice.resume(attempt.id) if services.practice.owes_answer(attempt) else None
    if owed is not None:
        _hear(owed, rep)


@st.fragment(run_every=EVERY)
def _watch(services: Services, attempt: Attempt, *, paused: bool) -> None:
    """Draw the page anew when the workshop is paused, or goes on. It is looked at in the background: what goes wrong is told elsewhere."""
    with suppress(SimulatorError):
        if services.rooms.paused(attempt.workshop) is not paused:
            st.rerun()


def _paused(services: Services, attempt: Attempt) -> bool:
    return attempt.rules.paused(services.practice.now())


def _mute(services: Services, attempt: Attempt) -> None:
    """A talk that nobody can go on with: what was said, why, and the way to its end."""
    st.subheader(style.verbatim(attempt.scenario_title), anchor=False)
    for turn in attempt.conversation:
        talk.show(turn, "The rep")
    st.warning(style.verbatim(MUTE))
    _finish_button(services, attempt)


def _hear(reply: Reply, rep: str) -> NoReturn:
    # Another window, or the run before a refresh, may keep the answer first; then it is drawn from there.
    with suppress(AttemptError):
        talk.stream(reply, rep)
    st.rerun()


def _head(scenario: Scenario) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader(style.verbatim(scenario.title), anchor=False, width="content")
        with st.popover("The brief"):
            brief.body(scenario)


def _foot(services: Services, attempt: Attempt, scenario: Scenario) -> str | None:
    """One row of meter and buttons, at most one line of help, and the message box, fixed under the talk; returns what was typed."""
    rep, closed, waited = scenario.persona.first_name, attempt.state.closed, False
    if _paused(services, attempt):
        with st.bottom:
            st.markdown(say("practice.paused"))
        st.chat_input(say("practice.say", name=rep), key=state.MESSAGE, disabled=True)
        return None
    with st.bottom:
        with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small", key="foot"):
            meter = st.container(gap=None, key="meter")
            with st.popover("Balance", type="tertiary"):
                whole = st.container()
                shown = st.toggle("Show my balance", value=True, key=state.SHOW_BALANCE, persist_state="session")
                helped = attempt.rules.nudges and st.toggle(
                    "Nudges", value=services.settings.nudges, key=state.NUDGES, persist_state="session"
                )
            if not closed:
                waited = st.button("Say nothing", type="tertiary", disabled=not attempt.conversation.by(Speaker.MANAGER))
            guessing = _finish_button(services, attempt)
        with meter:
            style.cursor_in(state.MESSAGE, once=attempt.id)
        if guessing:  # beside the answer it would be none: what stands there goes at once, not when the page is drawn to its end
            meter.empty()
            whole.empty()
            st.empty()
        else:
            segments = services.practice.coded(attempt) if shown or helped else ()
            if shown:
                _balance(segments, (meter, whole))
            if helped:
                _nudge(services, attempt, Case(talk=attempt.conversation, segments=segments, scenario=scenario, state=attempt.state), rep)
        refused = state.refusal()
        if refused:
            st.warning(style.verbatim(refused))
        if closed:
            st.markdown(say("practice.closed", name=style.verbatim(rep)))
            return None
    # Outside the block above: only a box that Streamlit itself moves to the bottom keeps the page scrolled to the newest words.
    typed = st.chat_input(say("practice.say", name=rep), key=state.MESSAGE, submit_mode="disable")
    return SILENCE if waited else typed


def _balance(segments: tuple[Segment, ...], places: Iterable[DeltaGenerator]) -> None:
    """The talk so far, in each of these places: in the row where there is width for it, and under its button on a phone."""
    counts = Counter(segment.code.move for segment in segments)
    for place in places:
        style.balance({move: counts[move] for move in Move}, where=place)


def _nudge(services: Services, attempt: Attempt, so_far: Case, rep: str) -> None:
    fading = state.faded(lambda: nudges.faded(_scores(services, attempt)))
    if words := nudges.nudge(so_far, rep=rep, fading=fading):
        style.nudge(words)


def _scores(services: Services, attempt: Attempt) -> list[float | None]:
    """The scores of what this player has practised lately."""
    return [one.score for one in services.repository.summaries(held_by(attempt.owner, attempt.player), nudges.LATEST)]


def _finish_button(services: Services, attempt: Attempt) -> bool:
    """The way to the debrief, by a guess; returns whether the guess is being made."""
    spoken = bool(attempt.conversation.by(Speaker.MANAGER))
    ended = st.button(
        "End the talk",
        type="primary" if attempt.state.closed else "secondary",
        disabled=not spoken,
        help=None if spoken else say("practice.nothing_said"),
    )
    if ended:
        guess.ask(lambda estimate: services.practice.finish(attempt.id, estimate).id)
    return ended
