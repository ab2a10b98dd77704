"""Linguistic rules over the codebook: a labeller without learning.

Rules are tried in the codebook's order of precedence, and the first that fits names the segment. What no rule names is
information if it states, and a question of one kind or the other if it asks.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from simulator.codes import PRECEDENCE, Code
from simulator.conversation import Segment
from simulator.evaluation.labelling import lexicon
from simulator.evaluation.labelling.labeller import Said
from simulator.evaluation.labelling.segmenting import segment

VERSION = "rules-2"
MOST_CHARACTERS = 600
"""A segment is judged by its first words."""
ECHO = 0.6
"""Share of a statement's content words that the rep had just used, from which it gives the rep's words back."""

SOME_ECHO = 0.2
"""The same for a statement that may give something back by its form."""

_HANGS: Final = re.compile(
    r"^(?:(?:so|well|okay|ok|right|now|look|listen|and|but|um+|uh+|erm?|hey|yeah|yes|yep|oh|ah|alright|all right|then|hm+|"
    r"mm+|anyway|also|you know|i mean|see|honestly|actually|basically|again|maybe just|first|finally|because|great|good|"
    r"sure|no|dear|man|mate|buddy)"
    r"(?:[,.!…–—-]+\s*|\s+(?=(?:so|well|okay|um|uh|and|but|then|now|you|what|how|why|where|when|who|which|tell|i|we|it|that|"
    r"do|did|is|are|can|could|would|let|let's|why|have)\b)))+"
)
_NAME: Final = re.compile(r"^(?!So\b|But\b|And\b)[A-Z][\w’'-]+,\s+|^(?i:hey|hi|okay|ok|so|well|look|listen|right),?\s+[A-Z][\w’'-]+,\s+")
_TRAILING_NAME: Final = re.compile(r",\s+[A-Z][\w’'-]+(?=\s*[?.!]*\s*$)")
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SMALL: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "do",
        "does",
        "did",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "him",
        "his",
        "i",
        "if",
        "in",
        "is",
        "it",
        "its",
        "just",
        "me",
        "my",
        "not",
        "of",
        "on",
        "or",
        "our",
        "she",
        "so",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "to",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "with",
        "you",
        "your",
        "yours",
        "it's",
        "that's",
        "i'm",
        "you're",
        "don't",
        "really",
        "very",
        "like",
        "well",
        "okay",
        "yeah",
        "right",
        "about",
        "get",
        "got",
    ]
)
_UNFINISHED: Final = re.compile(
    r"^(?:\S+\s+){0,5}\S*(?:\s*[-–—]{1,2}|…|\.\.\.)$|^(?:\S+\s+){0,4}(?:the|a|an|and|but|or|to|of|is|was|i|we|because|if|"
    r"that's|it's|i'm|my|your|uh|um|so|with|for)[\s.,]*$"
)
"""A few words that break off."""
_FILLERS: Final = re.compile(r"(?:(?:uh+|um+|erm?|and|but|so|or|well|then|you know|i mean|like)[\s,.…–—-]*)+")
_QUESTION_FORM: Final = re.compile(
    r"(?:what|how|why|where|when|who|which|tell|walk|talk|do|does|did|is|are|was|were|can|could|would|will|should|have|has|"
    r"had|let|help|say|call|send|don't)\b"
)
_STATES: Final = re.compile(
    r"^what (?:i|you|we|works|matters|counts|helps|that|this|it)\b(?:'m|'re)? .*|^(?:what|how|why) (?:a|an)\b|^why (?:i|we) "
)
"""Begins like a question and states: "What works is three touches.\" """
_DOES_OPEN: Final = ("can you", "could you", "would you", "will you", "where ")
_TAG_QUESTION: Final = re.compile(
    r",?\s*(?:is that (?:right|correct|it|fair)|(?:have i|did i) (?:got|get|understand|understood) (?:that|it|you)(?: right|"
    r" correctly)?|am i (?:right|wrong)|right|correct|yes|yeah|okay|ok|no|fair)\s*\?+$"
)
_CHECK_TAG: Final = re.compile(
    r"(?:is that (?:right|correct|it|fair)|(?:have i|did i) \w+ (?:that|it|you)(?: right| correctly)?|am i right)\s*\?+$"
)


@dataclass(frozen=True)
class _Words:
    """A segment's words, as the rules look at them."""

    plain: str
    context: str

    @cached_property
    def asks(self) -> bool:
        """Whether it ends as a question."""
        return self.plain.rstrip(" \"')”…").endswith("?")

    @cached_property
    def echo(self) -> float:
        """Share of its content words that the rep had just used."""
        own = {word for word in _WORD.findall(self.plain) if word not in _SMALL}
        return len(own & set(_WORD.findall(self.context))) / len(own) if len(own) > 1 else 0.0

    @cached_property
    def inverted(self) -> bool:
        """Whether it has the form of a question, with a mark or without."""
        return bool(lexicon.OPEN.search(self.plain) or lexicon.CLOSED.search(self.plain))


def _plain(text: str) -> str:
    """The segment without what hangs in front; a leading "so" is kept where it makes a reflection."""
    text = _TRAILING_NAME.sub("", _NAME.sub("", text.strip()))
    text = " ".join(text.replace("’", "'").casefold().split())
    bare = _HANGS.sub("", text) or text
    keeps_so = text.startswith(("so ", "so, ", "so: ")) and not bare.startswith("so ") and not _QUESTION_FORM.match(bare)
    return f"so {bare}" if keeps_so else bare


class RuleLabeller:
    """An `evaluation.labelling.labeller.Labeller`. Deterministic, and safe to share between threads."""

    version = VERSION

    def label(self, text: str, *, context: str = "", turn: int = 0) -> tuple[Segment, ...]:
        """As `Labeller.label`: any text, segments that concatenate to it."""
        before = " ".join(context[-2000:].replace("’", "'").casefold().split())
        return tuple(
            Segment(
                turn=turn,
                start=span.start,
                end=span.end,
                text=text[span.start : span.end],
                code=self._code(text[span.start : span.end], before),
            )
            for span in segment(text)
        )

    def label_many(self, said: Sequence[Said]) -> list[tuple[Segment, ...]]:
        """As `Labeller.label_many`."""
        return [self.label(one.text, context=one.context, turn=one.turn) for one in said]

    def _code(self, text: str, context: str) -> Code:
        whole = " ".join(text[:MOST_CHARACTERS].replace("’", "'").casefold().split())
        if not _WORD.search(whole):
            return Code.SOCIAL
        words = _Words(_plain(text[:MOST_CHARACTERS]), context)
        if lexicon.SOCIAL.search(whole) or lexicon.SOCIAL.search(words.plain):
            return Code.SOCIAL
        if _UNFINISHED.search(whole) or _FILLERS.fullmatch(whole):
            return Code.SOCIAL
        if len(whole) < 60 and lexicon.ACKNOWLEDGEMENT.fullmatch(whole.rstrip("?")) and not whole.startswith(("please", "thanks")):
            return Code.ACKNOWLEDGEMENT
        for code in PRECEDENCE:
            if (rule := _RULES.get(code)) and rule(words):
                return code
        return Code.INFORMATION


def _leading(words: _Words) -> bool:
    return bool(lexicon.LEADING.search(words.plain)) and not lexicon.PERMISSION.search(words.plain)


def _instruction(words: _Words) -> bool:
    if (
        _is_open(words)
        or (words.asks and words.inverted)
        or words.plain.startswith("so ")
        or lexicon.PERMISSION.search(words.plain)
        or lexicon.SUMMARY.search(words.plain)
    ):
        return False
    return bool(lexicon.INSTRUCTION.search(words.plain) or lexicon.IMPERATIVE.search(words.plain)) and not lexicon.PERSUASION.match(
        words.plain
    )


def _criticism(words: _Words) -> bool:
    return words.echo < ECHO and not words.inverted and bool(lexicon.CRITICISM.search(words.plain))


def _persuasion(words: _Words) -> bool:
    return (not words.asks or words.plain.startswith("who ")) and bool(lexicon.PERSUASION.search(words.plain)) and not _is_open(words)


def _advice(words: _Words) -> bool:
    return not (words.asks and words.inverted) and bool(lexicon.ADVICE.search(words.plain)) and not _is_open(words)


def _permission(words: _Words) -> bool:
    return bool(lexicon.PERMISSION.search(words.plain))


def _summary(words: _Words) -> bool:
    if lexicon.SUMMARY.search(words.plain):
        return True
    joined = words.plain.count(", ") + len(re.findall(r"\b(?:and|but)\b", words.plain))
    enough = words.plain.startswith("so ") and joined >= 3 and len(words.plain.split()) >= 10
    return enough and not words.inverted and not words.asks


def _reflection(words: _Words) -> bool:
    if (words.inverted and not _STATES.search(words.plain)) or _CHECK_TAG.search(words.plain) or lexicon.AFFIRMATION.search(words.plain):
        return False
    if (
        words.asks
        and not _TAG_QUESTION.search(words.plain)
        and not re.match(r"(?:it |that )?(?:sounds|seems)|you feel|you're feeling", words.plain)
    ):
        return False
    if lexicon.REFLECTION.search(words.plain):
        return True
    size = len(words.plain.split())
    if lexicon.WEAK_REFLECTION.search(words.plain):
        return size <= (14 if words.plain.startswith("so ") and words.context else 8) or words.echo >= SOME_ECHO
    return words.echo >= ECHO and size <= 14


def _is_open(words: _Words) -> bool:
    if not lexicon.OPEN.search(words.plain) or (not words.asks and _STATES.search(words.plain)):
        return False
    # "Could you tell me more?" has the form of a closed question and does the work of an open one.
    return words.plain.startswith(_DOES_OPEN) or not lexicon.CLOSED.search(words.plain)


def _closed(words: _Words) -> bool:
    return words.asks or (bool(lexicon.CLOSED.search(words.plain)) and not words.plain.endswith((".", "!")))


def _affirmation(words: _Words) -> bool:
    return bool(lexicon.AFFIRMATION.search(words.plain))


_RULES: Final[dict[Code, Callable[[_Words], bool]]] = {
    Code.LEADING_QUESTION: _leading,
    Code.INSTRUCTION: _instruction,
    Code.CRITICISM: _criticism,
    Code.PERSUASION: _persuasion,
    Code.ADVICE: _advice,
    Code.PERMISSION: _permission,
    Code.SUMMARY: _summary,
    Code.REFLECTION: _reflection,
    Code.OPEN_QUESTION: _is_open,
    Code.CLOSED_QUESTION: _closed,
    Code.AFFIRMATION: _affirmation,
}
