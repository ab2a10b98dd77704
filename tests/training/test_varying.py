"""Turns as they might also have been."""

import random

from hypothesis import given
from hypothesis import strategies as st

from simulator.codes import Code
from training.talks import Coded, Row
from training.varying import SHOWS_NOTHING, bare, broken_off, stripped, varied

TURN = Coded(
    talk="x",
    turn=2,
    context="We lost it. Honestly.",
    rows=(
        Row("Okay.", Code.ACKNOWLEDGEMENT, Code.ACKNOWLEDGEMENT),
        Row("You have to call the buyer and the lawyer today!", Code.INSTRUCTION, Code.ADVICE),
        Row("What did she say to you about the price?", Code.OPEN_QUESTION, Code.OPEN_QUESTION),
        Row("…", Code.SOCIAL, Code.SOCIAL),
    ),
)


@given(st.integers(0, 10_000))
def test_what_is_varied_keeps_words_and_codes_together(seed: int) -> None:
    made = varied(TURN, random.Random(seed))
    assert 0 < len(made.parts) == len(made.codes) <= len(TURN.parts)
    known = {bare(part): code for part, code in zip(TURN.parts, TURN.codes, strict=True)}
    for part, code in zip(made.parts, made.codes, strict=True):
        whole = next((one for one in known if one.startswith(bare(part))), None)
        assert whole is not None
        assert code is known[whole] or len(bare(part).split()) <= SHOWS_NOTHING


@given(st.integers(0, 10_000))
def test_what_is_cut_off_late_keeps_its_code(seed: int) -> None:
    made = broken_off(TURN, random.Random(seed))
    for before, after, code, own in zip(TURN.parts, made.parts, TURN.codes, made.codes, strict=True):
        shown = len(bare(after).split())
        if after != before:
            assert own is (Code.SOCIAL if shown <= SHOWS_NOTHING else code)


def test_without_case_and_points_what_held_nothing_else_is_gone() -> None:
    made = stripped(TURN)
    assert made.parts == ("okay", "you have to call the buyer and the lawyer today", "what did she say to you about the price")
    assert made.context == "we lost it honestly"
