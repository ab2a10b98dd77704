"""The scenarios as their files stand now: what a trainer edits, adds or takes away is seen without a restart."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from simulator.library.catalogue import Catalogue, load
from simulator.library.check import Checked, read_file
from simulator.library.entry import entry
from simulator.library.index import Index, Progress
from simulator.library.search import Search
from simulator.scenario.model import Scenario

PAUSE = 1.0
"""Seconds between two looks at the files: a look at 5,000 of them takes a fiftieth of that."""

_Stamp = tuple[int, int, int, int]


@dataclass(frozen=True)
class _Read:
    stamp: _Stamp | None
    checked: Checked


class Shelf:
    """Scenario folders and the search over them, read anew where a file has changed. Safe to share between threads."""

    def __init__(self, folders: Sequence[Path], index: Index, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Read the folders; the index is brought in step when something is first searched."""
        self._folders, self._index, self._clock = tuple(folders), index, clock
        self._read: dict[Path, _Read] = {}
        self._looking, self._indexing = Lock(), Lock()
        self._catalogue = Catalogue(scenarios=())
        self._catalogue = self._load()
        self._looked = clock()
        self._search: tuple[Catalogue, Search] | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The scenarios there are; the same object as long as no file has changed."""
        # Whoever comes while another looks goes on with what was there.
        if self._clock() - self._looked >= PAUSE and self._looking.acquire(blocking=False):
            try:
                self._catalogue = self._load()
                self._looked = self._clock()
            finally:
                self._looking.release()
        return self._catalogue

    @property
    def search(self) -> Search:
        """The search over the scenarios there are; CatalogueIndexError where the index cannot be brought in step."""
        return self.indexed()

    def indexed(self, progress: Progress | None = None) -> Search:
        """As `search`; `progress` is told (done, all) in passages while the index is brought in step."""
        catalogue, found = self.catalogue, self._search
        if found and found[0] is catalogue:
            return found[1]
        if not self._indexing.acquire(blocking=found is None):
            assert found
            return found[1]
        try:
            if not (self._search and self._search[0] is catalogue):
                entries = [entry(scenario) for scenario in catalogue.scenarios]
                self._index.sync(entries, progress=progress)
                self._search = (catalogue, Search(self._index, entries))
            return self._search[1]
        finally:
            self._indexing.release()

    def get(self, scenario_id: str) -> Scenario:
        """The scenario of that id; ScenarioError if there is none."""
        return self.catalogue.get(scenario_id)

    def _load(self) -> Catalogue:
        """The catalogue, from memory where nothing has changed: a file is read again only under another stamp."""
        read: dict[Path, _Read] = {}

        def from_memory(path: Path) -> Checked:
            stamp = _stamp(path)
            known = self._read.get(path)
            # The stamp is older than what is read, never newer: a change in between is seen at the next look.
            read[path] = known if known and known.stamp == stamp else _Read(stamp, read_file(path))
            return read[path].checked

        loaded = load(self._folders, read=from_memory)
        self._read = read
        return self._catalogue if loaded == self._catalogue else loaded


def _stamp(path: Path) -> _Stamp | None:
    """What tells one state of a file from another: its times, its size and which file it is; None where it cannot be seen."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino
