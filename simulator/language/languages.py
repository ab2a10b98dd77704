"""Which language words are in, told by its commonest words: those of a talk or a turn, and whether a model left its part's language."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import ClassVar, Final

from simulator.language.sentences import sentences
from simulator.language.words import ENGLISH, Words, WordSet, languages

_FEWEST: Final = 5
"""Words; of fewer nobody can tell the language."""
UNKNOWN: Final = "und"
"""Stands for a language that none of the words here belong to (ISO 639: undetermined)."""
_PART: Final = 0.2
"""Of the letters of a text a language has to have so many to be one of its languages: a quotation is not."""
_LONG: Final = 12
"""Different words; among so many some are common ones, if the language is known here."""
_RATE: Final = 0.15
"""Of the words of a long sentence so many are common ones in its language; in English it is more than half."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_FAR: Final = re.compile("[^\x00-\u024f]")
"""Beyond the letters that European languages are written with."""


class Common(Words):
    """What a language is called, its commonest words, and `also` more of them, for telling what a whole talk is in."""

    topic: ClassVar[str] = "common"
    name: str
    commonest: WordSet
    also: WordSet = frozenset()


@lru_cache(maxsize=1)
def _commonest() -> dict[str, frozenset[str]]:
    return {name: Common.of(name).commonest for name in languages(Common.topic)}


@lru_cache(maxsize=1)
def _german() -> frozenset[str]:
    return Common.of("de").commonest | Common.of("de").also


@lru_cache(maxsize=1)
def _common() -> dict[str, tuple[str, ...]]:
    """The languages that a word is common in."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in _commonest().items():
        for word in words | Common.of(name).also:
            found[word] = (*found.get(word, ()), name)
    return found


@lru_cache(maxsize=1)
def _english_and_others() -> tuple[frozenset[str], frozenset[str]]:
    """The words that are common in English, and those that are in any other language."""
    common = _common()
    english = frozenset(word for word, names in common.items() if ENGLISH in names)
    return english, frozenset(word for word, names in common.items() if names != (ENGLISH,))


def known(language: str) -> bool:
    """Whether words in the language of that two-letter code can be told."""
    return language in _commonest()


def name_of(language: str) -> str:
    """What a language is called in English, by its two-letter code."""
    if language == UNKNOWN:
        return "a language that is not known here"
    return Common.of(language).name if known(language) else language


@lru_cache(maxsize=4096)
def language_of(text: str) -> str:
    """The language of a text as a two-letter code, `UNKNOWN` where it is none of those here; empty where too few words tell."""
    if _other_script(text):
        return UNKNOWN
    words = _WORD.findall(text.casefold())
    english, all_others = _english_and_others()
    ours = sum(map(english.__contains__, words))
    if ours >= max(2, _RATE * len(words)) and ours > sum(map(all_others.__contains__, words)):
        return ENGLISH  # as counting each would find, at half the cost
    counts: dict[str, int] = {}
    for names in filter(None, map(_common().get, words)):
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    most = max(counts.values(), default=0)
    if most < _RATE * len(words) and len(set(words)) >= _LONG:
        return UNKNOWN
    first = [name for name, count in counts.items() if count == most]
    return first[0] if most >= 2 and len(first) == 1 else ""


def languages_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The languages of some texts, that with most words first; none where too few words tell."""
    said = [sentence for text in texts for sentence in sentences(text)]
    told = [(name, sentence) for sentence in said if (name := language_of(sentence))]
    if len(found := {name for name, _ in told}) == 1:
        return tuple(found)
    letters: Counter[str] = Counter()
    for name, sentence in told:
        letters[name] += len(_LETTER.findall(sentence))
    if not letters:
        letters[language_of(" ".join(said))] = 1
    return tuple(name for name, count in letters.most_common() if name and count >= _PART * letters.total())


def other_language(sentence: str, language: str) -> bool:
    """Whether the sentence is clearly not in the language of that two-letter code. What cannot be told passes."""
    if _other_script(sentence):
        return True
    words = _WORD.findall(sentence.casefold())
    if len(words) < _FEWEST or language not in _commonest():
        return False
    counts = {name: sum(word in common for word in words) for name, common in _commonest().items()}
    best = max(counts.values())
    return best >= 2 and counts[language] * 2 < best


_UMLAUT: Final = re.compile("[äöüß]", re.IGNORECASE)


def _other_script(text: str) -> bool:
    if not _FAR.search(text):
        return False
    letters = _LETTER.findall(text)
    return len(letters) > 3 and sum(letter > "\u024f" for letter in letters) > len(letters) / 2


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
