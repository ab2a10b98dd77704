"""The tables written as CSV, JSON lines, Parquet or a workbook; the same values in each."""

import csv
import json
import shutil
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Final

from simulator.export.harmless import harmless, writable
from simulator.export.records import Cell, Table


class Format(StrEnum):
    """A format to take away."""

    XLSX = "xlsx"
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    XAPI = "xapi"
    PDF = "pdf"
    ALL = "all"

    @property
    def label(self) -> str:
        """What a person calls it."""
        named = {
            Format.XLSX: "Excel",
            Format.JSONL: "JSON lines",
            Format.PARQUET: "Parquet",
            Format.XAPI: "xAPI",
            Format.ALL: "All of them",
        }
        return named.get(self, self.value.upper())

    @property
    def file_name(self) -> str:
        """The name of a download; several files come as one ZIP."""
        alone = {Format.XLSX: "coaching-talks.xlsx", Format.XAPI: "coaching-talks-xapi.json", Format.ALL: "coaching-talks.zip"}
        return alone.get(self, f"coaching-talks-{self.value}.zip")

    @property
    def packed(self) -> bool:
        """Whether a download of it is a ZIP of several files."""
        return self not in (Format.XLSX, Format.XAPI)

    @property
    def mime(self) -> str:
        """The media type of a download."""
        if self is Format.XLSX:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return "application/json" if self is Format.XAPI else "application/zip"


TABULAR: Final = (Format.CSV, Format.JSONL, Format.PARQUET, Format.XLSX)
"""The formats that hold the tables, with the same values in each."""


def write(tables: Sequence[Table], format: Format, folder: Path) -> tuple[Path, ...]:
    """Write the tables into files of the folder, row by row, in one of `TABULAR`: a workbook, or one file a table.

    Raises:
        OSError: a file cannot be written.
    """
    if format is Format.XLSX:
        from simulator.export.workbook import workbook

        return (workbook(tables, folder / format.file_name),)
    if format is Format.PARQUET:
        from simulator.export.parquet import parquet

        return tuple(parquet(table, folder / f"{table.name}.parquet") for table in tables)
    put = _csv if format is Format.CSV else _jsonl
    return tuple(put(table, folder / f"{table.name}.{format.value}") for table in tables)


def archive(paths: Sequence[Path], target: IO[bytes], below: Path | None = None) -> None:
    """Put the files into one ZIP, with the folders that they have below that one; the same contents give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in paths:
            info = zipfile.ZipInfo(path.relative_to(below).as_posix() if below else path.name)
            info.compress_type = zipfile.ZIP_DEFLATED
            with path.open("rb") as source, packed.open(info, "w") as entry:
                shutil.copyfileobj(source, entry)


def _csv(table: Table, path: Path) -> Path:
    # With its byte order mark, Excel reads the file as UTF-8.
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.columns)
        names = table.columns
        writer.writerows([_csv_cell(row[name]) for name in names] for row in table.rows)
    return path


def _csv_cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    return harmless(cell) if isinstance(cell, str) else cell


def _jsonl(table: Table, path: Path) -> Path:
    def plain(cell: Cell) -> Cell:
        if isinstance(cell, datetime):
            return cell.astimezone(UTC).isoformat()
        return writable(cell) if isinstance(cell, str) else cell

    with path.open("x", encoding="utf-8", newline="\n") as file:
        names = table.columns
        for row in table.rows:
            file.write(f"{json.dumps({name: plain(row[name]) for name in names}, ensure_ascii=False)}\n")
    return path
