"""What goes wrong with a database, as a sentence for the person: which one, what it means, what to do, and no secret."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote, quote_plus

from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from simulator.errors import StoreError
from simulator.numbers import bracketed
from simulator.store.address import shown


@contextmanager
def mapped(url: URL) -> Iterator[None]:
    """Whatever the database raises becomes a StoreError."""
    try:
        yield
    except ImportError as error:
        raise StoreError(
            f"There is no driver here for {shown(url)}, so no talk can be kept or read. Use an address that begins with "
            "sqlite:/// or postgresql+psycopg://."
        ) from error
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise StoreError(_sentence(url, error)) from error


@contextmanager
def readable(url: URL) -> Iterator[None]:
    """Stored values that are not what this version writes become a StoreError."""
    try:
        yield
    except ValueError as error:
        raise StoreError(
            f"A talk in {shown(url)} cannot be read: it was changed by hand, or written by another version of this product. "
            "Nothing was changed. Use the newest version; if that does not help, put a backup in its place."
        ) from error


def _sentence(url: URL, error: Exception) -> str:
    reason = _reason(url, error)
    place = shown(url)
    if url.get_backend_name() != "sqlite":
        return (
            f"{_capital(place)} cannot be used ({reason}), so no talk can be kept or read. "
            "Check that the server runs and that DATABASE_URL is right. Nothing was changed."
        )
    if "malformed" in reason or "not a database" in reason:
        return (
            f"{_capital(place)} is damaged, so your talks cannot be read. Nothing was deleted. Move it away, with the files "
            "beside it that end in -wal and -shm, to start with an empty one; or put a backup in its place."
        )
    if "locked" in reason:
        return f"{_capital(place)} is in use by another program. Nothing was lost; close that program and try again."
    if "full" in reason:
        return f"There is no room left on the disk for {place}, so this was not kept. Make room and try again; nothing else was lost."
    return f"{_capital(place)} cannot be used ({reason}), so no talk can be kept. Check that the folder is there and can be written to."


def _reason(url: URL, error: Exception) -> str:
    """The first line of what the driver said, without the password."""
    said = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
    reason = bracketed(said.splitlines()[0])
    for secret in (url.password, *(value for name, value in url.query.items() if "password" in name)):
        if isinstance(secret, str) and secret:
            for written in (secret, quote(secret, safe=""), quote_plus(secret)):
                reason = reason.replace(written, "***")
    return reason


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
