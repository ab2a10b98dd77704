"""What a reviewer says of a stretch of words: a comment, another code and why; and yes or no to what its player thinks it is."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from simulator.app import Services
from simulator.codes import Code
from simulator.conversation import Segment
from simulator.errors import SimulatorError
from simulator.evaluation.corrections import Correction
from simulator.evaluation.review import Comment
from simulator.ui import reviewed, strip, style, wording
from simulator.ui.wording import say
from simulator.workshop.reviewing import UnderReview


def draw(services: Services, found: UnderReview, place: int) -> None:
    """Draw what was said of the words, and the form for saying more; all of it is kept as a draft."""
    segment, name = found.card.segments[place], found.attempt.id
    reviewed.notes(services, found.attempt.reviews, segment)
    if place in found.open:
        st.caption(say("reviewed.their_wait", code=wording.code(_meant(found.open[place], segment))))
    code = next((one for one in found.draft.codes if one.span == segment.span), None)
    comment = next((one.text for one in found.draft.comments if one.span == segment.span), "")
    shown = _meant(code, segment) if code else segment.code
    key = "-".join(map(str, (*segment.span, shown, len(found.attempt.reviews), name)))
    with st.form(f"cell-form-{key}", border=False):
        codes = strip.in_order()
        chosen = st.selectbox(
            say("review.code"), codes, index=codes.index(shown), format_func=strip.code_and_move, key=f"review-code-{key}"
        )
        why = st.text_input(say("review.why"), value=code.reason if code else "", key=f"review-why-{key}")
        text = st.text_area(say("review.comment"), value=comment, height=80, key=f"review-comment-{key}")
        with st.container(horizontal=True):
            keep = st.form_submit_button(say("review.keep"), type="secondary", key=f"review-keep-{key}")
            back = (code or comment) and st.form_submit_button(say("review.back"), type="tertiary", key=f"review-back-{key}")
    if keep:
        done(lambda: _keep(services, found, segment, (chosen, why or ""), text or ""))
    if back:
        done(lambda: services.reviewing.take_back(name, code=segment.span, comment=segment.span))


def _keep(services: Services, found: UnderReview, segment: Segment, code: tuple[Code, str], text: str) -> None:
    """Keep what was said: a code where it is another one or a reason is given for the same, a comment where there are words."""
    reviewing, name, (chosen, why) = services.reviewing, found.attempt.id, code
    turn, start, end = segment.span
    if why.strip() or chosen is not segment.code:
        meant = None if chosen is segment.first_code else chosen
        reviewing.recode(name, Correction(turn=turn, start=start, end=end, code=meant, reason=why))
    elif any(one.span == segment.span for one in found.draft.codes):
        reviewing.take_back(name, code=segment.span)
    if text.strip():
        reviewing.say(name, Comment(turn=turn, start=start, end=end, text=text))
    elif any(one.span == segment.span for one in found.draft.comments):
        reviewing.take_back(name, comment=segment.span)


def to_decide(services: Services, found: UnderReview) -> None:
    """Draw what the player would put right, each with a yes and a no."""
    if not found.open:
        return
    with st.container(border=True, key="open-codes"):
        st.markdown(f"**{say('review.waiting')}**")
        st.caption(say("review.waiting_what"))
        for place, own in found.open.items():
            _open_code(services, found, place, own)


def _open_code(services: Services, found: UnderReview, place: int, own: Correction) -> None:
    name, segment = found.attempt.id, found.card.segments[place]
    theirs, key = _meant(own, segment), f"{place}-{name}"
    style.quote(segment.text, turn=segment.turn)
    st.markdown(say("review.theirs", labelled=wording.code(segment.code), code=wording.code(theirs)))
    answer = next((one for one in found.draft.codes if one.span == segment.span), None)
    if answer:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(say("review.answered", code=wording.code(_meant(answer, segment))), width="content")
            if st.button(say("review.back"), type="tertiary", key=f"answer-back-{key}"):
                done(lambda: services.reviewing.take_back(name, code=segment.span))
        return
    with st.form(f"open-{key}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        yes = st.form_submit_button(say("review.yes", code=wording.code(theirs)), key=f"yes-{key}")
        why = st.text_input(say("review.why_no"), key=f"why-no-{key}", width=260)
        no = st.form_submit_button(say("review.no", code=wording.code(segment.code)), key=f"no-{key}")
    if yes:
        done(lambda: services.reviewing.agree(name, own))
    if no:
        refused = replace(own, code=None if segment.code is segment.first_code else segment.code, reason=why or "")
        done(lambda: services.reviewing.recode(name, refused))


def done(act: Callable[[], object]) -> None:
    """Do it, and draw the page anew; what cannot be is said, and what was typed stays."""
    try:
        act()
    except SimulatorError as error:
        st.warning(style.verbatim(str(error)))
        return
    st.rerun()


def _meant(one: Correction, segment: Segment) -> Code:
    """The code that a correction of these words comes to."""
    return one.code or segment.first_code
