"""Phrases as a person writes them, put together to one pattern.

"good/great question" stands for two phrases; a word that ends in * may go on ("coach*" finds "coaching"). Case does not count, and ’ is '.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Kind = TypeVar("Kind", bound=Hashable)


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases, as whole words; of no phrases nothing."""
    found = "|".join(r"\s+".join(map(_word, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{found})" if found else r"(?!)", re.IGNORECASE)


def _word(written: str) -> str:
    one_of = (re.escape(one.rstrip("*")) + ("" if one.endswith("*") else r"(?!\w)") for one in written.split("/"))
    return f"(?:{'|'.join(one_of)})".replace("'", "['’]")


class Finder(Generic[Kind]):
    """Finds phrases of some kinds among words in small letters, at one look a word, however many there are; no word of theirs may go on."""

    def __init__(self, phrases: Mapping[Kind, Iterable[str]]) -> None:
        """`phrases` are as `pattern` takes them, by their kinds."""
        self._by_first: dict[str, list[tuple[Kind, tuple[frozenset[str], ...]]]] = {}
        for kind, some in phrases.items():
            for phrase in some:
                first, *rest = (frozenset(word.split("/")) for word in phrase.casefold().split())
                for word in first:
                    self._by_first.setdefault(word, []).append((kind, tuple(rest)))

    def found(self, words: Sequence[str]) -> Iterator[tuple[Kind, int, int]]:
        """Each phrase that stands there: its kind, and the places of its first word and of the first behind it."""
        for start, word in enumerate(words):
            for kind, rest in self._by_first.get(word, ()):
                end = start + 1 + len(rest)
                if end <= len(words) and all(one in some for one, some in zip(words[start + 1 : end], rest, strict=True)):
                    yield kind, start, end
