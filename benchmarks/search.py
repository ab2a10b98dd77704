"""Search over 10,000 generated scenarios, side by side with a bare Chroma query over the same collection.

    python -m benchmarks.search [--scenarios 10000] [--queries 300]

Each scenario has one passage or two, in turns, as the index keeps them: a symptom, or its title as well. Both sides are
timed in turns, in one run, for the same words, and both embed those words anew each time; their time without the
embedding is printed below. The bare query asks for as many rows as the search returns scenarios, with their texts.

Exit code 1 if a target is missed: p95 of the search under 20 ms and at most 2 times that of the bare query, or, for more than 10,000
scenarios, p95 under 50 ms.
"""

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings as ChromaSettings

from simulator.language.embedding import Embedder, MiniLM, Vectors, bundled
from simulator.library.entry import Entry
from simulator.library.index import Index
from simulator.library.search import Filters, Search
from simulator.scenario.model import Stance

LIMIT = 6
WARM_UP = 20
P95_TARGET = 20.0
RATIO_TARGET = 2.0
LARGE = 10_000
LARGE_P95_TARGET = 50.0

WHO = (
    "my best rep",
    "the new hire",
    "our key account manager",
    "the team lead in the north",
    "a senior seller",
    "the inside rep",
    "our partner manager",
    "the youngest of the team",
)
WHAT = (
    "keeps moving the forecast to next month", "will not share a contact with anybody", "talks of leaving after the bonus",
    "skips the discovery call",
    "gives a discount before anyone asks", "writes nothing into the system", "loses every deal at procurement", "is late with each quote",
    "fights with the marketing people", "never asks for the decision maker", "calls the same friendly buyer all day",
    "promises features we do not have",
    "has gone quiet in the meetings", "refuses to cold call", "hides a deal that is dying", "does not follow up after a demo",
    "cannot explain the price", "blames the product for each loss", "works every weekend", "waits to be told what to do",
)  # fmt: skip
WHERE = (
    "in the packaging trade", "with the hospitals", "in public tenders", "in the steel market", "with two big retailers",
    "in Portugal", "along the coast",
    "in the school segment", "with software firms", "among the dairies", "in the freight business", "with the utilities",
    "in the east", "at our largest customer",
)  # fmt: skip
SINCE = (
    "since the merger",
    "since spring",
    "after the price rise",
    "for three quarters",
    "since I took the team over",
    "after a lost tender",
    "since the territory change",
    "for weeks",
)
SO = (
    "and I do not know why",
    "and the team notices",
    "and my boss asks every Monday",
    "and I have said so often enough",
    "and customers complain",
    "and I fear for the quarter",
)
SKILLS = ("forecasting", "listening", "retention", "change", "prospecting", "negotiation", "follow-through", "teamwork")
PRODUCTS = ("Alder", "Basalt", "Cobalt", "Delphi", "Ember", "Fathom", "Garnet", "Halcyon", "Indigo", "Juniper")


class Quick:
    """The bundled embedder on two threads, for the indexing, which is not what is measured; single texts it embeds once and remembers."""

    id, dimensions = MiniLM.id, MiniLM.dimensions

    def __init__(self) -> None:
        self._known: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As `Embedder.embed`."""
        if len(texts) == 1:
            if texts[0] not in self._known:
                self._known[texts[0]] = bundled().embed(texts)
            return self._known[texts[0]]
        middle = len(texts) // 2
        with ThreadPoolExecutor(2) as pool:
            return np.vstack(list(pool.map(bundled().embed, (texts[:middle], texts[middle:]))))


@dataclass(frozen=True, kw_only=True)
class Timing:
    """Milliseconds of many calls."""

    name: str
    spent: list[float]

    @property
    def p50(self) -> float:
        """The middle one."""
        return statistics.median(self.spent)

    @property
    def p95(self) -> float:
        """All but a twentieth take no longer."""
        return statistics.quantiles(self.spent, n=20)[-1]

    def __str__(self) -> str:
        return f"  {self.name:14} p50 {self.p50:6.2f} ms   p95 {self.p95:6.2f} ms"


def sentence(dice: random.Random) -> str:
    """One symptom, such as managers put it."""
    words = " ".join(dice.choice(part) for part in (WHO, WHAT, WHERE, SINCE, SO))
    return f"{words[0].upper()}{words[1:]}."


def generate(count: int, dice: random.Random) -> list[Entry]:
    """So many scenarios as the search sees them."""
    entries = []
    for number in range(count):
        title = f"{dice.choice(PRODUCTS)} {number}: {dice.choice(WHAT)} {dice.choice(WHERE)}"
        entries.append(
            Entry(
                id=f"generated-{number}",
                title=title,
                passages=(sentence(dice), title)[: 1 + number % 2],
                stance=dice.choice(list(Stance)),
                difficulty=dice.randint(1, 5),
                language="en",
                skills=tuple(dice.sample(SKILLS, 2)),
            )
        )
    return entries


def query(dice: random.Random) -> str:
    """A need in a manager's words: parts of several symptoms, sometimes with a name in it."""
    parts = [dice.choice(WHO), dice.choice(WHAT), dice.choice((*WHERE, *SINCE, *PRODUCTS))]
    return " ".join(parts[: dice.randint(1, 3)])


def measure(ours: Callable[[str], Any], bare: Callable[[str], Any], queries: Sequence[str]) -> tuple[Timing, Timing]:
    """Time both for each query, each going first every other time."""
    spent: dict[Callable[[str], Any], list[float]] = {ours: [], bare: []}
    for number, words in enumerate(queries):
        for call in (ours, bare) if number % 2 else (bare, ours):
            start = time.perf_counter()
            call(words)
            spent[call].append((time.perf_counter() - start) * 1000)
    return Timing(name="search", spent=spent[ours][WARM_UP:]), Timing(name="bare Chroma", spent=spent[bare][WARM_UP:])


def compare(title: str, folder: Path, embedder: Embedder, entries: Sequence[Entry], queries: Sequence[str], filters: Filters) -> bool:
    """Print one comparison; whether both targets are met."""
    search = Search(Index(embedder, folder=folder), entries)
    client = chromadb.PersistentClient(path=str(folder), settings=ChromaSettings(anonymized_telemetry=False))
    collection = client.get_collection(f"scenarios-{embedder.id}", embedding_function=None)
    where: Any = {"stance": filters.stance.value} if filters.stance else None

    def ours(words: str) -> object:
        return search.search(words, filters, limit=LIMIT)

    def bare(words: str) -> object:
        return collection.query(query_embeddings=embedder.embed([words]), n_results=LIMIT, where=where)

    mine, theirs = measure(ours, bare, queries)
    ratio = mine.p95 / theirs.p95
    large = len(entries) > LARGE
    print(f"{title}\n{mine}\n{theirs}\n  ratio          p50 {mine.p50 / theirs.p50:6.2f}      p95 {ratio:6.2f}")
    return mine.p95 < LARGE_P95_TARGET if large else mine.p95 < P95_TARGET and ratio <= RATIO_TARGET


def main() -> int:
    """Build the index, measure, print."""
    parser = argparse.ArgumentParser(description="Search against a bare Chroma query.")
    parser.add_argument("--scenarios", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=300)
    options = parser.parse_args()
    dice = random.Random(7)
    entries = generate(options.scenarios, dice)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        quick = Quick()
        Index(quick, folder=folder).sync(entries, progress=_progress)
        passages = sum(len(entry.passages) for entry in entries)
        taken = time.perf_counter() - start
        print(f"\n{len(entries):,} scenarios, {passages:,} passages, indexed in {taken:.0f} s, most memory {_peak():.0f} MB", flush=True)
        queries = [query(dice) for _ in range(options.queries + WARM_UP)]
        for words in queries:
            quick.embed([words])
        met = compare("with the embedding of the words, on both sides", folder, bundled(), entries, queries, Filters())
        compare("without it, on both sides", folder, quick, entries, queries, Filters())
        met &= compare("filtered by stance, with the embedding", folder, bundled(), entries, queries, Filters(stance=Stance.LEAD))
    target = (
        f"{LARGE_P95_TARGET:g} ms" if options.scenarios > LARGE else f"{P95_TARGET:g} ms and at most {RATIO_TARGET:g} times a bare query"
    )
    print(f"p95 under {target}: {'met' if met else 'MISSED'}")
    return 0 if met else 1


def _peak() -> float:
    """The most memory this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _progress(done: int, total: int) -> None:
    print(f"\rindexing {done:,} of {total:,}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
