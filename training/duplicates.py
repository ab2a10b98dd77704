"""Near-duplicates in the corpus: segments that say the same in nearly the same words teach nothing twice and flatter a test.

Two segments are near-duplicates where at least `ALIKE` of their character 5-grams are shared (Jaccard, Broder 1997). Segments under
`SHORTEST` words are left alone: people do say "Okay." and "How come?" again and again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import ceil
from typing import Final

from training.talks import Talk

ALIKE: Final = 0.6
SHORTEST: Final = 5
GRAM: Final = 5

Place = tuple[str, int, int]
"""Talk, turn, and which segment of the turn."""


def near_duplicates(talks: Iterable[Talk]) -> dict[Place, Place]:
    """Each segment that says again what an earlier one says, with that earlier one."""
    parts = [
        ((talk.id, turn.turn, number), _grams(part)) for talk in talks for turn in talk.turns for number, part in enumerate(turn.parts)
    ]
    often = Counter(gram for _, grams in parts for gram in grams)
    seen: list[tuple[Place, frozenset[str]]] = []
    by_gram: dict[str, list[int]] = defaultdict(list)
    again: dict[Place, Place] = {}
    for place, grams in parts:
        if not grams:
            continue
        rarest = _rarest(grams, often)
        near = {index for gram in rarest for index in by_gram.get(gram, ())}
        best = max(((len(grams & seen[index][1]) / len(grams | seen[index][1]), index) for index in near), default=(0.0, -1))
        if best[0] >= ALIKE:
            again[place] = seen[best[1]][0]
            continue
        for gram in rarest:
            by_gram[gram].append(len(seen))
        seen.append((place, grams))
    return again


def _rarest(grams: frozenset[str], often: Counter[str]) -> list[str]:
    """The grams of which two near-duplicates share at least one, whatever else they share (prefix filter, Chaudhuri et al. 2006)."""
    return sorted(grams, key=lambda gram: (often[gram], gram))[: len(grams) - ceil(ALIKE * len(grams)) + 1]


def _grams(part: str) -> frozenset[str]:
    words = re.findall(r"\w+", part.lower())
    if len(words) < SHORTEST:
        return frozenset()
    text = " ".join(words)
    return frozenset(text[start : start + GRAM] for start in range(len(text) - GRAM + 1))


def main() -> None:
    """Print every near-duplicate."""
    from training.talks import read_all

    talks = read_all()
    parts = {(turn.talk, turn.turn, number): part for talk in talks for turn in talk.turns for number, part in enumerate(turn.parts)}
    found = near_duplicates(talks)
    for place, earlier in found.items():
        print(f"{place[0]} turn {place[1]}: {parts[place]}\n    {earlier[0]} turn {earlier[1]}: {parts[earlier]}")
    print(f"{len(found)} near-duplicates among {len(parts)} segments")


if __name__ == "__main__":
    main()
