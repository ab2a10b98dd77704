"""A person's code beside the labeller's."""

from simulator.codes import Code
from simulator.evaluation.corrections import Correction, applied
from tests.evaluation.talks import talk

SAID = [("Okay. ", Code.SOCIAL), ("Have you called her?", Code.CLOSED_QUESTION)]
_, SEGMENTS = talk("Hm.", SAID)
CALLED = SEGMENTS[1]


def fix(code: Code | None, start: int = CALLED.start, end: int = CALLED.end) -> Correction:
    return Correction(turn=2, start=start, end=end, code=code)


def test_the_correction_counts_and_the_labellers_code_stays_beside_it() -> None:
    (first, second), lost = applied(SEGMENTS, [fix(Code.LEADING_QUESTION)])
    assert (second.code, second.labelled, second.first_code) == (Code.LEADING_QUESTION, Code.CLOSED_QUESTION, Code.CLOSED_QUESTION)
    assert first == SEGMENTS[0]
    assert lost == ()


def test_the_newest_correction_wins_and_can_be_taken_back() -> None:
    twice, _ = applied(SEGMENTS, [fix(Code.LEADING_QUESTION), fix(Code.OPEN_QUESTION)])
    assert twice[1].code is Code.OPEN_QUESTION
    back, _ = applied(SEGMENTS, [fix(Code.LEADING_QUESTION), fix(None)])
    assert back == SEGMENTS


def test_choosing_the_labellers_own_code_is_no_correction() -> None:
    same, _ = applied(SEGMENTS, [fix(Code.CLOSED_QUESTION)])
    assert same == SEGMENTS


def test_white_space_at_the_edges_does_not_matter_and_other_cuts_do() -> None:
    near, lost = applied(SEGMENTS, [Correction(turn=2, start=0, end=5, code=Code.ACKNOWLEDGEMENT)])
    assert (near[0].code, lost) == (Code.ACKNOWLEDGEMENT, ())
    far, gone = applied(SEGMENTS, [fix(Code.ADVICE, start=0)])
    assert far == SEGMENTS
    assert gone == (fix(Code.ADVICE, start=0),)
