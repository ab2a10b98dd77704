"""The words of a text that carry its subject, cut back to a common stem."""

import re
from typing import ClassVar, Final

from simulator.language.words import Words, WordSet

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*")
_ENDINGS: Final = ("ings", "ing", "edly", "ed", "ies", "es", "ly", "s", "e", "y")


class Empty(Words):
    """The words of a language that carry no subject."""

    topic: ClassVar[str] = "empty"
    empty: WordSet


def content_words(text: str, language: str = "en") -> frozenset[str]:
    """Stems of the words that carry a subject: no function words, none of the words every talk is full of.

    Numbers count as they stand. In a language whose empty words are not known, the English ones are left out.
    """
    empty = Empty.of(language).empty
    found = (match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))
    return frozenset(_stem(word) for word in found if len(word.split("'")[0]) > 1 and word.split("'")[0] not in empty)


def _stem(word: str) -> str:
    word = word.split("'")[0]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
