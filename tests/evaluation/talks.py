"""Talks with coded segments, by hand."""

from collections.abc import Sequence

from simulator.codes import Code
from simulator.conversation import Conversation, Segment, Speaker, Turn
from simulator.evaluation.case import Case
from simulator.evaluation.criteria.every import judgements
from simulator.evaluation.findings import findings
from simulator.evaluation.scorecard import Criterion, Versions
from simulator.scenario.model import Scenario
from simulator.state import RepState

VERSIONS = Versions(app="0.1.0", codebook="codebook-1", labeller="by-hand", measures="measures-1")

Said = tuple[str, Code]
"""A stretch of a manager's words and its code."""


def talk(*turns: str | Sequence[Said]) -> tuple[Conversation, tuple[Segment, ...]]:
    """A talk: a string is a turn of the rep, a list of (words, code) a turn of the manager."""
    spoken: list[Turn] = []
    coded: list[Segment] = []
    for number, turn in enumerate(turns, start=1):
        if isinstance(turn, str):
            spoken.append(Turn(number=number, speaker=Speaker.REP, text=turn))
            continue
        text = ""
        for place, (words, code) in enumerate(turn):
            piece = words if place == len(turn) - 1 else f"{words} "
            coded.append(Segment(turn=number, start=len(text), end=len(text) + len(piece), text=piece, code=code))
            text += piece
        spoken.append(Turn(number=number, speaker=Speaker.MANAGER, text=text))
    return Conversation(turns=tuple(spoken)), tuple(coded)


def asking(count: int) -> list[Sequence[Said]]:
    """So many turns of the manager's, each with an open question of its own."""
    return [[(f"What stands in the way of plan {number}?", Code.OPEN_QUESTION)] for number in range(count)]


def criteria(counted: Case) -> tuple[Criterion, ...]:
    """Every criterion of a case."""
    return tuple(one.criterion for one in judgements(findings(counted)))


def case(*turns: str | Sequence[Said], scenario: Scenario | None = None, state: RepState | None = None) -> Case:
    """The same as a case."""
    conversation, coded = talk(*turns)
    return Case(talk=conversation, segments=coded, scenario=scenario, state=state)
