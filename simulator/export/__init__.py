"""Practised talks as files to take away."""

import secrets
from collections.abc import Sequence
from pathlib import Path

from simulator.errors import StoreError
from simulator.export.formats import Format, archive, files
from simulator.export.records import tables
from simulator.practice.attempt import Attempt

__all__ = ["Format", "as_bytes", "export"]

_MIME = {
    Format.CSV: "application/zip",
    Format.JSONL: "application/zip",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def export(attempts: Sequence[Attempt], format: Format, out: Path) -> tuple[Path, ...]:
    """Write the attempts into the folder `out`, which is made if it is not there; files of an earlier export are replaced.

    Raises:
        StoreError: the folder cannot be written to, or a workbook cannot hold so many rows. A file is there whole or not at all.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        return tuple(_put(out / name, content) for name, content in files(tables(attempts), format).items())
    except OSError as error:
        raise StoreError(f"The export cannot be written to {out}: {error.strerror}. Choose a folder that you may write to.") from error


def as_bytes(attempts: Sequence[Attempt], format: Format) -> tuple[str, str, bytes]:
    """A file's name, media type and contents, for a download; several files come as one ZIP."""
    contents = files(tables(attempts), format)
    if len(contents) == 1:
        name, content = next(iter(contents.items()))
        return name, _MIME[format], content
    return f"coaching-talks-{format.value}.zip", _MIME[format], archive(contents)


def _put(path: Path, content: bytes) -> Path:
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        # Not a temporary file of the system's: this one may be read by whom the person's own settings (umask) let read it.
        with part.open("xb") as file:
            file.write(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path
