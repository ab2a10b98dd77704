"""The corpus with its settled codes, and which of its talks teach, which calibrate and which measure."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from simulator.codes import Code
from training import agreement
from training.duplicates import near_duplicates
from training.talks import Coded, Talk, read_all

SEED: Final = 20
TEST, CALIBRATION = 0.16, 0.08
LATER: Final = ("p", "q", "r", "s", "t")
"""Talks of these letters came later. They are split apart, so that the older ones measure today what they measured before."""
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
    decided, second = agreement.settled(), agreement.second_codes()
    again = near_duplicates(talks)
    return tuple(
        replace(talk, turns=tuple(kept for turn in talk.turns if (kept := _kept(turn, decided, second, again)).parts)) for talk in talks
    )


def _kept(
    turn: Coded,
    decided: dict[agreement.Place, Code],
    second: dict[agreement.Place, Code],
    again: dict[agreement.Place, agreement.Place],
) -> Coded:
    rows = []
    for number, (part, first) in enumerate(zip(turn.parts, turn.codes, strict=True)):
        place = (turn.talk, turn.turn, number + 1)
        code = decided.get(place, first)
        other = second.get(place, first) if code is first else first
        if (turn.talk, turn.turn, number) not in again:
            rows.append((part, code, other))
    return turn.having(rows)


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
