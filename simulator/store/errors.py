"""What goes wrong with a database, as a sentence for the person: which one, what it means, what to do, and no secret."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from simulator.errors import StoreError


def located(address: str) -> URL:
    """The SQLAlchemy address, taken apart.

    Raises:
        StoreError: it is no address. The sentence does not repeat it, since it may hold a password.
    """
    try:
        return make_url(address)
    except ArgumentError:
        raise StoreError(
            "DATABASE_URL is not an address of a database, so no talk can be kept or read. "
            "For example: postgresql+psycopg://coach:secret@db.example/coaching, or leave it empty for a file of this machine."
        ) from None


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
    except (SQLAlchemyError, OSError) as error:
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


def shown(url: URL) -> str:
    """The address for a person: the file alone, or the server without its password."""
    if url.get_backend_name() == "sqlite":
        return f"the database file {url.database}"
    # PostgreSQL takes a password in the query, too.
    return f"the database {url.set(query={}).render_as_string(hide_password=True)}"


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
    reason = said.splitlines()[0]
    for secret in (url.password, *(value for name, value in url.query.items() if "password" in name)):
        if isinstance(secret, str) and secret:
            reason = reason.replace(secret, "***")
    return reason


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
