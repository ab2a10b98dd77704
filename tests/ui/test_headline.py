"""The guess beside what was measured: said the right way round, and only where there are both."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as hyp

from simulator.evaluation.measures.self_rating import self_rating
from simulator.evaluation.measures.shares import asked_share
from simulator.evaluation.scorecard import Estimate, Measured, Scorecard
from simulator.ui import headline
from tests.evaluation.example_talks import coaching, mixed, telling
from tests.talks import scorecard

TALKS = (coaching(), mixed(), telling())
STEPS = hyp.none() | hyp.integers(0, 20).map(lambda step: step * 5)


def card(talk: int, made: Estimate | None, score: float | None) -> Scorecard:
    """The scorecard of one of the talks, as far as the guess reads it."""
    case = TALKS[talk]
    return scorecard(score=score, measures=(asked_share(case), *self_rating(case, made, score, "Too short.")))


@given(talk=hyp.integers(0, len(TALKS) - 1), asked=STEPS, score=STEPS, scored=hyp.none() | hyp.floats(0, 100))
def test_the_gap_is_said_the_right_way_round(talk: int, asked: int | None, score: int | None, scored: float | None) -> None:
    made = Estimate(asked_share=None if asked is None else asked / 100, score=score)
    measured = asked_share(TALKS[talk])
    assert measured.value is not None
    said = headline.gap(card(talk, made, scored), made)
    ways = {"You asked less than it felt": 1, "You asked more than it felt": -1, "You heard yourself well": 0}
    found = [way for words, way in ways.items() if words in said]
    if asked is None:
        assert not found
    else:
        off = asked / 100 - measured.value
        assert found == [0 if abs(off) < headline.CLOSE else 1 if off > 0 else -1]
        assert {f"{asked} %", measured.shown} <= set(re.findall(r"\d+ %", said.replace(headline.NO_BREAK, " ")))
    assert ("You gave the talk" in said) == (score is not None and scored is not None)


def test_without_a_guess_nothing_is_said() -> None:
    assert headline.gap(card(0, None, 50.0), None) == ""


def test_a_score_that_people_put_right_is_marked_beside_the_guess() -> None:
    made = Estimate(score=30)
    moved = replace(card(0, made, 50.0), measured=Measured(value=10.0))
    assert "its score is 50, put right by people (measured: 10)" in headline.gap(moved, made)
