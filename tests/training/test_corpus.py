"""The corpus the built-in labeller learns from."""

from collections import Counter
from pathlib import Path

import pytest

from simulator.codes import Code
from training import agreement
from training.duplicates import near_duplicates
from training.talks import STYLES, WRITTEN, read, read_all

TALKS = read_all()


def test_it_is_large_and_varied() -> None:
    assert len(TALKS) >= 360
    codes = Counter(code for talk in TALKS for _, code in talk)
    assert codes.total() >= 14_000
    assert min(codes[code] for code in Code) >= 80
    assert {talk.style for talk in TALKS} == set(STYLES)
    assert {talk.written for talk in TALKS} == set(WRITTEN)
    assert len({talk.variety.split("(")[0].strip() for talk in TALKS}) >= 5


def test_recognised_speech_has_neither_case_nor_points() -> None:
    said = [part for talk in TALKS if talk.written == "recogniser" for part, _ in talk]
    assert not [part for part in said if any(char.isupper() or char in ".,?!;:" for char in part)]


def test_near_duplicates_are_found_and_few() -> None:
    again = near_duplicates(TALKS)
    assert len(again) < 0.02 * sum(len(turn.codes) for talk in TALKS for turn in talk.turns)
    twice = near_duplicates([TALKS[0], TALKS[0]])
    assert len(twice) > 5


def test_what_was_coded_twice_agrees_far_above_chance_and_every_dispute_is_settled() -> None:
    first, second, settled = agreement.first_codes(TALKS), agreement.second_codes(), agreement.settled()
    assert set(second) <= set(first)
    assert {place for place in second if first[place] is not second[place]} == set(settled)
    rows = {name: value for name, _, value in agreement.report(first, second)}
    assert rows["all codes"] > 0.7
    assert rows["moves"] > 0.75


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id: x\n\nM: Hi. {social}\n", "lacks"),
        ("{head}\n\nM: Hi.\n", "needs words, and a code"),
        ("{head}\n\nM: Hi. {greeting}\n", "greeting"),
        ("{head}\n\nX: Hi.\n", "not a turn"),
    ],
)
def test_a_talk_that_is_not_in_form_says_where(text: str, says: str, tmp_path: Path) -> None:
    head = "id: x\nsetting: a\nstyle: coach\nvariety: b\nwritten: typed\nabout: c"
    (tmp_path / "x.txt").write_text(text.replace("{head}", head), encoding="utf-8")
    with pytest.raises(ValueError, match=says):
        read(tmp_path / "x.txt")
