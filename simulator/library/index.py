"""The scenarios' passages as vectors in Chroma: embedded in a folder by default, on a server with `CHROMA_URL`."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.language.embedding import Embedder
from simulator.library.chroma import ChromaError, connected
from simulator.library.entry import NO_FILTERS, Entry, Filters
from simulator.library.errors import is_in_use, mapped
from simulator.library.lock import one_at_a_time

FORMAT = 1
"""Raise it when what is stored about a passage changes; everything is then indexed anew."""
BATCH = 256
"""Passages embedded and written at a time: bounds the memory, and paces the progress display."""
WAITS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""Seconds between the tries of a query while another process writes."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class Synced:
    """What a sync did, counted in scenarios."""

    added: int
    changed: int
    removed: int
    unchanged: int


@dataclass(frozen=True, kw_only=True)
class Near:
    """A passage near a query: whose it is, its place among that scenario's passages, and its cosine distance (0 is the same)."""

    scenario_id: str
    number: int
    distance: float


class Index:
    """Keeps a library's passages and finds the nearest. Safe to share between threads."""

    def __init__(self, embedder: Embedder, *, folder: Path, url: str = "", library: str = "") -> None:
        """Open the index in `folder`, or on the Chroma server at `url`.

        `library` tells the libraries of one index apart: what a sync finds gone is removed from its own library alone.

        Raises:
            CatalogueIndexError: the folder's files are corrupt, or no server answers; nothing was deleted.
        """
        self.embedder = embedder
        self._url = url
        self._folder = None if url else folder
        name = f"scenarios-{embedder.id}" + (f"-{sha256(library.encode('utf-8', 'replace')).hexdigest()[:16]}" if library else "")
        # All that is asked for here is fixed, so whatever goes wrong is Chroma's or the system's.
        with self._told(opening=True), one_at_a_time(self._folder):
            self._collection = connected(folder, url).get_or_create_collection(
                name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )

    def sync(self, entries: Sequence[Entry], *, progress: Progress | None = None) -> Synced:
        """Bring the index in step: embed what is new or changed, remove what is gone, leave the rest alone.

        `progress` is told (done, all) in passages. Two syncs at a time do no harm: the second waits, and finds the work done.
        """
        with self._alone():
            kept = self._kept()
            wanted = {entry.id for entry in entries}
            # A sync that was cut off left some passages of a scenario: it is whole only when all are there, all alike.
            fresh = [entry for entry in entries if kept.get(entry.id) != dict.fromkeys(_keys(entry), _mark(entry))]
            changed = sum(entry.id in kept for entry in fresh)
            gone = [name for name in kept if name not in wanted]
            old = {key for name in [*gone, *(entry.id for entry in fresh)] for key in kept.get(name, {})}
            self._write(fresh, progress)
            self._delete(sorted(old - {key for entry in fresh for key in _keys(entry)}))
            return Synced(added=len(fresh) - changed, changed=changed, removed=len(gone), unchanged=len(entries) - len(fresh))

    def nearest(self, vector: NDArray[np.float32], *, limit: int, filters: Filters = NO_FILTERS) -> tuple[Near, ...]:
        """The passages nearest to a vector of shape (dimensions,), the nearest first."""
        with self._told():
            # The keys say all that is needed; fetching texts and labels as well doubles the time.
            found = self._query(query_embeddings=[vector], n_results=limit, where=_where(filters), include=["distances"])
        keys, distances = found["ids"][0], (found["distances"] or [[]])[0]
        return tuple(_near(key, distance) for key, distance in zip(keys, distances, strict=True))

    def _told(self, *, opening: bool = False) -> AbstractContextManager[None]:
        return mapped(self._url or str(self._folder), server=bool(self._url), opening=opening)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Inside the lock; an error of the body is not told as one of the lock."""
        with ExitStack() as held:
            with self._told():
                held.enter_context(one_at_a_time(self._folder))
            yield

    def _query(self, **query: Any) -> Any:
        """Chroma's query, tried again while another process writes: a query writes a little too, and SQLite lets one do so."""
        for wait in WAITS:
            try:
                return self._collection.query(**query)
            except ChromaError as error:
                if not is_in_use(error):
                    raise
                time.sleep(wait)
        return self._collection.query(**query)

    def _kept(self) -> dict[str, dict[str, str]]:
        """The mark of every indexed passage, by scenario and key."""
        with self._told():
            rows = self._collection.get(include=["metadatas"])
        kept: dict[str, dict[str, str]] = {}
        for key, metadata in zip(rows["ids"], rows["metadatas"] or [], strict=True):
            known = metadata or {}
            kept.setdefault(str(known.get("scenario_id")), {})[key] = str(known.get("mark"))
        return kept

    def _write(self, entries: Sequence[Entry], progress: Progress | None) -> None:
        rows = [(key, passage, entry) for entry in entries for key, passage in zip(_keys(entry), entry.passages, strict=True)]
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            columns = {
                "ids": [key for key, _, _ in batch],
                "documents": [passage for _, passage, _ in batch],
                "embeddings": self.embedder.embed([passage for _, passage, _ in batch]),
                "metadatas": [_metadata(entry) for _, _, entry in batch],
            }
            with self._told():
                self._collection.upsert(**columns)
            if progress:
                progress(min(start + BATCH, len(rows)), len(rows))

    def _delete(self, keys: list[str]) -> None:
        for start in range(0, len(keys), BATCH):
            with self._told():
                self._collection.delete(ids=keys[start : start + BATCH])


def _keys(entry: Entry) -> list[str]:
    return [f"{entry.id}/{number}" for number in range(len(entry.passages))]


def _near(key: str, distance: float) -> Near:
    scenario_id, _, number = key.rpartition("/")
    return Near(scenario_id=scenario_id, number=int(number), distance=distance)


def _mark(entry: Entry) -> str:
    return f"{FORMAT}:{entry.hash}"


def _metadata(entry: Entry) -> dict[str, Any]:
    return {
        "scenario_id": entry.id,
        "mark": _mark(entry),
        "stance": entry.stance.value,
        "difficulty": entry.difficulty,
        "language": entry.language,
        "skills": list(entry.skills),
    }


def _where(filters: Filters) -> dict[str, Any] | None:
    terms: list[dict[str, Any]] = []
    if filters.skill:
        terms.append({"skills": {"$contains": filters.skill}})
    if filters.stance:
        terms.append({"stance": filters.stance.value})
    if filters.language:
        terms.append({"language": filters.language})
    if filters.difficulty:
        terms += [{"difficulty": {"$gte": filters.difficulty[0]}}, {"difficulty": {"$lte": filters.difficulty[1]}}]
    return None if not terms else terms[0] if len(terms) == 1 else {"$and": terms}
