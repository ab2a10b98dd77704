"""Asking and listening without content: what looks like it, and neither says anything nor takes anything up.

Whoever counts a manager's questions and whoever answers them go by this one definition. A stretch that asks or listens is hollow when it is

1. a bare prompt ("Why?", "And then?", "Go on.") that follows no new word: right after something new was said it is a follow-up, but not
   when the manager's turn before was a bare prompt too. Nods ("Mm-hm.") between two prompts change nothing, and nods after a bare turn are
   hollow;
2. the same words for the third time, fillers apart: what was dodged may be asked once more;
3. meaning given back that holds no word of the rep's and points at none, after two such: those may be the manager's own words for it.
   Taking up a word of theirs, or asking something with content, starts the row anew;
4. one of a list: where a turn asks more than three things, all but the first.

What tells, sells or asks leave is never hollow: it counts as what it is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import ClassVar, Final

from simulator.codes import Code, Move
from simulator.conversation import Conversation, Segment, Speaker
from simulator.language.content_words import content_words
from simulator.language.phrases import pattern
from simulator.language.words import ENGLISH, Words, WordSet, languages

MOST_AT_ONCE: Final = 3
"""Questions in a turn beyond which they are a list: nobody can answer them all."""

ONCE_MORE: Final = 2
"""So often the same words, or in a row meaning given back with nothing of the rep's, are still meant."""

_BACK: Final = (Code.REFLECTION, Code.SUMMARY)
_WORD: Final = re.compile(r"\w+(?:['’]\w+)?")
_CALLED_FIRST: Final = re.compile(r"^\s*[^\W\d_]+(?=\s*,)")
_CALLED_LAST: Final = re.compile(r",\s*[^\W\d_a-zäöü][^\W\d_]*(?=\W*$)")
"""A name that somebody is called by, as in "Why, Ravi?"."""


class Hollow(StrEnum):
    """Why a stretch is hollow."""

    PROMPT = "prompt"
    AGAIN = "again"
    UNSAID = "unsaid"
    LISTED = "listed"


class Bare(Words):
    """Phrases that ask on, those that nod, words that may stand beside them, words that point back at what was said; all whole words."""

    topic: ClassVar[str] = "bare"
    prompts: tuple[str, ...]
    nods: tuple[str, ...]
    fillers: WordSet
    pointing: tuple[str, ...]


def hollow_acts(talk: Conversation, segments: Iterable[Segment], language: str = ENGLISH) -> dict[Segment, Hollow]:
    """The hollow stretches among a talk's coded ones, each with the reason; `language` is that of the manager's words."""
    prompts, found = hollow_prompts(talk), dict[Segment, Hollow]()
    before, known = Counter[frozenset[str]](), _Known(talk, language)
    afloat = 0
    inside = sorted(
        (one for one in segments if one.words and one.code.move in (Move.ASK, Move.LISTEN)), key=lambda one: (one.turn, one.start)
    )
    for turn, run in groupby(inside, key=lambda one: one.turn):
        stretches = list(run)
        listed = _listed(stretches)
        for one in stretches:
            words = content(one.text)
            if one.code.move is Move.ASK and not bare(one.text):
                afloat = 0
            elif afloat or one.code in _BACK:  # elsewhere nothing hangs on what it takes up
                takes_up = known.holds(one.text, turn)
                if takes_up:
                    afloat = 0
                elif takes_up is False and one.code in _BACK:
                    afloat += 1
                    if afloat > ONCE_MORE:
                        found[one] = Hollow.UNSAID
            if turn in prompts:
                found[one] = Hollow.PROMPT
            elif not bare(one.text) and before[words] >= ONCE_MORE:
                found[one] = Hollow.AGAIN
            elif one in listed:
                found[one] = Hollow.LISTED
            before[words] += 1
    return found


def hollow_prompts(talk: Conversation) -> frozenset[int]:
    """The numbers of the manager's turns that hold nothing but bare prompts, or nods, and follow no new word."""
    found, prompted, nodded, fresh = set[int](), False, False, False
    for turn in talk:
        if turn.silent or not turn.words:
            continue
        if turn.speaker is Speaker.REP:
            fresh = True
            continue
        if not bare(turn.text):
            prompted = nodded = False
        else:
            nods = nod(turn.text)
            if not fresh or (prompted and not nods) or (nods and (prompted or nodded)):
                found.add(turn.number)
            prompted, nodded = prompted or not nods, True
        fresh = False
    return frozenset(found)


@lru_cache(maxsize=4_000)
def bare(text: str) -> bool:
    """Whether nothing is said but prompts and nods, in any language that has words for them."""
    said = _CALLED_FIRST.sub(" ", _CALLED_LAST.sub(" ", text)) if "," in text else text
    phrased = _phrased()
    if any(word.group() not in phrased for word in _WORD.finditer(said.casefold().replace("’", "'"))):
        return False
    prompts, nods, fillers, _ = _words()
    return not _WORD.search(fillers.sub(" ", nods.sub(" ", prompts.sub(" ", said))))


@lru_cache(maxsize=4_000)
def nod(text: str) -> bool:
    """Whether it nods, and asks nothing."""
    _, nods, fillers, _ = _words()
    left, count = nods.subn(" ", _CALLED_LAST.sub(" ", text))
    return count > 0 and not _WORD.search(fillers.sub(" ", left))


@lru_cache(maxsize=4_000)
def content(text: str) -> frozenset[str]:
    """The words of a stretch without fillers: two that hold the same say the same."""
    words = frozenset(_WORD.findall(text.casefold().replace("’", "'")))
    return words - _fillers() or words


class _Known:
    """What the rep has said so far, taken in as the talk goes on."""

    def __init__(self, talk: Conversation, language: str) -> None:
        self._turns = iter(talk.by(Speaker.REP))
        self._next = next(self._turns, None)
        self._language = language
        self._words: set[str] = set()

    def holds(self, text: str, turn: int) -> bool | None:
        """Whether a stretch of turn `turn` takes up a word said before it, or points at one; None where it has no word to tell by."""
        while self._next is not None and self._next.number < turn:
            self._words |= content_words(self._next.text, self._language)
            self._next = next(self._turns, None)
        own = content_words(text, self._language)
        if not own.isdisjoint(self._words) or (self._words and _words()[3].search(text)):
            return True
        return False if own else None


def _listed(stretches: Sequence[Segment]) -> Sequence[Segment]:
    asked = [one for one in stretches if one.code.move is Move.ASK]
    return asked[1:] if len(asked) > MOST_AT_ONCE else ()


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return frozenset().union(*(Bare.of(one).fillers for one in languages(Bare.topic)))


@lru_cache(maxsize=1)
def _phrased() -> frozenset[str]:
    """Every word of a prompt, a nod or a filler: a text with others has content, and need not be looked at further."""
    every = [Bare.of(one) for one in languages(Bare.topic)]
    phrases = (phrase for one in every for phrase in (*one.prompts, *one.nods, *one.fillers))
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase.casefold().replace("/", " ")))


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    every = [Bare.of(one) for one in languages(Bare.topic)]

    def longest_first(phrases: Iterable[str]) -> re.Pattern[str]:
        return pattern(sorted(phrases, key=lambda phrase: -len(phrase.split())))

    return (
        longest_first(phrase for one in every for phrase in one.prompts),
        longest_first(phrase for one in every for phrase in one.nods),
        longest_first(_fillers()),
        longest_first(phrase for one in every for phrase in one.pointing),
    )
