"""What every form of transcript comes down to: who said what, and, where the file knows, when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.errors import TranscriptError

_CLOCK: Final = re.compile(r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{2}(?:[.,]\d{1,9})?)|(?P<alone>\d{1,7}[.,]\d{1,9})")


@dataclass(frozen=True, kw_only=True)
class Utterance:
    """Words of one speaker. `line` is where they stand in the file; `start` and `end` are seconds, both known or neither.

    `spoken` is how long of that was spoken, None for all of it. `name` is empty where the file names nobody there. `open` says that a
    name may still stand in front of the words: it is looked for when the whole file is known.
    """

    name: str
    words: str
    line: int
    start: float | None = None
    end: float | None = None
    spoken: float | None = None
    open: bool = False


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a reader found in a file: its utterances in order, people whom it lists, and what a person should know of the reading."""

    said: tuple[Utterance, ...]
    listed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def wrong(source: str, line: int, why: str) -> TranscriptError:
    """The error for a line: which file, which line, what is wrong with it and what would be right."""
    return TranscriptError(f"{source}, line {line}: {why}")


def seconds(clock: str) -> float | None:
    """A clock time ("01:02:03.5", "02:03,5", "63.5") as seconds; None where it is no such time."""
    match = _CLOCK.fullmatch(clock.strip())
    if match is None:
        return None
    if match["alone"]:
        return float(match["alone"].replace(",", "."))
    return int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + float(match["seconds"].replace(",", "."))


def shared(parts: Sequence[tuple[str, str]], line: int, start: float | None, end: float | None) -> list[Utterance]:
    """Words of several voices, as (name, words), with the time they have together shared by the number of their letters."""
    whole = max(1, sum(len(words) for _, words in parts))
    timed = start is not None and end is not None
    found, at = [], start or 0.0
    for name, words in parts:
        until = at + (end - start) * len(words) / whole if start is not None and end is not None else at
        found.append(Utterance(name=name, words=words, line=line, start=at if timed else None, end=until if timed else None, open=not name))
        at = until
    return found
