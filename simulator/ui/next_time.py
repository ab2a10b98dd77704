"""The one thing to do next, above the talk it is from: what to do, and the moment that shows it in the words of both."""

import streamlit as st

from simulator.evaluation.scorecard import Highlight, OneThing, Rewrite, Scorecard
from simulator.ui import style, talk
from simulator.ui.wording import say


def draw(card: Scorecard, thing: OneThing, rep: str) -> None:
    """Draw it."""
    with st.container(border=True, gap="xsmall", key="one-thing"):
        st.caption(say("next.title"))
        style.lead(thing.says)
        said = sorted(((thing.theirs, rep), (thing.yours, talk.YOU)), key=lambda one: one[0].turn)
        proposed = (say("next.could"), thing.question) if thing.question else None
        style.exchange([(say("next.who", who=who, turn=quote.turn), quote.text) for quote, who in said], proposed)
        found = next((one for one in card.criteria if one.id == thing.criterion), None)
        if found and found.level is not None:
            st.caption(say("next.why", criterion=style.verbatim(found.name), level=found.level))


def others(card: Scorecard) -> tuple[Highlight | None, tuple[Rewrite, ...]]:
    """The cue that went by and the rewrites which the one thing does not show already."""
    thing, cue = card.one_thing, card.missed_cue
    if thing is None:
        return cue, card.rewrites
    shown = cue is not None and cue.quote == thing.theirs
    return None if shown else cue, tuple(one for one in card.rewrites if one.question != thing.question)
