"""Scoring grows with a talk as the talk does: four times the segments, about four times the operations."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

from benchmarks.scoring import NOBODY, SAID, forget, talk
from simulator.codes import Code
from simulator.conversation import Conversation, Segment
from simulator.evaluation.corrections import Correction, applied
from simulator.evaluation.scoring import score
from simulator.language.content_words import stem
from simulator.scenario.model import Stance
from simulator.state import Disclosure, How, RepState
from tests.scenarios_for_tests import make_scenario

LINEAR = 4.6
"""For four times the segments; what sorts or halves adds a little to four, what is quadratic makes it sixteen in the end."""

TELLS = (Code.ADVICE, "No. "), (Code.CRITICISM, "That is Marston for you. "), (Code.PERSUASION, "Because it is. ")
QUESTIONS = (Code.OPEN_QUESTION, "What about Marston, then? "), (Code.CLOSED_QUESTION, "Is that so? ")
ORDERS = (Code.INSTRUCTION, "Call Marston. "), (Code.INFORMATION, "We expect it. ")
EMPTY = ((Code.ACKNOWLEDGEMENT, "Right. "),)


def operations(work: Callable[[], object], most: float = float("inf")) -> int:
    """How many steps of Python's own machine it takes, whatever the machine below does meanwhile; more than `most` are not waited for."""
    forget()
    stem.cache_clear()
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += event == "opcode"
        assert count <= most, "more than linear"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def real(conversation: Conversation, coded: tuple[Segment, ...]) -> object:
    """A real talk, with no scenario behind it."""
    return score(conversation, coded, versions=NOBODY)


def practised(stance: Stance) -> Callable[[Conversation, tuple[Segment, ...]], object]:
    """A practised talk in which everything came out at its end."""
    scenario = make_scenario().model_copy(update={"stance": stance})

    def scored(conversation: Conversation, coded: tuple[Segment, ...]) -> object:
        last = len(conversation)
        state = RepState(
            openness=0.5, seed=1, disclosed=tuple(Disclosure(fact=fact.id, turn=last, how=How.ELICITED) for fact in scenario.facts)
        )
        return score(conversation, coded, versions=NOBODY, scenario=scenario, state=state)

    return scored


def corrected(_: Conversation, coded: tuple[Segment, ...]) -> object:
    """Every segment corrected by a person."""
    corrections = [Correction(turn=one.turn, start=one.start, end=one.end, code=Code.SOCIAL) for one in coded]
    done, lost = applied(coded, corrections)
    assert all(one.code is Code.SOCIAL for one in done)
    assert not lost
    return done


@pytest.mark.parametrize("said", [SAID, TELLS, QUESTIONS, ORDERS, EMPTY], ids=["mixed", "tells", "questions", "orders", "empty"])
@pytest.mark.parametrize(
    "scored", [real, *map(practised, Stance), corrected], ids=["real", *(f"practised-{stance}" for stance in Stance), "corrected"]
)
def test_four_times_the_segments_are_about_four_times_the_work(
    scored: Callable[[Conversation, tuple[Segment, ...]], object], said: tuple[tuple[Code, str], ...]
) -> None:
    scored(*talk(30, said))  # whatever is made once is made
    less = operations(partial(scored, *talk(120, said)))
    assert operations(partial(scored, *talk(480, said)), most=LINEAR * less) > less
