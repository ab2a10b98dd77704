"""WebVTT and SRT: captions with times, as Zoom, Teams, Meet and speech recognisers write them.

The speaker stands in a voice tag (`<v Dana Reed>`, Teams), before a colon (Zoom, Meet), in brackets before the words
(`[Dana] so`), or not at all, and then the caption goes on with the speaker before it.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from simulator.transcripts.utterance import Utterance, seconds, speaker_first, wrong

_ARROW: Final = "-->"
_VOICE: Final = re.compile(r"<v(?:\.[^ >]*)?\s+(?P<name>[^>]+)>")
_TAG: Final = re.compile(r"</?[^<>]*>")
_BRACKETED: Final = re.compile(r"^\s*[\[(](?P<name>[^\W\d_][^\])]{0,59})[\])]\s*:?\s+(?P<words>.+)$", re.DOTALL)
_DASHED: Final = re.compile(r"^>>+\s*")
_NOTES: Final = ("NOTE", "STYLE", "REGION", "WEBVTT")


def utterances(text: str, source: str) -> Iterator[Utterance]:
    """Every caption of the file, in its order.

    Raises:
        TranscriptError: a caption's times cannot be read, or end before they start.
    """
    lines = text.splitlines()
    place = 0
    while place < len(lines):
        if _ARROW not in lines[place]:
            place = _after_block(lines, place) if lines[place].startswith(_NOTES) else place + 1
            continue
        timed = place
        start, end = _times(lines[timed], source, timed + 1)
        place = _after_block(lines, place + 1, captions=True)
        yield from _spoken(" ".join(lines[timed + 1 : place]), timed + 1, start, end)


def _after_block(lines: list[str], place: int, *, captions: bool = False) -> int:
    """The first line after this block: an empty one, or for captions also the number or the times of the next."""
    while place < len(lines) and lines[place].strip():
        following = lines[place + 1] if place + 1 < len(lines) else ""
        if captions and (_ARROW in lines[place] or (_ARROW in following and lines[place].strip().isdigit())):
            break
        place += 1
    return place


def _times(line: str, source: str, number: int) -> tuple[float, float]:
    left, _, right = line.partition(_ARROW)
    start, end = seconds(left), seconds(right.split()[0] if right.split() else "")
    if start is None or end is None:
        raise wrong(source, number, 'the times of this caption cannot be read. They look like "00:01:02.500 --> 00:01:04.000".')
    if end < start:
        raise wrong(source, number, "this caption ends before it starts. Put its two times in order.")
    return start, end


def _spoken(words: str, line: int, start: float, end: float) -> Iterator[Utterance]:
    """One caption's words; where two voices speak in it, its time is shared by the number of their letters."""
    parts = _VOICE.split(words)
    said = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    clean = [(unescape(name).strip(), _DASHED.sub("", unescape(_TAG.sub("", spoken)).strip())) for name, spoken in said]
    clean = [(name, spoken) for name, spoken in clean if spoken]
    a_letter = (end - start) / max(1, sum(len(spoken) for _, spoken in clean))
    for name, spoken in clean:
        share = a_letter * len(spoken)
        who, what = (name, spoken) if name else _before_words(spoken)
        if what:
            yield Utterance(name=who, words=what, line=line, start=start, end=start + share)
        start += share


def _before_words(spoken: str) -> tuple[str, str]:
    if match := _BRACKETED.match(spoken):
        return match["name"], match["words"].strip()
    return speaker_first(spoken) or ("", spoken)
