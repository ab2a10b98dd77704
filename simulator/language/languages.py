"""Which language words are in, told by its commonest words: whether a model left the part's, and which rules read a manager's turn."""

import re
from functools import lru_cache
from typing import ClassVar, Final

from simulator.language.words import Words, WordSet, languages

_FEWEST: Final = 5
"""Words; of fewer nobody can tell the language."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"[^\W\d_]")


class Common(Words):
    """The commonest words of a language, and `also` more of them, for telling it from English alone."""

    topic: ClassVar[str] = "common"
    commonest: WordSet
    also: WordSet = frozenset()


@lru_cache(maxsize=1)
def _commonest() -> dict[str, frozenset[str]]:
    return {name: Common.of(name).commonest for name in languages(Common.topic)}


@lru_cache(maxsize=1)
def _german() -> frozenset[str]:
    return Common.of("de").commonest | Common.of("de").also


def other_language(sentence: str, language: str) -> bool:
    """Whether the sentence is clearly not in the language of that two-letter code. What cannot be told passes."""
    letters = _LATIN.findall(sentence)
    if len(letters) > 3 and sum(letter > "\u024f" for letter in letters) > len(letters) / 2:
        return True
    words = _WORD.findall(sentence.casefold())
    if len(words) < _FEWEST or language not in _commonest():
        return False
    counts = {name: sum(word in common for word in words) for name, common in _commonest().items()}
    best = max(counts.values())
    return best >= 2 and counts[language] * 2 < best


_UMLAUT: Final = re.compile("[äöüß]", re.IGNORECASE)


def is_german(text: str, context: str = "") -> bool:
    """Whether a text is German rather than English; where its words do not tell, those of `context`, which it answers, do."""
    german_words, english_words = _german(), _commonest()["en"]
    for words in (text, context):
        found = _WORD.findall(words.casefold())
        german = sum(word in german_words for word in found) + len(_UMLAUT.findall(words))
        english = sum(word in english_words for word in found)
        if english or german > 1:
            return german > max(english, 1)
    return False
