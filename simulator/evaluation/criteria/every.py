"""What a good talk does, each from 0 to 4 with its number, what it means here, a next step and the manager's own words.

A level is a count of plain signs, and no criterion rests on one ratio alone: each can be gamed by its denominator.
What the levels mean stands in `language/words`, how much asking a moment calls for in `bands.BANDS`.
"""

from collections.abc import Callable
from typing import Final

from simulator.evaluation.criteria.judging import Judged, unjudged
from simulator.evaluation.criteria.levels import WEIGHTS
from simulator.evaluation.criteria.outcome_criteria import clearness, close, closing, discovery, ownership
from simulator.evaluation.criteria.talk_criteria import balance, listening, questions
from simulator.evaluation.findings import Findings
from simulator.evaluation.measures.clarity import CLARITY
from simulator.evaluation.measures.reading import Reads, codes, english, understood

EVERY: Final[dict[str, tuple[Reads, Callable[[Findings], Judged]]]] = {
    "balance": (codes, balance),
    "listening": (english, listening),
    "questions": (codes, questions),
    "discovery": (understood, discovery),
    "ownership": (understood, ownership),
    "close": (closing, close),
    "clarity": (CLARITY.reads, clearness),
}
"""Every criterion by its id: which talks it reads, and how it judges what was found in them."""


def judgements(found: Findings) -> tuple[Judged, ...]:
    """Every criterion that the stance asks for; one that could not be judged is unscored, with the reason."""
    asked_for = {name: both for name, both in EVERY.items() if name in WEIGHTS[found.case.stance]}
    return tuple(unjudged(name, why) if (why := reads(found.case)) else judge(found) for name, (reads, judge) in asked_for.items())
