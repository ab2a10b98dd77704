"""What every form of transcript comes down to: who said what, and, where the file knows, when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from simulator.errors import TranscriptError

_CLOCK: Final = re.compile(r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,2}):(?P<seconds>\d{2}(?:[.,]\d{1,6})?)")
_NAMED: Final = re.compile(r"^\s*(?P<name>[^\W\d_][\w .,'’()&/@-]{0,59}?)\s*:(?!//)\s*(?P<words>.*)$", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Utterance:
    """Words of one speaker. `line` is where they stand in the file; `start` and `end` are seconds, both known or neither."""

    name: str
    words: str
    line: int
    start: float | None = None
    end: float | None = None


def wrong(source: str, line: int, why: str) -> TranscriptError:
    """The error for a line: which file, which line, what is wrong with it and what would be right."""
    return TranscriptError(f"{source}, line {line}: {why}")


def seconds(clock: str) -> float | None:
    """A clock time ("01:02:03.5", "02:03,5") as seconds; None where it is no such time."""
    match = _CLOCK.fullmatch(clock.strip())
    if match is None:
        return None
    return int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + float(match["seconds"].replace(",", "."))


def speaker_first(text: str) -> tuple[str, str] | None:
    """The name and the words of "Name: words"; None where nobody is named. A time or an address is no name."""
    match = _NAMED.match(text)
    return (match["name"], match["words"].strip()) if match else None


def carried(utterances: Iterable[Utterance], source: str) -> Iterator[Utterance]:
    """The same, where words without a name go on with the speaker before them.

    Raises:
        TranscriptError: the first words are nobody's.
    """
    name = ""
    for one in utterances:
        name = one.name or name
        if not name:
            raise wrong(source, one.line, 'nobody is named. Begin every turn with who speaks, as in "Dana: I\'m fine."')
        yield one if one.name else replace(one, name=name)
