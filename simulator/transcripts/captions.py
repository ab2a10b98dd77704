"""WebVTT, SRT and SBV: captions with times, as Zoom, Teams, Meet, WebEx and speech recognisers write them.

The speaker stands in a voice tag (`<v Dana Reed>`, Teams), in the caption's own name (WebEx), in brackets on a line of its own (Meet), in
the words as JSON (Graph), or before the words; the last is decided when the whole file is known (`naming.py`). One caption whose times
cannot be right loses them, and not the talk.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import pairwise
from typing import Final

from simulator.transcripts.utterance import Found, Utterance, seconds, shared

_CLOCK: Final = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,9})?|\d{1,7}[.,]\d{1,9}"
_TIMED: Final = re.compile(rf"^\s*(?P<start>{_CLOCK})\s*-->\s*(?P<end>{_CLOCK})(?=\s|$)|^\s*(?P<from>[\d:.]+),(?P<to>[\d:.]+)\s*$")
_ODD: Final = re.compile(r"^\s*\d\S*\s*-->")
_NAMED: Final = re.compile(r'^\s*\d*\s*"(?P<name>[^"]+)"(?:\s*\(\d+\))?\s*$')
_VOICE: Final = re.compile(r"<v(?:\.[^ >]*)?(?:\s+(?P<name>[^>]*))?>")
_TAG: Final = re.compile(r"</?[^<>]*>|\{\\[^}]*\}")
_INSIDE: Final = re.compile(r"<\d+:\d{2}[^>]*>")
_ALONE: Final = re.compile(r"^\s*[(\[](?P<name>[^\W_][^\])]{0,79})[)\]]\s*$")
_DASH: Final = re.compile(r"^\s*(?:>>+|-(?=\s|$))\s*")
_STAMP: Final = re.compile(r"^[\[(]?\d+:\d{2}(?::\d{2})?[\])]?$")
_BLOCKS: Final = ("NOTE", "STYLE", "REGION", "WEBVTT")
ROLLING: Final = 0.3
"""Where so many captions begin with the end of the one before, what is repeated is shown again and not said again."""


@dataclass(frozen=True)
class _Caption:
    line: int
    name: str
    lines: tuple[str, ...]
    start: float | None
    end: float | None


def utterances(text: str, source: str) -> Found:
    """What every caption of the file says, in its order; `source` is not needed: no caption is worth the talk."""
    captions = _without_repeats(list(_captions(text.splitlines())))
    odd = [one.line for one in captions if one.start is None]
    said = _aliased([one for caption in captions for one in _said(caption)])
    which = (
        f"caption in line {odd[0]}" if len(odd) == 1 else f"captions in lines {', '.join(map(str, odd[:5]))}{' …' if len(odd) > 5 else ''}"
    )
    note = f"The times of the {which} cannot be right and were left out; the words count." if odd else ""
    return Found(said=tuple(said), notes=(note,) if note else ())


def _captions(lines: Sequence[str]) -> Iterator[_Caption]:
    place = 0
    while place < len(lines):
        timed, odd = _TIMED.match(lines[place]), _ODD.match(lines[place])
        if not (timed or odd):
            place = _after_block(lines, place) if lines[place].lstrip("\ufeff").startswith(_BLOCKS) else place + 1
            continue
        named = _NAMED.match(lines[place - 1]) if place else None
        begin, place = place, _after_block(lines, place + 1, captions=True)
        start, end = _times(timed)
        yield _Caption(begin + 1, named["name"].strip() if named else "", tuple(lines[begin + 1 : place]), start, end)


def _after_block(lines: Sequence[str], place: int, *, captions: bool = False) -> int:
    """The first line after this block: an empty one, or for captions also the number or the times of the next."""
    while place < len(lines) and (lines[place].strip() or (captions and _goes_on(lines, place))):
        following = lines[place + 1] if place + 1 < len(lines) else ""
        if captions and (_TIMED.match(lines[place]) or (_TIMED.match(following) and lines[place].strip().isdigit())):
            break
        place += 1
    return place


def _goes_on(lines: Sequence[str], place: int) -> bool:
    """Whether a blank with something in it parts two voices of one caption, or two lines of it; an empty line ends one."""
    return bool(lines[place]) and place + 1 < len(lines) and bool(lines[place + 1].strip())


def _times(timed: re.Match[str] | None) -> tuple[float | None, float | None]:
    start = seconds(timed["start"] or timed["from"]) if timed else None
    end = seconds(timed["end"] or timed["to"]) if timed else None
    return (start, end) if start is not None and end is not None and start <= end else (None, None)


def _clean(line: str) -> str:
    return " ".join(unescape(_TAG.sub("", line)).split())


def _without_repeats(captions: list[_Caption]) -> list[_Caption]:
    """Rolling captions show the line before once more; said it was once."""
    kept = [replace(one, lines=tuple(line for line in one.lines if line.strip())) for one in captions]
    pairs = [(earlier, later) for earlier, later in pairwise(kept) if earlier.lines and later.lines]
    again = sum(_clean(later.lines[0]) == _clean(earlier.lines[-1]) for earlier, later in pairs)
    if not any(_INSIDE.search(line) for one in kept for line in one.lines) and again < ROLLING * max(1, len(pairs)):
        return captions
    shown: set[str] = set()
    found = []
    for one in kept:
        fresh = tuple(line for line in one.lines if _clean(line) not in shown)
        shown = {_clean(line) for line in one.lines}
        found.append(replace(one, lines=fresh))
    return found


def _said(caption: _Caption) -> Iterator[Utterance]:
    """One caption's words by voices."""
    whole = "\n".join(caption.lines).strip()
    if whole.startswith("{") and (values := _json(whole)):
        name, words = str(values.get("speakerName") or ""), str(values.get("spokenText") or "")
        yield from shared([(name, words)], caption.line, caption.start, caption.end)
        return
    parts: list[tuple[str, str]] = []
    name, tagged = caption.name, bool(caption.name)
    for line in caption.lines:
        if (alone := _ALONE.match(_clean(line))) and len(caption.lines) > 1 and not alone["name"][0].islower():
            name, tagged = alone["name"], True
            continue
        before, *voices = _VOICE.split(line)
        pieces = [(name, before), *((voice or "", words) for voice, words in zip(voices[::2], voices[1::2], strict=True))]
        for voice, words in pieces:
            if voice is not name or words is not before:
                name, tagged = voice, True
            spoken = _DASH.sub("", _clean(words))
            if spoken and not _STAMP.match(spoken):
                _add(parts, name if tagged else "", spoken, fresh=not tagged)
    yield from shared([part for part in parts if part[1]], caption.line, caption.start, caption.end)


def _add(parts: list[tuple[str, str]], name: str, spoken: str, *, fresh: bool) -> None:
    """A line goes on with the one before it, unless another voice says it or a name may stand in front."""
    named_again = fresh and re.match(r"^[^\W_][^:：]{0,79}[:：]\s", spoken)
    if parts and parts[-1][0] == name and not named_again:
        parts[-1] = (name, f"{parts[-1][1]} {spoken}")
    else:
        parts.append((name, spoken))


def _aliased(said: list[Utterance]) -> list[Utterance]:
    """Where a voice's caption is nothing but "Dana Reed:", that is what the voice is called."""
    names = {one.name: one.words.rstrip(": ") for one in said if one.name and one.words.rstrip().endswith(":") and len(one.words) <= 80}
    called = {voice: name for voice, name in names.items() if name and voice != name}
    return [
        replace(one, name=" ".join(called.get(one.name, one.name).split()))
        for one in said
        if not (one.name in called and one.words.rstrip(": ") == called[one.name])
    ]


def _json(text: str) -> dict[str, object] | None:
    try:
        values = json.loads(text)
    except ValueError:
        return None
    return values if isinstance(values, dict) and "spokenText" in values else None
