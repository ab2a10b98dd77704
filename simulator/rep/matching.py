"""What a manager's turn is about: its segments matched by meaning to a scenario's facts and ideas.

Every cue of a scenario becomes a vector once. A segment touches a fact when its cosine to that fact's nearest cue
reaches `TOPIC`, and an idea likewise; questions that name no topic ("What else?") are told from the rest by a few
standing cues of their own (`standing.py`).
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from simulator.codes import Code, Move
from simulator.conversation import Segment
from simulator.language.embedding import Embedder
from simulator.rep.heard import Heard
from simulator.rep.standing import Standing
from simulator.rep.temper import GIVEN_BACK
from simulator.scenario.model import Scenario

TOPIC = 0.50
"""Cosine from which a segment is about a fact or an idea."""
GIVEN = 0.58
"""Cosine from which advice gives one of the rep's ideas away; higher, because all advice in a talk shares its topic."""
STANDING = 0.62
"""Cosine from which a segment is one of the standing questions below."""
MISREAD = 0.55
"""Cosine from which what was given back is one of the scenario's wrong pictures, if it is nearer to that than to any fact."""
BEST, MIDDLE = 0.7, 0.25
"""Of two facts that a turn touches the closer is told by its best text, its next two, and the middle of all its texts, weighed so."""
MOST_SCENARIOS = 64
"""Scenarios whose cues are held in memory, about 25 MB; those not met for the longest time go first."""
MOST_SEGMENTS = 8
"""A long turn is matched by its last segments: that is what the rep answers."""


@dataclass(frozen=True)
class _Cues:
    """Cue vectors, shape (n, d), and whose each row is; `about` are more texts of the same owners, such as a fact's own words."""

    owners: tuple[str, ...]
    vectors: NDArray[np.float32]
    about_owners: tuple[str, ...] = ()
    about: NDArray[np.float32] | None = None

    def near(self, queries: NDArray[np.float32], floor: float) -> dict[str, float]:
        """Owners that some query reaches, the closest first, each with its best cosine to a cue.

        What is reached is decided by the best cue alone. Which owner is the closest is decided by all that is known of it: its best
        texts and their middle.
        """
        if not len(queries) or not self.owners:
            return {}
        nearest: dict[str, float] = {}
        for owner, cosine in zip(self.owners, (queries @ self.vectors.T).max(axis=0), strict=True):
            nearest[owner] = max(nearest.get(owner, -1.0), float(cosine))
        reached = [owner for owner, cosine in nearest.items() if cosine >= floor]
        closeness = {owner: self._closeness(queries, owner) for owner in reached} if len(reached) > 1 else {}
        return {owner: nearest[owner] for owner in sorted(reached, key=lambda name: -closeness.get(name, 0.0))}

    def _closeness(self, queries: NDArray[np.float32], owner: str) -> float:
        own = self.vectors[[one == owner for one in self.owners]]
        if self.about is not None:
            own = np.concatenate([own, self.about[[one == owner for one in self.about_owners]]])
        middle = own.mean(axis=0)
        cosines = np.sort(queries @ own.T, axis=1)[:, ::-1]
        best = BEST * cosines[:, 0] + (1 - BEST) * cosines[:, 1:3].mean(axis=1) if own.shape[0] > 1 else cosines[:, 0]
        return float(((1 - MIDDLE) * best + MIDDLE * (queries @ (middle / max(float(np.linalg.norm(middle)), 1e-9)))).max())


@dataclass(frozen=True)
class _Topics:
    facts: _Cues
    ideas: _Cues
    told: _Cues
    misread: _Cues


class Matcher:
    """Matches turns to scenarios; keeps the cue vectors of the scenarios it has met. Safe to share between threads."""

    def __init__(self, embedder: Embedder, authored: Embedder | None = None) -> None:
        """Use `embedder` for turns, and `authored`, the same model with a memory, for what a scenario's author wrote."""
        self._embedder, self._authored = embedder, authored or embedder
        self._topics: OrderedDict[tuple[str, int], _Topics] = OrderedDict()
        self._standing: dict[str, _Cues] = {}
        self._lock = Lock()

    def warm(self, scenario: Scenario) -> None:
        """Embed the scenario's cues now, so that the first turn need not wait for it."""
        self._of(scenario)

    def hear(self, scenario: Scenario, segments: Sequence[Segment]) -> Heard:
        """Match one turn's segments."""
        asked = [
            segment for segment in segments if segment.code.move in (Move.ASK, Move.LISTEN) and segment.code is not Code.ACKNOWLEDGEMENT
        ]
        told = [segment for segment in segments if segment.code.told]
        rest = [segment for segment in segments if segment.code in (Code.SOCIAL, Code.PERMISSION, Code.ACKNOWLEDGEMENT)]
        queries, advice, other = self._embed(asked), self._embed(told), self._embed(rest)
        back = self._embed([segment for segment in asked if segment.code in GIVEN_BACK])
        topics, standing = self._of(scenario)
        kinds, told_kinds, rest_kinds = (standing.near(vectors, STANDING) for vectors in (queries, advice, other))
        facts, ideas = topics.facts.near(queries, TOPIC), topics.ideas.near(queries, TOPIC)
        closest = max(facts.values(), default=0.0)
        return Heard(
            segments=tuple(segments),
            topics=tuple(facts),
            # A question nearer to a fact asks what is, not what could be done.
            invited=tuple(name for name, cosine in ideas.items() if cosine > closest),
            given=tuple(topics.told.near(advice, GIVEN)),
            misread=_misread(topics, back),
            asks_options="options" in kinds,
            asks_commitment="commitment" in kinds or "commitment" in told_kinds,
            says_goodbye=any("goodbye" in found for found in (kinds, told_kinds, rest_kinds))
            and not self._asks_more(asked, queries, standing),
        )

    def closest(self, scenario: Scenario, text: str) -> str:
        """The id of the fact that is closest to a text, however far it is."""
        topics, _ = self._of(scenario)
        return next(iter(topics.facts.near(self._embedder.embed([text]), -1.0)))

    def _asks_more(self, asked: Sequence[Segment], queries: NDArray[np.float32], standing: _Cues) -> bool:
        """Whether something is asked that is no farewell: "See you on Thursday?" asks nothing."""
        pairs = zip(asked[-MOST_SEGMENTS:], queries, strict=True)
        return any(one.code.move is Move.ASK and "goodbye" not in standing.near(vector[None], STANDING) for one, vector in pairs)

    def _embed(self, segments: Sequence[Segment]) -> NDArray[np.float32]:
        texts = [segment.text.strip() for segment in segments[-MOST_SEGMENTS:]]
        return self._embedder.embed(texts) if texts else np.empty((0, self._embedder.dimensions), dtype=np.float32)

    def _cues(self, groups: Sequence[tuple[str, Sequence[str]]], about: Sequence[tuple[str, Sequence[str]]] = ()) -> _Cues:
        rows, more = ([(owner, text) for owner, texts in some for text in texts] for some in (groups, about))
        return _Cues(
            owners=tuple(owner for owner, _ in rows),
            vectors=self._authored.embed([text for _, text in rows]),
            about_owners=tuple(owner for owner, _ in more),
            about=self._authored.embed([text for _, text in more]) if more else None,
        )

    def _of(self, scenario: Scenario) -> tuple[_Topics, _Cues]:
        """The scenario's cues and the standing ones of its language, embedded when they are first wanted."""
        key = (scenario.id, hash(scenario.model_dump_json()))
        with self._lock:
            topics, standing = self._topics.get(key), self._standing.get(scenario.language)
        # Outside the lock: a talk in another scenario does not wait for this one's cues. Two that want the same ones both embed them.
        topics = topics or self._topics_of(scenario)
        standing = standing or self._cues(list(Standing.of(scenario.language)))
        with self._lock:
            self._topics[key] = topics
            self._topics.move_to_end(key)
            while len(self._topics) > MOST_SCENARIOS:
                self._topics.popitem(last=False)
            self._standing[scenario.language] = standing
        return topics, standing

    def _topics_of(self, scenario: Scenario) -> _Topics:
        return _Topics(
            facts=self._cues(
                [(fact.id, [*fact.cues, fact.opener]) for fact in scenario.facts],
                [(fact.id, [fact.summary, *fact.lines]) for fact in scenario.facts],
            ),
            ideas=self._cues([(idea.id, idea.cues) for idea in scenario.ideas]),
            told=self._cues([(idea.id, idea.told) for idea in scenario.ideas]),
            misread=self._cues([(str(place), misreading.heard) for place, misreading in enumerate(scenario.misreadings)]),
        )


def _misread(topics: _Topics, back: NDArray[np.float32]) -> int | None:
    """The place of the wrong picture that was given back, or None."""
    for vector in back:
        wrong = topics.misread.near(vector[None], MISREAD)
        right = topics.facts.near(vector[None], -1.0)
        if wrong and next(iter(wrong.values())) > next(iter(right.values()), -1.0):
            return int(next(iter(wrong)))
    return None
