"""Exports: one record, the same values in every format, and nothing that a spreadsheet would run."""

import csv
import io
import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.attempt import Attempt
from simulator.errors import StoreError
from simulator.export import Format, as_bytes, export
from simulator.export.harmless import LONGEST_CELL, harmless
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
    rows = list(openpyxl.load_workbook(path)[name].iter_rows(values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def test_csv_has_three_tables(tmp_path: Path) -> None:
    paths = export([DONE, OPEN], Format.CSV, tmp_path / "new" / "folder")
    assert [path.name for path in paths] == ["attempts.csv", "turns.csv", "segments.csv"]
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
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "  @x", '"=1', "\u200b=1", "\uff1d1", "|x"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["", "What's up?", "1 = 1", "a-b", "“=1”", "3 + 4"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=40))
def test_no_text_stays_risky(text: str) -> None:
    clean = harmless(text)
    assert not clean.lstrip().startswith(("=", "+", "-", "@"))
    assert not any(ord(char) < 32 and char not in "\t\r\n" for char in clean)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    clean = harmless("=" * 40_000)
    assert len(clean) == LONGEST_CELL
    assert clean.endswith("(cut)")


def test_jsonl_keeps_types_and_text(tmp_path: Path) -> None:
    export([DONE], Format.JSONL, tmp_path)
    row = json.loads((tmp_path / "attempts.jsonl").read_text(encoding="utf-8"))
    assert (row["score"], row["measure_rq"], row["turns"]) == (61.5, None, 2)
    assert row["started_at"] == "2026-03-02T12:00:00.500000+00:00"
    assert json.loads((tmp_path / "turns.jsonl").read_text(encoding="utf-8").splitlines()[1])["text"] == "=1+1 now"


@settings(max_examples=20, deadline=None)
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
    assert as_bytes([DONE, OPEN], format) == as_bytes([DONE, OPEN], format)


@pytest.mark.parametrize("attempts", [[], [DONE, OPEN]])
def test_a_download_is_one_file(attempts: list[Attempt]) -> None:
    name, mime, content = as_bytes(attempts, Format.CSV)
    assert (name, mime) == ("coaching-talks-csv.zip", "application/zip")
    with zipfile.ZipFile(io.BytesIO(content)) as target:
        assert target.namelist() == ["attempts.csv", "turns.csv", "segments.csv"]
        assert target.read("attempts.csv").decode("utf-8-sig").startswith("attempt,player,scenario")
    assert as_bytes(attempts, Format.XLSX)[0].endswith(".xlsx")


def test_a_folder_that_cannot_be_made_is_an_error_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreError, match="may write to"):
        export([DONE], Format.CSV, tmp_path / "file" / "x")
    export([DONE], Format.XLSX, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coaching-talks.xlsx", "file"]
