"""Which person or thing that was named a question asks about: "Who is Merv?", "What's this cockatoo?", "Who's he?"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar, Final

from simulator.language.words import Words, WordSet
from simulator.reading import AnswerKind
from simulator.scenario.depth import Mention
from simulator.scenario.model import Scenario

_WORD: Final = re.compile(r"\w+")


class Defining(Words):
    """Words that ask who or what somebody or something is, words that stand for a name, and what may stand before a name in between."""

    topic: ClassVar[str] = "defining"
    asking: WordSet
    standing_in: WordSet
    between: WordSet


def spoken_of(scenario: Scenario, said: Sequence[str], last: str) -> frozenset[int]:
    """The places of the mentions that can be asked about: those that the lines said so far, or the brief, have named."""
    known = [*said, last, scenario.brief.situation, *scenario.brief.known]
    return frozenset(
        place for place, one in enumerate(scenario.mentions) if any(_names(name, text) for name in one.names for text in known)
    )


def mentioned(scenario: Scenario, said: Sequence[str], last: str, question: str, kind: AnswerKind | None) -> tuple[int, bool] | None:
    """The place of the mention that the question asks about, and whether it names it; None where it asks about none that was named.

    `said` are the rep's lines so far and `last` the latest of them: what was not named by them or the brief is not known to be asked about.
    """
    there = spoken_of(scenario, said, last)
    for place in sorted(there):
        if any(_defines(question, name, scenario.language) for name in scenario.mentions[place].names):
            return place, True
    words = Defining.of(scenario.language)
    left = set(_words(question)) - words.asking - words.between
    if not left or not left <= words.standing_in:
        return None
    who = kind is AnswerKind.WHO
    found = [place for place, one in enumerate(scenario.mentions) if (one.kind is AnswerKind.WHO) is who and _last_place(one, last) >= 0]
    return (max(found, key=lambda place: _last_place(scenario.mentions[place], last)), False) if found else None


def _defines(question: str, name: str, language: str) -> bool:
    """Whether the question asks who or what `name` is: it says no more than that, or says so outright."""
    words = Defining.of(language)
    if not _names(name, question):
        return False
    left = _names_pattern(name).sub(" ", question)
    if set(_words(left)) <= words.asking | words.between:
        return True
    return bool(_outright(name, language).search(question))


@lru_cache(maxsize=2_000)
def _outright(name: str, language: str) -> re.Pattern[str]:
    words = Defining.of(language)
    asking, between = (f"(?:{'|'.join(map(re.escape, sorted(some)))})" for some in (words.asking, words.between))
    return re.compile(rf"\b(?:who|what|wer|was)(?:['’]s|\s+{asking})+(?:\s+{between})*[\s“”\"'‘’]+{re.escape(name)}\b", re.IGNORECASE)


@lru_cache(maxsize=2_000)
def _names_pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)


def _names(name: str, text: str) -> bool:
    return bool(_names_pattern(name).search(text))


def _last_place(one: Mention, text: str) -> int:
    """Where in the text it is named last; -1 where it is not."""
    return max((found.start() for name in one.names for found in _names_pattern(name).finditer(text)), default=-1)


def _words(text: str) -> Iterator[str]:
    return (word.group() for word in _WORD.finditer(text.casefold().replace("’", "'").replace("'s", " is").replace("'re", " are")))
