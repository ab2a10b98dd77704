"""The migrations make the tables that the code works with."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import make_url, text

from simulator.errors import StoreError
from simulator.store.database import HEAD, MIGRATIONS, connect
from simulator.store.tables import metadata


def test_migrations_and_tables_agree(address: str) -> None:
    engine = connect(make_url(address))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_the_code_names() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_opening_a_second_time_changes_nothing(address: str) -> None:
    for _ in range(2):
        engine = connect(make_url(address))
        with engine.connect() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [HEAD]
        engine.dispose()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    engine = connect(make_url(address))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="newer version"):
        connect(make_url(address))


def test_sqlite_writes_ahead_and_checks_references(tmp_path: Path) -> None:
    engine = connect(make_url(f"sqlite:///{tmp_path / 'talks.db'}"))
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()
