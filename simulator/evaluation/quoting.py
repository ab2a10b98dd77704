"""Quotes, made only from words that stand in the talk."""

from collections.abc import Iterable

from simulator.conversation import Conversation, Segment, Turn
from simulator.evaluation.scorecard import Quote

MOST = 6
"""A number is shown with so many quotes at most."""


def verified(talk: Conversation, quotes: Iterable[Quote], most: int | None = MOST) -> tuple[Quote, ...]:
    """The quotes that stand in the talk to the character, each once; any other is dropped."""
    # One by one: of a thousand quotes six are shown.
    found: dict[Quote, None] = {}
    for quote in quotes:
        if len(found) == most:
            break
        if quote.text and _stands(talk.texts.get(quote.turn, ""), quote):
            found[quote] = None
    return tuple(found)


def quote(segment: Segment) -> Quote:
    """A segment's words without the white space around them."""
    lead = len(segment.text) - len(segment.text.lstrip())
    text = segment.text.strip()
    start = segment.start + lead
    return Quote(turn=segment.turn, start=start, end=start + len(text), text=text)


def whole_turn(turn: Turn) -> Quote:
    """All of a turn's words."""
    return Quote(turn=turn.number, start=0, end=len(turn.text), text=turn.text)


def _stands(text: str, quote: Quote) -> bool:
    return 0 <= quote.start < quote.end <= len(text) and text[quote.start : quote.end] == quote.text
