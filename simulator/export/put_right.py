"""What people put right in a talk, as rows: codes, levels and comments, each with who, when and why."""

from collections.abc import Iterator
from datetime import datetime

from simulator.evaluation.corrections import Correction, placed
from simulator.evaluation.review import GivenLevel, Review, signed_codes
from simulator.evaluation.scorecard import Criterion, Measured, Scorecard
from simulator.export.terms import Terms
from simulator.numbers import rounded
from simulator.practice.attempt import Attempt

Cells = dict[str, str | int | float | bool | datetime | None]
PLAYER, REVIEWER = "player", "reviewer"


def beside_measured(words: str, value: float, measured: Measured | None) -> str:
    """A figure, and where people put it right in these `words` beside what was measured; a dash for what could not be given."""
    if measured is None:
        return rounded(value)
    return words.format(value=rounded(value), measured="–" if measured.value is None else rounded(measured.value))


def score_as_read(card: Scorecard, without: str) -> str:
    """The score as it is read in a line of text; `without` where there is none."""
    return (
        without if card.score is None else beside_measured("{value} (put right by people; measured: {measured})", card.score, card.measured)
    )


def correction_rows(attempt: Attempt, terms: Terms) -> Iterator[Cells]:
    """A row for each code that somebody gave, the player's own first, each in the order in which they were given."""
    signed = signed_codes(attempt.reviews)
    counting = (*(() if attempt.workshop else attempt.corrections), *signed)
    segments = attempt.scorecard.segments if attempt.scorecard else ()
    newest = {place: one for one, place in placed(segments, counting) if place is not None}
    for one in (*attempt.corrections, *signed):
        yield {
            "attempt": attempt.id,
            "turn": one.turn,
            "start": one.start,
            "end": one.end,
            "labelled": one.labelled.value if one.labelled else None,
            "code": one.code.value if one.code else None,
            "made_at": one.made_at,
            "by": REVIEWER if one.by else PLAYER,
            **_who(one.by, terms),
            "reason": one.reason,
            "signed": bool(one.by) or any(_agrees(other, one) for other in signed),
            "counts": any(one is found for found in newest.values()),
        }


def level_cells(attempt: Attempt, criterion: Criterion, terms: Terms) -> Cells:
    """What was measured of a criterion, and, where somebody gave the level, who, when and why."""
    measured = criterion.measured
    value, unscored = (measured.value, measured.unscored) if measured else (criterion.level, criterion.unscored)
    cells: Cells = {"measured": None if value is None else int(value), "measured_unscored": unscored, "given": criterion.given}
    review, level = _newest(attempt, criterion.id) if criterion.given else (None, None)
    if review and level:
        cells |= {"given_at": review.signed_at, "reason": level.reason, **_who(review.by, terms)}
    return cells


def comment_rows(attempt: Attempt, terms: Terms) -> Iterator[Cells]:
    """A row for each comment, in the order in which they were signed."""
    for review in attempt.reviews:
        for one in review.comments:
            yield {
                "attempt": attempt.id,
                "turn": one.turn,
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "signed_at": review.signed_at,
                **_who(review.by, terms),
            }


def _newest(attempt: Attempt, criterion: str) -> tuple[Review | None, GivenLevel | None]:
    given = [(review, one) for review in attempt.reviews for one in review.levels if one.criterion == criterion]
    return given[-1] if given else (None, None)


def _who(person_id: str, terms: Terms) -> Cells:
    """Who that was, as far as may be told; nothing for the player, who stands in `attempts`."""
    return {"reviewer": terms.reviewer(person_id), "reviewer_name": terms.name_of(person_id)} if person_id else {}


def _agrees(signed: Correction, own: Correction) -> bool:
    """Whether a code that somebody else signed later says what the player's own says of these words."""
    later = bool(signed.made_at and own.made_at and signed.made_at >= own.made_at)
    return later and signed.span == own.span and (signed.code or signed.labelled) is (own.code or own.labelled)
