"""The one code that names a whole turn."""

import pytest

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.labelling.whole import whole


def of(code: Code, words: int) -> Segment:
    """A segment of so many words."""
    return Segment(turn=1, start=0, end=0, text="word " * words, code=code)


@pytest.mark.parametrize(
    ("segments", "code"),
    [
        ([], Code.SOCIAL),
        ([of(Code.ACKNOWLEDGEMENT, 1)], Code.ACKNOWLEDGEMENT),
        ([of(Code.ACKNOWLEDGEMENT, 3), of(Code.INSTRUCTION, 2)], Code.INSTRUCTION),
        ([of(Code.INFORMATION, 8), of(Code.OPEN_QUESTION, 5)], Code.OPEN_QUESTION),
        ([of(Code.INFORMATION, 30), of(Code.CLOSED_QUESTION, 5)], Code.INFORMATION),
        ([of(Code.REFLECTION, 5), of(Code.AFFIRMATION, 5)], Code.REFLECTION),
    ],
)
def test_one_code_names_a_whole_turn(segments: list[Segment], code: Code) -> None:
    assert whole(segments) is code
