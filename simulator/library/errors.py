"""What Chroma raises, told to the person: which index, what it means, what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from simulator.errors import CatalogueIndexError

_IN_USE = ("database is locked", "database table is locked")
_NOT_WRITABLE = ("readonly database", "disk is full", "unable to open database", "disk I/O error", "No space left", "Permission denied")


@contextmanager
def told(where: str, *, server: bool) -> Iterator[None]:
    """Turn whatever Chroma raises inside into a `CatalogueIndexError`; nothing is deleted."""
    try:
        yield
    except CatalogueIndexError:
        raise
    except Exception as error:
        raise CatalogueIndexError(_sentence(error, where, server)) from error
    except BaseException as error:
        # A panic of the embedded Chroma's Rust side is no Exception, and has no class to import.
        if type(error).__name__ != "PanicException":
            raise
        raise CatalogueIndexError(_sentence(error, where, server)) from error


def is_in_use(error: BaseException) -> bool:
    """Whether another process holds the database just now, so that a moment later it can go well."""
    return any(text in str(error) for text in _IN_USE)


def _sentence(error: BaseException, where: str, server: bool) -> str:
    if server:
        address = urlsplit(where)
        shown = address._replace(netloc=address.netloc.rpartition("@")[2]).geturl()
        what = f"The Chroma server at {shown} does not answer as it should"
        todo = "Start it, or leave CHROMA_URL empty to keep the index on this machine."
    elif is_in_use(error):
        what = f"Another process is using the search index in {where}"
        todo = "Try again in a moment."
    elif isinstance(error, OSError) or any(text in str(error) for text in _NOT_WRITABLE):
        what = f"The search index cannot be kept in {where}"
        todo = "See that the folder can be written and the disk has room, or set DATA_DIR to another folder."
    else:
        what = f"The search index in {where} cannot be read"
        todo = "Move that folder away and start again: it is built anew from the scenario files. Nothing was deleted, and no talk is kept there."
    return f"{what}, so scenarios cannot be searched. {todo}"
