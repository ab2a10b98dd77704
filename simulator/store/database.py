"""Opens the database and brings its tables up to date."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL

from simulator.errors import StoreError
from simulator.store.address import shown
from simulator.store.errors import mapped

HEAD = "0012"
"""The newest migration. A database that stands there needs no Alembic, whose import takes longer than opening."""
MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 10
"""How long one writer waits for another."""
_MIGRATION_LOCK = 7_205_113
"""Key of PostgreSQL's advisory lock that lets one process migrate at a time."""


def engine_of(url: URL) -> Engine:
    """Open the database and bring its tables up to date. Several processes may do so at once.

    Raises:
        StoreError: it cannot be reached, read or written; nothing was deleted.
    """
    with mapped(url):
        if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
            _close_to_others(Path(url.database))
        engine = create_engine(url, connect_args=_arguments(url), pool_pre_ping=url.get_backend_name() != "sqlite")
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _tune_sqlite)
            event.listen(engine, "begin", _begin_immediate)
        try:
            with engine.begin() as connection:
                _upgrade(connection)
        except BaseException:
            engine.dispose()
            raise
        return engine


def _arguments(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"timeout": BUSY_SECONDS, "check_same_thread": False}
    return {"connect_timeout": BUSY_SECONDS}


def _close_to_others(path: Path) -> None:
    """Let the file's owner alone read it: it holds what people said. SQLite gives the files beside it the rights of this one."""
    if not path.exists():
        path.touch(mode=0o600)
    for one in (path, *(path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-shm"))):
        with suppress(FileNotFoundError, PermissionError):  # another's file stays as that person has it
            if one.is_file() and one.stat().st_mode & 0o077:
                one.chmod(one.stat().st_mode & 0o700)


def _tune_sqlite(connection: Any, _record: Any) -> None:
    # SQLAlchemy begins transactions itself (below), so the driver must not.
    connection.isolation_level = None
    cursor = connection.cursor()
    _write_ahead(cursor)
    # FULL: what was kept outlives a power cut too, not only a killed process; it costs about a millisecond a turn.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    # What is deleted is overwritten, not only forgotten.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


@contextmanager
def transaction(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    """One transaction, whose errors are StoreErrors. One that only reads sees one moment throughout, and keeps no writer waiting."""
    options: dict[str, Any] = {"writes": writes}
    if engine.dialect.name == "postgresql":
        options = {} if writes else {"isolation_level": "REPEATABLE READ"}
    with mapped(engine.url), engine.connect() as connection, connection.execution_options(**options).begin():
        yield connection


def written_back(engine: Engine) -> None:
    """Have SQLite move its log into the file and empty it, so that nothing of before is left there; where somebody reads, later."""
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
    finally:
        connection.close()


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    # SQLite does not wait here as it does elsewhere: of two processes that switch a new file at once, one is refused.
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _begin_immediate(connection: Connection) -> None:
    # A transaction that reads first and writes later would fail where another wrote in between: take the lock at once.
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
    if inspect(connection).has_table("alembic_version"):
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if revision == HEAD:
            return
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(newer(connection.engine.url)) from error


def newer(url: URL) -> str:
    """What to say of a database that a newer version of the product made."""
    return f"A newer version of this product made {shown(url)}. Update the product to open it. Nothing was changed."
