"""The tables written as CSV, JSON lines or a workbook; the same values in each."""

import csv
import json
import shutil
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO

from simulator.export.harmless import harmless
from simulator.export.records import Cell, Table


class Format(StrEnum):
    """A format to take away."""

    XLSX = "xlsx"
    CSV = "csv"
    JSONL = "jsonl"

    @property
    def label(self) -> str:
        """What a person calls it."""
        return {Format.XLSX: "Excel", Format.CSV: "CSV", Format.JSONL: "JSON lines"}[self]

    @property
    def file_name(self) -> str:
        """The name of a download; several files come as one ZIP."""
        return "coaching-talks.xlsx" if self is Format.XLSX else f"coaching-talks-{self.value}.zip"

    @property
    def mime(self) -> str:
        """The media type of a download."""
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" if self is Format.XLSX else "application/zip"


def write(tables: Sequence[Table], format: Format, folder: Path) -> tuple[Path, ...]:
    """Write the tables into files of the folder, row by row: a workbook, or one file a table.

    Raises:
        OSError: a file cannot be written.
        StoreError: a workbook cannot hold so many rows.
    """
    if format is Format.XLSX:
        from simulator.export.workbook import workbook

        return (workbook(tables, folder / format.file_name),)
    put = _csv if format is Format.CSV else _jsonl
    return tuple(put(table, folder / f"{table.name}.{format.value}") for table in tables)


def archive(paths: Sequence[Path], target: IO[bytes]) -> None:
    """Put the files into one ZIP; the same contents give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in paths:
            info = zipfile.ZipInfo(path.name)
            info.compress_type = zipfile.ZIP_DEFLATED
            with path.open("rb") as source, packed.open(info, "w") as entry:
                shutil.copyfileobj(source, entry)


def _csv(table: Table, path: Path) -> Path:
    # With its byte order mark, Excel reads the file as UTF-8.
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows([_csv_cell(row[column]) for column in table.columns] for row in table.rows)
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
        # Half of a surrogate pair cannot be written as UTF-8.
        return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) else cell

    with path.open("x", encoding="utf-8", newline="\n") as file:
        for row in table.rows:
            file.write(f"{json.dumps({column: plain(row[column]) for column in table.columns}, ensure_ascii=False)}\n")
    return path
