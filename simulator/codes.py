"""The codebook: what a stretch of a manager's words does to the rep, and the five moves the codes add up to.

One code a segment. Where two fit, the one that comes first in `PRECEDENCE` is taken.
"""

from enum import StrEnum
from typing import Final


class Move(StrEnum):
    """What a manager does with a turn, in the coarsest terms that still mean something."""

    TELL = "tell"
    SELL = "sell"
    ASK = "ask"
    LISTEN = "listen"
    OTHER = "other"

    @property
    def letter(self) -> str:
        """The one letter that stands for the move wherever there is no room for the word."""
        return self.value[0].upper()


class Code(StrEnum):
    """What one segment does; judged by function, not by punctuation."""

    OPEN_QUESTION = "open_question"
    CLOSED_QUESTION = "closed_question"
    REFLECTION = "reflection"
    SUMMARY = "summary"
    AFFIRMATION = "affirmation"
    ACKNOWLEDGEMENT = "acknowledgement"
    INSTRUCTION = "instruction"
    ADVICE = "advice"
    LEADING_QUESTION = "leading_question"
    CRITICISM = "criticism"
    INFORMATION = "information"
    PERSUASION = "persuasion"
    PERMISSION = "permission"
    SOCIAL = "social"

    @property
    def move(self) -> Move:
        """The move this code counts towards."""
        return _MOVE[self]

    @property
    def opens(self) -> bool:
        """Whether words of this code can open anything that somebody keeps: every question, and what gives back."""
        return self.move is Move.ASK or self in (Code.REFLECTION, Code.SUMMARY)

    @property
    def told(self) -> bool:
        """Whether the segment counts as told: every tell and every sell."""
        return self.move in (Move.TELL, Move.SELL)


_MOVE: Final = {
    Code.OPEN_QUESTION: Move.ASK,
    Code.CLOSED_QUESTION: Move.ASK,
    Code.REFLECTION: Move.LISTEN,
    Code.SUMMARY: Move.LISTEN,
    Code.AFFIRMATION: Move.LISTEN,
    Code.ACKNOWLEDGEMENT: Move.LISTEN,
    Code.INSTRUCTION: Move.TELL,
    Code.ADVICE: Move.TELL,
    Code.LEADING_QUESTION: Move.TELL,
    Code.CRITICISM: Move.TELL,
    Code.INFORMATION: Move.TELL,
    Code.PERSUASION: Move.SELL,
    Code.PERMISSION: Move.OTHER,
    Code.SOCIAL: Move.OTHER,
}

PRECEDENCE: Final = (
    Code.LEADING_QUESTION,
    Code.INSTRUCTION,
    Code.CRITICISM,
    Code.PERSUASION,
    Code.ADVICE,
    Code.PERMISSION,
    Code.SUMMARY,
    Code.REFLECTION,
    Code.OPEN_QUESTION,
    Code.CLOSED_QUESTION,
    Code.AFFIRMATION,
    Code.INFORMATION,
    Code.ACKNOWLEDGEMENT,
    Code.SOCIAL,
)
