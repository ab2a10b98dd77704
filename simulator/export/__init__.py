"""Practised talks as files to take away. Talks are taken one by one: memory does not grow with them."""

import io
import secrets
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from simulator.errors import StoreError
from simulator.export.formats import TABULAR, Format, archive, write
from simulator.export.records import tables
from simulator.export.spool import Spool, spooled
from simulator.export.terms import OPENLY, Terms, pseudonym_key
from simulator.export.whole import Written, whole_files
from simulator.people.person import Person
from simulator.practice.attempt import Attempt

__all__ = ["Format", "Terms", "as_bytes", "everything", "export", "pseudonym_key"]


def export(attempts: Iterable[Attempt], format: Format, out: Path, terms: Terms = OPENLY) -> tuple[Path, ...]:
    """Write the attempts into the folder `out`, which is made if it is not there; files of an earlier export are replaced.

    Raises:
        StoreError: the folder cannot be written to. A file is there whole or not at all.
    """
    # Not a temporary folder of the system's: these files may be read by whom the person's own settings (umask) let read them.
    parts = out / f".export-{secrets.token_hex(4)}"
    try:
        parts.mkdir(parents=True)
        with spooled(attempts) as talks:
            return tuple(path.replace(out / path.name) for path in _files(talks, format, parts, terms))
    except OSError as error:
        raise StoreError(f"The export cannot be written to {out}: {error.strerror}. Choose a folder that you may write to.") from error
    finally:
        shutil.rmtree(parts, ignore_errors=True)


def as_bytes(attempts: Iterable[Attempt], format: Format, terms: Terms = OPENLY) -> bytes:
    """A download's contents; its name and media type are the format's."""
    with tempfile.TemporaryDirectory() as folder, spooled(attempts) as talks:
        paths = _files(talks, format, Path(folder), terms)
        if not format.packed or format is Format.ALL:
            return paths[0].read_bytes()
        packed = io.BytesIO()
        archive(paths, packed)
        return packed.getvalue()


def everything(attempts: Iterable[Attempt], person: Person, terms: Terms = OPENLY, written: Written = ()) -> bytes:
    """All that is kept of a person, as one ZIP: the tables, each talk to read and whole for another program, what they wrote of others'."""
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder, spooled(attempts) as talks:
        archive([*write(tables(talks, terms), Format.CSV, Path(folder)), *whole_files(talks, person, written, Path(folder))], packed)
    return packed.getvalue()


def _files(talks: Spool, format: Format, folder: Path, terms: Terms) -> tuple[Path, ...]:
    """The files of a format, in that folder."""
    if format in TABULAR:
        return write(tables(talks, terms), format, folder)
    if format is Format.XAPI:
        from simulator.export.xapi import statements

        return (statements(talks, terms, folder / format.file_name),)
    if format is Format.PDF:
        from simulator.export.paper import papers

        return papers(talks, terms, folder)
    return (_zip_of_all(talks, folder, terms),)


def _zip_of_all(talks: Spool, folder: Path, terms: Terms) -> Path:
    """Every other format in one ZIP, in a folder each."""
    paths: list[Path] = []
    for format in Format:
        if format is not Format.ALL:
            below = folder / format.value
            below.mkdir()
            paths += _files(talks, format, below, terms)
    with (folder / Format.ALL.file_name).open("xb") as file:
        archive(paths, file, folder)
    return folder / Format.ALL.file_name
