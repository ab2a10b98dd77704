"""Plain text: "Name: words" a line, with or without times, and the forms in which Zoom, Teams and Meet save a talk.

    Dana: I'm fine.                    [00:01:05] Dana: I'm fine.
    Dana   1:05                        [Dana Reed] 10:04:21
    I'm fine.                          I'm fine.

A time says when a speaker begins, and nothing about when they end; so seconds are not counted from it.
"""

import re
from collections.abc import Iterator
from typing import Final

from simulator.transcripts.utterance import Utterance, carried, speaker_first

_TIME: Final = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:\s*[AP]M)?"
_TIME_ALONE: Final = re.compile(rf"^\s*[\[(]?{_TIME}[\])]?\s*$", re.IGNORECASE)
_TIME_FIRST: Final = re.compile(rf"^\s*[\[(]?{_TIME}[\])]?\s*[-–]?\s*(?=\S)", re.IGNORECASE)
_HEADING: Final = re.compile(
    rf"^\s*\[?(?P<name>[^\W\d_][\w .,'’()&/@-]{{0,59}}?)\]?\s*(?:[-–|,]\s*)?[\[(]?{_TIME}[\])]?\s*:?\s*$", re.IGNORECASE
)


def utterances(text: str, source: str) -> Iterator[Utterance]:
    """Every line with words, with its speaker.

    Raises:
        TranscriptError: the first words are nobody's.
    """
    return carried(_lines(text), source)


def _lines(text: str) -> Iterator[Utterance]:
    heading = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or _TIME_ALONE.match(line):
            continue
        if match := _HEADING.match(line):
            heading = match["name"].strip()
            continue
        said = _TIME_FIRST.sub("", line) if speaker_first(_TIME_FIRST.sub("", line)) else line
        name, words = ("", line.strip()) if heading else speaker_first(said) or ("", line.strip())
        if words:
            yield Utterance(name=name or heading, words=words, line=number)
        elif name:
            yield Utterance(name=name, words="", line=number)
        if name:
            heading = ""
