"""Opens the database, brings its tables up to date, and turns what goes wrong into a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from simulator.errors import StoreError

HEAD = "0001"
"""The newest migration. A database that stands there needs no Alembic, whose import takes longer than opening."""
MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 10
"""How long one writer waits for another."""
_MIGRATION_LOCK = 7_205_113
"""Key of PostgreSQL's advisory lock that lets one process migrate at a time."""


def connect(address: str) -> Engine:
    """Open the database at a SQLAlchemy address and bring its tables up to date.

    Raises:
        StoreError: it cannot be reached, read or written; nothing was deleted.
    """
    url = make_url(address)
    with mapped(url):
        if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, connect_args=_arguments(url), pool_pre_ping=url.get_backend_name() != "sqlite")
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _tune_sqlite)
            event.listen(engine, "begin", _begin_immediate)
        with engine.begin() as connection:
            _upgrade(connection)
        return engine


@contextmanager
def mapped(url: URL) -> Iterator[None]:
    """Whatever the database raises becomes a StoreError that says where and what to do, and never a password."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise StoreError(_sentence(url, error)) from error


def _sentence(url: URL, error: Exception) -> str:
    reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    if url.get_backend_name() != "sqlite":
        return (
            f"The database {url.render_as_string(hide_password=True)} cannot be used, so no talk can be kept or read. "
            "Check that the server runs and that DATABASE_URL is right. Nothing was changed."
        )
    if "malformed" in reason or "not a database" in reason:
        return (
            f"The database file {url.database} is damaged, so your talks cannot be read. Nothing was deleted. "
            "Move the file away to start with an empty one, or put a copy of it from a backup in its place."
        )
    if "locked" in reason:
        return f"The database file {url.database} is in use by another program. Nothing was lost; close that program and try again."
    return f"The database file {url.database} cannot be used ({reason}), so no talk can be kept. Check that the folder is there and can be written to."


def _arguments(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"timeout": BUSY_SECONDS, "check_same_thread": False}
    return {"connect_timeout": BUSY_SECONDS}


def _tune_sqlite(connection: Any, _record: Any) -> None:
    # SQLAlchemy begins transactions itself (below), so the driver must not.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    # FULL: what was kept outlives a power cut too, not only a killed process; it costs about a millisecond a turn.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


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
        raise StoreError(
            "The database was made by a newer version of this product. Update the product to open it. Nothing was changed."
        ) from error
