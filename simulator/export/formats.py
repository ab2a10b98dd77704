"""The tables written as CSV, JSON lines or a workbook; the same values in each."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum

from simulator.export.harmless import harmless
from simulator.export.records import Cell, Table


class Format(StrEnum):
    """A format to take away."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


def files(tables: Sequence[Table], format: Format) -> dict[str, bytes]:
    """File names and contents: a workbook, or one file a table."""
    if format is Format.XLSX:
        from simulator.export.workbook import workbook

        return {"coaching-talks.xlsx": workbook(tables)}
    write = _csv if format is Format.CSV else _jsonl
    return {f"{table.name}.{format.value}": write(table) for table in tables}


def archive(contents: dict[str, bytes]) -> bytes:
    """The files in one ZIP; the same contents give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in contents.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return buffer.getvalue()


def _csv(table: Table) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_csv_cell(row[column]) for column in table.columns] for row in table.rows)
    # With its byte order mark, Excel reads the file as UTF-8.
    return buffer.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    return harmless(cell) if isinstance(cell, str) else cell


def _jsonl(table: Table) -> bytes:
    def plain(cell: Cell) -> Cell:
        if isinstance(cell, datetime):
            return cell.astimezone(UTC).isoformat()
        # Half of a surrogate pair cannot be written as UTF-8.
        return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) else cell

    lines = [json.dumps({column: plain(row[column]) for column in table.columns}, ensure_ascii=False) for row in table.rows]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")
