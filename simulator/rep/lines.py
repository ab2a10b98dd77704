"""Which authored line carries an act: never one that was said before in this talk."""

from collections.abc import Sequence
from typing import Final

from simulator.rep.intent import Act
from simulator.scenario.model import Reactions, Scenario
from simulator.state import RepState

POOLS: Final[dict[Act, tuple[str, ...]]] = {
    Act.COMPLY: ("told", "ignored"),
    Act.TAKE_IN: ("told_clearly", "told", "ignored"),
    Act.BACK_AWAY: ("sold", "told", "ignored"),
    Act.NOTICE_LEADING: ("led", "told", "ignored"),
    Act.DEFEND: ("criticised", "told", "ignored"),
    Act.ELABORATE: ("asked_open", "deflections"),
    Act.ANSWER_SHORTLY: ("asked_closed", "deflections"),
    Act.GIVE_LEAVE: ("asked_leave", "ignored"),
    Act.DEFLECT: ("deflections", "asked_open"),
    Act.FEEL_HEARD: ("heard", "ignored"),
    Act.TAKE_PRAISE: ("praised", "heard"),
    Act.WAIT: ("ignored",),
    Act.BEAR_SILENCE: ("silent", "ignored"),
}
"""Where an act's line comes from: its own list, then lists that fit as well once that one is used up."""


def unsaid(lines: Sequence[str], state: RepState) -> str | None:
    """The first line that was not said yet, or None."""
    return next((line for line in lines if line not in state.said), None)


def variant(lines: Sequence[str], state: RepState) -> str | None:
    """A line that was not said yet, by the talk's seed: another talk hears another wording."""
    start = state.seed % len(lines)
    return unsaid([*lines[start:], *lines[:start]], state)


def reaction(scenario: Scenario, act: Act, state: RepState) -> str | None:
    """The next line of the act's lists, or None when all are used up."""
    for pool in POOLS[act]:
        lines: list[str] = scenario.deflections if pool == "deflections" else getattr(scenario.reactions, pool)
        if line := unsaid(lines, state):
            return line
    return None


assert {name for names in POOLS.values() for name in names} == {*Reactions.model_fields, "deflections"}
