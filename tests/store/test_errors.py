"""What goes wrong with a database is said in words: which one, what it means, what to do. Nothing is deleted."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from simulator.errors import StoreError
from simulator.practice.attempt import Selection
from simulator.store import database
from simulator.store.repository import SqlRepository
from tests.talks import attempt, turn


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database file with twenty talks, closed."""
    path = tmp_path / "talks.db"
    repository = opened(path)
    for number in range(20):
        repository.add(attempt(f"a{number}", turn(1, "word " * 800)))
    repository.close()
    return path


def opened(path: Path) -> SqlRepository:
    """The repository in that file."""
    return SqlRepository(f"sqlite:///{path}")


@contextmanager
def limited(limit: str) -> Iterator[None]:
    """SQLite itself refuses to write, as it does on a read-only or a full disk."""

    def before(_connection: object, cursor: sqlite3.Cursor, statement: str, *_more: object) -> None:
        if statement.startswith("INSERT"):
            cursor.connection.execute(f"PRAGMA {limit}")

    event.listen(Engine, "before_cursor_execute", before)
    yield
    event.remove(Engine, "before_cursor_execute", before)


@pytest.mark.parametrize("what", ["no database", "cut short", "overwritten"])
def test_a_damaged_file_is_named_and_left_alone(path: Path, what: str) -> None:
    whole = path.read_bytes()
    damaged = {
        "no database": b"certainly not a database " * 500,
        "cut short": whole[: len(whole) // 8192 * 4096],
        "overwritten": whole[:8192] + b"\xa5" * (len(whole) - 8192),
    }[what]
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match=r"damaged.*Nothing was deleted.*backup") as caught:
        opened(path).listed()
    assert str(path) in str(caught.value)
    assert path.read_bytes() == damaged


UNREADABLE = (
    "UPDATE attempts SET state = '{broken' WHERE id = 'a1'",
    "UPDATE attempts SET state = '{\"openness\": \"wide\"}' WHERE id = 'a1'",
    "UPDATE attempts SET started_at = 'noon' WHERE id = 'a1'",
    "UPDATE turns SET speaker = 'nobody' WHERE attempt_id = 'a1'",
)


@pytest.mark.parametrize("statement", UNREADABLE)
def test_a_value_that_nobody_can_read_is_said_to_be_so(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    with pytest.raises(StoreError, match="cannot be read") as caught:
        opened(path).get("a1")
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("statement", UNREADABLE)
def test_one_talk_that_cannot_be_read_stops_no_other(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    found = opened(path).listed()
    assert found.unreadable == ("a1",)
    assert len(found.attempts) == 19
    assert "One talk cannot be read (a1)" in found.missing
    assert opened(path).listed(limit=1, of=Selection(player="nobody")).missing == ""


def test_a_file_in_use_can_be_read_and_says_so_when_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    repository = opened(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert len(repository.get("a1").conversation) == 1
    with pytest.raises(StoreError, match=r"in use by another program.*Nothing was lost"):
        repository.add_turn("a1", turn(2))
    other.execute("ROLLBACK")
    other.close()
    repository.add_turn("a1", turn(2))
    repository.close()


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("query_only = ON", "cannot be used .*readonly.*no talk can be kept.*can be written to"),
        ("max_page_count = 1", "no room left on the disk.*Make room"),
    ],
    ids=["read-only", "full"],
)
def test_a_turn_that_cannot_be_written_is_an_error_and_the_talk_stays_as_it_was(path: Path, limit: str, said: str) -> None:
    repository = opened(path)
    with limited(limit), pytest.raises(StoreError, match=said) as caught:
        repository.add_turn("a1", turn(2, "word " * 8000))
    assert str(path) in str(caught.value)
    assert len(repository.get("a1").conversation) == 1
    repository.close()


def test_a_place_where_no_file_can_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for place in (tmp_path, tmp_path / "file" / "talks.db"):
        with pytest.raises(StoreError, match="cannot be used") as caught:
            opened(place)
        assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://coach:hunter2@127.0.0.1:9/talks",
        "postgresql+psycopg://127.0.0.1:9/talks?user=coach&password=hunter2",
        # The driver repeats what it cannot make sense of.
        "postgresql+psycopg://coach:hunter2@127.0.0.1:9/talks?sslmode=hunter2",
    ],
)
def test_a_server_that_is_not_there_is_named_without_its_password(address: str) -> None:
    with pytest.raises(StoreError, match=r"127.0.0.1:9/talks.*DATABASE_URL") as caught:
        SqlRepository(address)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("address", ["coach:hunter2", "mysql://coach:hunter2@127.0.0.1/talks", "nonsense://coach:hunter2@127.0.0.1/x"])
def test_an_address_that_is_none_says_what_one_looks_like_without_the_password(address: str) -> None:
    with pytest.raises(StoreError, match=r"postgresql\+psycopg://|DATABASE_URL") as caught:
        SqlRepository(address)
    assert "hunter2" not in str(caught.value)
