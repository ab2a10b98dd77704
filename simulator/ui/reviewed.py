"""What others said of a talk, where it belongs: who looked at it and when, and beside a stretch or a criterion what they said and why."""

from collections.abc import Iterable, Iterator
from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.conversation import Segment
from simulator.evaluation.corrections import Correction
from simulator.evaluation.review import Comment, GivenLevel, Review
from simulator.evaluation.scorecard import Scorecard
from simulator.numbers import count_of
from simulator.practice.attempt import Attempt
from simulator.ui import style, wording
from simulator.ui.wording import say

_PARTS: Final = ("code", "level", "comment")
_FEW: Final = 3
"""So many things that were said are shown unfolded."""


def signed(services: Services, attempt: Attempt, card: Scorecard) -> None:
    """Draw who looked at the talk, when, and all that they said of it."""
    for number, review in enumerate(attempt.reviews):
        with st.container(border=True, gap="xsmall"):
            st.markdown(say("reviewed.looked", who=called(services, review.by), when=wording.when(review.signed_at or attempt.started_at)))
            if review.says_nothing:
                st.caption(say("reviewed.nothing"))
                continue
            said = len(review.codes) + len(review.comments) + len(review.levels)
            with st.expander(counted(review), type="compact", expanded=said <= _FEW, key=f"signed-{number}-{attempt.id}"):
                _all(services, attempt, card, review)


def _all(services: Services, attempt: Attempt, card: Scorecard, review: Review) -> None:
    """Each thing that was said, with the words or the criterion it is of; the first of the talk first."""
    who = called(services, review.by)
    said = [(one.span, _code(who, one)) for one in review.codes]
    said += [(one.span, _comment(who, one)) for one in review.comments]
    for (turn, start, end), text in sorted(said):
        style.quote(attempt.conversation.texts.get(turn, "")[start:end], turn=turn)
        st.markdown(text)
    names = {one.id: one.name for one in card.criteria}
    for level in review.levels:
        st.markdown(_level(style.verbatim(names.get(level.criterion, level.criterion)), level))


def counted(review: Review) -> str:
    """How many codes, levels and comments there are, in words."""
    found = zip(_PARTS, (review.codes, review.levels, review.comments), strict=True)
    return ", ".join(count_of(len(some), name) for name, some in found if some)


def notes(services: Services, reviews: Iterable[Review], segment: Segment) -> None:
    """Draw what was said of these words, the first first."""
    for review in reviews:
        who = called(services, review.by)
        for one in review.codes:
            if _about(one, segment):
                st.markdown(_code(who, one))
        for comment in review.comments:
            if _about(comment, segment):
                st.markdown(_comment(who, comment))


def of_level(services: Services, reviews: Iterable[Review], criterion: str) -> None:
    """Draw what level was given for a criterion, and why."""
    for review in reviews:
        for one in review.levels:
            if one.criterion == criterion:
                st.markdown(_level(called(services, review.by), one))


def marked(card: Scorecard, reviews: Iterable[Review]) -> Iterator[int]:
    """The places of the segments that somebody said something of."""
    said: list[Correction | Comment] = []
    for review in reviews:
        said += [*review.codes, *review.comments]
    return (place for place, segment in enumerate(card.segments) if any(_about(one, segment) for one in said))


def called(services: Services, person_id: str) -> str:
    """What somebody who reviewed is called, to be shown as Markdown."""
    return style.verbatim(services.people.called(person_id)) or say("reviewed.somebody")


def _code(who: str, one: Correction) -> str:
    labelled, why = wording.code(one.labelled) if one.labelled else "", style.verbatim(one.reason)
    if one.code is None or one.code is one.labelled:
        return say("reviewed.kept", who=who, labelled=labelled, why=why)
    return say("reviewed.code", who=who, code=wording.code(one.code), labelled=labelled, why=why)


def _comment(who: str, one: Comment) -> str:
    return say("reviewed.comment", who=who, text=style.verbatim(one.text))


def _level(head: str, one: GivenLevel) -> str:
    why = style.verbatim(one.reason)
    return say("reviewed.level_back", who=head, why=why) if one.level is None else say("reviewed.level", who=head, level=one.level, why=why)


def _about(one: Correction | Comment, segment: Segment) -> bool:
    """Whether it is about these words, or some of them: a later labeller may cut them in another place."""
    return one.turn == segment.turn and one.start < segment.end and segment.start < one.end
