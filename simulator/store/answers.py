"""Keeps a model's answers, so that the same question is paid for once."""

from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from simulator.store.address import located
from simulator.store.database import engine_of, transaction
from simulator.store.errors import mapped
from simulator.store.serialising import storable
from simulator.store.tables import answers


class SqlAnswers:
    """An `evaluation.labelling.model_labeller.Cache` in the product's database. Safe to share between threads."""

    def __init__(self, address: str) -> None:
        """Open the database at a SQLAlchemy address; StoreError if it cannot be."""
        self._url = located(address)
        self._engine = engine_of(self._url)

    def get(self, key: str) -> str | None:
        """What was kept under this key, or None."""
        with transaction(self._engine, writes=False) as connection:
            row = connection.execute(select(answers.c.body).where(answers.c.key == key)).one_or_none()
        return str(row.body) if row else None

    def put(self, key: str, value: str) -> None:
        """Keep a text; what is there already stays."""
        row = {"key": key, "made_at": datetime.now(UTC), "body": storable(value)}
        with mapped(self._url):
            try:
                with self._engine.begin() as connection:
                    connection.execute(insert(answers).values(row))
            except IntegrityError:
                return  # another process has put the same answer there

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
