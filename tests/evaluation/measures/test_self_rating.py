"""What a manager thought of the talk, beside what was measured."""

import pytest

from simulator.codes import Code
from simulator.evaluation.scorecard import Estimate
from simulator.evaluation.scoring import score
from tests.evaluation.talks import VERSIONS, talk

TURN = [("What happened?", Code.OPEN_QUESTION), ("Call them.", Code.INSTRUCTION), ("Send it.", Code.INSTRUCTION)]
TALK, SEGMENTS = talk("Hm.", TURN, "Well.", TURN, "So.", TURN, "Okay.")


def gaps(estimate: Estimate | None) -> dict[str, float | None]:
    card = score(TALK, SEGMENTS, versions=VERSIONS, estimate=estimate)
    return {name: card.measure(name).value for name in ("gap_asked_share", "gap_score")}


def test_the_gap_is_the_guess_minus_the_figure() -> None:
    card = score(TALK, SEGMENTS, versions=VERSIONS)
    assert card.score is not None
    assert gaps(Estimate(asked_share=0.8, score=90)) == {
        "gap_asked_share": pytest.approx(0.8 - 1 / 3),
        "gap_score": pytest.approx(90 - card.score),
    }


def test_who_does_not_guess_has_no_gap() -> None:
    assert gaps(None) == {"gap_asked_share": None, "gap_score": None}
    assert gaps(Estimate(asked_share=0.8)) == {"gap_asked_share": pytest.approx(0.8 - 1 / 3), "gap_score": None}
