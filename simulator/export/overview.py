"""The first sheet of a workbook: what is in it, and what the talks come to, as counts, averages and two charts.

Only scores of the same versions are averaged, and a talk that was tried again from another is not counted twice.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any, Final

from simulator.export.records import Row

_BANDS: Final = ("0 to 19", "20 to 39", "40 to 59", "60 to 79", "80 to 100")
_WIDE: Final = 100 // len(_BANDS)
_VERSIONS: Final = ("labeller_version", "codebook_version", "measures_version")
_GREY: Final = "#4D4D4D"
"""One series, one grey: it reads the same on paper."""


@dataclass(kw_only=True)
class Overview:
    """What is counted while the rows pass. `left_out` are the tables that no sheet can hold."""

    left_out: tuple[str, ...] = ()
    rows: Counter[str] = field(default_factory=Counter)
    talks: Counter[str] = field(default_factory=Counter)
    scores: list[float] = field(default_factory=list)
    levels: defaultdict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    versions: set[tuple[Any, ...]] = field(default_factory=set)

    def take(self, table: str, row: Row) -> None:
        """Look at a row of that table."""
        self.rows[table] += 1
        if table == "attempts":
            self._attempt(row)

    def _attempt(self, row: Row) -> None:
        self.talks.update(finished=int(row["finished_at"] is not None), scored=int(row["score"] is not None))
        self.talks.update(put_right=int(bool(row["put_right"])))
        if row["branch_of"]:
            self.talks["branches"] += 1
            return
        self.talks.update(asked=_count(row, "measure_asked_told_asked"), told=_count(row, "measure_asked_told_told"))
        if isinstance(score := row["score"], float | int):
            self.scores.append(score)
            self.versions.add(tuple(row[name] for name in _VERSIONS))
            for name, level in row.items():
                if name.startswith("criterion_") and isinstance(level, int):
                    self.levels[name.removeprefix("criterion_")][level] += 1

    @property
    def comparable(self) -> bool:
        """Whether all scores were made by the same versions."""
        return len(self.versions) == 1


def _count(row: Row, name: str) -> int:
    found = row[name]
    return found if isinstance(found, int) else 0


def draw_overview(book: Any, sheet: Any, seen: Overview, head: Any) -> None:
    """Write the sheet; it comes last, when all rows have passed."""
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 2, 16)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, ("Summary", "count"), head)
    row = 1
    for said, count in _counts(seen):
        sheet.write_string(row, 0, said)
        sheet.write_number(row, 1, count)
        row += 1
    for note in _notes(seen):
        sheet.write_string(row := row + 1, 0, note)
    if seen.comparable:
        _averages(book, sheet, seen, head, row + 2)


def _counts(seen: Overview) -> list[tuple[str, int]]:
    talks = seen.talks
    return [
        ("talks", seen.rows["attempts"]),
        ("of them finished", talks["finished"]),
        ("of them scored", talks["scored"]),
        ("of them with figures that people put right", talks["put_right"]),
        ("of them tried again from another", talks["branches"]),
        ("people", seen.rows["people"]),
        ("questions asked in them", talks["asked"]),
        ("stretches told or sold in them", talks["told"]),
    ]


def _notes(seen: Overview) -> list[str]:
    said = ["All times are in UTC. The sheet Columns says what every column means. An empty cell means that there is nothing to say."]
    said += [
        f"The sheet {name.title()} is left out: it has more rows than a sheet holds. Export as csv or parquet." for name in seen.left_out
    ]
    if seen.talks["branches"]:
        said.append("Talks that were tried again from another are not counted below, nor in what was asked and told.")
    if len(seen.versions) > 1:
        said.append(f"The scores were made by {len(seen.versions)} different sets of versions, so they are not averaged.")
    return said


def _averages(book: Any, sheet: Any, seen: Overview, head: Any, row: int) -> None:
    sheet.write_row(row, 0, ("score", "talks"), head)
    held = Counter(min(int(score) // _WIDE, len(_BANDS) - 1) for score in seen.scores)
    for place, band in enumerate(_BANDS, start=1):
        sheet.write_string(row + place, 0, band)
        sheet.write_number(row + place, 1, held[place - 1])
    sheet.write_string(row + len(_BANDS) + 1, 0, "mean score")
    sheet.write_number(row + len(_BANDS) + 1, 1, sum(seen.scores) / len(seen.scores))
    _chart(book, sheet, "Talks by score", (row, len(_BANDS)), "E2", "talks")
    row += len(_BANDS) + 3
    sheet.write_row(row, 0, ("criterion", "mean level", "talks judged"), head)
    for place, (name, levels) in enumerate(seen.levels.items(), start=1):
        sheet.write_string(row + place, 0, name)
        sheet.write_number(row + place, 1, sum(level * count for level, count in levels.items()) / levels.total())
        sheet.write_number(row + place, 2, levels.total())
    if seen.levels:
        _chart(book, sheet, "Mean level by criterion, 0 to 4", (row, len(seen.levels)), "E18", "level")


def _chart(book: Any, sheet: Any, title: str, block: tuple[int, int], place: str, axis: str) -> None:
    first, many = block
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "categories": ["Summary", first + 1, 0, first + many, 0],
            "values": ["Summary", first + 1, 1, first + many, 1],
            "fill": {"color": _GREY},
            "data_labels": {"value": True, "num_format": "0.##"},
        }
    )
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"name": axis, "min": 0, "major_gridlines": {"visible": False}})
    sheet.insert_chart(place, chart, {"description": f"{title}: the numbers stand beside it."})
