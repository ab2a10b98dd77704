"""A promise read from a rep's words, where no scenario says what was promised: "I'll call her on Friday." English only."""

import re
from dataclasses import dataclass
from typing import Final

from simulator.conversation import Speaker, Turn
from simulator.evaluation.case import Case
from simulator.evaluation.measures.dates import DATE
from simulator.evaluation.scorecard import Quote
from simulator.language.sentences import sentences

_WILL: Final = re.compile(
    r"\b(i['’]?ll|i will|i['’]?m going to|i am going to|i['’]?m gonna|i shall|let me|i can (do|call|send|write|ask|have|get|"
    r"start|try)|i want to (start|try|call|ask|write))\b(?!\s+(see|think about it|be fine|be honest|tell you|try my best)\b)",
)
LAST: Final = 0.5
"""A promise counts from the second half of a talk: before it, people say what they will do in many ways."""


@dataclass(frozen=True, kw_only=True)
class Promised:
    """A promise in the rep's own words; `dated` is whether a day stands in that turn."""

    turn: Turn
    quote: Quote
    dated: bool


def promised(case: Case) -> Promised | None:
    """The last promise of the talk's second half; one with a date before one without. None where there is none."""
    turns = [turn for turn in case.talk.by(Speaker.REP) if turn.number > LAST * len(case.talk)]
    last = None
    for one in filter(None, map(_promise, reversed(turns))):
        if one.dated:
            return one
        last = last or one
    return last


def _promise(turn: Turn) -> Promised | None:
    start = 0
    for sentence in sentences(turn.text):
        words = sentence.strip()
        if _WILL.search(words.lower()) and not words.endswith("?"):
            start += len(sentence) - len(sentence.lstrip())
            quote = Quote(turn=turn.number, start=start, end=start + len(words), text=words)
            return Promised(turn=turn, quote=quote, dated=bool(DATE.search(turn.text.lower())))
        start += len(sentence)
    return None
