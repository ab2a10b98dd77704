"""Vectors kept in a file: found by the next process, bounded, and made anew whenever the file is not what it should be."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from simulator.language.embedding import Vectors, bundled
from simulator.language.kept import Kept
from simulator.settings import PROJECT

TEXTS = ["What holds the quotes up?", "", "Wie lange dauert es?", "half an emoji \ud83d", "What holds the quotes up?"]


class Counting:
    """The bundled embedder, which remembers what it was asked for."""

    id = bundled().id
    dimensions = bundled().dimensions

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return bundled().embed(texts)


def embedded(file: Path, texts: Sequence[str] = TEXTS, most: int = 1000) -> int:
    """How many texts had to be embedded; the vectors are always right."""
    counting = Counting()
    assert np.array_equal(Kept(counting, file, most).embed(texts), bundled().embed(texts))
    return len(counting.asked)


def test_what_was_embedded_once_is_read_from_then_on(tmp_path: Path) -> None:
    file = tmp_path / "a folder?" / "%41" / "vectors.db"
    assert embedded(file, []) == 0
    assert embedded(file) == 4
    assert embedded(file) == 0
    assert embedded(file, [*TEXTS, "new"]) == 1


def test_another_process_reads_it_too(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from tests.language.test_kept import embedded; print(embedded(Path(sys.argv[1])))"
    told = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "vectors.db")], cwd=PROJECT, check=True, capture_output=True, text=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert told == ["4", "0"]


def test_models_do_not_share_vectors(tmp_path: Path) -> None:
    class Other(Counting):
        id = "another"

    embedded(tmp_path / "vectors.db")
    other = Other()
    Kept(other, tmp_path / "vectors.db").embed(TEXTS)
    assert len(other.asked) == 4


def _garbage(file: Path) -> None:
    file.write_bytes(b"no database" * 1000)


def _torn(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:1024] + b"\xff" * (len(data) - 1024))


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def _another_schema(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as made:
        made.execute("CREATE TABLE vectors (a, b)")
    made.close()


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _rows(statement: str) -> Callable[[Path], None]:
    def spoil(file: Path) -> None:
        with sqlite3.connect(file) as made:
            made.execute(statement)
        made.close()

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        _garbage,
        _torn,
        _cut,
        _another_schema,
        _empty,
        _rows("UPDATE vectors SET vector = zeroblob(1536)"),
        _rows("UPDATE vectors SET vector = x'00'"),
        _rows("UPDATE vectors SET vector = 3"),
        _rows("UPDATE vectors SET vector = 'text'"),
        _rows("DELETE FROM vectors"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_made_anew(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    file = tmp_path / "vectors.db"
    embedded(file)
    spoil(file)
    assert embedded(file) == 4
    # Where the first look showed nothing wrong, the first writing did, and the next one keeps.
    embedded(file)
    assert embedded(file) == 0


def test_a_file_that_cannot_be_had_costs_the_memory_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "vectors.db").mkdir()
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for place in (tmp_path / "vectors.db", tmp_path / "file" / "vectors.db"):
        assert embedded(place) == 4
        assert embedded(place) == 4


def test_a_file_that_another_process_holds_is_waited_for_and_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.language.kept.PATIENCE", 0.01)
    file = tmp_path / "vectors.db"
    embedded(file)
    holding = sqlite3.connect(file, isolation_level=None)
    holding.execute("BEGIN EXCLUSIVE")
    assert embedded(file) == 4
    holding.execute("ROLLBACK")
    holding.close()
    assert embedded(file) == 0


def test_the_latest_texts_are_kept_and_no_more(tmp_path: Path) -> None:
    file = tmp_path / "vectors.db"
    for number in range(10):
        embedded(file, [f"{number} and", f"{number} or"], most=6)
    assert embedded(file, [f"{number} {word}" for number in (7, 8, 9) for word in ("and", "or")], most=6) == 0
    assert embedded(file, ["0 and"], most=6) == 1
    with sqlite3.connect(file) as kept:
        assert kept.execute("SELECT count(*) FROM vectors").fetchone() == (6,)
    kept.close()


def test_threads_share_one(tmp_path: Path) -> None:
    kept, failures = Kept(bundled(), tmp_path / "vectors.db"), list[BaseException]()

    def work(number: int) -> None:
        try:
            assert kept.embed([*TEXTS, str(number)]).shape == (6, kept.dimensions)
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
