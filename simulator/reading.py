"""What a stretch of words asks for and does beyond its code, as values that the rep and the evaluation both read.

A trained labeller marks its segments with both (`Segment.marks`); of other labellers' segments the words tell
(`words/<language>/reading.yaml`).
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar, Final

from simulator.codes import Code, Move
from simulator.conversation import Segment
from simulator.language.phrases import pattern
from simulator.language.words import ENGLISH, Words, WordSet


class AnswerKind(StrEnum):
    """The kind of answer that a question asks for; `AFTER` is what came of it."""

    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"
    HOW = "how"
    WHY = "why"
    SAID = "said"
    FELT = "felt"
    EXAMPLE = "example"
    AFTER = "after"
    YES_NO = "yes_no"
    CHOICE = "choice"
    SCALE = "scale"
    GO_ON = "go_on"
    OPTIONS = "options"
    COMMIT = "commit"


class Deed(StrEnum):
    """What words do beyond their code."""

    OWN_UP = "own_up"
    CONTEMPT = "contempt"
    THREAT = "threat"
    PROMISE = "promise"
    THANKS = "thanks"
    GREETING = "greeting"
    FAREWELL = "farewell"
    REFUSAL = "refusal"


class Query(StrEnum):
    """What a question is after that no fact is."""

    WISH = "wish"
    """What they would want, choose or do."""
    WHAT_IF = "what_if"
    """What would happen, or would have."""
    AGREED = "agreed"
    """What the two of them have agreed."""
    LOST = "manager_lost"
    """What an answer has to do with what was asked."""
    AHEAD = "ahead"
    """What they will do, or when."""
    OWN_WORDS = "own_words"
    """What they meant by what they have just said."""


_KINDS: Final = {f"answer:{kind.value}": kind for kind in AnswerKind}
_DEEDS: Final = {f"act:{deed.value}": deed for deed in Deed}
_ANY: Final = (AnswerKind.WHAT, AnswerKind.HOW, AnswerKind.YES_NO)
"""Kinds whose words stand in questions of other kinds too: "What will you do?"."""
_JOINING: Final = (AnswerKind.WHO, AnswerKind.WHEN, AnswerKind.WHERE)
"""Kinds whose words join clauses, too."""
_WORD: Final = re.compile(r"[\w'’]+")
_TRUSTED: Final = {
    Deed.OWN_UP: frozenset(Code),
    Deed.PROMISE: frozenset(Code),
    Deed.CONTEMPT: frozenset({Code.CRITICISM}),
    Deed.THREAT: frozenset({Code.CRITICISM, Code.PERSUASION, Code.INSTRUCTION}),
}
"""Deeds for which a mark is enough, with the codes beside which it is; the others are known by their phrases alone.

A talk ends over contempt, so it takes both the mark and the code.
"""


_MAY_ASK: Final = frozenset(
    {
        Code.PERMISSION,
        Code.INSTRUCTION,
        Code.ADVICE,
        Code.INFORMATION,
        Code.LEADING_QUESTION,
        Code.AFFIRMATION,
        Code.SOCIAL,
        Code.REFLECTION,
    }
)
"""Codes of words that may ask something besides. Blame and persuasion in the form of a question stay what they are."""


class ReadingWords(Words):
    """Phrases by which kinds, deeds and queries are known; of several kinds, or queries, the one that stands higher.

    `asking` are words that ask without being a question, `question_words` those that a question asks with, and `suggesting` those that
    put an answer into it. Who, when and where ask behind one of `embeds` ("Tell me when"); else who asks behind one of `leads` or at a
    beginning, and when and where do not before one of `subjects` ("when you said"). Without one of `pledging` nobody promises, and
    `spelled` is how people write in haste, as "u=you"; `joins` join two questions behind a comma.
    """

    topic: ClassVar[str] = "reading"
    kinds: dict[AnswerKind, tuple[str, ...]]
    deeds: dict[Deed, tuple[str, ...]]
    queries: dict[Query, tuple[str, ...]]
    reported: tuple[str, ...]
    asking: tuple[str, ...]
    question_words: tuple[str, ...]
    suggesting: tuple[str, ...]
    embeds: WordSet
    leads: WordSet
    subjects: WordSet
    pledging: tuple[str, ...]
    spelled: tuple[str, ...]
    joins: WordSet


def kind(segment: Segment, language: str = ENGLISH) -> AnswerKind | None:
    """The kind of answer that the segment asks for; None where it asks nothing."""
    text = spelled(segment.text, language)
    there = [
        one for one, known in _patterns(language)[0].items() if any(_asks_with(one, match, language) for match in known.finditer(text))
    ]
    marked = [_KINDS[name] for name in segment.marks if name in _KINDS]
    # Where the words name a kind outright, that counts; of several that they name, one that the network marked.
    named = next((one for one in (*(one for one in there if one not in _ANY and one in marked), *there, *marked)), None)
    if named or not asks(segment, language):
        return named
    return AnswerKind.YES_NO if segment.code is Code.CLOSED_QUESTION else AnswerKind.WHAT


def _asks_with(kind: AnswerKind, match: re.Match[str], language: str) -> bool:
    """Whether a word of the kind asks, and does not only join two clauses: "the one who signs", "when you said that"."""
    words = ReadingWords.of(language)
    if kind not in _JOINING or " " in match[0] or not words.embeds:
        return True
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :].split()
    last = before.casefold().split()[-1] if before else ""
    if last in words.embeds:
        return True
    if kind is AnswerKind.WHO:
        return not last or not last[-1].isalnum() or last in words.leads
    return not after or after[0].casefold().strip(".,?!") not in words.subjects


@lru_cache(maxsize=4_000)
def spelled(text: str, language: str = ENGLISH) -> str:
    """The text with what people write in haste ("u", "gonna") as it is written at leisure."""
    words = _spelled(ReadingWords.of(language).spelled)
    return _WORD.sub(lambda match: words.get(match[0].casefold(), match[0]), text) if words else text


@lru_cache(maxsize=8)
def _spelled(pairs: tuple[str, ...]) -> dict[str, str]:
    return dict(pair.split("=") for pair in pairs)


def query(text: str, language: str = ENGLISH) -> Query | None:
    """What the words ask for that no fact is, of several the one that stands higher; None for most."""
    text = spelled(text, language)
    return next((one for one, known in _patterns(language)[2].items() if known.search(text)), None)


def asks_twice(text: str, language: str = ENGLISH) -> bool:
    """Whether one stretch holds two questions, joined: "When did you print it, and how often have you had it out?"."""
    first, *more = _joined(language).split(spelled(text, language))
    _, worded, _ = _asking(language)
    plainly = _patterns(language)[0][AnswerKind.YES_NO]
    return bool(first.strip()) and any(worded.match(one) or plainly.match(one) for one in more)


def asks(segment: Segment, language: str = ENGLISH) -> bool:
    """Whether the segment asks something, whatever its code: "Tell me which" is coded as an order, and "May I ask why?" as leave."""
    if segment.code.move is Move.ASK and segment.code is not Code.PERMISSION:
        return True
    if segment.code not in _MAY_ASK:
        return False
    asking, worded, suggesting = _asking(language)
    text = spelled(segment.text, language)
    if suggesting.search(text):
        return False
    marked = "?" in text or segment.code is Code.PERMISSION  # a choice that is handed over in many words, and in haste
    return bool(asking.search(text) or (marked and worded.search(text)))


def deeds(segment: Segment, language: str = ENGLISH) -> frozenset[Deed]:
    """What else the words of the segment do."""
    found = {one for name, one in _DEEDS.items() if name in segment.marks and segment.code in _TRUSTED.get(one, ())}
    if (pledging := _pledging(language)) and not pledging.search(spelled(segment.text, language)):
        found.discard(Deed.PROMISE)
    if _reported(language).search(segment.text):
        found.discard(Deed.CONTEMPT)
    found |= {one for one, known in _patterns(language)[1].items() if one is not Deed.CONTEMPT and known.search(segment.text)}
    if contemptuous(segment.text, language):
        found.add(Deed.CONTEMPT)
    return frozenset(found)


def contemptuous(text: str, language: str = ENGLISH) -> bool:
    """Whether the words are unmistakably contempt, whatever a network makes of them; what somebody thinks of themselves is none."""
    return bool(_patterns(language)[1][Deed.CONTEMPT].search(text)) and not _reported(language).search(text)


@lru_cache(maxsize=8)
def _pledging(language: str) -> re.Pattern[str] | None:
    phrases = ReadingWords.of(language).pledging
    return pattern(phrases) if phrases else None


@lru_cache(maxsize=8)
def _reported(language: str) -> re.Pattern[str]:
    return pattern(ReadingWords.of(language).reported)


@lru_cache(maxsize=8)
def _joined(language: str) -> re.Pattern[str]:
    """A comma and a word that joins."""
    return re.compile(rf",\s+(?:{'|'.join(map(re.escape, sorted(ReadingWords.of(language).joins)))})\s+", re.IGNORECASE)


@lru_cache(maxsize=8)
def _asking(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = ReadingWords.of(language)
    return pattern(words.asking), pattern(words.question_words), pattern(words.suggesting)


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[dict[AnswerKind, re.Pattern[str]], dict[Deed, re.Pattern[str]], dict[Query, re.Pattern[str]]]:
    words = ReadingWords.of(language)
    return (
        {one: pattern(some) for one, some in words.kinds.items()},
        {one: pattern(words.deeds[one]) for one in Deed},
        {one: pattern(some) for one, some in words.queries.items()},
    )
