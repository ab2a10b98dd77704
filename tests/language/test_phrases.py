"""Phrases are found as whole words, whatever their case, and nothing else is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.phrases import Finder, pattern

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=3))
def test_a_phrase_is_found_between_other_words_and_not_inside_one(phrase: list[str], other: list[str]) -> None:
    found = pattern([" ".join(phrase)])
    assert found.search(f"Well, {'  '.join(phrase)}!")
    assert not found.search(f"x{' '.join(phrase)}x")
    assert not pattern([]).search(" ".join(other))


@pytest.mark.parametrize(
    ("written", "finds", "leaves"),
    [
        ("good/great question", ["Good question.", "a GREAT question"], ["good", "goods question", "a great questionnaire"]),
        ("as a coach*", ["as a coach", "as a coaching lead"], ["was a coach", "as coach"]),
        ("you're a good*", ["you're a good one", "You’re a goodish one"], ["youre a good"]),
        ("c++ (old)", ["my c++ (old) one"], ["ccc old"]),
    ],
)
def test_what_stands_for_what(written: str, finds: list[str], leaves: list[str]) -> None:
    assert all(pattern([written]).search(text) for text in finds)
    assert not any(re.search(pattern([written]), text) for text in leaves)


def test_a_finder_tells_which_phrase_stands_where_of_which_kind() -> None:
    finder = Finder({"thanks": ["thank you", "many thanks"], "sure": ["not/never so sure", "sure"]})
    assert list(finder.found(["well", "i'm", "never", "so", "sure", "thank", "you"])) == [("sure", 2, 5), ("sure", 4, 5), ("thanks", 5, 7)]
    assert list(finder.found(["thank"])) == []
    assert list(finder.found([])) == []
