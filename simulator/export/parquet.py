"""A table as a Parquet file: typed columns, times in UTC, some thousand rows at a time in memory, fewer where they are long."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from simulator.export.columns import Holds
from simulator.export.harmless import writable
from simulator.export.records import Cell, Row, Table

ROWS: Final = 5_000
"""Rows that are written together, as one row group, at most."""
LETTERS: Final = 1_000_000
"""Where their texts come to so many characters, the group ends before."""
_TYPES: Final[dict[Holds, Any]] = {
    Holds.TEXT: pa.string(),
    Holds.WHOLE: pa.int64(),
    Holds.NUMBER: pa.float64(),
    Holds.YES_NO: pa.bool_(),
    Holds.TIME: pa.timestamp("us", tz="UTC"),
}


def parquet(table: Table, path: Path) -> Path:
    """Write the table; what each column means is kept with it."""
    schema = pa.schema(
        [pa.field(one.name, _TYPES[one.kind], metadata={"description": one.meaning, "unit": one.unit}) for one in table.described]
    )
    with path.open("xb") as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for some in _batches(table.rows):
            arrays = [pa.array([_cell(row[one.name]) for row in some], _TYPES[one.kind]) for one in table.described]
            writer.write_table(pa.table(arrays, schema=schema))
    return path


def _batches(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    some: list[Row] = []
    letters = 0
    for row in rows:
        some.append(row)
        letters += sum(len(cell) for cell in row.values() if isinstance(cell, str))
        if len(some) == ROWS or letters >= LETTERS:
            yield tuple(some)
            some, letters = [], 0
    if some:
        yield tuple(some)


def _cell(cell: Cell) -> Cell:
    return writable(cell) if isinstance(cell, str) else cell
