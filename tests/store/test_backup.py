"""A backup is whole, is taken while people talk, overwrites nothing, and is its owner's alone."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import StoreError
from simulator.store.backup import backup
from simulator.store.repository import SqlRepository
from tests.talks import attempt, turn

WRITER = """
import sys
from tests.store.test_backup import writes
writes(sys.argv[1])
"""


def writes(address: str) -> None:
    """Add turns until somebody closes the standard input."""
    repository, over, number = SqlRepository(address), threading.Event(), 1

    def wait() -> None:
        sys.stdin.read()
        over.set()

    threading.Thread(target=wait, daemon=True).start()
    while not over.is_set():
        number += 1
        repository.add_turn("a1", turn(number, f"turn {number} " + "word " * 300))
        print(number, flush=True)
    repository.close()


def test_a_copy_taken_while_another_process_writes_is_whole(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    with closing(SqlRepository(address)) as repository:
        repository.add(attempt("a1", turn(1)))
    command = [sys.executable, "-c", WRITER, address]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        for number in range(5):
            kept = int(writer.stdout.readline())
            backup(address, tmp_path / f"copy {number}.db")
            with closing(sqlite3.connect(tmp_path / f"copy {number}.db")) as copy:
                assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            with closing(SqlRepository(f"sqlite:///{tmp_path / f'copy {number}.db'}")) as copied:
                talk = copied.get("a1").conversation
                assert len(talk) >= kept
                assert all(one.text.startswith(f"turn {one.number} ") for one in talk.turns[1:])
        writer.stdin.close()
        writer.stdout.read()
    assert writer.returncode == 0


def test_a_copy_is_one_file_for_its_owner_alone_and_changes_nothing(tmp_path: Path) -> None:
    source, out = tmp_path / "talks.db", tmp_path / "out"
    with closing(SqlRepository(f"sqlite:///{source}")) as repository:
        repository.add(attempt("a1"))
    before = source.read_bytes()
    out.mkdir()
    backup(f"sqlite:///{source}", out / "copy.db")
    assert [one.name for one in out.iterdir()] == ["copy.db"]
    assert (out / "copy.db").stat().st_mode & 0o777 == 0o600
    assert source.read_bytes() == before


def test_nothing_is_overwritten_and_nothing_half_is_left(tmp_path: Path) -> None:
    source = tmp_path / "talks.db"
    with pytest.raises(StoreError, match="nothing to copy yet"):
        backup(f"sqlite:///{source}", tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []
    source.write_bytes(b"not a database " * 500)
    (tmp_path / "there.db").write_text("mine", encoding="utf-8")
    for to, said in (
        ("there.db", "there already"),
        ("new.db", "damaged"),
        ("none/new.db", "cannot be written"),
        ("there.db/new.db", "cannot be"),
    ):
        with pytest.raises(StoreError, match=said):
            backup(f"sqlite:///{source}", tmp_path / to)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["talks.db", "there.db"]
    assert (tmp_path / "there.db").read_text(encoding="utf-8") == "mine"


def test_a_server_has_a_tool_of_its_own_and_no_secret_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="pg_dump") as caught:
        backup("postgresql+psycopg://coach:hunter2@db.example/talks", tmp_path / "copy.db")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("mode", [0o644, 0o666, 0o660, 0o600])
def test_the_database_is_its_owners_alone(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "talks.db"
    for _ in range(2):
        with closing(SqlRepository(f"sqlite:///{path}")) as repository:
            repository.add(attempt(f"a{path.stat().st_mtime_ns}"))
            files = [one for one in tmp_path.iterdir() if one.name.startswith("talks.db")]
            assert {one.name for one in files} == {"talks.db", "talks.db-wal", "talks.db-shm"}
            assert {one.stat().st_mode & 0o777 for one in files} == {0o600}
        path.chmod(mode)
