"""Every number of a talk. Each is arithmetic over codes and facts, and quotes the words it rests on."""

from typing import Final

from simulator.evaluation.case import Case
from simulator.evaluation.measures import clarity, course, found, grow, hollow, self_rating, shares, timed
from simulator.evaluation.scorecard import Measure

MEASURES_VERSION: Final = "measures-7"
"""Raise it when a definition, a floor, a level or a weight changes: scores made before are not compared with scores made after."""


KINDS: Final = (
    shares.ASK_LISTEN_SHARE, shares.ASKED_TOLD, shares.ASKED_SHARE, shares.ASKED_SHARE_WORDS, shares.TELLS_PER_100,
    shares.REFLECTION_TO_QUESTION, shares.OPEN_QUESTION_SHARE, shares.TALK_SHARE, hollow.HOLLOW, timed.TALK_SHARE_SECONDS, timed.PAUSE,
    course.FIRST_TELL, course.FIRST_OPEN_QUESTION, course.FOLLOW_UP_RATE, course.STACKED_QUESTIONS, course.LONGEST_MONOLOGUE,
    found.DISCOVERY, found.IDEAS, found.COMMITMENT, grow.GROW, clarity.CLARITY, self_rating.GAP_ASKED, self_rating.GAP_SCORE,
)  # fmt: skip
"""Every kind of measure there is, in the order in which a scorecard has them; exports take their columns from here."""


def measures(case: Case) -> tuple[Measure, ...]:
    """Every measure, the headline first; what cannot be given is unscored, with the reason."""
    return (
        *shares.shares(case),
        hollow.hollow(case),
        *timed.timed(case),
        *course.course(case),
        *found.found(case),
        grow.grow(case),
        clarity.clarity(case),
    )
