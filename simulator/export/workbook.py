"""The tables as one XLSX workbook, a sheet a table, with real numbers, booleans and dates, and a summary in front."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from simulator.export.columns import Column, Holds
from simulator.export.harmless import printable, risky
from simulator.export.overview import Overview, draw_overview
from simulator.export.records import Cell, Row, Table

FIRST: Final = ("columns", "attempts", "criteria", "facts", "segments")
"""The sheets behind the summary, in order; the other tables come after them."""
MOST_ROWS: Final = 1_048_576
"""Rows of a sheet, the heading among them."""
_WIDTHS: Final = {"text": 80, "meaning": 80, "quote": 60, "said": 60, "note": 40, "scenario_title": 34}
"""Columns that are not 20 characters wide (times) or 14 (all others); their text goes on in the next line."""
_TEXTS_OF_COLUMNS: Final = {"table": 14, "column": 36, "kind": 14, "unit": 26}
# The workbook's own date is always the same, so that the same talks give the same bytes.
_MADE: Final = datetime(2000, 1, 1)
_Put = Callable[[int, int, Cell], None]


def workbook(tables: Sequence[Table], path: Path) -> Path:
    """Write the workbook, row by row; the same tables give the same bytes.

    A table of more rows than a sheet holds is left out, and the summary says so.
    """
    options = {"constant_memory": True, "remove_timezone": True}
    texts = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    left_out = tuple(table.name for table in tables if table.count >= MOST_ROWS)
    seen = Overview(left_out=left_out)
    order = {name: place for place, name in enumerate(FIRST)}
    with xlsxwriter.Workbook(str(path), {**options, **texts}) as book:
        book.set_properties({"title": "Coaching talks", "created": _MADE})
        front = book.add_worksheet("Summary")
        looks = _looks(book)
        for table in sorted(tables, key=lambda one: order.get(one.name, len(order))):
            if table.name not in left_out:
                _sheet(book, table, looks, seen)
        draw_overview(book, front, seen, looks["head"])
    return path


def _looks(book: Any) -> dict[str, Any]:
    return {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "time": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"}),
        "quoted": book.add_format({"quote_prefix": True}),
        "long": book.add_format({"text_wrap": True, "valign": "top"}),
        "long quoted": book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
    }


def _sheet(book: Any, table: Table, looks: dict[str, Any], seen: Overview) -> None:
    sheet = book.add_worksheet(table.name.title())
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(table.described):
        sheet.set_column(place, place, _width(table, column))
        sheet.write_string(0, place, column.name, looks["head"])
    put = [(column.name, place, _putter(sheet, column, looks)) for place, column in enumerate(table.described)]
    number = 0
    for row in table.rows:
        if table.name == "columns" and row["table"] in seen.left_out:
            continue
        number += 1
        seen.take(table.name, row)
        _row(number, row, put)
    sheet.autofilter(0, 0, number, len(table.described) - 1)


def _row(number: int, row: Row, put: Sequence[tuple[str, int, _Put]]) -> None:
    for name, place, write in put:
        cell = row[name]
        if cell is not None and cell != "":
            write(number, place, cell)


def _width(table: Table, column: Column) -> int:
    own = _TEXTS_OF_COLUMNS.get(column.name) if table.name == "columns" else None
    return own or _WIDTHS.get(column.name, 20 if column.kind is Holds.TIME else 14)


def _putter(sheet: Any, column: Column, looks: dict[str, Any]) -> _Put:
    """What writes a cell of that column; a text is text, whatever it looks like."""
    plain, quoted = (looks["long"], looks["long quoted"]) if column.name in _WIDTHS else (None, looks["quoted"])

    def text(row: int, place: int, cell: Cell) -> None:
        said = str(cell)
        sheet.write_string(row, place, printable(said), quoted if risky(said) else plain)

    def time(row: int, place: int, cell: Cell) -> None:
        assert isinstance(cell, datetime)
        sheet.write_datetime(row, place, cell.astimezone(UTC), looks["time"])

    writers: dict[Holds, _Put] = dict.fromkeys(Holds, sheet.write_number)
    writers |= {Holds.TEXT: text, Holds.TIME: time, Holds.YES_NO: sheet.write_boolean}
    return writers[column.kind]
