"""What an export of many talks costs: `python -m benchmarks.exports [TALKS]`, 100,000 of 20 turns where it is not said.

The talks are made as they are asked for, without a store, so what is measured is the export: going through the talks twice, their tables,
their files. XLSX is set beside bare XlsxWriter with the same cells. Memory is the most that this process ever held.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import xlsxwriter

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.criteria.levels import CRITERIA
from simulator.evaluation.measures.every import KINDS
from simulator.evaluation.scorecard import Criterion, FactOutcome, FactState, Measure
from simulator.export.formats import Format, write
from simulator.export.records import Table, tables
from simulator.export.spool import Spool, spooled
from simulator.practice.attempt import Attempt
from simulator.scenario.model import Layer
from tests.talks import NOON, attempt, scorecard, turn

MANY = 100_000
TURNS = 20
SAID = "So the date slipped again, and nobody told you why. What happened?"


def talks(many: int) -> Iterator[Attempt]:
    """So many finished talks, alike but for their ids."""
    said = [turn(number, SAID) for number in range(1, TURNS + 1)]
    card = scorecard(
        segments=tuple(
            Segment(turn=one.number, start=0, end=len(SAID), text=SAID, code=Code.OPEN_QUESTION, confidence=0.9) for one in said[1::2]
        ),
        measures=tuple(Measure(id=kind.id, name="", definition="", unit=kind.unit, value=0.4, shown="4 : 10", basis=10) for kind in KINDS),
        criteria=tuple(Criterion(id=name, name=name, level=2, number="", reading="") for name in CRITERIA),
        facts=tuple(FactOutcome(id=f"f{place}", layer=Layer.ROOT, summary="", opener="", state=FactState.MISSED) for place in range(5)),
    )
    first = attempt("a", *said, finished_at=NOON, scorecard=card)
    return (replace(first, id=f"{number:032x}") for number in range(many))


def bare(some: Iterable[Table], path: Path) -> None:
    """The same cells as XlsxWriter writes them where nobody looks at them."""
    options = {"constant_memory": True, "remove_timezone": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        date = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for table in some:
            sheet = book.add_worksheet(table.name)
            for number, row in enumerate(table.rows, start=1):
                for place, cell in enumerate(row.values()):
                    if isinstance(cell, datetime):
                        sheet.write_datetime(number, place, cell, date)
                    elif cell is not None:
                        sheet.write(number, place, cell)


def _said(what: str, begun: float) -> None:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:32} {time.perf_counter() - begun:7.1f} s   {most:6.0f} MB at most", flush=True)


def _written(kept: Spool, form: Format, names: tuple[str, ...], folder: Path) -> None:
    begun = time.perf_counter()
    chosen = [table for table in tables(kept) if not names or table.name in names]
    write(chosen, form, folder)
    _said(f"{', '.join(names) or 'all tables'}, {form.value}", begun)


def main() -> None:
    """Measure, and say the figures."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as name:
        folder, begun = Path(name), time.perf_counter()
        with spooled(talks(many)) as kept:
            _said(f"{many:,} talks put by", begun)
            _written(kept, Format.CSV, ("attempts",), folder)
            _written(kept, Format.PARQUET, ("segments",), folder)
            _written(kept, Format.XLSX, (), folder)
            begun = time.perf_counter()
            bare([table for table in tables(kept) if table.count < 1_048_576], folder / "bare.xlsx")
            _said("bare XlsxWriter, the same cells", begun)


if __name__ == "__main__":
    main()
