"""Every number of a talk. Each is arithmetic over codes and facts, and quotes the words it rests on."""

from typing import Final

from simulator.evaluation.case import Case
from simulator.evaluation.measures.clarity import clarity
from simulator.evaluation.measures.course import course
from simulator.evaluation.measures.found import found
from simulator.evaluation.measures.grow import grow
from simulator.evaluation.measures.shares import shares
from simulator.evaluation.measures.timed import timed
from simulator.evaluation.scorecard import Measure

MEASURES_VERSION: Final = "measures-3"
"""Raise it when a definition, a floor, a level or a weight changes: scores made before are not compared with scores made after."""


def measures(case: Case) -> tuple[Measure, ...]:
    """Every measure, the headline first; what cannot be given is unscored, with the reason."""
    return (*shares(case), *timed(case), *course(case), *found(case), grow(case), clarity(case))
