"""The talk as a strip: one cell a segment, coloured and lettered by its move; a cell opens its words, its code, and a correction."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import groupby

import streamlit as st

from simulator.app import Services
from simulator.codes import Code, Move
from simulator.conversation import Segment, Speaker
from simulator.errors import SimulatorError
from simulator.evaluation.corrections import Correction, waiting
from simulator.evaluation.labelling.codebook import MEANINGS
from simulator.evaluation.review import signed_codes
from simulator.evaluation.scorecard import Scorecard
from simulator.numbers import count_of
from simulator.practice.attempt import Attempt
from simulator.ui import notice, reviewed, state, style, talk, wording
from simulator.ui.moves import ORDER

Under = Callable[[int], None]
"""What is drawn under the words of an opened cell, by its place."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """For whom a strip is drawn: what they call the manager and the rep, what they can do with it, and what they should know of it."""

    manager: str
    rep: str
    hint: str
    note: str = ""


@st.fragment
def draw(attempt: Attempt, card: Scorecard, reader: Reader, under: Under, marked: Collection[int] = ()) -> None:
    """Draw the strip and, under it, the turn of the cell that is open; `marked` are the cells of which somebody else said something."""
    with notice.calm():  # the page's own does not reach what a fragment draws by itself
        _strip(attempt, card, reader, under, marked)


def _strip(attempt: Attempt, card: Scorecard, reader: Reader, under: Under, marked: Collection[int]) -> None:
    chosen = state.chosen_cell(attempt.id)
    numbered = [(number, segment) for number, segment in enumerate(card.segments) if segment.text.strip()]
    with st.container(horizontal=True, gap="xsmall", key="strip"):
        for turn, cells in groupby(numbered, key=lambda item: item[1].turn):
            with st.container(horizontal=True, gap=None, width="content", key=f"turn-{turn}"):
                for number, segment in cells:
                    _cell(attempt.id, number, segment, chosen=number == chosen, marked=number in marked)
    style.legend()
    _how_sure(card, reader.note, marked)
    if chosen is None or chosen >= len(card.segments):
        st.caption(reader.hint)
    else:
        _opened(attempt, card, chosen, reader, under)


def _cell(attempt_id: str, number: int, segment: Segment, *, chosen: bool, marked: bool) -> None:
    move = segment.code.move
    unsure = segment.uncertain and not segment.labelled and not segment.signed
    marks = f"{'-unsure' if unsure else ''}{'-marked' if marked else ''}{'-chosen' if chosen else ''}"
    more = wording.say("strip.said") if marked else ""
    st.button(
        f"{move.value.title()} in turn {segment.turn}: {wording.code(segment.code)}{wording.certainty(segment)}{more}",
        key=f"cell-{move}-{number}{marks}",
        on_click=state.choose_cell,
        args=(attempt_id, number),
        wrap=False,
    )


def _how_sure(card: Scorecard, note: str, marked: Collection[int]) -> None:
    unsure = sum(one.uncertain and not one.labelled and not one.signed for one in card.segments)
    yours, theirs = (sum(one.labelled is not None and one.signed is signed for one in card.segments) for signed in (False, True))
    said = [
        wording.say("strip.some_unsure", count=unsure) if unsure > 1 else "",
        wording.say("strip.one_unsure") if unsure == 1 else "",
        wording.say("strip.put_right", count=yours) if yours else "",
        wording.say("strip.reviewed", count=theirs) if theirs else "",
        note,
        wording.say("strip.marked") if marked else "",
    ]
    if any(said):
        st.caption(" ".join(filter(None, said)))


def _opened(attempt: Attempt, card: Scorecard, place: int, reader: Reader, under: Under) -> None:
    segment = card.segments[place]
    before = attempt.conversation.before(segment.turn, Speaker.REP)
    with st.container(border=True):
        if before is not None:
            st.caption(f"**{style.verbatim(reader.rep)}** said before")
            style.words(before.text, quiet=True)
        st.caption(f"**{style.verbatim(reader.manager)}**, turn {segment.turn}")
        style.coded([other for other in card.segments if other.turn == segment.turn], chosen=segment)
        st.markdown(f"**{wording.code(segment.code).capitalize()}**: {style.verbatim(MEANINGS[segment.code])}")
        st.caption(style.verbatim(wording.how_sure(segment)))
        under(place)


def open_codes(attempt: Attempt, card: Scorecard) -> dict[int, Correction]:
    """By the place of its segment, what its player thinks it is, and nobody else has decided."""
    return waiting(card.segments, attempt.corrections, signed_codes(attempt.reviews))


def players(attempt: Attempt, card: Scorecard, rep: str) -> Reader:
    """The talk's own player, as a reader of its strip."""
    waits = len(open_codes(attempt, card))
    note = wording.say("strip.waits", codes=count_of(waits, "code")) if waits else ""
    return Reader(manager=talk.YOU, rep=rep, hint=wording.say("strip.hint"), note=note)


def yours(services: Services, attempt: Attempt, card: Scorecard, place: int) -> None:
    """Draw what its player can do with a stretch: put its code right, and take the talk up again there."""
    segment = card.segments[place]
    reviewed.notes(services, attempt.reviews, segment)
    waits = open_codes(attempt, card).get(place)
    _correction(services, attempt, segment, waits)
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


def _correction(services: Services, attempt: Attempt, segment: Segment, waits: Correction | None) -> None:
    """A choice of codes; choosing one scores the talk with it, and the labeller's own stays one click away.

    In a workshop it `waits` for somebody else's yes, and is shown as theirs until then.
    """
    shown = (waits.code or segment.first_code) if waits else segment.code
    chosen = st.selectbox(
        wording.say("strip.propose" if attempt.workshop else "strip.correct"),
        in_order(),
        index=in_order().index(shown),
        format_func=code_and_move,
        key=f"correct-{attempt.id}-{segment.turn}-{segment.start}-{segment.code}-{shown}",
    )
    if waits:
        st.caption(wording.say("reviewed.waits", code=wording.code(shown)))
    if chosen is shown:
        return
    code = None if chosen is segment.first_code else chosen
    try:
        services.practice.correct(attempt.id, Correction(turn=segment.turn, start=segment.start, end=segment.end, code=code))
    except SimulatorError as error:
        st.warning(style.verbatim(str(error)))
    else:
        st.rerun()  # the whole page: every number above and below may have changed


def in_order() -> list[Code]:
    """Every code, those of one move beside each other."""
    return sorted(Code, key=lambda code: ORDER.index(code.move))


def code_and_move(code: Code) -> str:
    """A code as words, with its move."""
    move: Move = code.move
    return f"{wording.code(code)} ({move.value})"
