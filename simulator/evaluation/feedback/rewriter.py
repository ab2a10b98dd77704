"""The seam for better questions: whoever can write what could have stood in a tell's place. The judge beside it only codes."""

from collections.abc import Sequence
from typing import Protocol

from simulator.conversation import Conversation
from simulator.evaluation.scorecard import Rewrite, Usage
from simulator.llm.patience import NO_HURRY, Deadline


class Rewriter(Protocol):
    """Writes the questions of a scorecard's rewrites."""

    def rewritten(
        self, talk: Conversation, rewrites: Sequence[Rewrite], deadline: Deadline = NO_HURRY
    ) -> tuple[tuple[Rewrite, ...], Usage | None]:
        """The rewrites, with better questions where they can be had, and what that took; None where no model was asked. Never fails."""
        ...


class AsTheyAre:
    """A `Rewriter` that leaves the built-in questions."""

    def rewritten(
        self, talk: Conversation, rewrites: Sequence[Rewrite], deadline: Deadline = NO_HURRY
    ) -> tuple[tuple[Rewrite, ...], Usage | None]:
        """As they are."""
        return tuple(rewrites), None
