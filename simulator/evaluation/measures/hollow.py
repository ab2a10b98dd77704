"""What looked like asking or listening and had no content: counted apart, and named."""

from collections import Counter
from typing import Final

from simulator.codes import Move
from simulator.evaluation.case import Case
from simulator.evaluation.measures.making import Kind
from simulator.evaluation.measures.reading import codes
from simulator.evaluation.scorecard import Measure
from simulator.hollow import Hollow

HOLLOW = Kind(
    id="hollow",
    name="Hollow",
    definition=(
        'Asking and listening without content: "Why?" after "And then?", the same words a third time, meaning given back that holds '
        "nothing of theirs, all but the first of a list of questions. It counts for no criterion."
    ),
    unit="count",
    reads=codes,
)


def hollow(case: Case) -> Measure:
    """How many of the stretches that ask or listen are hollow, and of which kind."""
    every = sum(one.code.move in (Move.ASK, Move.LISTEN) for one in case.coded)
    if not every:
        return HOLLOW.unscored(case, "You neither asked nor listened here.")
    found = case.hollow
    return HOLLOW.scored(case, len(found), f"{len(found)} of {every}{_named(case)}", every, tuple(found))


def _named(case: Case) -> str:
    counted = Counter(case.hollow.values())
    return ": " + ", ".join(f"{counted[kind]} {_KIND[kind]}" for kind in Hollow if counted[kind]) if counted else ""


_KIND: Final = {
    Hollow.PROMPT: "after a bare prompt",
    Hollow.AGAIN: "in the same words again",
    Hollow.UNSAID: "with nothing of theirs",
    Hollow.LISTED: "from a list",
}
