"""What earns a fact or an idea: openness, what came out before, and the right kind of words."""

from typing import Final

from simulator.codes import Code
from simulator.scenario.model import Fact, Layer, Needs
from simulator.state import RepState

CLOSED_COSTS: Final = 0.1
"""What a closed question adds to the openness that a concern asks for; a root it never opens."""


def fact_earned(fact: Fact, state: RepState, codes: tuple[Code, ...], *, spare: float) -> bool:
    """Whether words of these codes open the fact; `spare` is asked of openness beyond its own need."""
    opening = {code for code in codes if code.opens}
    if opening == {Code.CLOSED_QUESTION}:
        if fact.layer is Layer.ROOT:
            return False
        spare += CLOSED_COSTS if fact.layer is Layer.CONCERN else 0.0
    return earned(fact.needs, state, codes, spare)


def earned(needs: Needs, state: RepState, codes: tuple[Code, ...], spare: float = 0.0) -> bool:
    """Whether all that is needed is there."""
    opening = {code for code in codes if code.opens}
    enough = state.openness >= needs.openness + spare and told_before(needs, state)
    return bool(opening and enough and (not needs.by or opening & set(needs.by)))


def told_before(needs: Needs, state: RepState) -> bool:
    """Whether the facts that must be out are out."""
    return {disclosure.fact for disclosure in state.disclosed}.issuperset(needs.after)
