"""The seam between what the rep means to do and the words: anything that can say a turn."""

from collections.abc import Iterator
from typing import Protocol

from simulator.rep.intent import Direction


class Voice(Protocol):
    """Says one turn of the rep."""

    @property
    def name(self) -> str:
        """Who speaks, as stored with the turn: "scripted", or the model as provider:name."""
        ...

    @property
    def scripted(self) -> bool:
        """Whether it says the authored lines as they stand, and so cannot fail."""
        ...

    def speak(self, direction: Direction) -> Iterator[str]:
        """Say the turn, piece by piece; the pieces concatenate to the turn's text.

        Raises:
            ModelError: the model did not answer, or stopped in the middle.
        """
        ...
