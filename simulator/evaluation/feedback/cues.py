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
from simulator.language.phrases import Finder
from simulator.language.sentences import begins
from simulator.language.words import ENGLISH, Words

FEWEST: Final = 3
"""Words of a sentence that can let something show; "Whatever." shows nothing that could be named."""
DENIED: Final = 3
"""Words before a feeling in which one denies it."""
ASSENT: Final = 3
"""Words at the beginning of a sentence that can agree, for what follows to turn it."""
_WORD: Final = re.compile(r"[\w'-]+|[.!?…]")


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


def shown_in(turn: Turn, language: str) -> Iterator[Shown]:
    """The sentences of a turn that let something show, in their order."""
    for start, end in pairwise((0, *begins(turn.text, language), len(turn.text))):
        text = turn.text[start:end].strip()
        if not text.endswith("?") and (cue := cue_in(text, language)) and words_in(text) >= FEWEST:
            yield Shown(cue=cue, start=turn.text.index(text, start), text=text)


@lru_cache(maxsize=4_000)
def cue_in(sentence: str, language: str = ENGLISH) -> Cue | None:
    """The weightiest cue of a sentence."""
    words = _WORD.findall(sentence.casefold().replace("’", "'").replace("…", "."))
    manners, phrases = _words(language)
    for kind, start, end in sorted(manners.found(words), key=lambda one: one[1] - one[2]):
        if kind == "leaving":
            return None
        words[start:end] = [""] * (end - start)
    found = [(kind, start) for kind, start, _ in phrases.found(words)]
    denials = {start for kind, start in found if kind == "denial"}
    if any(kind is Cue.FEELING and denials.isdisjoint(range(start - DENIED, start)) for kind, start in found):
        return Cue.FEELING
    assents = [start for kind, start in found if kind == "assent" and start < ASSENT]
    turned = assents and any(kind == "turn" and start > assents[0] for kind, start in found)
    shown = {kind for kind, _ in found} | ({Cue.CONTRADICTION} if turned else set())
    return next((cue for cue in (Cue.HINT, Cue.CONTRADICTION, Cue.DOUBT) if cue in shown), None)


@lru_cache(maxsize=8)
def _words(language: str) -> tuple[Finder[str], Finder[Cue | str]]:
    """What is looked for first, since it takes what it covers away, and then all the rest."""
    words = CueWords.of(language)
    manners = Finder({"polite": words.polite, "leaving": words.leaving})
    cues = {Cue.FEELING: words.feeling, Cue.HINT: words.hint, Cue.CONTRADICTION: words.contradiction, Cue.DOUBT: words.doubt}
    return manners, Finder({**cues, "denial": words.denial, "assent": words.assent, "turn": words.turn})
