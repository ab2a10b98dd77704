"""Find scenarios by a problem in a manager's own words: nearness in meaning and shared words, added up.

A scenario's nearness is that of its best passage, with the mean of its five best beside it: a need that many of its passages come
near to fits it better than one that a single passage hits. To it is added a share of its words' score (BM25, against the best of this
search), a convex combination as in Bruch, Gai, Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (2023), which keeps the
scale that fusing by rank throws away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.library.closeness import closeness
from simulator.library.entry import NO_FILTERS, Entry, Filters
from simulator.library.index import Index
from simulator.library.lexical import Lexical

__all__ = ["Filters", "Hit", "Search"]

BEST_COUNTS = 0.6
"""Of a scenario's nearness; the rest is the mean of its `MEAN_OF` best passages."""
MEAN_OF = 5
WORDS_WEIGHT = 0.2
"""What the best score by words is worth, as a cosine."""
NEXT_WORDS = 0.5
"""What a scenario's second and third passages by words add to its best."""
MOST_CHARACTERS = 1000
"""Of a longer query the first part is searched."""
PASSAGES = 16
"""Passages fetched for every scenario asked for: many of them may belong to one scenario."""
MOST_PASSAGES = 600
"""Up to so many are fetched and filtered here, which takes Chroma a quarter of the time that its own filter over 20,000 passages does."""
MOST_WORDED = 600
"""Passages by words that are looked at; of the thousands that share a common word the rest cannot come near the top."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A scenario found: its score (only to compare within one search), and the passage that matched best.

    `close` is False where it is the nearest that there is and no more: what was typed asks for nothing of its kind.
    """

    scenario_id: str
    score: float
    matched: str
    close: bool = True


class _Found(NamedTuple):
    """A scenario's score in one ranking, and its best passage there."""

    score: float
    passage: str


class Search:
    """Searches the index and the words of the same entries. Safe to share between threads."""

    def __init__(self, index: Index, entries: Sequence[Entry]) -> None:
        """`entries` are those the index was synced with."""
        self._index = index
        self._entries = {entry.id: entry for entry in entries}
        self._names = [entry.id for entry in entries]
        self._owners = np.array([place for place, entry in enumerate(entries) for _ in entry.passages], dtype=np.int64)
        self._passages = [passage for entry in entries for passage in entry.passages]
        self._lexical = Lexical(self._passages)
        self._passing = lru_cache(maxsize=64)(self._look_for_passing)
        self._mask = lru_cache(maxsize=64)(self._mask_of)

    def search(self, words: str, filters: Filters = NO_FILTERS, *, limit: int = 6) -> tuple[Hit, ...]:
        """The scenarios that fit `words` best and pass the filters; blank words give all that pass, by title.

        Raises:
            CatalogueIndexError: the index cannot be read.
        """
        words = " ".join(words[:MOST_CHARACTERS].split())
        passing = self._passing(filters)
        if not words:
            titled = sorted((self._entries[name] for name in passing), key=lambda entry: entry.title.casefold())
            return tuple(Hit(scenario_id=entry.id, score=0.0, matched=entry.passages[0]) for entry in titled)
        if not passing:
            return ()
        vector = self._index.embedder.embed([words])[0]
        meaning = self._by_meaning(vector, filters, limit)
        shared = self._by_words(words, filters, limit)
        # One that only shares words is at most as near as the farthest that was fetched.
        floor = min((found.score for found in meaning.values()), default=0.0)
        most = max((found.score for found in shared.values()), default=1.0)
        scores = {
            name: (meaning[name].score if name in meaning else floor)
            + (WORDS_WEIGHT * shared[name].score / most if name in shared else 0.0)
            for name in (*meaning, *shared)
        }
        # Of two with one score the nearer in meaning stands first: it was put in first, and sorting keeps that.
        best = sorted(scores, key=lambda name: -scores[name])[:limit]
        asks = partial(closeness().close, self._index.embedder.id, vector)
        return tuple(
            Hit(
                scenario_id=name,
                score=scores[name],
                matched=(meaning.get(name) or shared[name]).passage,
                close=asks(meaning[name].score if name in meaning else floor),
            )
            for name in best
        )

    def _look_for_passing(self, filters: Filters) -> frozenset[str]:
        return frozenset(entry.id for entry in self._entries.values() if filters.passes(entry))

    def _by_meaning(self, vector: NDArray[np.float32], filters: Filters, limit: int) -> dict[str, _Found]:
        """The nearest scenarios that pass, each with its nearness and its nearest passage.

        Filtering what an unfiltered query brings is quicker than Chroma's filter, as long as enough of it passes.
        """
        passing = self._passing(filters)
        enough = limit * PASSAGES
        fetched = enough * len(self._entries) // len(passing)
        if fetched <= MOST_PASSAGES:
            found = self._nearest(vector, passing, limit=fetched)
            if len(found) >= min(limit, len(passing)):
                return found
        return self._nearest(vector, passing, limit=enough, filters=filters)

    def _nearest(
        self, vector: NDArray[np.float32], passing: frozenset[str], *, limit: int, filters: Filters = NO_FILTERS
    ) -> dict[str, _Found]:
        near = self._index.nearest(vector, limit=limit, filters=filters)
        # Another process may have indexed scenarios that this one has not read.
        known = [item for item in near if item.scenario_id in passing and item.number < len(self._entries[item.scenario_id].passages)]
        cosines: dict[str, list[float]] = {}
        for item in known:
            cosines.setdefault(item.scenario_id, []).append(1 - item.distance)
        # A passage that was not fetched is at most as near as the last one that was.
        last = 1 - near[-1].distance if near else 0.0
        best = {item.scenario_id: self._entries[item.scenario_id].passages[item.number] for item in reversed(known)}
        count = {name: min(MEAN_OF, len(self._entries[name].passages)) for name in cosines}
        return {name: _Found(_nearness(cosines[name], last, count[name]), best[name]) for name in cosines}

    def _mask_of(self, filters: Filters) -> NDArray[np.bool_]:
        """Which scenarios pass, by their places."""
        passing = self._passing(filters)
        return np.array([name in passing for name in self._names], dtype=np.bool_)

    def _by_words(self, words: str, filters: Filters, limit: int) -> dict[str, _Found]:
        scores = self._lexical.scores(words)
        matching = np.flatnonzero(scores)
        matching = matching[self._mask(filters)[self._owners[matching]]]
        if len(matching) > MOST_WORDED:
            matching = np.sort(matching[np.argpartition(-scores[matching], MOST_WORDED)[:MOST_WORDED]])
        places: dict[str, list[int]] = {}
        for place in matching[np.argsort(-scores[matching], kind="stable")]:
            name = self._names[self._owners[place]]
            if name in places or len(places) < limit * PASSAGES:
                places.setdefault(name, []).append(int(place))
        return {name: _Found(_worded([float(scores[place]) for place in own]), self._passages[own[0]]) for name, own in places.items()}


def _nearness(cosines: Sequence[float], last: float, count: int) -> float:
    """A scenario's nearness from the cosines of its fetched passages, the best first; `count` of its passages go into the mean."""
    top = [*cosines[:count], *[last] * (count - len(cosines))]
    return BEST_COUNTS * top[0] + (1 - BEST_COUNTS) * sum(top) / count


def _worded(scores: Sequence[float]) -> float:
    """A scenario's score by words from those of its passages, the best first."""
    return scores[0] + NEXT_WORDS * sum(scores[1:3])
