"""Find scenarios by a problem in a manager's own words: nearness in meaning and shared words, fused by rank.

The two rankings are fused by reciprocal rank (Cormack, Clarke, Büttcher 2009): a scenario gets 1 / (60 + rank) from each,
ranks counted from 1, so that no scale of one has to be fitted to the other's. Ranking by words counts half: managers
and authors rarely use the same ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.library.entry import NO_FILTERS, Entry, Filters
from simulator.library.index import Index
from simulator.library.lexical import Lexical

__all__ = ["Filters", "Hit", "Search"]

RANK_CONSTANT = 60
WORDS_WEIGHT = 0.5
MOST_CHARACTERS = 1000
"""Of a longer query the first part is searched."""
PASSAGES = 16
"""Passages fetched for every scenario asked for: many of them may belong to one scenario."""
MOST_PASSAGES = 600
"""Up to so many are fetched and filtered here, which takes Chroma a quarter of the time that its own filter over 20,000 passages does."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A scenario found: its fused score (only to compare within one search), and the passage that matched best."""

    scenario_id: str
    score: float
    matched: str


class Search:
    """Searches the index and the words of the same entries. Safe to share between threads."""

    def __init__(self, index: Index, entries: Sequence[Entry]) -> None:
        """`entries` are those the index was synced with."""
        self._index = index
        self._entries = {entry.id: entry for entry in entries}
        self._owners = [entry.id for entry in entries for _ in entry.passages]
        self._passages = [passage for entry in entries for passage in entry.passages]
        self._lexical = Lexical(self._passages)
        self._passing = lru_cache(maxsize=64)(self._look_for_passing)

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
        meaning = self._by_meaning(words, filters, limit)
        shared = self._by_words(words, passing, limit)
        scores: dict[str, float] = {}
        for weight, ranking in ((1.0, meaning), (WORDS_WEIGHT, shared)):
            for rank, name in enumerate(ranking, start=1):
                scores[name] = scores.get(name, 0.0) + weight / (RANK_CONSTANT + rank)
        # Of two with one score the nearer in meaning stands first: it was put in first, and sorting keeps that.
        best = sorted(scores, key=lambda name: -scores[name])[:limit]
        return tuple(Hit(scenario_id=name, score=scores[name], matched=meaning.get(name) or shared[name]) for name in best)

    def _look_for_passing(self, filters: Filters) -> frozenset[str]:
        return frozenset(entry.id for entry in self._entries.values() if filters.passes(entry))

    def _by_meaning(self, words: str, filters: Filters, limit: int) -> dict[str, str]:
        """The nearest scenarios that pass, each with its nearest passage.

        Filtering what an unfiltered query brings is quicker than Chroma's filter, as long as enough of it passes.
        """
        vector = self._index.embedder.embed([words])[0]
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
    ) -> dict[str, str]:
        near = self._index.nearest(vector, limit=limit, filters=filters)
        # Another process may have indexed scenarios that this one has not read.
        known = (
            (item.scenario_id, self._entries[item.scenario_id].passages[item.number :]) for item in near if item.scenario_id in passing
        )
        return _first((name, passages[0]) for name, passages in known if passages)

    def _by_words(self, words: str, passing: frozenset[str], limit: int) -> dict[str, str]:
        scores = self._lexical.scores(words)
        matching = np.flatnonzero(scores)
        order = matching[np.argsort(-scores[matching], kind="stable")]
        pairs = ((self._owners[place], self._passages[place]) for place in order)
        return _first(((name, passage) for name, passage in pairs if name in passing), most=limit * PASSAGES)


def _first(pairs: Iterable[tuple[str, str]], most: int = 10**9) -> dict[str, str]:
    """Each scenario once, with its best passage, in order; at most so many."""
    found: dict[str, str] = {}
    for name, passage in pairs:
        found.setdefault(name, passage)
        if len(found) >= most:
            break
    return found
