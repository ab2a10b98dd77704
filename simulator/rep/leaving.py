"""What a rep adds to an answer when they will have to go soon: nobody leaves without a word, or in the middle of an answer."""

from typing import ClassVar

from pydantic import Field

from simulator.language.words import Words


class Leaving(Words):
    """Sentences that say that the time is nearly up. They ask nothing and tell nothing about the person."""

    topic: ClassVar[str] = "leaving"
    soon: tuple[str, ...] = Field(min_length=2)
