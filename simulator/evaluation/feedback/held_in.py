"""The language that a talk is held in, for what is said of its words: both have to speak it, and the labellers to read it."""

from simulator.evaluation.case import Case
from simulator.evaluation.labelling.labeller import CODED


def held_in(case: Case) -> str:
    """The one language both speak; empty where they speak two, or one that is not read here."""
    return case.spoken[0] if case.spoken == case.heard and len(case.spoken) == 1 and case.spoken[0] in CODED else ""
