"""The house's gold set: the codes that others than who spoke stand behind, and no others."""

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.practice.gold import signed_rows
from tests.talks import NOON, attempt, scorecard, turn

SAID = "Call her. Did you ask? I see."
CUTS = (
    Segment(turn=2, start=0, end=10, text="Call her. ", code=Code.ADVICE),
    Segment(turn=2, start=10, end=23, text="Did you ask? ", code=Code.CLOSED_QUESTION),
    Segment(turn=2, start=23, end=29, text="I see.", code=Code.ACKNOWLEDGEMENT),
)


def test_a_row_is_a_stretch_that_somebody_else_signed_with_what_was_said_before() -> None:
    own, put_right, agreed = (
        CUTS[0].corrected(Code.INSTRUCTION),
        CUTS[1].corrected(Code.LEADING_QUESTION, signed=True),
        CUTS[2].corrected(None, signed=True),
    )
    card = scorecard(segments=(own, put_right, agreed))
    talks = [attempt("a1", turn(1, "Morning."), turn(2, SAID), finished_at=NOON, scorecard=card), attempt("open")]
    assert [(row.text, row.context, row.code, row.move) for row in signed_rows(talks)] == [
        ("Did you ask?", "Morning.", Code.LEADING_QUESTION, "TELL"),
        ("I see.", "Morning.", Code.ACKNOWLEDGEMENT, "LISTEN"),
    ]
