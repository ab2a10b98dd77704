"""What a good talk does, each from 0 to 4 with its number, what it means here, a next step and the manager's own words.

A level is a count of plain signs, and no criterion rests on one ratio alone: each can be gamed by its denominator.
What the levels mean stands in `language/words`, how much asking a moment calls for in `bands.BANDS`.
"""

from simulator.evaluation.case import Case
from simulator.evaluation.criteria.levels import WEIGHTS
from simulator.evaluation.criteria.outcome_criteria import clearness, close, discovery, ownership
from simulator.evaluation.criteria.talk_criteria import balance, listening, questions
from simulator.evaluation.scorecard import Criterion


def criteria(case: Case) -> tuple[Criterion, ...]:
    """Every criterion that the stance asks for; one that could not be judged is unscored, with the reason."""
    every = (balance, listening, questions, discovery, ownership, close, clearness)
    return tuple(criterion for judge in every if (criterion := judge(case)).id in WEIGHTS[case.stance])
