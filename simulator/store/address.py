"""Where the database is: an address taken apart, also one that was pasted with a raw password, and shown without it."""

import re
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from simulator.errors import StoreError

# The password ends at the first @ behind which everything reads as server, port, database and options.
_WITH_PASSWORD: Final = re.compile(
    r"(?P<head>[\w+]+://[^:/?@]*(?:@[^:/?@]*)?):(?P<password>.*?)@"
    r"(?P<rest>(?:\[[^]@]*\]|[^]\[@/:?]*)(?::[^@/:?]*)?(?:/[^@?]*)?(?:\?(?:[\w.]+=[^&]*(?:&[\w.]+=[^&]*)*)?)?)",
    re.DOTALL,
)
_EXAMPLE: Final = (
    "For example: postgresql+psycopg://coach:secret@db.example/coaching, or leave it empty for a file of this machine. "
    "In a password write % as %25 where two digits follow."
)


def located(address: str) -> URL:
    """The SQLAlchemy address, taken apart. A password may stand in it as it is, or percent-encoded.

    Raises:
        StoreError: it is no address, or its port is none. The sentence does not repeat it, since it may hold a password.
    """
    if found := _WITH_PASSWORD.fullmatch(address):
        user, password = (_encoded(part) for part in (found["head"].partition("://")[2], found["password"]))
        address = f"{found['head'].partition('://')[0]}://{user}:{password}@{found['rest']}"
    try:
        url = make_url(address)
    except ArgumentError:
        raise StoreError(f"DATABASE_URL is not an address of a database, so no talk can be kept or read. {_EXAMPLE}") from None
    except ValueError:
        raise StoreError(_bad_port()) from None
    if url.port is not None and not 1 <= url.port <= 65535:
        raise StoreError(_bad_port())
    return url


def shown(url: URL) -> str:
    """The address for a person: the file alone, or the server without its password."""
    if url.get_backend_name() == "sqlite":
        return f"the database file {url.database}"
    # PostgreSQL takes a password in the query, too.
    return f"the database {url.set(query={}).render_as_string(hide_password=True)}"


def _encoded(part: str) -> str:
    """A name or a password in which nothing divides the address; what is percent-encoded already stays."""
    part = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
    return re.sub(r"[@:/?#\[\]\s]", lambda found: f"%{ord(found[0]):02X}" if ord(found[0]) < 128 else found[0], part)


def _bad_port() -> str:
    return f"The port in DATABASE_URL is not a number from 1 to 65535, so no talk can be kept or read. {_EXAMPLE}"
