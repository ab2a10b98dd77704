"""The migrations make the tables that the code works with."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url, text

from simulator.errors import StoreError
from simulator.store.database import HEAD, MIGRATIONS, engine_of
from simulator.store.repository import SqlRepository
from simulator.store.tables import metadata
from tests.talks import CODED, NOON, attempt, scorecard, turn


def test_migrations_and_tables_agree(address: str) -> None:
    engine = engine_of(make_url(address))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_the_code_names() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_opening_a_second_time_changes_nothing(address: str) -> None:
    for _ in range(2):
        engine = engine_of(make_url(address))
        with engine.connect() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [HEAD]
        engine.dispose()


def test_talks_of_the_first_version_are_there_after_the_move(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    repository = SqlRepository(address)
    repository.add(attempt("a1", turn(1), turn(2, coded=CODED), finished_at=NOON, scorecard=scorecard()))
    repository.close()
    engine = create_engine(address)
    with engine.begin() as connection:
        context = MigrationContext.configure(connection)
        with Operations.context(context):
            for path in sorted((MIGRATIONS / "versions").glob("0*.py"), reverse=True)[:-1]:
                import_module(f"simulator.store.migrations.versions.{path.stem}").downgrade()
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    moved = SqlRepository(address)
    kept = moved.get("a1")
    assert kept.scorecard == scorecard()
    assert (kept.estimate, kept.corrections, kept.branch_of) == (None, (), "")
    assert moved.state_after("a1", 1) is None
    assert [one.coded for one in kept.conversation] == [None, None]
    moved.close()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    engine = engine_of(make_url(address))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="newer version"):
        engine_of(make_url(address))


def test_sqlite_writes_ahead_and_checks_references(tmp_path: Path) -> None:
    engine = engine_of(make_url(f"sqlite:///{tmp_path / 'talks.db'}"))
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()


OPENER = """
import sys
from simulator.store.repository import SqlRepository

print("ready", flush=True)
sys.stdin.readline()
SqlRepository(sys.argv[1]).listed()
"""


def test_processes_that_open_a_new_database_at_once_all_can(address: str) -> None:
    command = [sys.executable, "-c", OPENER, address]
    openers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    for opener in openers:
        assert opener.stdout is not None
        assert opener.stdout.readline() == "ready\n"
    said = [opener.communicate("go\n")[1] for opener in openers]
    assert said == ["", "", ""]
    assert [opener.returncode for opener in openers] == [0, 0, 0]


def test_a_migration_that_breaks_off_leaves_nothing_behind(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_names: object, **_more: object) -> None:
        raise OSError("pulled the plug")

    with monkeypatch.context() as patch:
        patch.setattr(op, "create_index", broken)
        with pytest.raises(StoreError, match="pulled the plug"):
            engine_of(make_url(address))
    engine = engine_of(make_url(address))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_opening_an_up_to_date_database_does_without_alembic(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    engine_of(make_url(address)).dispose()
    code = "import sys; from simulator.store.repository import SqlRepository; SqlRepository(sys.argv[1]); print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, address], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
