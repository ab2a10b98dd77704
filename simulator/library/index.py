"""The scenarios' passages as vectors in Chroma: embedded in a folder by default, on a server with `CHROMA_URL`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromadb
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError

from simulator.embedding import Embedder
from simulator.errors import CatalogueIndexError
from simulator.library.entry import Entry, Filters

FORMAT = 1
"""Raise it when what is stored about a passage changes; everything is then indexed anew."""
BATCH = 256
"""Passages embedded and written at a time: bounds the memory, and paces the progress display."""

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
    """A passage near a query: whose it is, its text, and its cosine distance (0 is the same)."""

    scenario_id: str
    passage: str
    distance: float


class Index:
    """Keeps passages and finds the nearest. Safe to share between threads."""

    def __init__(self, embedder: Embedder, *, folder: Path, url: str = "") -> None:
        """Open the index in `folder`, or on the Chroma server at `url`.

        Raises:
            CatalogueIndexError: the folder's files are corrupt, or no server answers; nothing was deleted.
        """
        self.embedder = embedder
        self._where = url or str(folder)
        self._server = bool(url)
        with _mapped(self._where, self._server):
            client = _client(folder, url)
            self._collection = client.get_or_create_collection(
                f"scenarios-{embedder.id}", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )

    def sync(self, entries: Sequence[Entry], *, progress: Progress | None = None) -> Synced:
        """Bring the index in step: embed what is new or changed, remove what is gone, leave the rest alone.

        `progress` is told (done, all) in passages. Two syncs at a time do no harm: both write the same.
        """
        with _mapped(self._where, self._server):
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

    def nearest(self, words: str, *, filters: Filters, limit: int) -> tuple[Near, ...]:
        """The passages nearest in meaning to `words`, the nearest first."""
        return self.nearest_to(self.embedder.embed([words])[0].tolist(), filters=filters, limit=limit)

    def nearest_to(self, vector: Sequence[float], *, filters: Filters, limit: int) -> tuple[Near, ...]:
        """The same for a vector at hand."""
        with _mapped(self._where, self._server):
            found = self._collection.query(
                query_embeddings=[vector], n_results=limit, where=_where(filters), include=["documents", "metadatas", "distances"]
            )
        documents, metadatas, distances = found["documents"], found["metadatas"], found["distances"]
        if not documents or not metadatas or not distances:
            return ()
        rows = zip(documents[0], metadatas[0], distances[0], strict=True)
        return tuple(
            Near(scenario_id=str(metadata["scenario_id"]), passage=document, distance=distance) for document, metadata, distance in rows
        )

    def _kept(self) -> dict[str, dict[str, str]]:
        """The mark of every indexed passage, by scenario and key."""
        rows = self._collection.get(include=["metadatas"])
        kept: dict[str, dict[str, str]] = {}
        for key, metadata in zip(rows["ids"], rows["metadatas"] or [], strict=True):
            kept.setdefault(str(metadata["scenario_id"]), {})[key] = str(metadata["mark"])
        return kept

    def _write(self, entries: Sequence[Entry], progress: Progress | None) -> None:
        rows = [(key, passage, entry) for entry in entries for key, passage in zip(_keys(entry), entry.passages, strict=True)]
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            self._collection.upsert(
                ids=[key for key, _, _ in batch],
                documents=[passage for _, passage, _ in batch],
                embeddings=self.embedder.embed([passage for _, passage, _ in batch]),
                metadatas=[_metadata(entry) for _, _, entry in batch],
            )
            if progress:
                progress(min(start + BATCH, len(rows)), len(rows))

    def _delete(self, keys: list[str]) -> None:
        for start in range(0, len(keys), BATCH):
            self._collection.delete(ids=keys[start : start + BATCH])


def _keys(entry: Entry) -> list[str]:
    return [f"{entry.id}/{number}" for number in range(len(entry.passages))]


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


def _client(folder: Path, url: str) -> Any:
    settings = ChromaSettings(anonymized_telemetry=False)
    if url:
        address = urlsplit(url)
        port = address.port or (443 if address.scheme == "https" else 80)
        return chromadb.HttpClient(host=address.hostname or "", port=port, ssl=address.scheme == "https", settings=settings)
    folder.mkdir(parents=True, exist_ok=True)
    return chromadb.PersistentClient(path=str(folder), settings=settings)


class _mapped:  # noqa: N801 - reads as a statement: `with _mapped(...)`
    """Turns whatever Chroma raises into our error, which says where and what to do."""

    def __init__(self, where: str, server: bool) -> None:
        self._where, self._server = where, server

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is None or isinstance(error, CatalogueIndexError):
            return
        # The embedded Chroma raises its Rust side's panics as BaseException, and SQLite's complaints as several kinds.
        if not isinstance(error, (ChromaError, Exception)) and type(error).__name__ != "PanicException":
            return
        if self._server:
            text = f"The search index at {self._where} does not answer, so scenarios cannot be searched. Start that Chroma server, or leave CHROMA_URL empty to keep the index on this machine."
        else:
            text = f"The search index in {self._where} cannot be read, so scenarios cannot be searched. Move that folder away and start again: it is built anew from the scenario files. Nothing was deleted, and your talks are not kept there."
        raise CatalogueIndexError(text) from error
