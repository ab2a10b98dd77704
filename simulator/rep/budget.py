"""What a talk may cost: tokens for the model that plays the rep, and minutes. Both are counted from the talk itself."""

from dataclasses import dataclass
from typing import Final

from simulator.conversation import Conversation, Speaker
from simulator.settings import SCRIPTED

CHARACTERS_A_TOKEN: Final = 4
"""A rule of thumb for English text; providers count each in their own way."""
PART_TOKENS: Final = 700
"""The part a model is given to play, with every turn."""


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
        return 0 < self.minutes * 60 <= seconds(talk)


NO_LIMIT: Final = Budget()


def tokens(talk: Conversation) -> int:
    """About how many tokens a model has read and written for this talk: in each of its turns the part, and all that was said before."""
    total, said = 0, 0
    for turn in talk:
        if turn.speaker is Speaker.REP and turn.voice not in ("", SCRIPTED):
            total += PART_TOKENS + (said + len(turn.text)) // CHARACTERS_A_TOKEN
        said += len(turn.text)
    return total


def seconds(talk: Conversation) -> float:
    """How long the talk has been going on, from its first words to its last."""
    times = [turn.said_at for turn in talk if turn.said_at is not None]
    return (times[-1] - times[0]).total_seconds() if times else 0.0
