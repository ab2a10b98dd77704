"""Find scenarios by a problem in a manager's own words: nearness in meaning and shared words, fused by rank.

The two rankings are fused by reciprocal rank (Cormack, Clarke, Büttcher 2009): a scenario gets 1 / (60 + rank) from each,
ranks counted from 1, so that no scale of one has to be fitted to the other's. Ranking by words counts half: managers
and authors rarely use the same ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.library.entry import Entry, Filters
from simulator.library.index import Index
from simulator.library.lexical import Lexical

__all__ = ["Filters", "Hit", "Search"]

RANK_CONSTANT = 60
WORDS_WEIGHT = 0.5
MOST_CHARACTERS = 1000
"""Of a longer query the first part is searched."""
PASSAGES = 8
"""Passages fetched for every scenario asked for: several of them may belong to one scenario."""


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

    def search(self, words: str, filters: Filters = Filters(), *, limit: int = 6) -> tuple[Hit, ...]:  # noqa: B008 - frozen
        """The scenarios that fit `words` best and pass the filters; blank words give all that pass, by title.

        Raises:
            CatalogueIndexError: the index cannot be read.
        """
        words = " ".join(words[:MOST_CHARACTERS].split())
        if not words:
            passing = sorted((entry for entry in self._entries.values() if filters.passes(entry)), key=lambda entry: entry.title.casefold())
            return tuple(Hit(scenario_id=entry.id, score=0.0, matched=entry.passages[0]) for entry in passing)
        meaning = self._by_meaning(words, filters, limit)
        shared = self._by_words(words, filters, limit)
        scores: dict[str, float] = {}
        for weight, ranking in ((1.0, meaning), (WORDS_WEIGHT, shared)):
            for rank, name in enumerate(ranking, start=1):
                scores[name] = scores.get(name, 0.0) + weight / (RANK_CONSTANT + rank)
        best = sorted(scores, key=lambda name: (-scores[name], name))[:limit]
        return tuple(Hit(scenario_id=name, score=scores[name], matched=meaning.get(name) or shared[name]) for name in best)

    def _by_meaning(self, words: str, filters: Filters, limit: int) -> dict[str, str]:
        near = self._index.nearest(words, filters=filters, limit=min(limit * PASSAGES, len(self._passages)) or 1)
        return _first((item.scenario_id, item.passage) for item in near if item.scenario_id in self._entries)

    def _by_words(self, words: str, filters: Filters, limit: int) -> dict[str, str]:
        scores = self._lexical.scores(words)
        matching = np.flatnonzero(scores)
        order = matching[np.argsort(-scores[matching], kind="stable")]
        passing = (place for place in order if filters.passes(self._entries[self._owners[place]]))
        return _first(((self._owners[place], self._passages[place]) for place in passing), most=limit * PASSAGES)


def _first(pairs: Iterable[tuple[str, str]], most: int = 10**9) -> dict[str, str]:
    """Each scenario once, with its best passage, in order; at most so many."""
    found: dict[str, str] = {}
    for name, passage in pairs:
        found.setdefault(name, passage)
        if len(found) >= most:
            break
    return found
