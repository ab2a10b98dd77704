"""Which of the manager's tells cost most, where a question would have served better.

In a coach scenario these are advice and leading questions first, dearer still before the rep has been asked twice; in a lead or manage
scenario never a decision or an order, which are right there.
"""

from collections.abc import Sequence
from typing import Final

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.case import Case
from simulator.scenario.model import Stance

COST: Final[dict[Stance, dict[Code, int]]] = {
    Stance.COACH: {Code.ADVICE: 5, Code.LEADING_QUESTION: 5, Code.PERSUASION: 4, Code.CRITICISM: 4, Code.INSTRUCTION: 3},
    Stance.LEAD: {Code.LEADING_QUESTION: 5, Code.PERSUASION: 5, Code.CRITICISM: 4, Code.ADVICE: 2},
    Stance.MANAGE: {Code.LEADING_QUESTION: 5, Code.CRITICISM: 5, Code.PERSUASION: 4},
}
"""What a tell costs here; of a code that is not named nothing better is shown."""
EARLY: Final = 2
"""What it costs more before the rep has been asked two open questions."""
SHORTEST: Final = 3
"""Words; in less there is nothing that could have been asked."""
SAME_TURN: Final = 3
"""What a second tell of the same turn counts less, so that different moments are shown."""
MOST: Final = 12
"""So many are looked at; a talk of a thousand tells has no need of more."""


def costly(case: Case) -> tuple[Segment, ...]:
    """The dearest tells, the dearest first, of equals the earlier.

    None behind the rep's promise, where the talk is closing, and none that the labeller is not sure of.
    """
    promised = case.state.commitment.turn if case.state and case.state.commitment else float("inf")
    openly = [(one.turn, one.start) for one in case.of(Code.OPEN_QUESTION)][:2]
    prices = COST[case.stance]
    tells = [one for one in case.told if one.code in prices and one.words >= SHORTEST and one.turn < promised]
    cost = {one: _cost(prices[one.code], one, openly) for one in tells if one.labelled or not one.uncertain}
    ranked = sorted(cost, key=lambda one: (-cost[one], one.turn, one.start))
    first = {one.turn: one for one in reversed(ranked)}
    again = {one: SAME_TURN for one in ranked if first[one.turn] is not one}
    return tuple(sorted(ranked, key=lambda one: (again.get(one, 0) - cost[one], one.turn, one.start))[:MOST])


def _cost(price: int, segment: Segment, openly: Sequence[tuple[int, int]]) -> int:
    """What a tell costs; `openly` is where the first two open questions were asked."""
    early = sum(place < (segment.turn, segment.start) for place in openly) < 2
    return price + (EARLY if early else 0)
