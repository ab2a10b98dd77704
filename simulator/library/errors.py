"""What Chroma or the system raises, told to the person: which index, why, what it means, what to do."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from typing import Final
from urllib.parse import urlsplit

from simulator.errors import CatalogueIndexError
from simulator.library.chroma import DuplicateIDError, InvalidArgumentError, InvalidDimensionException, InvalidUUIDError
from simulator.numbers import bracketed

_IN_USE: Final = ("database is locked", "database table is locked")
_USED_UP: Final = ("Too many open files", "Cannot allocate memory", "out of memory", "MemoryError")
_NOT_WRITABLE: Final = (
    "readonly database",
    "disk is full",
    "unable to open database",
    "disk I/O error",
    "No space left",
    "Permission denied",
)
_OURS: Final = (
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    InvalidArgumentError,
    InvalidDimensionException,
    DuplicateIDError,
    InvalidUUIDError,
)
"""What a call raises when it was asked for nonsense: a mistake in this program, and no reason to touch the index."""
_LONGEST_CAUSE: Final = 200
_PASSWORD: Final = re.compile(r"(?<=//)[^/@\s]+@")


@contextmanager
def mapped(where: str, *, server: bool, opening: bool = False) -> Iterator[None]:
    """Turn what Chroma or the system raises inside into a `CatalogueIndexError`; nothing is deleted.

    Put nothing but the call inside. An error of this program goes through as it is, except while `opening` the index: there
    is nothing to ask wrongly then, and Chroma raises what it likes over files it does not understand.
    """
    try:
        yield
    except CatalogueIndexError:
        raise
    except Exception as error:
        if isinstance(error, _OURS) and not opening and not isinstance(error, JSONDecodeError):
            raise
        raise CatalogueIndexError(_sentence(error, where, server)) from error
    except BaseException as error:
        # A panic of the embedded Chroma's Rust side is no Exception, and has no class to import.
        if type(error).__name__ != "PanicException":
            raise
        raise CatalogueIndexError(_sentence(error, where, server)) from error


def is_in_use(error: BaseException) -> bool:
    """Whether another process holds the database just now, so that a moment later it can go well."""
    return _says(error, _IN_USE)


def _says(error: BaseException, texts: tuple[str, ...]) -> bool:
    said = f"{type(error).__name__} {error}"
    return any(text in said for text in texts)


def _sentence(error: BaseException, where: str, server: bool) -> str:
    if server:
        address = urlsplit(where)
        shown = address._replace(netloc=address.netloc.rpartition("@")[2]).geturl()
        what = f"The Chroma server at {shown} does not answer as it should"
        todo = "Start it, or leave CHROMA_URL empty to keep the index on this machine."
    elif is_in_use(error):
        what = f"Another process is using the search index in {where}"
        todo = "Try again in a moment."
    elif _says(error, _USED_UP):
        what = f"This machine has no room left to work with the search index in {where}"
        todo = "Close other programs, or raise the limits of this one, and start again. Nothing was deleted."
    elif isinstance(error, OSError) or _says(error, _NOT_WRITABLE):
        what = f"The search index cannot be kept in {where}"
        todo = "See that the folder can be written and the disk has room, or set DATA_DIR to another folder."
    else:
        what = f"The search index in {where} cannot be read"
        todo = (
            "Move that folder away and start again: it is built anew from the scenario files. Nothing was deleted, and no talk is "
            "kept there."
        )
    return f"{what}, so scenarios cannot be searched ({_cause(error)}). {todo}"


def _cause(error: BaseException) -> str:
    """Who says what, on one line and without a password: "Chroma says: file is not a database"."""
    if isinstance(error, OSError | MemoryError):
        said = getattr(error, "strerror", None) or str(error)
        return f"the system says: {_line(said or type(error).__name__)}"
    return f"Chroma says: {_line(str(error) or type(error).__name__)}"


def _line(text: str) -> str:
    line = bracketed(_PASSWORD.sub("", text))
    return line if len(line) <= _LONGEST_CAUSE else f"{line[:_LONGEST_CAUSE]}…"
