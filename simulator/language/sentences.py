"""Where sentences begin. No decimal, abbreviation or ellipsis that goes on cuts one: "3.5 pages", "e.g. this", "Mr. Pike", "z. B. so"."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar, Final

from simulator.errors import ModelTooLong
from simulator.language.words import ENGLISH, Words, WordSet

_MARKS: Final = ".!?…"
_CLOSING: Final = "\"'”’“‘»«)]*_"
"""Marks that may stand behind a sentence's end; in German „…“ and »…« they are those that open elsewhere."""
_LINE_ENDS: Final = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_BEHIND: Final = re.compile(rf"[{re.escape(_MARKS + _CLOSING)}](\s+)")
"""White space at which a sentence of a line may begin: behind a mark that may end one."""
_GAP: Final = re.compile(rf"(?<=[{re.escape(_MARKS + _CLOSING)}])(\s+)|(?<!\s)([^\S{_LINE_ENDS}]*[{_LINE_ENDS}]\s*)")
"""The same of more lines: with the end of a line in it, too."""
_LINE_END: Final = re.compile(f"[{_LINE_ENDS}]")
_LAST_WORD: Final = re.compile(r"(?:\w+\.)*\w+\Z")
_WRITTEN: Final = 80
"""Characters before a gap that are looked at: a word and the marks behind it."""
_LOOK_BACK: Final = 24
"""Characters; no abbreviation is longer."""


class Abbreviations(Words):
    """Words that end in a full stop and no sentence: always, or only before a number; `ordinals`: whether "3." is the third."""

    topic: ClassVar[str] = "abbreviations"
    always: WordSet
    before_numbers: WordSet
    ordinals: bool


@lru_cache(maxsize=16)
def _known(language: str) -> tuple[frozenset[str], frozenset[str], bool]:
    own, english = Abbreviations.of(language), Abbreviations.of()
    return own.always | english.always, own.before_numbers | english.before_numbers, own.ordinals


@lru_cache(maxsize=4_000)
def begins(text: str, language: str = ENGLISH) -> tuple[int, ...]:
    """The places, in characters, at which a sentence begins behind another; the first sentence begins at 0 and is left out."""
    return tuple(_begins(text, language))


def _begins(text: str, language: str) -> list[int]:
    found, lines = [], _LINE_END.search(text) is not None
    for gap in (_GAP if lines else _BEHIND).finditer(text):
        begin, next_one = gap.span(gap.lastindex or 0)
        if begin == 0 or next_one == len(text):
            continue
        if (lines and _LINE_END.search(text, begin, next_one)) or _ends(text[max(0, begin - _WRITTEN) : begin], text[next_one], language):
            found.append(next_one)
    return found


def sentences(text: str, language: str = ENGLISH) -> list[str]:
    """The text's sentences, white space and all; they concatenate to the text."""
    return _cut(text, begins(text, language))


def _cut(text: str, places: Iterable[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise((0, *places, len(text))) if end > start]


def streamed(pieces: Iterator[str], language: str = ENGLISH) -> Iterator[str]:
    """As `sentences`, of a text that comes in pieces: each sentence as soon as the next one begins.

    A text that was ended for its length (`ModelTooLong`) has no sentence of which the end is missing.
    """
    held = ""
    try:
        for piece in pieces:
            written = held + piece
            *whole, held = _cut(written, _begins(written, language)) or [""]
            yield from whole
    except ModelTooLong:
        if _ended(held, language):
            yield held
        raise
    if held:
        yield held


def _ended(sentence: str, language: str) -> bool:
    """Whether a text that stops here has come to the end of its last sentence."""
    return _ends(sentence.rstrip()[-_WRITTEN:], "A", language)


def _ends(written: str, following: str, language: str) -> bool:
    """Whether a sentence ends with what is written, by that and the character that stands behind the white space."""
    whole = written.rstrip(_CLOSING)
    bare = whole.rstrip(_MARKS)
    marks = whole[len(bare) :]
    if marks != ".":
        return bool(marks) and not (("…" in marks or ".." in marks) and following.islower())
    last = _LAST_WORD.search(bare[-_LOOK_BACK:])
    word = last.group().casefold() if last else ""
    always, numbers, ordinals = _known(language)
    initial = len(word) == 1 and word.isalpha() and bare[-2:-1] not in ("'", "’")
    ordinal = ordinals and word.isdecimal() and len(word) <= 2
    return not (initial or ordinal or word in always or (word in numbers and following.isdigit()))
