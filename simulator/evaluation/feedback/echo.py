"""The rep's last words taken up: a short stretch of them, quoted whole, with an open question behind it.

A stretch is a sentence, or a clause that can stand alone. It is taken up where it lets something show, or where it is a whole sentence
about what was told about: near to the tell in meaning, with a word in common. Elsewhere nothing is: a good coach repeats no small talk.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import ClassVar, Final

from simulator.conversation import Turn, words_in
from simulator.evaluation.feedback.cues import Cue, cue_in
from simulator.language.content_words import content_words
from simulator.language.phrases import pattern
from simulator.language.sentences import sentences
from simulator.language.words import Words, WordSet

SHORTEST: Final = 3
LONGEST: Final = 10
"""Words; a longer quotation is no longer a question."""
PLAIN: Final = 4
"""Words, of which a sentence that lets nothing show has as many at least: a figure or a name alone says too little to be asked on."""
SUBJECTS: Final = 2
"""Words that carry a subject, of which a stretch that lets nothing show needs as many."""
LATEST: Final = 1500
"""Characters of a rep's turn that are looked at, the last ones."""

_PARTS: Final = re.compile(r"\s*[,;:—–]+\s+|\s+[—–-]\s+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTES: Final = re.compile(r"[“”„\"«»<>\[\]()*_`#|\\$]")


class EchoWords(Words):
    """How a language takes up words: questions by what the words let show; where they are plain, by whether the rep speaks of themself.

    `leads` fall off the front of a sentence, `joints` part it. A sentence with one of `depends` is not parted: half of it would say
    another thing. A clause stands alone where it begins with one of `stands`; a feeling is the rep's where one of `own` stands with it, and
    what holds one of `you` is about the manager. What begins with one of `asking` is a question, also without its mark,
    and who says one of `halting` has not found the words yet.
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
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


def echoes(
    turn: Turn, language: str, used: Collection[str] = (), *, about: Callable[[str], bool] = lambda _: False, start: int = 0
) -> Iterator[tuple[str, str]]:
    """Open questions that take up what the rep said in `turn`, the best first, each with the form it was made from.

    `about` tells whether plain words of theirs are what the manager went on about; no form of `used` is taken, and `start` says where
    among equals to begin.
    """
    words = EchoWords.of(language)
    for stretch, cue in _stretches(turn.text[-LATEST:], about, language):
        forms = words.frames[cue] if cue else words.mine if _first(stretch) in words.own else words.theirs
        for place in range(len(forms)):
            form = forms[(start + place) % len(forms)]
            if form not in used:
                yield form.format(words=stretch[:1].upper() + stretch[1:]), form


def _stretches(said: str, about: Callable[[str], bool], language: str) -> list[tuple[str, Cue | None]]:
    """What can be taken up, the weightiest first, of equals the last said."""
    asserted = [sentence for sentence in sentences(said, language) if not sentence.rstrip().endswith("?")]
    whole = {_clean(sentence, language) for sentence in asserted if sentence.rstrip().endswith((".", "!", "…"))}
    found = chain.from_iterable(_parts(sentence, language) for sentence in asserted)
    order, own = list(Cue), EchoWords.of(language).own
    rated: list[tuple[int, int, str, Cue | None]] = []
    for place, stretch in enumerate(found):
        cue = cue_in(stretch, language)
        if cue is Cue.FEELING and not own & set(_all(stretch)):
            continue
        if cue or (stretch in whole and _says_something(stretch, language) and about(stretch)):
            rated.append((order.index(cue) if cue else len(order), -place, stretch, cue))
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


def _says_something(stretch: str, language: str) -> bool:
    """Whether plain words are a sentence with somebody or something in it of which more can be asked."""
    return words_in(stretch) >= PLAIN and _stands(stretch, EchoWords.of(language)) and len(content_words(stretch, language)) >= SUBJECTS


def _fits(stretch: str, words: EchoWords) -> bool:
    said = _all(stretch)
    halts = words.halting & set(said) or any(one == other for one, other in pairwise(said))
    return not halts and not _QUOTES.search(stretch) and not words.you & set(said) and _first(stretch) not in words.asking


def _stands(clause: str, words: EchoWords) -> bool:
    first = _first(clause)
    return first in words.stands | words.own or first.partition("'")[0] in words.stands


def _first(text: str) -> str:
    return next(iter(_all(text)), "")


def _all(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _clean(words: str, language: str) -> str:
    return _leads(language).sub("", words.strip()).strip(" .!?…,;:—–-'’‘")


@lru_cache(maxsize=8)
def _leads(language: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern(EchoWords.of(language).leads).pattern}[,:.]?\s+)+", re.IGNORECASE)
