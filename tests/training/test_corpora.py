"""Which talks teach, which calibrate and which measure."""

import json

from training.card import HELD_OUT
from training.corpora import LATER, corpus, split

CORPUS = corpus()
PARTS = split(CORPUS)


def test_no_talk_does_two_things() -> None:
    ids = [talk.id for some in (PARTS.learn, PARTS.calibrate, PARTS.test, PARTS.later_test) for talk in some]
    assert len(ids) == len(set(ids)) == len(CORPUS)


def test_the_talks_that_measured_before_measure_still_and_later_ones_apart() -> None:
    kept = [json.loads(line) for line in HELD_OUT.read_text(encoding="utf-8").splitlines()]
    assert [row["text"] for row in kept] == [part for talk in PARTS.test for turn in talk.turns for part in turn.parts]
    assert not [talk.id for talk in PARTS.test if talk.id.startswith(LATER)]
    assert {talk.id[0] for talk in PARTS.later_test} <= set(LATER)
    assert len(PARTS.later_test) >= 12


def test_enough_talks_calibrate() -> None:
    assert len(PARTS.calibrate) >= 30


def test_settled_codes_count_and_the_other_coders_code_goes_along() -> None:
    rows = [row for talk in PARTS.learn for turn in talk.turns for row in turn.rows]
    disputed = sum(row.code is not row.other for row in rows)
    assert 0.05 < disputed / len(rows) < 0.25
