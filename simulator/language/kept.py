"""Vectors of texts that are wanted again after a restart, kept in a file by the text's hash.

For what authors wrote: cues, facts, standing questions. Nothing that a person says in a talk is put there. The file is a cache: it is
shared by every process, holds the latest `MOST` texts, and one that cannot be read is thrown away and made anew.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

import numpy as np

from simulator.language.embedding import Embedder, Vectors

MOST: Final = 50_000
"""Texts kept, about 80 MB; the ones kept first go first. A scenario has about 200."""
PATIENCE: Final = 1.0
"""Seconds to wait while another process writes; then the texts are embedded as if there were no file."""
_AT_A_TIME: Final = 500
_NOT_THE_FILES_FAULT: Final = frozenset(
    (
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM),
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT),
    )
)
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS vectors (place INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL)"
)

_T = TypeVar("_T")


class Kept:
    """An embedder that looks into the file first. Safe to share between threads and processes; trouble with the file is never an error."""

    def __init__(self, embedder: Embedder, file: Path, most: int = MOST) -> None:
        """Keep up to `most` vectors of `embedder` in `file`, which is made when it is first written."""
        self._embedder, self._file, self._most = embedder, file, most
        self.id, self.dimensions = embedder.id, embedder.dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As `Embedder.embed`."""
        keys = {text: sha256(f"{self.id}\0{text}".encode("utf-8", "surrogatepass")).digest() for text in texts}
        found = self._tried(lambda file: self._read(file, list(keys.values())), make=False) or {}
        new = [text for text, key in keys.items() if key not in found]
        if new:
            fresh = {keys[text]: vector for text, vector in zip(new, self._embedder.embed(new), strict=True)}
            self._tried(lambda file: self._write(file, fresh), make=True)
            found = found | fresh
        return np.array([found[keys[text]] for text in texts], dtype=np.float32).reshape(len(texts), self.dimensions)

    def _tried(self, work: Callable[[sqlite3.Connection], _T], *, make: bool) -> _T | None:
        """What comes of one reading or writing; None where the file is not to be had."""
        try:
            if make:
                self._file.parent.mkdir(parents=True, exist_ok=True)
            address = f"{self._file.absolute().as_uri()}?mode={'rwc' if make else 'rw'}"
            with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE)) as file:
                return work(file)
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF not in _NOT_THE_FILES_FAULT:
                self._throw_away()
        except OSError:
            pass
        return None

    def _read(self, file: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        rows: dict[bytes, bytes] = {}
        for start in range(0, len(keys), _AT_A_TIME):
            some = keys[start : start + _AT_A_TIME]
            rows.update(file.execute(f"SELECT key, vector FROM vectors WHERE key IN ({','.join('?' * len(some))})", some))  # noqa: S608 - question marks alone
        vectors = {
            key: np.frombuffer(data, dtype="<f4")
            for key, data in rows.items()
            if isinstance(data, bytes) and len(data) == 4 * self.dimensions
        }
        # A vector that has not the length of one is damaged, and is made anew.
        return {key: vector for key, vector in vectors.items() if abs(float(vector @ vector) - 1) < 1e-3}

    def _write(self, file: sqlite3.Connection, fresh: dict[bytes, Vectors]) -> None:
        with file:
            file.execute(_TABLE)
            rows = [(key, vector.astype("<f4").tobytes()) for key, vector in fresh.items()]
            file.executemany("INSERT OR REPLACE INTO vectors (key, vector) VALUES (?, ?)", rows)
            file.execute("DELETE FROM vectors WHERE place <= (SELECT max(place) FROM vectors) - ?", [self._most])

    def _throw_away(self) -> None:
        for path in (self._file, self._file.with_name(f"{self._file.name}-journal")):
            with suppress(OSError):
                path.unlink(missing_ok=True)
