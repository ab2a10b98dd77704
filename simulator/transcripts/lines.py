"""Text, Markdown and Word: "Name: words" a line, with or without times, and the forms in which meeting tools and chats save a talk.

    Dana: I'm fine.                    [00:01:05] Dana: I'm fine.
    Dana   1:05                        [Dana Reed] 10:04:21
    I'm fine.                          I'm fine.

A time says when a speaker begins, and nothing about when they end; so seconds are not counted from it. Which of the things that stand
where a name could stand are names is decided when the whole file is known (`naming.py`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from simulator.transcripts.around import all_of, nobodys
from simulator.transcripts.naming import ENDED, Names, in_front, unbracketed
from simulator.transcripts.utterance import Found, Utterance

_CLOCK: Final = r"(?:\d{1,3}:\d{2}(?::\d{2})?|\d{1,2}:\d{1,2}:\d{1,2})(?:[.,]\d{1,6})?(?!:?\d)(?:\s*[AaPp]\.?[Mm]\b\.?)?"
_DATE: Final = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_RANGE: Final = rf"(?:{_DATE},?\s+)?{_CLOCK}(?:\s*(?:-->|->|–|—|-|to)\s*{_CLOCK})?"
_STAMP: Final = rf"(?:[\[(]\s*{_RANGE}\s*[\])]|{_RANGE})"
_NAME: Final = r"[^\s:|\t][^\t\n]{0,99}?"
_STAMP_ALONE: Final = re.compile(rf"^\s*{_STAMP}\s*$")
_CHAT: Final = re.compile(rf"^\s*{_STAMP}\s+From\s+(?P<name>{_NAME})(?:\s+to\s+[^:]+?)?\s*:\s*(?P<words>.*)$", re.IGNORECASE)
_STAMP_FIRST: Final = re.compile(rf"^\s*{_STAMP}\s*(?:[|–—-]\s*)?(?P<rest>\S.*)$")
_SURE: Final = re.compile(rf"^\s*(?:[\[(]\s*{_RANGE}\s*[\])]|\d{{1,3}}:\d{{2}}:\d{{2}}|{_CLOCK}\s*(?:-->|[–-])\s*{_CLOCK})")
_STAMP_LAST: Final = re.compile(rf"^\s*\[?(?P<name>{_NAME})\]?\s*(?:[-–—|,]\s*)?{_STAMP}\s*:?\s*$")
_STAMP_AMID: Final = re.compile(rf"^\s*(?P<name>{_NAME})\s*(?:\t\s*|\s)(?:[-–—|,]\s*)?{_STAMP}\s*(?::|\t)\s*(?P<words>\S.*)$")
_STAMP_AFTER: Final = re.compile(rf"^(?P<name>{_NAME})\s*[:：]\s*{_STAMP}\s+(?P<words>\S.*)$")
_STAMP_THEN: Final = re.compile(rf"^\s*(?P<name>{_NAME})\s*[\[(]\s*{_RANGE}\s*[\])]\s+(?P<words>\S.*)$")
_MARKED: Final = re.compile(r"^\s{0,3}(?P<head>#{1,6}\s+)?(?P<rest>.*?)\s*$")
LONG_ENOUGH: Final = 4
"""Words of a sentence before anybody is named that is somebody's all the same."""


@dataclass(frozen=True)
class _Line:
    """`names` are what could be a name in front of it, each with the words behind it; a `heading` has none behind."""

    number: int
    text: str
    names: tuple[tuple[str, str], ...] = ()
    heading: bool = False
    section: bool = False


def utterances(text: str, source: str) -> Found:
    """Every line with words, with its speaker where one is named."""
    lines = _beside_times([_read(number, line) for number, line in enumerate(text.splitlines(), start=1)])
    listed = _listed(lines)
    names = Names.found([[name for name, _ in one.names] for one in lines if one.names], listed)
    return Found(said=tuple(_said(lines, names, listed)), listed=listed)


def _read(number: int, line: str) -> _Line:
    marked = _MARKED.match(line.replace("\\-", "-").replace("\ufeff", ""))
    assert marked
    text = re.sub(r"\*\*|__", "", marked["rest"]).strip()
    for form in (_CHAT,) if _STAMP_FIRST.match(text) else (_STAMP_AFTER, _STAMP_AMID, _STAMP_THEN):
        if match := form.match(text):
            return _Line(number, text, ((_trimmed(match["name"]), match["words"].strip()),), heading=not match["words"].strip())
    if match := _STAMP_LAST.match(text):
        # "Dana 11:52" is a heading, and "Dana: It was saved at 11:52" are words that end in a time.
        said = tuple((name, words + text[match.end("name") :]) for name, words in in_front(match["name"]) if words)
        return _Line(number, text, ((_trimmed(match["name"]), ""), *said), heading=not said)
    if match := _STAMP_FIRST.match(text):
        rest = match["rest"].strip()
        found = in_front(rest)
        return _Line(number, rest if _SURE.match(text) else text, found or ((_trimmed(rest), ""),), heading=not found)
    return _Line(number, text, () if _STAMP_ALONE.match(text) else in_front(text), section=bool(marked["head"]))


def _beside_times(lines: Sequence[_Line]) -> list[_Line]:
    """A line of its own over or under a time of its own may be a name, where it comes back."""
    there = [one for one in lines if one.text]
    alone = {one.number for one in there if _STAMP_ALONE.match(one.text)}
    beside = {
        one.number
        for before, one, after in zip((None, *there), there, (*there[1:], None), strict=False)
        if not one.names and one.number not in alone and any(each and each.number in alone for each in (before, after))
    }
    often = Counter(one.text for one in there if one.number in beside)
    return [
        replace(one, names=((_trimmed(one.text), ""),), heading=True) if one.number in beside and often[one.text] > 1 else one
        for one in lines
    ]


def _trimmed(name: str) -> str:
    return unbracketed(name.strip(" \t|,–—-"))


def _listed(lines: Sequence[_Line]) -> tuple[str, ...]:
    """People whom the file names as being there: after "Attendees:", or in the lines under it."""
    heads, under = set(all_of("lists")), False
    found: list[str] = []
    for one in lines:
        head, _, rest = one.text.partition(":")
        if head.strip().casefold() in heads:
            under, found = not rest.strip(), [*found, *re.split(r"[,;]", rest)]
        elif under and one.text:
            under, found = False, [*found, *re.split(r"[,;]", one.text)]
    return tuple(dict.fromkeys(name.strip() for name in found if name.strip()))


def _said(lines: Sequence[_Line], names: Names, listed: Sequence[str]) -> Iterator[Utterance]:
    current, begun = "", False
    front = set(listed)
    for one in lines:
        if (chosen := names.longest(one.names)) is not None:
            name, words = chosen
            begun, current = True, name
            if words:
                yield Utterance(name=name, words=words, line=one.number)
        elif (
            _around(one, begun=begun or not names.accepted)
            or one.text in front
            or all(part.strip() in front for part in re.split(r"[,;]", one.text))
        ):
            continue
        else:
            yield Utterance(name=current, words=one.text, line=one.number)


def _around(one: _Line, *, begun: bool) -> bool:
    """Whether a line is the tool's, a heading, or stands before anybody spoke and is no sentence of anybody's."""
    if nobodys(one.text) or one.section or _STAMP_ALONE.match(one.text):
        return True
    head = one.text.partition(":")[0].strip().casefold()
    sentence = bool(ENDED.search(one.text)) and len(one.text.split()) >= LONG_ENOUGH and head not in all_of("heads")
    return not begun and not sentence
