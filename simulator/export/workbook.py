"""The tables as one XLSX workbook, a sheet a table, with real numbers and dates."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from simulator.export.harmless import harmless
from simulator.export.records import Cell, Table

WIDTHS = {"text": 80, "note": 40, "scenario_title": 34, "attempt": 12}
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def workbook(tables: Sequence[Table]) -> bytes:
    """The workbook's bytes; the same tables give the same bytes."""
    buffer = io.BytesIO()
    # Strings stay strings: nothing that people typed becomes a formula, a link or a number.
    book = xlsxwriter.Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "remove_timezone": True},
    )
    book.set_properties({"title": "Coaching talks", "created": _EPOCH.replace(tzinfo=None)})
    head = book.add_format({"bold": True, "bottom": 1})
    date = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"})
    long = book.add_format({"text_wrap": True, "valign": "top"})
    for table in tables:
        sheet = book.add_worksheet(table.name)
        sheet.freeze_panes(1, 1)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, WIDTHS.get(column, 20 if column.endswith("_at") else 14))
            sheet.write_string(0, place, column, head)
        for number, row in enumerate(table.rows, start=1):
            for place, column in enumerate(table.columns):
                _write(sheet, number, place, row[column], date, long if column in ("text", "note") else None)
    book.close()
    return buffer.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Cell, date: Any, look: Any) -> None:
    match cell:
        case None | "":
            return
        case datetime():
            sheet.write_datetime(row, column, cell.astimezone(UTC), date)
        case str():
            sheet.write_string(row, column, harmless(cell), look)
        case _:
            sheet.write_number(row, column, cell)
