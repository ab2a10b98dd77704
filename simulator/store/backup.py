"""A copy of the whole database, taken while the product runs and people talk."""

import os
import secrets
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from simulator.errors import StoreError
from simulator.store.address import located, shown
from simulator.store.database import BUSY_SECONDS
from simulator.store.errors import mapped


def backup(address: str, to: Path) -> None:
    """Copy the database to a new file that its owner alone can read, as of one moment; the file is there whole or not at all.

    Raises:
        StoreError: there is no database yet, it cannot be read, the file is there already or cannot be written, or the database is no file.
    """
    url = located(address)
    if url.get_backend_name() != "sqlite":
        raise StoreError(
            f"Your talks are kept in {shown(url)}, which its own tool copies whole: pg_dump --format=custom --file={to} DATABASE. "
            "pg_restore puts it back."
        )
    source = Path(url.database or "")
    if not source.is_file():
        raise StoreError(f"There is nothing to copy yet: {source} is made when the first talk starts.")
    if to.exists():
        raise StoreError(f"{to} is there already. Nothing was copied over it; choose another name.")
    part = to.with_name(f".{to.name}.{secrets.token_hex(4)}")
    try:
        with mapped(url):
            _copy(source, part)
        _settle(part, to)
    finally:
        with suppress(OSError):
            part.unlink()


def _copy(source: Path, part: Path) -> None:
    try:
        part.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        raise StoreError(
            f"The copy cannot be written to {part.parent}: {error.strerror}. Choose a folder that you may write to."
        ) from error
    reading = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    with closing(reading), closing(sqlite3.connect(part)) as copy:
        # All pages in one step: one reading transaction, which stops no writer and sees one moment.
        reading.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it


def _settle(part: Path, to: Path) -> None:
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(to)
    except OSError as error:
        raise StoreError(f"The copy cannot be written to {to}: {error.strerror}. Choose a folder that you may write to.") from error
