"""The corpus with its settled codes, and which of its talks teach, which calibrate and which measure."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from simulator.codes import Code
from training import agreement, marks
from training.duplicates import near_duplicates
from training.talks import FOLDER, Coded, Row, Talk, read_all

SEED: Final = 20
TEST, CALIBRATION = 0.16, 0.08
LATER: Final = ("p", "q", "r", "s", "t")
"""Talks of these letters came later. They are split apart, so that the older ones measure today what they measured before."""
SHORT: Final = FOLDER.parent / "short.jsonl"
LATER_TEST, LATER_CALIBRATION = 0.08, 0.12


@dataclass(frozen=True)
class Split:
    """Talks to learn from, to calibrate with and to measure on; of those that came later, `later_test`."""

    learn: tuple[Talk, ...]
    calibrate: tuple[Talk, ...]
    test: tuple[Talk, ...]
    later_test: tuple[Talk, ...] = ()


def corpus() -> tuple[Talk, ...]:
    """Every talk with settled codes, without the segments that say again what an earlier talk said."""
    talks = read_all()
    decided, second, marked = agreement.settled(), agreement.second_codes(), marks.read()
    again = near_duplicates(talks)
    return tuple(
        replace(talk, turns=tuple(kept for turn in talk.turns if (kept := _kept(turn, decided, second, marked, again)).parts))
        for talk in talks
    )


def _kept(
    turn: Coded,
    decided: dict[agreement.Place, Code],
    second: dict[agreement.Place, Code],
    marked: dict[agreement.Place, tuple[str, ...]],
    again: dict[agreement.Place, agreement.Place],
) -> Coded:
    rows = []
    for number, row in enumerate(turn.rows):
        place = (turn.talk, turn.turn, number + 1)
        code = decided.get(place, row.code)
        other = second.get(place, row.code) if code is row.code else row.code
        if (turn.talk, turn.turn, number) not in again:
            rows.append(row._replace(code=code, other=other, marks=marked.get(place, ())))
    return turn.having(rows)


def short(path: Path = SHORT) -> tuple[Coded, ...]:
    """Single turns for what talks hold too little of, only to learn from: `context`, and `segments` as `single` takes them."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    return tuple(single(row["segments"], row["context"]) for row in rows)


def single(segments: Sequence[tuple[str, str, list[str]]], context: str) -> Coded:
    """A turn outside a talk, of segments (words, code, marks); ValueError for a mark that there is not."""
    rows = tuple(Row(text, Code(code), Code(code), tuple(more)) for text, code, more in segments)
    if unknown := {mark for one in rows for mark in one.marks} - set(marks.MARKS):
        raise ValueError(f"{segments[0][0]!r}: no such mark: {', '.join(sorted(unknown))}")
    return Coded(talk="single", turn=1, context=context, rows=rows)


def split(talks: Sequence[Talk]) -> Split:
    """Talks drawn by the seed."""
    first = _drawn([talk for talk in talks if not talk.id.startswith(LATER)], TEST, CALIBRATION)
    later = _drawn([talk for talk in talks if talk.id.startswith(LATER)], LATER_TEST, LATER_CALIBRATION)
    return Split(learn=(*first.learn, *later.learn), calibrate=(*first.calibrate, *later.calibrate), test=first.test, later_test=later.test)


def _drawn(talks: Sequence[Talk], test_share: float, calibrate_share: float) -> Split:
    drawn = sorted(talks, key=lambda talk: talk.id)
    random.Random(SEED).shuffle(drawn)
    test, calibrate = round(test_share * len(drawn)), round(calibrate_share * len(drawn))
    return Split(learn=tuple(drawn[test + calibrate :]), calibrate=tuple(drawn[test : test + calibrate]), test=tuple(drawn[:test]))
