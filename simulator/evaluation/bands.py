"""What counts as balanced: a band of the asked-and-listened share for each stance.

No figure is published for sales coaching, so these are the product's own. In counselling (AnnoMI) good sessions have
about 14 tells in 100 stretches of the practitioner's words and poor ones 38; the coach's band keeps telling below that.
A leader gives direction and then hears what it does; a manager is clear first, and is right to tell more than half.
"""

from typing import Final

from simulator.scenario.model import Scenario, Stance

BANDS: Final = {Stance.COACH: (0.65, 1.0), Stance.LEAD: (0.4, 0.75), Stance.MANAGE: (0.25, 0.6)}
"""(ask + listen) / (ask + listen + told), low and high end."""


def band(scenario: Scenario | None) -> tuple[float, float]:
    """The scenario's own band, else its stance's; without a scenario the coach's."""
    if scenario is None:
        return BANDS[Stance.COACH]
    return scenario.rubric.ask_listen_share or BANDS[scenario.stance]


def beyond(share: float, limits: tuple[float, float]) -> float:
    """How far a share lies outside a band: negative below it, positive above, 0 inside."""
    low, high = limits
    return share - low if share < low else share - high if share > high else 0.0
