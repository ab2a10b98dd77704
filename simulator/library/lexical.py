"""BM25 over the same passages: finds the rare word that a vector blurs ("POC", "Salesforce", a product's name).

Okapi BM25 as in Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with k1 = 1.2 and b = 0.75.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.language.content_words import stem
from simulator.language.languages import Common

K1 = 1.2
B = 0.75
MOST_WORDS = 64
"""A query is cut there: a page of text has no rarer words than its first lines."""

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The text's words in lower case, cut back to their stems, the commonest ones left out."""
    common = Common.of().commonest
    return [stem(word) for word in _WORD.findall(text.casefold()) if word not in common]


class Lexical:
    """An inverted index in memory. Frozen once built."""

    def __init__(self, passages: Sequence[str]) -> None:
        """Index the passages; a result names them by their place here."""
        counts = [Counter(words(passage)) for passage in passages]
        lengths = np.array([sum(count.values()) for count in counts], dtype=np.float32)
        mean = float(lengths.mean()) if len(lengths) else 1.0
        norm = K1 * (1 - B + B * lengths / max(mean, 1e-9))
        postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, count in enumerate(counts):
            for word, times in count.items():
                postings[word].append((place, times))
        self._size = len(counts)
        self._postings: dict[str, tuple[NDArray[np.int64], NDArray[np.float32]]] = {}
        for word, rows in postings.items():
            places = np.array([place for place, _ in rows], dtype=np.int64)
            times_ = np.array([times for _, times in rows], dtype=np.float32)
            rarity = np.log(1 + (self._size - len(rows) + 0.5) / (len(rows) + 0.5))
            self._postings[word] = (places, (rarity * times_ * (K1 + 1) / (times_ + norm[places])).astype(np.float32))

    def scores(self, query: str) -> NDArray[np.float32]:
        """BM25 of every passage, shape (n,); zero where no word is shared."""
        scores = np.zeros(self._size, dtype=np.float32)
        for word in dict.fromkeys(words(query)[:MOST_WORDS]):
            if word in self._postings:
                places, weights = self._postings[word]
                scores[places] += weights
        return scores
