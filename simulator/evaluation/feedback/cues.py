"""What lets something show in a rep's words: a feeling, something held back, a contradiction, a doubt.

Politeness shows nothing ("I'm afraid I have to run"), nor does a promise, and a feeling that is denied is none. The phrases are data,
in every language that has a file of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar, Final

from simulator.conversation import Turn, words_in
from simulator.language.phrases import pattern
from simulator.language.sentences import begins
from simulator.language.words import ENGLISH, Words, languages

FEWEST: Final = 3
"""Words of a sentence that can let something show; "Whatever." shows nothing that could be named."""
_MARKS: Final = re.compile(r"\s*[,;:–—()“”„\"]+\s*|\s-\s")
_BEFORE: Final = 24
"""Characters before a feeling in which a word denies it."""


class Cue(StrEnum):
    """What shows, what weighs most first."""

    FEELING = "feeling"
    HINT = "hint"
    CONTRADICTION = "contradiction"
    DOUBT = "doubt"


class CueWords(Words):
    """Phrases for each cue; `assent` that a `turn` follows contradicts itself; `denial` takes a feeling back, `polite` shows none.

    A sentence with a phrase of `leaving` is a farewell.
    """

    topic: ClassVar[str] = "cues"
    feeling: tuple[str, ...]
    hint: tuple[str, ...]
    contradiction: tuple[str, ...]
    assent: tuple[str, ...]
    turn: tuple[str, ...]
    doubt: tuple[str, ...]
    polite: tuple[str, ...]
    leaving: tuple[str, ...]
    denial: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A sentence of a rep's turn, where it begins there, and the cue in it."""

    cue: Cue
    start: int
    text: str


def read_in() -> tuple[str, ...]:
    """The languages in which cues are found."""
    return languages(CueWords.topic)


def shown_in(turn: Turn, language: str) -> Iterator[Shown]:
    """The sentences of a turn that let something show, in their order; none in a language without phrases for it."""
    if language not in read_in():
        return
    cuts = [0, *begins(turn.text, language), len(turn.text)]
    for start, end in pairwise(cuts):
        text = turn.text[start:end].strip()
        if words_in(text) >= FEWEST and not text.endswith("?") and (cue := cue_in(text, language)):
            yield Shown(cue=cue, start=turn.text.index(text, start), text=text)


@lru_cache(maxsize=4_000)
def cue_in(sentence: str, language: str = ENGLISH) -> Cue | None:
    """The weightiest cue of a sentence."""
    words = _words(language)
    plain = _MARKS.sub(" ", sentence)
    if words.leaving.search(plain):
        return None
    plain = words.polite.sub(" · ", plain)
    if any(not words.denial.search(plain[max(0, one.start() - _BEFORE) : one.start()]) for one in words.feeling.finditer(plain)):
        return Cue.FEELING
    if words.hint.search(plain):
        return Cue.HINT
    if words.contradiction.search(plain) or words.turning.search(plain):
        return Cue.CONTRADICTION
    return Cue.DOUBT if words.doubt.search(plain) else None


@dataclass(frozen=True, kw_only=True)
class _Patterns:
    feeling: re.Pattern[str]
    hint: re.Pattern[str]
    contradiction: re.Pattern[str]
    turning: re.Pattern[str]
    doubt: re.Pattern[str]
    polite: re.Pattern[str]
    leaving: re.Pattern[str]
    denial: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(language: str) -> _Patterns:
    words = CueWords.of(language)
    return _Patterns(
        feeling=pattern(words.feeling),
        hint=pattern(words.hint),
        contradiction=pattern(words.contradiction),
        turning=re.compile(rf"^(?:\S+\s+){{0,2}}{pattern(words.assent).pattern}.*{pattern(words.turn).pattern}", re.IGNORECASE),
        doubt=pattern(words.doubt),
        polite=pattern(sorted(words.polite, key=lambda phrase: -len(phrase.split()))),
        leaving=pattern(words.leaving),
        denial=re.compile(rf"{pattern(words.denial).pattern}(?:\s+\S+){{0,2}}\s*$", re.IGNORECASE),
    )
