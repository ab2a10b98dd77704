"""Looks at what a model says for the rep, sentence by sentence, before the manager sees it.

Nothing unearned is in a prompt, so nothing unearned can be copied out of it. A model can still guess, step out of the part, coach the
manager, go round in circles or talk on and on; a sentence that does is not shown. The answer is asked for once more, then the
authored line is said.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar, Final

import numpy as np

from simulator.conversation import Speaker, words_in
from simulator.errors import ModelTooLong, OutOfPart
from simulator.language.content_words import content_words
from simulator.language.embedding import Embedder, Remembering
from simulator.language.languages import other_language
from simulator.language.phrases import pattern
from simulator.language.sentences import sentences, streamed
from simulator.language.words import ENGLISH, Words
from simulator.rep.intent import Direction
from simulator.rep.voice import Voice
from simulator.scenario.model import Scenario, Style
from simulator.state import RepState

TRIES: Final = 2
LEAKS: Final = (0.6, 0.46, 0.3)
"""Cosine from which a sentence may say an unearned fact, by how many of the fact's own words are in it: none, one, two or more."""
NEARER: Final = (0.12, 0.12, 0.06)
"""It says it, if it is nearer to it by so much than to anything that may be said.

`python -m benchmarks.guard` measures how many harmless sentences this stops, and how many facts are known by other words than those
they are held against.
"""
STEPS_OUT: Final = 0.5
"""Cosine from which a sentence steps out of the part as one of `OutOfPartWords` does, if it is nearer to that than to anything sayable."""
FARTHER: Final = 0.1
"""Nearer by so much."""
SAID: Final = (0.5, 0.5, 0.3)
"""Cosine from which what was to be told has been said, by how many of its own words were: none, one, two or more."""
SAID_ELSEWHERE: Final = (0.75, 0.75, 0.3)
"""The same in other languages than English, in which the embedding finds everything near."""
LEAST_SECRET: Final = 8
"""Words; a shorter sentence of a fact's line ("Nobody asked me.") is no secret by itself."""
SHORTEST_TOLD: Final = 4
"""Words; a shorter sentence tells nothing, and may be said again."""
LONGEST: Final = {Style.TALKATIVE: 130, Style.GUARDED: 70, Style.TIRED: 70, Style.CYNICAL: 80}
LONGEST_ELSE: Final = 100
"""Words of one answer by style; where it is reached, the answer ends with that sentence."""

_GESTURE: Final = re.compile(
    r"\*[a-zäöü]\w*\s[^*\n]{1,90}\*|(?<!\w)_[^_\n]{2,90}_(?!\w)|(?:^|[.!?…]\s+)\((?:[a-zäöü][^)\n]{2,90})\)|\[[^\]\n]{2,90}\]"
)
_MARKUP: Final = re.compile(r"</?[a-z_]+>|```|^\s*(#{1,4}\s|[-*•]\s|\d+\.\s+\w+.*:\s*$)", re.IGNORECASE)


class NotSaid(Words):
    """Phrases that a rep does not say: as a machine, as the manager's coach; and how a script tells who speaks."""

    topic: ClassVar[str] = "guard"
    machine: tuple[str, ...]
    coaching: tuple[str, ...]
    speakers: tuple[str, ...]


class OutOfPartWords(Words):
    """Sentences that step out of the part, one for each way of doing it."""

    topic: ClassVar[str] = "out_of_part"
    sentences: tuple[str, ...]


@lru_cache(maxsize=1)
def _not_said() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is looked for in every sentence, in all languages at once: a model may fall into any of them; and the objection to it."""
    tag = "|".join(sorted(map(re.escape, NotSaid.everywhere("speakers"))))
    return (
        (pattern(NotSaid.everywhere("machine")), "it speaks as a machine"),
        (_GESTURE, "it describes a gesture"),
        (re.compile(rf"^\s*({tag})\s*:", re.IGNORECASE), "it is written and not said"),
        (_MARKUP, "it is written and not said"),
        (pattern(NotSaid.everywhere("coaching")), "it coaches the manager"),
    )


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What a turn's sentences are held against: the scenario with all its facts, and what may be said of it."""

    scenario: Scenario
    before: RepState
    direction: Direction

    @property
    def unearned(self) -> tuple[str, ...]:
        """Ids of the facts that are neither out nor in this turn's intent."""
        out = {disclosure.fact for disclosure in self.before.disclosed} | {self.direction.intent.fact}
        return tuple(fact.id for fact in self.scenario.facts if fact.id not in out)

    @cached_property
    def said(self) -> frozenset[str]:
        """What the rep has said in this talk, sentence by sentence, as `_key` gives it."""
        return frozenset(
            _key(one) for turn in self.direction.talk.by(Speaker.REP) for one in sentences(turn.text, self.direction.language)
        ) - {""}

    @cached_property
    def secrets(self) -> list[str]:
        """The unearned facts: their summaries, and their lines whole and in sentences."""
        return [
            text
            for fact in self.scenario.facts_named(self.unearned)
            for line in (fact.summary, *fact.lines)
            for text in self.pieces(line, LEAST_SECRET)
        ]

    @cached_property
    def sayable(self) -> list[str]:
        """What the model was given, and what was said: whatever is nearer to this than to a secret gives none away."""
        return [*self.given, *self.talked]

    @cached_property
    def talked(self) -> list[str]:
        """What was said last, by either side."""
        return [piece for turn in self.direction.talk.turns[-6:] for piece in self.pieces(turn.text, SHORTEST_TOLD)]

    @cached_property
    def given(self) -> list[str]:
        """What the scenario's author wrote and the model was given."""
        given, out = self.direction, [disclosure.fact for disclosure in self.before.disclosed]
        told = [line for fact in self.scenario.facts_named(out) for line in fact.lines]
        texts = (*given.disclosed, *told, given.intent.words, given.situation, given.persona.background)
        return [piece for text in texts for piece in self.pieces(text, SHORTEST_TOLD)]

    @cached_property
    def secret_words(self) -> list[frozenset[str]]:
        """Of each of `secrets` the words that carry its subject and are in nothing that may be said."""
        public = self.words(" ".join(self.sayable))
        return [self.words(secret) - public for secret in self.secrets]

    def words(self, text: str) -> frozenset[str]:
        """The text's words that carry its subject, in the part's language."""
        return content_words(text, self.direction.language)

    def pieces(self, text: str, least: int) -> list[str]:
        """The text and its sentences of at least so many words."""
        return [text, *(one.strip() for one in sentences(text, self.direction.language) if words_in(one) >= least)]


class Guard:
    """Finds what is wrong with a sentence. Safe to share between threads."""

    def __init__(self, embedder: Embedder, authored: Embedder | None = None) -> None:
        """Use `embedder` to see what a sentence says, and `authored`, the same model with a memory, for what a scenario's author wrote."""
        self._embedder = Remembering(embedder)
        self._authored = authored or self._embedder

    def objection(self, bounds: Bounds, sentence: str) -> str:
        """Why this sentence may not be shown, in a few words; empty where it may."""
        for wrong, why in _not_said():
            if wrong.search(sentence):
                return why
        if other_language(sentence, bounds.direction.language):
            return "it is in another language"
        if _key(sentence) in bounds.said:
            return "it says again what was said before"
        return self._by_meaning(bounds, sentence) if words_in(sentence) >= SHORTEST_TOLD else ""

    def spoken(self, voice: Voice, bounds: Bounds) -> Iterator[str]:
        """What the voice says, with each good sentence; every item is the whole text to show so far, and it may start over.

        Raises:
            OutOfPart: it was not fit to be shown twice.
            ModelError: the model did not answer, or stopped in the middle.
        """
        longest = LONGEST.get(bounds.scenario.persona.style, LONGEST_ELSE)
        why = ""
        for _ in range(TRIES):
            text = why = ""
            said = set()
            for sentence in _whole(voice, bounds.direction):
                if sentence.strip() and (why := self.objection(bounds, sentence)):
                    break
                if (key := _key(sentence)) in said:
                    break  # it has begun to go round in circles; what came before may stand
                said |= {key} - {""}
                text += sentence
                if text.strip():
                    yield text.strip()
                if words_in(text) >= longest:
                    break
            if not why and text.strip():
                if self._says(bounds, text):
                    return
                why = "it left out what was to be said"
        raise OutOfPart(f"{voice.name} stepped out of the part ({why or 'it said nothing'})")

    def _says(self, bounds: Bounds, text: str) -> bool:
        """Whether the fact or the idea of this turn, if there is one, was really told: by its meaning and by its own words."""
        intent = bounds.direction.intent
        if not (intent.fact or intent.idea):
            return True
        said = self._embedder.embed(bounds.pieces(text, SHORTEST_TOLD))
        meant = self._authored.embed(bounds.pieces(intent.line, SHORTEST_TOLD))
        shared = min(2, len(bounds.words(text) & bounds.words(intent.line)))
        needed = SAID if bounds.direction.language == ENGLISH else SAID_ELSEWHERE
        return float((said @ meant.T).max()) >= needed[shared]

    def _by_meaning(self, bounds: Bounds, sentence: str) -> str:
        """Why the sentence may not be shown for what it means: it steps out of the part, or is nearest to a fact that is not earned."""
        said = self._embedder.embed([sentence.strip()])[0]
        sayable = np.concatenate([self._authored.embed(bounds.given), self._embedder.embed(bounds.talked)])
        nearest = float(np.max(sayable @ said))
        out_of_part = float(np.max(self._authored.embed(OutOfPartWords.of().sentences) @ said))
        if out_of_part >= STEPS_OUT and out_of_part > nearest + FARTHER:
            return "it steps out of the part"
        if not bounds.unearned:
            return ""
        words = bounds.words(sentence)
        shared = np.array([min(2, len(words & own)) for own in bounds.secret_words])
        near = self._authored.embed(bounds.secrets) @ said
        tells = np.any((near >= np.array(LEAKS)[shared]) & (near > nearest + np.array(NEARER)[shared]))
        return "it says what was not earned" if tells else ""


def _whole(voice: Voice, direction: Direction) -> Iterator[str]:
    """The voice's sentences; an answer that was ended for its length ends with its last whole one."""
    with suppress(ModelTooLong):
        yield from streamed(voice.speak(direction), direction.language)


def _key(sentence: str) -> str:
    """The sentence's words alone, to know it again by; empty where it is short enough to be said twice."""
    words = re.findall(r"\w+", sentence.casefold())
    return " ".join(words) if len(words) >= SHORTEST_TOLD else ""
