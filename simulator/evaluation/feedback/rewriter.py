"""The seam for better questions: whoever can write what could have stood in a tell's place. The judge beside it only codes."""

from typing import Final, Protocol

from simulator.codes import Code
from simulator.evaluation.case import Case
from simulator.evaluation.labelling.labeller import Labeller
from simulator.evaluation.scorecard import Rewrite, Usage
from simulator.llm.patience import NO_HURRY, Deadline

MOST: Final = 3
"""So many rewrites a talk has at most."""


class Rewriter(Protocol):
    """Writes questions that could have stood in the place of tells."""

    def rewritten(self, case: Case, deadline: Deadline = NO_HURRY) -> tuple[tuple[Rewrite, ...], Usage | None]:
        """Up to `MOST` of the dearest tells with a question each, the dearest first, and what a model took; None where none was asked.

        Never fails: where there is no question that a good coach would ask, the tell is left out.
        """
        ...


class NoRewriter:
    """A `Rewriter` that writes nothing."""

    def rewritten(self, case: Case, deadline: Deadline = NO_HURRY) -> tuple[tuple[Rewrite, ...], Usage | None]:
        """Nothing."""
        return (), None


def reads_as(question: str, context: str, labeller: Labeller, *codes: Code) -> bool:
    """Whether the labeller hears no tell in a question, and at its end one of these codes, where any are given."""
    heard = [one.code for one in labeller.label(question, context=context) if one.words]
    return bool(heard) and not any(code.told for code in heard) and (not codes or heard[-1] in codes)
