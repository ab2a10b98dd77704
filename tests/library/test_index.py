"""The index on a real Chroma: only what changed is embedded anew, and a corrupt folder is said, not deleted."""

import errno
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from chromadb.errors import InternalError

from simulator.errors import CatalogueIndexError
from simulator.language.embedding import Vectors, bundled
from simulator.library.entry import NO_FILTERS, Entry, Filters, entry
from simulator.library.errors import mapped
from simulator.library.index import Index, Near, Synced
from simulator.scenario.model import Stance
from simulator.settings import PROJECT
from tests.scenarios_for_tests import make_scenario

QUOTES = entry(make_scenario())
LEAVING = replace(
    QUOTES,
    id="leaving",
    title="She is about to leave",
    passages=("She is about to leave", "My best rep looks for another job"),
    stance=Stance.LEAD,
)


class Counting:
    """The bundled embedder, which counts the texts it is given."""

    id = "counting"
    dimensions = bundled().dimensions

    def __init__(self) -> None:
        self.texts = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        return bundled().embed(texts)


class Scattered:
    """Vectors that mean nothing, for an index so large that Chroma keeps its vectors in files of their own."""

    id = "scattered"
    dimensions = 8

    def embed(self, texts: Sequence[str]) -> Vectors:
        return np.random.default_rng(len(texts)).random((len(texts), self.dimensions), dtype=np.float32)


def nearest(index: Index, words: str, filters: Filters = NO_FILTERS) -> tuple[Near, ...]:
    """The passages nearest to some words."""
    return index.nearest(index.embedder.embed([words])[0], filters=filters, limit=20)


def ids(index: Index, words: str, filters: Filters = NO_FILTERS) -> list[str]:
    """Whose passages are nearest."""
    return list(dict.fromkeys(near.scenario_id for near in nearest(index, words, filters)))


def test_only_what_changed_is_embedded_anew(tmp_path: Path) -> None:
    embedder = Counting()
    assert Index(embedder, folder=tmp_path).sync([QUOTES, LEAVING]) == Synced(added=2, changed=0, removed=0, unchanged=0)
    assert embedder.texts == len(QUOTES.passages) + len(LEAVING.passages)
    again = Index(embedder, folder=tmp_path)
    assert again.sync([QUOTES, LEAVING]) == Synced(added=0, changed=0, removed=0, unchanged=2)
    assert embedder.texts == len(QUOTES.passages) + len(LEAVING.passages)
    shorter = replace(LEAVING, passages=LEAVING.passages[:1])
    assert again.sync([QUOTES, shorter]) == Synced(added=0, changed=1, removed=0, unchanged=1)
    assert [near.number for near in nearest(again, "another job") if near.scenario_id == "leaving"] == [0]
    assert again.sync([QUOTES]) == Synced(added=0, changed=0, removed=1, unchanged=1)
    assert ids(again, "leaving") == ["late-quotes"]


def test_a_sync_that_was_cut_off_is_made_whole(tmp_path: Path) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([QUOTES])
    index._collection.delete(ids=["late-quotes/1"])
    assert index.sync([QUOTES]).changed == 1
    assert index.sync([QUOTES]).unchanged == 1


def test_libraries_of_one_index_leave_each_other_alone(tmp_path: Path) -> None:
    other = replace(QUOTES, passages=("Something else under the same id",))
    wanted: dict[str, list[Entry]] = {"": [QUOTES], "/a": [QUOTES, LEAVING], "/b ü": [other]}
    indexes = {name: Index(bundled(), folder=tmp_path, library=name) for name in wanted}
    assert [index.sync(wanted[name]).added for name, index in indexes.items()] == [1, 2, 1]
    for name, index in indexes.items():
        assert index.sync(wanted[name]).unchanged == len(wanted[name])
        found = {(near.scenario_id, near.number) for near in nearest(index, "late quotes")}
        assert found == {(entry.id, number) for entry in wanted[name] for number in range(len(entry.passages))}


class _Broken:
    """An embedder with a mistake in it, of a kind."""

    id = "broken"
    dimensions = 8

    def __init__(self, error: Exception) -> None:
        self.error = error

    def embed(self, texts: Sequence[str]) -> Vectors:
        raise self.error


@pytest.mark.parametrize(
    "error", [KeyError("a"), TypeError("b"), RuntimeError("c"), OSError("d"), ZeroDivisionError("e"), InternalError("f")]
)
def test_an_error_of_our_own_is_not_told_as_one_of_the_index(tmp_path: Path, error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        Index(_Broken(error), folder=tmp_path).sync([QUOTES])
    assert caught.value is error
    index = Index(bundled(), folder=tmp_path)

    def stop(done: int, all_: int) -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        index.sync([QUOTES], progress=stop)
    assert caught.value is error


def test_chroma_asked_for_nonsense_is_an_error_of_our_own(tmp_path: Path) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([QUOTES])
    for nonsense, limit in ((np.zeros(3, dtype=np.float32), 5), (np.zeros(384, dtype=np.float32), -1)):
        with pytest.raises(Exception, match=r".") as caught:
            index.nearest(nonsense, limit=limit)
        assert not isinstance(caught.value, CatalogueIndexError)


@pytest.mark.parametrize(
    ("error", "says", "todo"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the system says: No space left on device", "DATA_DIR"),
        (PermissionError(errno.EACCES, "Permission denied"), "the system says: Permission denied", "DATA_DIR"),
        (OSError(errno.EMFILE, "Too many open files"), "the system says: Too many open files", "raise the limits"),
        (MemoryError(), "the system says: MemoryError", "Close other programs"),
        (InternalError("error: (code: 8)\n attempt to write a readonly database"), "Chroma says: error: (code: 8) attempt", "DATA_DIR"),
        (InternalError("database is locked"), "Chroma says: database is locked", "in a moment"),
        (InternalError("Error loading hnsw index"), "Chroma says: Error loading hnsw index", "Move that folder away"),
        (RuntimeError("no such file //coach:secret@db/x"), "Chroma says: no such file //db/x", "Move that folder away"),
    ],
)
def test_chromas_and_the_systems_errors_are_told_as_such(tmp_path: Path, error: Exception, says: str, todo: str) -> None:
    with pytest.raises(CatalogueIndexError) as caught, mapped(str(tmp_path), server=False):
        raise error
    assert str(tmp_path) in str(caught.value)
    assert says in str(caught.value)
    assert todo in str(caught.value)


def test_the_nearest_passage_in_meaning_comes_first(tmp_path: Path) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([QUOTES, LEAVING])
    assert ids(index, "prices reach the customer far too slowly")[0] == "late-quotes"
    assert ids(index, "I fear she hands in her notice")[0] == "leaving"


@pytest.mark.parametrize(
    ("filters", "passing"),
    [
        (Filters(stance=Stance.LEAD), {"leaving"}),
        (Filters(skill="listening"), {"late-quotes", "leaving"}),
        (Filters(skill="listen"), set()),
        (Filters(difficulty=(4, 5)), set()),
        (Filters(difficulty=(1, 3), language="en", stance=Stance.COACH), {"late-quotes"}),
        (Filters(language="de"), set()),
    ],
)
def test_filters_hold_in_the_index(tmp_path: Path, filters: Filters, passing: set[str]) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([QUOTES, LEAVING])
    assert set(ids(index, "anything", filters)) == passing
    assert {item.id for item in (QUOTES, LEAVING) if filters.passes(item)} == passing


def test_the_progress_is_told_up_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    many = [replace(QUOTES, id=f"s{n}") for n in range(50)]
    Index(bundled(), folder=tmp_path).sync(many, progress=lambda done, all_: seen.append((done, all_)))
    total = 50 * len(QUOTES.passages)
    assert seen[-1] == (total, total)
    assert len(seen) > 1


def test_two_syncs_at_a_time_do_no_harm(tmp_path: Path) -> None:
    index = Index(bundled(), folder=tmp_path)
    failures: list[BaseException] = []

    def sync() -> None:
        try:
            index.sync([QUOTES, LEAVING])
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=sync) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert index.sync([QUOTES, LEAVING]).unchanged == 2


def test_processes_that_start_at_the_same_time_do_no_harm(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from simulator.library.index import Index; from simulator.language.embedding import bundled;"
        "from tests.library.test_index import LEAVING, QUOTES, nearest; index = Index(bundled(), folder=Path(sys.argv[1]));"
        "index.sync([QUOTES, LEAVING]); assert nearest(index, 'late quotes')[0].scenario_id == 'late-quotes'"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "index")], cwd=PROJECT, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [process.communicate()[1] for process in running] == ["", "", ""]
    assert Index(bundled(), folder=tmp_path / "index").sync([QUOTES, LEAVING]).unchanged == 2


def test_a_corrupt_folder_is_named_and_kept(tmp_path: Path) -> None:
    garbage = b"this is not a database" * 100
    (tmp_path / "chroma.sqlite3").write_bytes(garbage)
    with pytest.raises(CatalogueIndexError, match="Move that folder away") as caught:
        Index(bundled(), folder=tmp_path).sync([QUOTES])
    assert str(tmp_path) in str(caught.value)
    assert (tmp_path / "chroma.sqlite3").read_bytes() == garbage


def test_a_folder_that_cannot_be_made_is_named_with_the_setting(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file", encoding="utf-8")
    with pytest.raises(CatalogueIndexError, match="DATA_DIR") as caught:
        Index(bundled(), folder=tmp_path / "index")
    assert str(tmp_path / "index") in str(caught.value)


def test_vectors_that_cannot_be_read_are_said_when_searched(tmp_path: Path) -> None:
    # Built in a process of its own: the embedded Chroma keeps the vectors it has read in memory.
    code = (
        "import sys; from pathlib import Path; from dataclasses import replace; from tests.library.test_index import QUOTES, "
        "Index, Scattered;"
        "many = [replace(QUOTES, id=f's{n}') for n in range(200)]; Index(Scattered(), folder=Path(sys.argv[1])).sync(many)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=PROJECT, check=True)
    vectors = list(tmp_path.rglob("*.bin"))
    assert vectors
    for path in vectors:
        path.write_bytes(b"\xff" * path.stat().st_size)
    with pytest.raises(CatalogueIndexError, match="Move that folder away"):
        nearest(Index(Scattered(), folder=tmp_path), "anything")


def test_a_query_waits_while_another_process_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index(bundled(), folder=tmp_path)
    index.sync([QUOTES])
    query, calls = index._collection.query, list[int]()

    def busy_at_first(**words: object) -> object:
        calls.append(1)
        if len(calls) < 3:
            raise InternalError("error returned from database: (code: 5) database is locked")
        return query(**words)

    monkeypatch.setattr(index._collection, "query", busy_at_first)
    assert nearest(index, "late")
    assert len(calls) == 3
    monkeypatch.setattr("simulator.library.index.WAITS", ())
    calls.clear()
    with pytest.raises(CatalogueIndexError, match="Try again in a moment"):
        nearest(index, "late")


def test_a_password_in_the_servers_address_is_not_shown(tmp_path: Path) -> None:
    with pytest.raises(CatalogueIndexError) as caught:
        Index(bundled(), folder=tmp_path, url="http://coach:secret@127.0.0.1:9")
    assert "secret" not in str(caught.value)
    assert "http://127.0.0.1:9" in str(caught.value)


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueIndexError, match="CHROMA_URL"):
        Index(bundled(), folder=tmp_path, url="http://127.0.0.1:9")


def test_an_entry_holds_nothing_the_rep_has_to_be_asked_for() -> None:
    scenario = make_scenario()
    found: Entry = entry(scenario)
    text = " ".join(found.passages)
    assert not [fact.id for fact in scenario.facts if fact.summary in text or any(line in text for line in fact.lines)]
