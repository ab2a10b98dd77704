"""The talk as a strip: one cell a segment, coloured and lettered by its move; a cell opens its words, its code, and a correction."""

from itertools import groupby

import streamlit as st

from simulator.app import Services
from simulator.codes import Code, Move
from simulator.conversation import Segment, Speaker
from simulator.errors import SimulatorError
from simulator.evaluation.corrections import Correction
from simulator.evaluation.labelling.codebook import MEANINGS
from simulator.evaluation.scorecard import Scorecard
from simulator.practice.attempt import Attempt
from simulator.ui import notice, state, style, talk, wording
from simulator.ui.moves import ORDER


@st.fragment
def draw(services: Services, attempt: Attempt, card: Scorecard, rep: str, *, can_correct: bool) -> None:
    """Draw the strip and, under it, the turn of the cell that is open; `can_correct` is False where there is no scenario to score with."""
    with notice.calm():  # the page's own does not reach what a fragment draws by itself
        _strip(services, attempt, card, rep, can_correct=can_correct)


def _strip(services: Services, attempt: Attempt, card: Scorecard, rep: str, *, can_correct: bool) -> None:
    chosen = state.chosen_cell(attempt.id)
    numbered = [(number, segment) for number, segment in enumerate(card.segments) if segment.text.strip()]
    with st.container(horizontal=True, gap="xsmall", key="strip"):
        for turn, cells in groupby(numbered, key=lambda item: item[1].turn):
            with st.container(horizontal=True, gap=None, width="content", key=f"turn-{turn}"):
                for number, segment in cells:
                    _cell(attempt.id, number, segment, chosen=number == chosen)
    style.legend()
    _how_sure(card)
    if chosen is None or chosen >= len(card.segments):
        st.caption(wording.say("strip.hint"))
    else:
        _opened(services, attempt, card, card.segments[chosen], rep, can_correct=can_correct)


def _cell(attempt_id: str, number: int, segment: Segment, *, chosen: bool) -> None:
    move = segment.code.move
    marks = f"{'-unsure' if segment.uncertain and not segment.labelled else ''}{'-chosen' if chosen else ''}"
    st.button(
        f"{move.value.title()} in turn {segment.turn}: {wording.code(segment.code)}{wording.certainty(segment)}",
        key=f"cell-{move}-{number}{marks}",
        on_click=state.choose_cell,
        args=(attempt_id, number),
        wrap=False,
    )


def _how_sure(card: Scorecard) -> None:
    unsure = sum(one.uncertain and not one.labelled for one in card.segments)
    yours = sum(one.labelled is not None for one in card.segments)
    said = [
        wording.say("strip.some_unsure", count=unsure) if unsure > 1 else "",
        wording.say("strip.one_unsure") if unsure == 1 else "",
        wording.say("strip.put_right", count=yours) if yours else "",
    ]
    if any(said):
        st.caption(" ".join(filter(None, said)))


def _opened(services: Services, attempt: Attempt, card: Scorecard, segment: Segment, rep: str, *, can_correct: bool) -> None:
    before = attempt.conversation.before(segment.turn, Speaker.REP)
    with st.container(border=True):
        if before is not None:
            st.caption(f"**{style.verbatim(rep)}** said before")
            style.words(before.text, quiet=True)
        st.caption(f"**{talk.YOU}**, turn {segment.turn}")
        style.coded([other for other in card.segments if other.turn == segment.turn], chosen=segment)
        st.markdown(f"**{wording.code(segment.code).capitalize()}**: {style.verbatim(MEANINGS[segment.code])}")
        st.caption(style.verbatim(wording.how_sure(segment)))
        if can_correct:
            _correction(services, attempt, segment)
            if not attempt.source:
                _again(services, attempt, segment.turn)


def _again(services: Services, attempt: Attempt, turn: int) -> None:
    """Take the talk up again at this turn, as a talk of its own."""
    if st.button("Try again from here", key=f"again-{attempt.id}-{turn}", help=wording.say("strip.again")):
        try:
            branched = services.practice.branch(attempt.id, turn)
        except SimulatorError as error:
            st.warning(style.verbatim(str(error)))
        else:
            state.go("practice", attempt=branched.id)


def _correction(services: Services, attempt: Attempt, segment: Segment) -> None:
    """A choice of codes; choosing one scores the talk with it, and the labeller's own stays one click away."""
    codes = sorted(Code, key=lambda code: ORDER.index(code.move))
    chosen = st.selectbox(
        wording.say("strip.correct"),
        codes,
        index=codes.index(segment.code),
        format_func=_named,
        key=f"correct-{attempt.id}-{segment.turn}-{segment.start}-{segment.code}",
    )
    if chosen is segment.code:
        return
    code = None if chosen is segment.first_code else chosen
    try:
        services.practice.correct(attempt.id, Correction(turn=segment.turn, start=segment.start, end=segment.end, code=code))
    except SimulatorError as error:
        st.warning(style.verbatim(str(error)))
    else:
        st.rerun()  # the whole page: every number above and below may have changed


def _named(code: Code) -> str:
    move: Move = code.move
    return f"{wording.code(code)} ({move.value})"
