"""The rep's last words taken up: a short stretch of them, quoted whole, with an open question behind it.

A stretch is a sentence, or a clause that can stand alone. It is taken up where it lets something show, and nowhere else: a good coach
repeats no small talk, and of a plain fact nobody asks what it means to you.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import ClassVar, Final

from simulator.conversation import Turn, words_in
from simulator.evaluation.feedback.cues import Cue, cue_in
from simulator.language.phrases import pattern
from simulator.language.sentences import sentences
from simulator.language.words import Words, WordSet

SHORTEST: Final = 3
LONGEST: Final = 10
"""Words; a longer quotation is no longer a question."""
LATEST: Final = 1500
"""Characters of a rep's turn that are looked at, the last ones."""

_PARTS: Final = re.compile(r"\s*[,;:—–]+\s+|\s+[—–-]\s+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTES: Final = re.compile(r"[“”„\"«»<>\[\]()*_`#|\\$]")


class EchoWords(Words):
    """How a language takes up words: questions by what the words let show.

    `leads` fall off the front of a sentence, `joints` part it. A sentence with one of `depends` is not parted: half of it would say
    another thing. A clause stands alone where it begins with one of `stands`; a feeling is the rep's where one of `own` stands with it, and
    what holds one of `you` is about the manager. What begins with one of `asking` is a question, also without its mark, and who says one of
    `halting` has not found the words yet.
    """

    topic: ClassVar[str] = "echoes"
    leads: tuple[str, ...]
    joints: WordSet
    depends: WordSet
    stands: WordSet
    own: WordSet
    you: WordSet
    asking: WordSet
    halting: WordSet
    frames: dict[Cue, tuple[str, ...]]


def echoes(
    turn: Turn, language: str, used: Collection[str] = (), *, cues: Collection[Cue] = tuple(Cue), start: int = 0
) -> Iterator[tuple[str, str]]:
    """Open questions that take up what the rep said in `turn`, the best first, each with the form it was made from.

    Only what shows one of `cues` is taken up, no form of `used` is taken, and `start` says where among equals to begin.
    """
    frames = EchoWords.of(language).frames
    for stretch, cue in _stretches(turn.text[-LATEST:], cues, language):
        for place in range(len(frames[cue])):
            form = frames[cue][(start + place) % len(frames[cue])]
            if form not in used:
                yield form.format(words=stretch[:1].upper() + stretch[1:]), form


def _stretches(said: str, cues: Collection[Cue], language: str) -> list[tuple[str, Cue]]:
    """What can be taken up, the weightiest first, of equals the last said."""
    found = chain.from_iterable(_parts(sentence, language) for sentence in sentences(said, language) if not sentence.rstrip().endswith("?"))
    order, own = list(Cue), EchoWords.of(language).own
    rated: list[tuple[int, int, str, Cue]] = []
    for place, stretch in enumerate(found):
        cue = cue_in(stretch, language)
        if cue in cues and cue is not None and (cue is not Cue.FEELING or own & set(_all(stretch))):
            rated.append((order.index(cue), -place, stretch, cue))
    return [(stretch, cue) for _, _, stretch, cue in sorted(rated, key=lambda one: one[:2])]


def _parts(sentence: str, language: str) -> Iterator[str]:
    """The sentence where it is short enough, else its clauses that can stand alone; what is about the manager is left out."""
    words, whole = EchoWords.of(language), _clean(sentence, language)
    if SHORTEST <= words_in(whole) <= LONGEST:
        if _fits(whole, words):
            yield whole
        return
    if words.depends & set(_all(sentence)):
        return
    joint = re.compile(rf"\s+(?=(?:{'|'.join(words.joints)})\s)", re.IGNORECASE)
    for part in chain.from_iterable(joint.split(clause) for clause in _PARTS.split(sentence)):
        clause = _clean(part, language)
        if SHORTEST <= words_in(clause) <= LONGEST and _stands(clause, words) and _fits(clause, words):
            yield clause


def _fits(stretch: str, words: EchoWords) -> bool:
    said = _all(stretch)
    halts = words.halting & set(said) or any(one == other for one, other in pairwise(said))
    return not halts and not _QUOTES.search(stretch) and not words.you & set(said) and _first(stretch) not in words.asking


def _stands(clause: str, words: EchoWords) -> bool:
    first = _first(clause)
    return first in words.stands or first.partition("'")[0] in words.stands


def _first(text: str) -> str:
    return next(iter(_all(text)), "")


def _all(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _clean(words: str, language: str) -> str:
    return _leads(language).sub("", words.strip()).strip(" .!?…,;:—–-'’‘")


@lru_cache(maxsize=8)
def _leads(language: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern(EchoWords.of(language).leads).pattern}[,:.]?\s+)+", re.IGNORECASE)
