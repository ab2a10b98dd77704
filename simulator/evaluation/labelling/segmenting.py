"""Cuts a manager's turn into segments by one language's marks: the smallest stretches that do one thing.

A new sentence begins a new segment, and so does a new act inside a sentence: "Ich verstehe dich, | aber ruf sie heute an, |
wann kannst du das machen?" What only hangs on another act (a name, a filler, a tag) stays with it. Boundaries are all there
is: the segments of a text concatenate to the text, whatever it holds.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from re import Pattern
from typing import Final

from simulator.language.sentences import begins


@dataclass(frozen=True)
class Span:
    """A stretch of text: characters `start` up to, not including, `end`."""

    start: int
    end: int


LONGEST_FILLER: Final = 60
"""Characters; a longer stretch is no mere filler, name or tag."""
_NAME: Final = re.compile(r"[A-Z][\w'’-]+\s*(?:[,!.…]+\s*|$)")
_WORDS: Final = re.compile(r"\w")


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What one language cuts by.

    `acts` begin behind a match of one of them; `unmarked` are the same in a text without punctuation, unless `embeds` stands just before.
    `hangs` are stretches that do nothing by themselves, `tag` is one that hangs on what stands before it.
    """

    language: str
    acts: tuple[Pattern[str], ...]
    unmarked: Pattern[str]
    embeds: Pattern[str]
    hangs: tuple[Pattern[str], ...]
    tag: Pattern[str]


def segment(text: str, marks: Marks) -> tuple[Span, ...]:
    """The segments of a text, in order, without a gap; none for an empty text. Takes time in proportion to its length."""
    if not text:
        return ()
    cuts = begins(text, marks.language)
    inner = [cut for start, end in pairwise([0, *cuts, len(text)]) for cut in _clause_cuts(text, start, end, marks)]
    return _joined(text, sorted({0, len(text), *cuts, *inner}), marks)


def _clause_cuts(text: str, start: int, end: int, marks: Marks) -> list[int]:
    plain = text[start:end].replace("’", "'")
    cuts = [match.end() for pattern in marks.acts for match in pattern.finditer(plain)]
    if not re.search(r"[,.!?;:]", plain):
        cuts += [
            match.end()
            for match in marks.unmarked.finditer(plain)
            if not marks.embeds.search(plain[max(0, match.start() - 12) : match.start()])
        ]
    last = len(plain.rstrip())
    kept: list[int] = []
    for cut in sorted(set(cuts)):
        begin = kept[-1] if kept else 0
        if cut < last and (cut - begin > LONGEST_FILLER or not _only_hangs(plain[begin:cut], marks)):
            kept.append(cut)
    return [start + cut for cut in kept]


def _only_hangs(stretch: str, marks: Marks) -> bool:
    """Whether a stretch does nothing by itself: a filler, a name, or nothing but marks."""
    stretch = stretch.strip()
    stretch = _NAME.sub("", stretch, count=1) if _NAME.match(stretch) else stretch
    return not _WORDS.search(stretch) or any(pattern.fullmatch(stretch) for pattern in marks.hangs)


def _joined(text: str, cuts: list[int], marks: Marks) -> tuple[Span, ...]:
    """Spans between the cuts; a tag goes back to what it hangs on, and so does a stretch without a word."""
    spans: list[Span] = []
    wordless = False
    for start, end in pairwise(cuts):
        stretch = text[start:end]
        silent = not _WORDS.search(stretch)
        tag = end - start < LONGEST_FILLER and bool(marks.tag.fullmatch(stretch.replace("’", "'")))
        if spans and (silent or tag or wordless):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
        wordless = silent and (wordless or (len(spans) == 1 and spans[0].start == start))
    return tuple(spans)
