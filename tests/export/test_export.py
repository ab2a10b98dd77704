"""Exports: one record, the same values in every format, and nothing that a spreadsheet would run."""

import csv
import io
import json
import os
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.conversation import Conversation
from simulator.errors import StoreError
from simulator.evaluation.criteria.levels import CRITERIA
from simulator.evaluation.scoring import score
from simulator.export import Format, Terms, as_bytes, export, workbook
from simulator.export import columns as described
from simulator.export.columns import of_criteria, of_measures
from simulator.export.records import NOT_FINISHED, NOT_GIVEN, tables
from simulator.practice.attempt import Attempt
from simulator.scenario.model import Stance
from simulator.state import RepState
from tests.evaluation.talks import VERSIONS
from tests.scenarios_for_tests import make_scenario
from tests.talks import NOON, attempt, scorecard, turn

DONE = attempt(
    "a1", turn(1, "Morning."), turn(2, "=1+1 now", note="x"), finished_at=NOON, scorecard=scorecard(), player='=HYPERLINK("http://x")'
)
OPEN = attempt("a2")


def csv_rows(folder: Path, name: str) -> list[dict[str, str]]:
    """A CSV table as its reader sees it."""
    return list(csv.DictReader(io.StringIO((folder / name).read_text(encoding="utf-8-sig"))))


def sheet_rows(path: Path, name: str) -> list[dict[str, Any]]:
    """A sheet as its reader sees it."""
    rows = list(openpyxl.load_workbook(path)[name.title()].iter_rows(values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


TABLES = ("attempts", "turns", "segments", "criteria", "facts", "corrections", "comments", "people", "columns")


def test_csv_has_a_file_a_table(tmp_path: Path) -> None:
    paths = export([DONE, OPEN], Format.CSV, tmp_path / "new" / "folder")
    assert [path.stem for path in paths] == list(TABLES)
    done, open_ = csv_rows(paths[0].parent, "attempts.csv")
    assert (done["attempt"], done["score"], done["measure_talk_share"], done["criterion_balance"]) == ("a1", "61.5", "0.4", "3")
    assert done["started_at"] == "2026-03-02 12:00:00"
    assert done["labeller_version"] == "rules-1"
    assert (open_["score"], open_["score_unscored"]) == ("", "The talk is not finished.")
    assert [row["turn"] for row in csv_rows(paths[0].parent, "turns.csv")] == ["1", "2", "1"]
    assert csv_rows(paths[0].parent, "segments.csv")[0]["code"] == "instruction"


def test_unscored_stays_empty_with_its_reason_beside_it(tmp_path: Path) -> None:
    export([DONE], Format.CSV, tmp_path)
    row = csv_rows(tmp_path, "attempts.csv")[0]
    assert (row["measure_rq"], row["measure_rq_unscored"]) == ("", "Only 1 question.")
    assert (row["criterion_close"], row["criterion_close_unscored"]) == ("", "The talk was too short.")
    (path,) = export([DONE], Format.XLSX, tmp_path)
    cells = sheet_rows(path, "attempts")[0]
    assert (cells["measure_rq"], cells["measure_rq_unscored"]) == (None, "Only 1 question.")


def test_an_open_talk_gives_the_reason_beside_every_empty_result() -> None:
    (row,) = tables([OPEN])[0].rows
    reasons = {column: value for column, value in row.items() if column.endswith("_unscored")}
    assert set(reasons.values()) == {NOT_FINISHED}
    assert [row[column.removesuffix("_unscored")] for column in reasons] == [None] * len(reasons)


@pytest.mark.parametrize("talks", [[], [OPEN], [DONE], [OPEN, DONE], [DONE, OPEN]])
def test_the_columns_and_their_order_do_not_depend_on_the_talks(talks: list[Attempt]) -> None:
    made = tables(talks)
    wanted = (*described.ATTEMPTS, *of_measures(described.MEASURES), *of_criteria(CRITERIA))
    assert [one for one in made[0].described if "measure_rq" not in one.name] == list(wanted)
    assert [table.name for table in made] == list(TABLES)
    assert [tuple(row) for table in tables(talks) for row in table.rows] == [table.columns for table in tables(talks) for _ in table.rows]
    assert [table.count for table in tables(talks)] == [len(list(table.rows)) for table in tables(talks)]


def test_a_measure_that_only_an_older_scorecard_has_keeps_a_column_after_todays() -> None:
    columns, (row,) = tables([DONE])[0].columns, tables([DONE])[0].rows
    assert columns.index("measure_rq") == columns.index("measure_gap_score_unscored") + 1
    assert (row["measure_grow"], row["measure_grow_unscored"]) == (None, NOT_GIVEN)


@pytest.mark.parametrize("stance", list(Stance))
def test_todays_scorecards_need_no_column_that_is_not_described(stance: Stance) -> None:
    scenario = make_scenario(stance=stance)
    card = score(Conversation(), (), versions=VERSIONS, scenario=scenario, state=RepState(openness=0.3))
    assert tuple(measure.id for measure in card.measures) == described.MEASURES
    assert {criterion.id for criterion in card.criteria} <= set(CRITERIA)


def test_the_workbook_has_real_numbers_and_dates(tmp_path: Path) -> None:
    (path,) = export([DONE], Format.XLSX, tmp_path)
    row = sheet_rows(path, "attempts")[0]
    assert isinstance(row["score"], float)
    assert isinstance(row["started_at"], datetime)
    assert row["started_at"].replace(microsecond=0) == NOON.replace(tzinfo=None, microsecond=0)
    assert isinstance(sheet_rows(path, "turns")[0]["words"], int)


def test_formulas_are_only_text_in_csv_and_workbook(tmp_path: Path) -> None:
    export([DONE], Format.CSV, tmp_path)
    assert csv_rows(tmp_path, "turns.csv")[1]["text"] == "'=1+1 now"
    assert csv_rows(tmp_path, "attempts.csv")[0]["player"].startswith("'=HYPERLINK")
    (path,) = export([DONE], Format.XLSX, tmp_path)
    book = openpyxl.load_workbook(path)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "b"}
    # As typed, and marked as text; what is harmless is not marked.
    texts = {cell.value: cell.quotePrefix for cell in book["Turns"]["G"][1:]}
    assert texts == {"Morning.": False, "=1+1 now": True}
    assert book["Attempts"]["B2"].value == '=HYPERLINK("http://x")'
    assert book["Attempts"]["B2"].quotePrefix
    assert book["Attempts"]["B2"].hyperlink is None
    place = [one.name for one in described.SEGMENTS].index("text") + 1
    assert book["Segments"].cell(2, place).value == DONE.conversation.turns[1].text[:8]


def test_jsonl_keeps_types_and_text(tmp_path: Path) -> None:
    export([DONE], Format.JSONL, tmp_path)
    row = json.loads((tmp_path / "attempts.jsonl").read_text(encoding="utf-8"))
    assert (row["score"], row["measure_rq"], row["turns"]) == (61.5, None, 2)
    assert row["started_at"] == "2026-03-02T12:00:00.500000+00:00"
    assert json.loads((tmp_path / "turns.jsonl").read_text(encoding="utf-8").splitlines()[1])["text"] == "=1+1 now"


@settings(max_examples=20)
@given(text=st.text(max_size=60), name=st.text(max_size=20))
def test_whatever_was_typed_the_files_can_be_read(tmp_path_factory: pytest.TempPathFactory, text: str, name: str) -> None:
    folder = tmp_path_factory.mktemp("export")
    talk = attempt("a1", turn(1), turn(2, text), player=name)
    (path,) = export([talk], Format.XLSX, folder)
    assert len(sheet_rows(path, "turns")) == 2
    with zipfile.ZipFile(path) as book:
        for part in book.namelist():
            if part.endswith(".xml"):
                ElementTree.fromstring(book.read(part))
    for format in (Format.CSV, Format.JSONL):
        export([talk], format, folder)
    assert len(csv_rows(folder, "turns.csv")) == 2
    assert json.loads((folder / "turns.jsonl").read_text(encoding="utf-8").split("\n")[1])["turn"] == 2


@pytest.mark.parametrize("format", list(Format))
def test_the_same_talks_give_the_same_bytes(format: Format) -> None:
    content = as_bytes([DONE, OPEN], format, Terms(key=b"k"))
    assert as_bytes([DONE, OPEN], format, Terms(key=b"k")) == content
    if format is Format.XAPI:
        return
    with zipfile.ZipFile(io.BytesIO(content)) as target:
        assert {info.date_time[0] for info in target.infolist()} == {1980}
        if format.file_name.endswith(".xlsx"):
            dates = re.findall(rb">(\d{4}-\d\d-\d\dT[^<]*)<", target.read("docProps/core.xml"))
            assert set(dates) == {b"2000-01-01T00:00:00Z"}


@pytest.mark.parametrize("attempts", [[], [DONE, OPEN]])
def test_a_download_is_one_file(attempts: list[Attempt]) -> None:
    assert (Format.CSV.file_name, Format.CSV.mime) == ("coaching-talks-csv.zip", "application/zip")
    content = as_bytes(attempts, Format.CSV)
    with zipfile.ZipFile(io.BytesIO(content)) as target:
        assert target.namelist() == [f"{name}.csv" for name in TABLES]
        assert target.read("attempts.csv").decode("utf-8-sig").startswith("attempt,player,person,scenario")
    assert Format.XLSX.file_name.endswith(".xlsx")
    assert as_bytes(attempts, Format.XLSX).startswith(b"PK")


def test_a_folder_that_cannot_be_made_is_an_error_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreError, match="may write to"):
        export([DONE], Format.CSV, tmp_path / "file" / "x")
    export([DONE], Format.XLSX, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coaching-talks.xlsx", "file"]


def test_an_earlier_export_is_replaced_whole_and_nothing_else_is_touched(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for talks in ([DONE, OPEN], [OPEN]):
        export(talks, Format.CSV, tmp_path)
    assert [row["attempt"] for row in csv_rows(tmp_path, "attempts.csv")] == ["a2"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["notes.txt", *(f"{name}.csv" for name in TABLES)])


def test_a_file_that_cannot_be_replaced_is_an_error_and_no_half_file_stays(tmp_path: Path) -> None:
    (tmp_path / "turns.csv").mkdir()
    with pytest.raises(StoreError, match="cannot be written"):
        export([DONE], Format.CSV, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["attempts.csv", "turns.csv"]


def test_who_may_read_the_files_is_up_to_the_person(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        (path,) = export([DONE], Format.XLSX, tmp_path)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_has_more_rows_than_a_sheet_holds_is_left_out_and_the_summary_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def sheets(*talks: Attempt) -> tuple[list[str], str]:
        book = openpyxl.load_workbook(export(talks, Format.XLSX, tmp_path)[0])
        return book.sheetnames, " ".join(str(row[0]) for row in book["Summary"].iter_rows(values_only=True))

    many = len(list(tables([])[-1].rows))
    monkeypatch.setattr(workbook, "MOST_ROWS", many + 9)
    talks = [attempt("a1", *(turn(number) for number in range(1, many + 9))), OPEN]
    names, said = sheets(*talks)
    assert "Turns" not in names
    assert names[:6] == ["Summary", "Columns", "Attempts", "Criteria", "Facts", "Segments"]
    assert "The sheet Turns is left out" in said
    assert "turns" not in {row["table"] for row in sheet_rows(tmp_path / "coaching-talks.xlsx", "columns")}
    names, said = sheets(DONE)
    assert "Turns" in names
    assert "left out" not in said
