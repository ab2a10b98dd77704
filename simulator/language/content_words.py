"""The words of a text that carry its subject, cut back to a common stem."""

import re
from functools import lru_cache
from threading import Lock
from typing import ClassVar, Final

import snowballstemmer

from simulator.language.words import ENGLISH, Words, WordSet

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*")
_STEMMERS: Final = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french", "it": "italian",
    "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
"""Two-letter code of a language to Snowball's name of it; words of other languages stay whole."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text, written as a person writes them with spaces between, as a set."""
    return frozenset(words.split())


class Empty(Words):
    """The words of a language that carry no subject."""

    topic: ClassVar[str] = "empty"
    empty: WordSet


@lru_cache(maxsize=4_000)
def content_words(text: str, language: str = ENGLISH) -> frozenset[str]:
    """Stems of the words that carry a subject: no function words, none of the words every talk is full of.

    Numbers count as they stand. In a language whose empty words are not known, the English ones are left out.
    """
    empty = Empty.of(language).empty
    found = set(_WORD.findall(text.casefold()))
    if "'" in text or "’" in text:
        found = {word.replace("’", "'").partition("'")[0] for word in found}
    return frozenset([stem(word, language) for word in found - empty if len(word) > 1])


_stemming = Lock()
"""A stemmer keeps the word it is at."""


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = ENGLISH) -> str:
    """What a word in lower case has in common with its other forms; the word itself in a language that has no stemmer here."""
    if language not in _STEMMERS:
        return word
    with _stemming:
        return str(_stemmer(language).stemWord(word))


@lru_cache(maxsize=len(_STEMMERS))
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_STEMMERS[language])
