"""What a manager's turn is about: its segments matched by meaning to all that a scenario can answer.

Every text by which something is known becomes a vector once. A segment, read together with what the rep has just said, is about a thing
as far as its cosine to the nearest text of that thing goes, where it reaches what stands for nothing (`understanding.py`).
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.codes import Code, Move
from simulator.conversation import Segment
from simulator.hollow import bare
from simulator.language.content_words import content_words
from simulator.language.embedding import Embedder, Remembering, Vectors
from simulator.reading import AnswerKind as Kind
from simulator.reading import Deed, Query, asks, deeds, kind, query
from simulator.rep.answerable import Answerable, answerables, turns
from simulator.rep.heard import About, Heard, Subject
from simulator.rep.mentions import mentioned
from simulator.scenario.model import Scenario, Stance
from simulator.state import RepState

SURER = 0.08
"""What a turn must lie nearer than others to small talk or an invitation: a question is hardly ever one of them."""
TAKEN_UP = 2
"""Words of the rep's last line, at least half of its own, with which information gives back what was said."""
KNOWN = 0.04
"""How much nearer what the manager knows already must lie than what they do not: a question is for something new."""
BESIDE = 0.1
"""How much nearer what stands before the last question must lie to count in its place."""
MISTAKEN = 0.15
"""What a wrong picture must lie nearer than others where something is asked besides: then mostly the question counts."""
PARTING = 0.27
"""The same for a farewell that no phrase gives away: a nod is not one."""
MOST = 8
"""Things that a turn may be about; what lies farther is not looked at."""
MOST_SCENARIOS = 64
"""Scenarios whose vectors are held in memory, about 90 MB; those not met for the longest time go first."""
MOST_SEGMENTS = 8
"""A long turn is matched by its last segments: that is what the rep answers."""

MOST_WORDS = 55
"""Words of a turn that the network reads at once, about 64 tokens."""

_GIVEN_BACK = (Code.REFLECTION, Code.SUMMARY)
_CLAIMS = (Code.AFFIRMATION, Code.INFORMATION, Code.CRITICISM, Code.LEADING_QUESTION)
"""Codes of words that can hold a picture of the rep without being meant as one given back."""
_NONE = np.float32(-1.0)


def _as_heard(segment: Segment, last: str, language: str) -> Segment:
    """The segment as the rep takes it: "Take me through it" asks, "I sigh, and you put fifteen on" gives back what was just said."""
    if segment.code is Code.INSTRUCTION and asks(segment, language):
        return replace(segment, code=Code.OPEN_QUESTION)
    if segment.code is not Code.INFORMATION:
        return segment
    words, theirs = content_words(segment.text, language), content_words(last, language)
    again = len(words & theirs)
    return replace(segment, code=Code.REFLECTION) if again >= TAKEN_UP and again >= len(words) / 2 else segment


def _end(segments: Sequence[Segment]) -> str:
    """The last words of the whole turn."""
    return " ".join(" ".join(one.text for one in segments[-MOST_SEGMENTS:]).split()[-MOST_WORDS:])


def _query(question: Segment, last: str, language: str, wanted: Kind | None) -> Query | None:
    """What the question is after that no fact is; whose every word was the rep's own just now is about that, but for what lies ahead."""
    if found := query(question.text, language):
        return found
    words = content_words(question.text, language)
    own = wanted is not Kind.COMMIT and words and words <= content_words(last, language)
    return Query.OWN_WORDS if own else None


class Asker(Embedder, Protocol):
    """An embedder that reads a turn in the light of what was said before it; `nothing` is the cosine that a turn about nothing reaches."""

    @property
    def nothing(self) -> float:
        """From 0 to 1."""
        ...

    def asked(self, texts: Sequence[str], last: str) -> Vectors:
        """Vectors of a turn's stretches, each of length 1; `last` is what the rep has just said."""
        ...


@dataclass(frozen=True)
class _Known:
    """What can be answered, the vectors it is known by, shape (n, d), and the place of the thing that each row belongs to."""

    things: tuple[Answerable, ...]
    owners: NDArray[np.int64]
    vectors: Vectors

    @cached_property
    def public(self) -> NDArray[np.bool_]:
        """Which of the things the manager knows already."""
        return np.array([thing.subject is Subject.PUBLIC for thing in self.things])

    def near(self, queries: Vectors) -> NDArray[np.float32]:
        """For each thing the cosine of its nearest text to any query, shape (things,)."""
        found = np.full(len(self.things), _NONE, dtype=np.float32)
        if len(queries):
            np.maximum.at(found, self.owners, (queries @ self.vectors.T).max(axis=0))
        return found


class Matcher:
    """Matches turns to scenarios; keeps the vectors of the scenarios it has met. Safe to share between threads."""

    def __init__(self, asker: Asker, authored: Embedder | None = None) -> None:
        """Use `asker` for turns, and `authored`, the same model with a memory, for what a scenario's author wrote."""
        self._asker, self._authored = asker, authored or Remembering(asker)
        self._scenarios: OrderedDict[tuple[str, int], _Known] = OrderedDict()
        self._lock = Lock()

    @property
    def version(self) -> str:
        """Names the network that turns are understood with."""
        return self._asker.id

    def warm(self, scenario: Scenario) -> None:
        """Embed the scenario's texts now, so that the first turn need not wait for it."""
        self._of(scenario)

    def hear(self, scenario: Scenario, segments: Sequence[Segment], state: RepState | None = None, last: str = "") -> Heard:
        """Match one turn's segments, said to a rep in this state who had said `last` before."""
        segments = [_as_heard(one, last, scenario.language) for one in segments]
        questions = [one for one in segments if asks(one, scenario.language)]
        asking = frozenset(questions)  # a pasted text has thousands
        listens = {one for one in segments if one.code.move is Move.LISTEN and one.code is not Code.ACKNOWLEDGEMENT}
        asked = [one for one in segments if one in asking or one in listens or one.code is Code.PERMISSION]
        told = [one for one in segments if one.code.told and one not in asking]
        rest = [one for one in segments if one.code in (Code.SOCIAL, Code.PERMISSION, Code.ACKNOWLEDGEMENT)]
        known = self._of(scenario)
        given_back = [one for one in asked if one.code in _GIVEN_BACK]
        claims = [one for one in segments if one.code in _CLAIMS]
        whole = [replace(segments[-1], text=_end(segments))] if asked and len(segments) > 1 else []
        groups = (asked, questions[-1:], told, rest, given_back, claims, whole)
        every, last_asked, advice, other, back, claimed, together = self._near(known, groups, last)
        # What is asked last is what is answered; what stands before it leads there, and says what it means.
        names = bool(questions) and bool(content_words(questions[-1].text, scenario.language))
        near = np.maximum(np.maximum(last_asked, every - BESIDE) if names else every, together)
        about = self._about(known, near if asked else other, state)
        if not about and scenario.stance is Stance.COACH and segments and all(one.code is Code.INFORMATION for one in segments):
            about = tuple(one for one in self._about(known, advice, state) if one.subject is Subject.PUBLIC)
        about = (*self._mentioned(scenario, questions, state, last), *about)
        wanted = next((found for one in reversed(asked) if (found := kind(one, scenario.language))), None)
        turn = self._first(known, every, Subject.TURN) if asked else ""
        does = frozenset[Deed]().union(*(deeds(one, scenario.language) for one in segments))
        farewell = (
            "goodbye" in (self._first(known, every, Subject.TURN, PARTING), self._first(known, other, Subject.TURN, PARTING))
            or Deed.FAREWELL in does
        )
        wrong = self._first(known, back, Subject.WRONG, MISTAKEN if questions else 0.0)
        wrong = wrong or ("" if questions else self._first(known, claimed, Subject.WRONG))
        return Heard(
            segments=tuple(segments),
            about=about,
            kind=wanted,
            query=_query(questions[-1], last, scenario.language, wanted) if questions else None,
            asks=bool(questions),
            deeds=does,
            given=tuple(self._reached(known, advice, Subject.GIVEN)),
            misread=int(wrong) if wrong else None,
            bare=bool(segments) and all(bare(one.text) for one in segments),
            points=bool(questions) and not names,
            asks_options=wanted is Kind.OPTIONS or turn == "options",
            asks_commitment=wanted is Kind.COMMIT or turn == "commitment",
            says_goodbye=farewell and not any("?" in one.text or one.code.move is Move.ASK for one in segments),
        )

    def _mentioned(self, scenario: Scenario, questions: Sequence[Segment], state: RepState | None, last: str) -> Iterable[About]:
        """Who or what the rep has named, where that is what is asked about; by its name plainly, else as likely as anything."""
        for one in questions if scenario.mentions else ():
            found = mentioned(scenario, state.said if state else (), last, one.text, kind(one, scenario.language))
            if found:
                yield About(subject=Subject.MENTION, name=str(found[0]), closeness=1.0 if found[1] else self._asker.nothing)
                return

    def _about(self, known: _Known, near: NDArray[np.float32], state: RepState | None) -> tuple[About, ...]:
        """What the turn may be about, the likeliest first, among what can be asked about in this state."""
        found = [
            About(subject=thing.subject, name=thing.name, detail=thing.detail, closeness=float(near[place]))
            for place in np.argsort(np.where(known.public, KNOWN, 0.0) - near)[: 4 * MOST]
            if near[place] > self._asker.nothing
            and (thing := known.things[place]).subject not in (Subject.WRONG, Subject.GIVEN, Subject.TURN)
            and (thing.subject not in (Subject.ASIDE, Subject.INVITATION) or near[place] > self._asker.nothing + SURER)
            and (thing.detail is None or (state is not None and thing.name in state.out))
        ]
        return tuple(found[:MOST])

    def _reached(self, known: _Known, near: NDArray[np.float32], subject: Subject) -> Iterable[str]:
        """The names of the things of this kind that the turn reaches, the nearest first."""
        return (
            known.things[place].name
            for place in np.argsort(-near)
            if near[place] > self._asker.nothing and known.things[place].subject is subject
        )

    def _first(self, known: _Known, near: NDArray[np.float32], subject: Subject, surer: float = 0.0) -> str:
        """The name of the nearest thing of all, if it is of this kind and reached, by so much; else nothing."""
        free = [place for place, thing in enumerate(known.things) if thing.detail is None and thing.subject is not Subject.GIVEN]
        place = max(free, key=lambda place: float(near[place]))
        return known.things[place].name if near[place] > self._asker.nothing + surer and known.things[place].subject is subject else ""

    def _near(self, known: _Known, groups: Sequence[Sequence[Segment]], last: str) -> list[NDArray[np.float32]]:
        """`known.near` of each group's last segments; a segment that stands in several goes through the network once."""
        kept = [group[-MOST_SEGMENTS:] for group in groups]
        rows = {segment: row for row, segment in enumerate(dict.fromkeys(segment for group in kept for segment in group))}
        texts = [segment.text.strip() for segment in rows]
        vectors = self._asker.asked(texts, last) if texts else np.empty((0, self._asker.dimensions), dtype=np.float32)
        return [known.near(vectors[[rows[segment] for segment in group]]) for group in kept]

    def _of(self, scenario: Scenario) -> _Known:
        """What the scenario can answer, embedded when it is first wanted."""
        key = (scenario.id, hash(scenario.model_dump_json()))
        with self._lock:
            known = self._scenarios.get(key)
        # Outside the lock: a talk in another scenario does not wait for this one's texts. Two that want the same ones both embed them.
        known = known or self._known(scenario)
        with self._lock:
            self._scenarios[key] = known
            self._scenarios.move_to_end(key)
            while len(self._scenarios) > MOST_SCENARIOS:
                self._scenarios.popitem(last=False)
        return known

    def _known(self, scenario: Scenario) -> _Known:
        things = (*answerables(scenario), *turns(scenario))
        rows = [(place, text) for place, thing in enumerate(things) for text in (*thing.asks, *thing.asked, *thing.says)]
        return _Known(things, np.array([place for place, _ in rows], dtype=np.int64), self._authored.embed([text for _, text in rows]))
