"""A look at the database that changes nothing: it makes no file and no table, and reads no talk."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, create_engine, func, inspect, select, text

from simulator.errors import StoreError
from simulator.store.address import located
from simulator.store.database import BUSY_SECONDS, HEAD, newer
from simulator.store.errors import mapped
from simulator.store.tables import attempts


@dataclass(frozen=True, kw_only=True)
class Seen:
    """How many talks are kept, and how many of them hold values that are no values; `made` is False where there are no tables yet.

    `older` says that the next start brings the tables up to date.
    """

    talks: int = 0
    spoiled: int = 0
    made: bool = True
    older: bool = False


def look(address: str) -> Seen:
    """What is in the database.

    Raises:
        StoreError: it cannot be reached or read, or a newer version of the product made it.
    """
    url = located(address)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return Seen(made=False)
    with mapped(url), _reading(address) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return Seen(made=False)
        revision = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
        if revision > HEAD:
            raise StoreError(newer(url))
        talks = connection.execute(select(func.count()).select_from(attempts)).scalar_one()
        return Seen(talks=talks, spoiled=_spoiled(connection), older=revision < HEAD)


@contextmanager
def _reading(address: str) -> Iterator[Connection]:
    """A connection that can only read; to a SQLite file that nobody is writing to, one that leaves no files beside it."""
    url = located(address)
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "").absolute()
        mode = "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "mode=ro&immutable=1"
        engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(f"{path.as_uri()}?{mode}", uri=True, timeout=BUSY_SECONDS))
    else:
        engine = create_engine(url, connect_args={"connect_timeout": BUSY_SECONDS}, execution_options={"postgresql_readonly": True})
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _spoiled(connection: Connection) -> int:
    """Talks whose state or scorecard is no JSON; PostgreSQL takes none that is not."""
    if connection.dialect.name != "sqlite":
        return 0
    query = (
        "SELECT count(*) FROM attempts WHERE NOT json_valid(state) OR id IN (SELECT attempt_id FROM scorecards WHERE NOT json_valid(body))"
    )
    return int(connection.execute(text(query)).scalar_one())
