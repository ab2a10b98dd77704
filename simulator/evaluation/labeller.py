"""The seam between words and codes: anything that can code a manager's turn."""

from typing import Protocol

from simulator.conversation import Segment


class Labeller(Protocol):
    """Cuts one manager turn into segments and codes each."""

    @property
    def version(self) -> str:
        """Names the labeller and its revision, as stored with every scorecard: "rules-1"."""
        ...

    def label(self, text: str, *, context: str = "", turn: int = 0) -> tuple[Segment, ...]:
        """Code one turn.

        Args:
            text: what the manager said; any text, also empty (then there are no segments).
            context: what the rep said last; empty at the start of a talk.
            turn: the turn's number, copied into the segments.

        Returns:
            Segments that concatenate to `text`.
        """
        ...
