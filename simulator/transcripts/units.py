"""Times as files write them: numbers, clocks, ISO dates, since some epoch or the start, in seconds or thousandths of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from simulator.conversation import words_in
from simulator.transcripts.utterance import Utterance, seconds

SLOWEST: Final = 0.05
"""Words a second; who speaks slower than that speaks in thousandths of a second."""
EPOCH: Final = 1e8
"""Seconds; what begins later counts from 1970 and not from the start of the talk."""


def time_of(value: Any) -> float | None:
    """The seconds that a value stands for; None where it stands for none. An object gives the one in it."""
    if isinstance(value, bool) or value in (None, ""):
        return None
    if isinstance(value, int | float):
        return float(value) if 0 <= value < 1e14 else None
    if isinstance(value, Mapping):
        return next(
            (found for key in ("relative", "seconds", "offset", "absolute") if (found := time_of(value.get(key))) is not None), None
        )
    return _written(str(value).strip())


def _written(text: str) -> float | None:
    try:
        number = float(text.removesuffix("s"))
        return number if 0 <= number < 1e14 else None
    except ValueError:
        pass
    if (clock := seconds(text)) is not None:
        return clock
    try:
        return datetime.fromisoformat(text).timestamp()
    except (ValueError, OverflowError, OSError):
        return None


def in_seconds(said: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The same with times from the start, in seconds, whatever the file counted in; one that ends before it starts has none."""
    timed = [one for one in said if one.start is not None and one.end is not None and one.end >= one.start]
    spoken = sum(one.end - one.start for one in timed if one.start is not None and one.end is not None)
    words = sum(words_in(one.words) for one in timed)
    unit = 1000.0 if timed and words and spoken and words / spoken < SLOWEST else 1.0
    first = min((one.start / unit for one in timed if one.start is not None), default=0.0)
    zero = first if first >= EPOCH else 0.0
    known = set(map(id, timed))
    return tuple(_shifted(one, unit, zero) if id(one) in known else replace(one, start=None, end=None) for one in said)


def _shifted(one: Utterance, unit: float, zero: float) -> Utterance:
    assert one.start is not None
    assert one.end is not None
    return replace(one, start=one.start / unit - zero, end=one.end / unit - zero)
