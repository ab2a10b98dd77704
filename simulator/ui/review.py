"""Review: another's talk as its debrief has it, with places to say what one sees, and one way to sign it."""

from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.evaluation.criteria.levels import CRITERIA, texts
from simulator.evaluation.review import HIGHEST_LEVEL, GivenLevel
from simulator.evaluation.scorecard import Criterion, Scorecard
from simulator.numbers import rounded
from simulator.ui import folded, headline, review_cell, reviewed, state, strip, style, whole_talk, wording
from simulator.ui.called import caller
from simulator.ui.wording import say
from simulator.workshop.reviewing import UnderReview

_MEASURED: Final = -1
"""Stands for no level of one's own."""


def render(services: Services) -> None:
    """Draw the page for the talk that the address names."""
    attempt_id = state.attempt_asked()
    if not attempt_id:
        st.markdown(say("review.nothing_open"))
        if st.button(say("review.to_workshops"), type="primary"):
            state.go("workshops")
        return
    found = services.reviewing.look(attempt_id)
    _talk(services, found)
    _sign_off(services, found)


def _talk(services: Services, found: UnderReview) -> None:
    attempt, card = found.attempt, found.card
    scenario = services.practice.own(attempt)
    rep = scenario.persona.first_name if scenario else "The rep"
    who = _who(services, found)
    with st.container(key="debrief-head", gap=None):
        st.title(style.verbatim(attempt.scenario_title), anchor=False)
        st.caption(say("review.whose", who=style.verbatim(who), name=style.verbatim(rep), when=wording.when(attempt.started_at)))
    headline.happened(card)
    reviewed.signed(services, attempt, card)
    review_cell.to_decide(services, found)
    st.header(say("debrief.talk"), anchor=False)
    said = (*attempt.reviews, found.draft)
    marked = {*reviewed.marked(card, said), *found.open}
    reader = strip.Reader(manager=who, rep=rep, hint=say("strip.to_review"))
    strip.draw(attempt, card, reader, lambda place: review_cell.draw(services, found, place), marked)
    headline.glance(card, scenario)
    st.header(say("debrief.criteria"), anchor=False)
    folded.criteria(card.criteria, lambda one: _level(services, found, one))
    with st.expander(say("debrief.whole"), expanded=state.turn_asked() is not None):
        whole_talk.draw(attempt, card, rep, who)


def _level(services: Services, found: UnderReview, criterion: Criterion) -> None:
    """What was said of a criterion, and the form for saying more."""
    drafted = next((one for one in found.draft.levels if one.criterion == criterion.id), None)
    reviewed.of_level(services, (*found.attempt.reviews, found.draft), criterion.id)
    label = say("review.level") if criterion.level is not None else say("review.level_first", name=style.verbatim(criterion.name))
    key = f"{criterion.id}-{len(found.attempt.reviews)}-{found.attempt.id}"
    with st.expander(label, type="compact", key=f"level-{key}"), st.form(f"level-form-{key}", border=False):
        now = drafted.level if drafted else criterion.level
        choices = [*range(HIGHEST_LEVEL + 1), *([_MEASURED] if criterion.given else [])]
        chosen = st.selectbox(
            say("review.level_is"),
            choices,
            index=None if now is None else choices.index(now),
            format_func=lambda one: _in_words(criterion.id, one),
            key=f"level-value-{key}-{now}",
        )
        why = st.text_input(say("review.level_why"), value=drafted.reason if drafted else "", key=f"level-why-{key}")
        with st.container(horizontal=True):
            keep = st.form_submit_button(say("review.keep"), key=f"level-keep-{key}")
            back = drafted and st.form_submit_button(say("review.back"), type="tertiary", key=f"level-back-{key}")
    level = GivenLevel(criterion=criterion.id, level=None if chosen == _MEASURED else chosen, reason=why or "")
    if keep:
        review_cell.done(lambda: services.reviewing.regrade(found.attempt.id, level))
    if back:
        review_cell.done(lambda: services.reviewing.take_back(found.attempt.id, criterion=criterion.id))


def _in_words(criterion: str, level: int) -> str:
    """A level with what it means."""
    if level == _MEASURED:
        return say("review.level_measured")
    return f"{level} · {texts(criterion).levels[level]}" if criterion in CRITERIA else str(level)


def _sign_off(services: Services, found: UnderReview) -> None:
    """What is drafted and what it would come to, in sight under the page, and the one button."""
    with st.bottom, st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(_drafted(services, found), width="content")
        done = found.draft.says_nothing and _signed(services, found)
        pressed = st.button(say("review.sign"), type="primary", key="sign-off", disabled=done)
    if pressed:
        review_cell.done(lambda: services.reviewing.sign(found.attempt.id))


def _drafted(services: Services, found: UnderReview) -> str:
    if found.draft.says_nothing:
        return say("review.signed", who=style.verbatim(_who(services, found))) if _signed(services, found) else say("review.begin")
    said = say("review.drafted", what=reviewed.counted(found.draft))
    if not (found.draft.codes or found.draft.levels):
        return said
    before, after = (_score(card) for card in (found.card, services.reviewing.ahead(found)))
    return f"{said} {say('review.stays', before=before) if before == after else say('review.moves', before=before, after=after)}"


def _signed(services: Services, found: UnderReview) -> bool:
    """Whether who looks has signed this talk off already."""
    return any(one.by == services.who.id for one in found.attempt.reviews)


def _who(services: Services, found: UnderReview) -> str:
    return caller(services, found.attempt.workshop, names=found.attempt.rules.names)(found.attempt.owner)


def _score(card: Scorecard) -> str:
    return say("review.no_score") if card.score is None else rounded(card.score)
