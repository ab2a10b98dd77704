"""What a talk may cost: tokens for the models that play the rep, and minutes. Both are counted from the talk itself."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from simulator.conversation import Conversation, Speaker
from simulator.settings import SCRIPTED

CHARACTERS_A_TOKEN: Final = 4
"""A rule of thumb for English text; providers count each in their own way."""
PART_TOKENS: Final = 700
"""The part a model is given to play, with every turn."""
BREAK: Final = 600
"""Seconds; nobody is waited for so long in a talk."""


@dataclass(frozen=True, kw_only=True)
class Budget:
    """Tokens and minutes a talk may take; 0 is without end."""

    tokens: int = 0
    minutes: int = 0

    def out_of_tokens(self, talk: Conversation) -> bool:
        """Whether the next turn has to come from the script."""
        return 0 < self.tokens <= tokens(talk)

    def out_of_time(self, talk: Conversation) -> bool:
        """Whether the rep has to go."""
        return 0 < self.minutes * 60 <= talked(talk)


NO_LIMIT: Final = Budget()


def tokens(talk: Conversation) -> int:
    """About how many tokens models have read and written for this talk.

    To say a turn, the part and all that was said before; to understand one, what is kept with it.
    """
    total, said = 0, 0
    for turn in talk:
        if turn.understood:
            total += turn.understood.read + turn.understood.written
        if turn.speaker is Speaker.REP and turn.voice not in ("", SCRIPTED):
            total += PART_TOKENS + (said + len(turn.text)) // CHARACTERS_A_TOKEN
        said += len(turn.text)
    return total


def talked(talk: Conversation) -> float:
    """How long was talked. A quiet of more than `BREAK` is none of it: the page was closed, or a second try went on from an old turn."""
    times = [turn.said_at for turn in talk if turn.said_at is not None]
    gaps = ((later - earlier).total_seconds() for earlier, later in pairwise(times))
    return sum(gap for gap in gaps if 0 < gap <= BREAK)
