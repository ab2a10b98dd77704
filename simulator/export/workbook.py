"""The tables as one XLSX workbook, a sheet a table, with real numbers and dates."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from simulator.errors import StoreError
from simulator.export.harmless import printable, risky
from simulator.export.records import Cell, Table

WIDTHS: Final = {"text": 80, "note": 40, "scenario_title": 34}
"""Columns that are not 20 characters wide (times) or 14 (all others)."""
LONG: Final = ("text", "note")
"""Columns whose text goes on in the next line."""
MOST_ROWS: Final = 1_048_576
"""Rows of a sheet, the heading among them."""
# The workbook's own date is always the same, so that the same talks give the same bytes.
_MADE: Final = datetime(2000, 1, 1)


def workbook(tables: Sequence[Table], path: Path) -> Path:
    """Write the workbook, row by row; the same tables give the same bytes.

    Raises:
        StoreError: a sheet cannot hold so many rows.
    """
    made = xlsxwriter.Workbook(
        str(path),
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "remove_timezone": True,
        },
    )
    with made as book:
        book.set_properties({"title": "Coaching talks", "created": _MADE})
        head = book.add_format({"bold": True, "bottom": 1})
        date = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"})
        looks = {
            (long, quoted): book.add_format({"text_wrap": long, "valign": "top" if long else "bottom", "quote_prefix": quoted})
            for long in (False, True)
            for quoted in (False, True)
        }
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 1)
            for place, column in enumerate(table.columns):
                sheet.set_column(place, place, WIDTHS.get(column, 20 if column.endswith("_at") else 14))
                sheet.write_string(0, place, column, head)
            for number, row in enumerate(table.rows, start=1):
                if number >= MOST_ROWS:
                    raise StoreError(f"A workbook cannot hold more than {MOST_ROWS - 1:,} {table.name}. Export them as csv or jsonl.")
                for place, column in enumerate(table.columns):
                    _write(sheet, (number, place), row[column], date, looks, long=column in LONG)
    return path


def _write(sheet: Any, place: tuple[int, int], cell: Cell, date: Any, looks: dict[tuple[bool, bool], Any], *, long: bool) -> None:
    match cell:
        case None | "":
            return
        case datetime():
            sheet.write_datetime(*place, cell.astimezone(UTC), date)
        case str():
            sheet.write_string(*place, printable(cell), looks[long, risky(cell)])
        case _:
            sheet.write_number(*place, cell)
