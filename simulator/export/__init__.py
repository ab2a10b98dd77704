"""Practised talks as files to take away. Talks are taken one by one: memory does not grow with them."""

import io
import secrets
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from simulator.errors import StoreError
from simulator.export.formats import Format, archive, write
from simulator.export.records import tables
from simulator.export.spool import spooled
from simulator.export.whole import whole_files
from simulator.people.person import Person
from simulator.practice.attempt import Attempt

__all__ = ["Format", "as_bytes", "everything", "export"]


def export(attempts: Iterable[Attempt], format: Format, out: Path) -> tuple[Path, ...]:
    """Write the attempts into the folder `out`, which is made if it is not there; files of an earlier export are replaced.

    Raises:
        StoreError: the folder cannot be written to, or a workbook cannot hold so many rows. A file is there whole or not at all.
    """
    # Not a temporary folder of the system's: these files may be read by whom the person's own settings (umask) let read them.
    parts = out / f".export-{secrets.token_hex(4)}"
    try:
        parts.mkdir(parents=True)
        with spooled(attempts) as talks:
            return tuple(path.replace(out / path.name) for path in write(tables(talks), format, parts))
    except OSError as error:
        raise StoreError(f"The export cannot be written to {out}: {error.strerror}. Choose a folder that you may write to.") from error
    finally:
        shutil.rmtree(parts, ignore_errors=True)


def as_bytes(attempts: Iterable[Attempt], format: Format) -> bytes:
    """A download's contents; its name and media type are the format's."""
    with tempfile.TemporaryDirectory() as folder, spooled(attempts) as talks:
        paths = write(tables(talks), format, Path(folder))
        if len(paths) == 1:
            return paths[0].read_bytes()
        packed = io.BytesIO()
        archive(paths, packed)
        return packed.getvalue()


def everything(attempts: Iterable[Attempt], person: Person) -> bytes:
    """All that is kept of a person, as one ZIP: the tables, each talk to read, and each talk whole for another program."""
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder, spooled(attempts) as talks:
        archive([*write(tables(talks), Format.CSV, Path(folder)), *whole_files(talks, person, Path(folder))], packed)
    return packed.getvalue()
