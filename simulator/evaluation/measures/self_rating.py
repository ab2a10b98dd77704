"""The self-rating gap: what a manager thought of the talk before they saw its numbers, minus what was measured."""

from typing import Final

from simulator.evaluation.case import Case
from simulator.evaluation.measures.making import Kind
from simulator.evaluation.measures.reading import codes, sums
from simulator.evaluation.measures.shares import asked_share
from simulator.evaluation.scorecard import Estimate, Measure
from simulator.numbers import percent, rounded

GAP_ASKED: Final = Kind(
    id="gap_asked_share",
    name="Your guess at the asked share",
    definition="Your own estimate of how much you asked, minus what was measured; above 0 you asked less than you thought.",
    unit="share",
    reads=codes,
)
GAP_SCORE: Final = Kind(
    id="gap_score",
    name="Your guess at the score",
    definition="The score you gave yourself before you saw it, minus the score.",
    unit="points",
    reads=sums,
)
NOT_GUESSED: Final = "You made no guess before you saw the numbers."


def self_rating(case: Case, estimate: Estimate | None, score: float | None, why: str) -> tuple[Measure, ...]:
    """Both gaps; `score` is the talk's, None where it has none, and then `why` says why."""
    return _gap_asked(case, estimate), _gap_score(case, estimate, score, why)


def _gap_asked(case: Case, estimate: Estimate | None) -> Measure:
    measured = asked_share(case)
    if estimate is None or estimate.asked_share is None:
        return GAP_ASKED.unscored(case, NOT_GUESSED)
    if measured.value is None:
        return GAP_ASKED.unscored(case, measured.unscored, measured.basis)
    gap = estimate.asked_share - measured.value
    return GAP_ASKED.scored(case, gap, f"{percent(estimate.asked_share)} guessed, {measured.shown} measured", measured.basis, case.asked)


def _gap_score(case: Case, estimate: Estimate | None, score: float | None, why: str) -> Measure:
    if estimate is None or estimate.score is None:
        return GAP_SCORE.unscored(case, NOT_GUESSED)
    if score is None:
        return GAP_SCORE.unscored(case, why)
    return GAP_SCORE.scored(case, estimate.score - score, f"{rounded(estimate.score)} guessed, {rounded(score)} measured", len(case.turns))
