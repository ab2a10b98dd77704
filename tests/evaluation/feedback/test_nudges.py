"""Nudges: what they see, that they never give words or secrets, and that they fade."""

import pytest

from simulator.codes import Code
from simulator.conversation import Conversation, Segment
from simulator.evaluation.case import Case
from simulator.evaluation.feedback.nudges import faded, nudge
from simulator.scenario.model import Stance
from simulator.state import Disclosure, How, IdeaOnTable, Owner, RepState
from tests.scenarios_for_tests import make_scenario


def turns(*codes: tuple[Code, ...]) -> tuple[Segment, ...]:
    """Turns 2, 4, 6 … with one segment a code."""
    return tuple(
        Segment(turn=2 * number, start=place, end=place + 1, text=f"words {place}", code=code)
        for number, some in enumerate(codes, start=1)
        for place, code in enumerate(some)
    )


def nudged(segments: tuple[Segment, ...], state: RepState, stance: Stance = Stance.COACH, fading: int = 0) -> str:
    """What is said after these segments in a talk with Dana."""
    scenario = make_scenario(stance=stance)
    return nudge(Case(talk=Conversation(), segments=segments, scenario=scenario, state=state), rep="Dana", fading=fading)


def state(out: int = 0, *ideas: Owner, closed: bool = False) -> RepState:
    """A rep who has told so many facts."""
    told = tuple(Disclosure(fact=f"fact-{n}", turn=2 * n + 3, how=How.ELICITED) for n in range(out))
    return RepState(openness=0.5, disclosed=told, ideas=tuple(IdeaOnTable(idea="", owner=owner, turn=3) for owner in ideas), closed=closed)


TELL, ASK, CLOSED, BACK = (Code.INFORMATION,), (Code.OPEN_QUESTION,), (Code.CLOSED_QUESTION,), (Code.REFLECTION,)


@pytest.mark.parametrize(
    ("said", "where", "expected"),
    [
        ((TELL, TELL, TELL), state(2), "Three tells in a row: what do you want to know from Dana?"),
        (((Code.OPEN_QUESTION, Code.CLOSED_QUESTION, Code.OPEN_QUESTION),), state(2), "Three questions at once."),
        ((CLOSED,) * 4, state(2), "a word or two"),
        ((ASK, ASK, ASK), state(3), "What did you hear?"),
        (((Code.ADVICE,),), state(0), "You have an answer already."),
        ((ASK, BACK, ASK), state(4), "Whose idea comes next"),
        ((ASK, BACK) * 4, state(3, Owner.REP), "What is to become of it?"),
        ((TELL, TELL, ASK), state(2), ""),
        ((ASK, BACK), state(2), ""),
        ((TELL,) * 5, state(2, closed=True), ""),
        ((), state(0), ""),
    ],
)
def test_what_is_nudged(said: tuple[tuple[Code, ...], ...], where: RepState, expected: str) -> None:
    words = nudged(turns(*said), where, Stance.COACH)
    assert expected in words
    assert bool(words) == bool(expected)


def test_telling_is_what_a_manage_talk_calls_for() -> None:
    assert "clear" in nudged(turns(TELL, TELL, TELL), state(2), Stance.MANAGE)


def test_help_fades_and_ends() -> None:
    assert [faded([80.0] * count) for count in (0, 1, 2, 4, 5, 6, 20)] == [0, 0, 1, 2, 2, 3, 3]
    assert faded([None, 20.0, 59.9]) == 0
    three, five = turns(TELL, TELL, TELL), turns(*[TELL] * 5)
    assert [bool(nudged(three, state(2), Stance.COACH, fading=level)) for level in range(4)] == [True, False, False, False]
    assert [bool(nudged(five, state(2), Stance.COACH, fading=level)) for level in range(4)] == [True, True, True, False]
