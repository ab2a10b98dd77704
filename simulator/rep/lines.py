"""Which authored line carries an act: never one that was said before in this talk."""

from collections.abc import Sequence
from typing import Final

from simulator.reading import AnswerKind
from simulator.rep.intent import Act, Intent
from simulator.scenario.depth import Aside, StandingQuestion
from simulator.scenario.fallback import aside_lines, standing_lines, unknown_lines
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


ASIDES: Final = {
    Aside.SMALL_TALK: Act.SMALL_TALK,
    Aside.ABOUT_THE_TALK: Act.SMALL_TALK,
    Aside.APOLOGY: Act.TAKE_APOLOGY,
    Aside.THANKS: Act.TAKE_THANKS,
    Aside.MANAGER_PROMISES: Act.TAKE_PROMISE,
    Aside.CONTEMPT: Act.TAKE_CONTEMPT,
    Aside.CONTEMPT_AGAIN: Act.NAME_CONTEMPT,
    Aside.CONTEMPT_LAST: Act.CLOSE,
    Aside.THREAT: Act.TAKE_THREAT,
    Aside.WHAT_EXACTLY: Act.ASK_BACK,
    Aside.MANAGER_LOST: Act.SAY_PLAINLY,
    Aside.ASKED_AGAIN: Act.SAY_PLAINLY,
    Aside.NO_MORE: Act.NOT_KNOW,
    Aside.OWN_WORDS: Act.SAY_PLAINLY,
    Aside.WISH: Act.NOT_KNOW,
    Aside.WHAT_IF: Act.NOT_KNOW,
    Aside.AGREED: Act.SAY_PLAINLY,
}
"""What the rep does with an aside."""


def aside(scenario: Scenario, which: Aside, state: RepState) -> Intent | None:
    """The next line for an aside, or None when all are used up."""
    line = unsaid(aside_lines(scenario, which), state)
    return Intent(act=ASIDES[which], line=line) if line else None


def standing(scenario: Scenario, question: StandingQuestion, state: RepState, *, open_to: bool) -> str | None:
    """The next answer to a standing question, or None when all are used up."""
    return unsaid(standing_lines(scenario, question, open_to=open_to), state)


def not_known(scenario: Scenario, kind: AnswerKind, state: RepState) -> str | None:
    """The next line for a question of the kind that nothing answers, or None when all are used up."""
    return unsaid(unknown_lines(scenario, kind), state)


assert {name for names in POOLS.values() for name in names} == {*Reactions.model_fields, "deflections"}
