"""One record, many forms: every cell of every table is the same in CSV, JSON lines, Parquet and the workbook, read by other libraries."""

import csv
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from simulator.codes import Code
from simulator.conversation import Speaker
from simulator.evaluation.corrections import Correction
from simulator.evaluation.review import Comment, GivenLevel, Review
from simulator.evaluation.scorecard import Criterion, Estimate, FactOutcome, FactState, Measure, Measured, Quote
from simulator.export import Format, Terms, export
from simulator.export.columns import Holds
from simulator.export.parquet import ROWS
from simulator.export.records import Cell, Table, tables
from simulator.practice.attempt import Attempt, Source
from simulator.scenario.model import Layer, Stance
from tests.scenarios_for_tests import make_scenario
from tests.talks import NOON, attempt, scorecard, turn

SECRET = "Nobody told him about the bonus."
SAID = "The desk is slow."


def _measure(name: str, value: float | None, shown: str, basis: int) -> Measure:
    return Measure(
        id=name, name=name, definition="-", unit="-", value=value, shown=shown, basis=basis, unscored="" if value else "Why not."
    )


def _fact(name: str, state: FactState, said: str = "") -> FactOutcome:
    quote = Quote(turn=3, start=0, end=len(said), text=said) if said else None
    return FactOutcome(id=name, layer=Layer.ROOT, summary=SECRET, opener=SECRET, state=state, turn=3 if said else None, said=quote)


CARD = scorecard(
    measures=(
        _measure("asked_told", 3 / 9, "3 : 9", 12),
        _measure("asked_share", 3 / 12, "25 %", 12),
        _measure("reflection_to_question", None, "–", 1),
        _measure("ideas", None, "0 : 0", 0),
    ),
    criteria=(
        Criterion(
            id="balance",
            name="B",
            level=3,
            number="",
            reading="",
            quotes=(Quote(turn=2, start=0, end=8, text="=1+1 now"),),
            given=True,
            measured=Measured(value=1.0),
        ),
        Criterion(id="close", name="C", level=None, number="", reading="", unscored="Too short."),
    ),
    measured=Measured(value=40.0),
    facts=(_fact("slow-desk", FactState.ELICITED, SAID), _fact("bonus", FactState.MISSED)),
)
FAY = "f" * 32
REVIEW = replace(
    Review(by=FAY)
    .with_code(Correction(turn=2, start=0, end=8, code=Code.INSTRUCTION, labelled=Code.ADVICE, reason="-It orders."))
    .with_comment(Comment(turn=2, start=0, end=8, text="@A good way in."))
    .with_level(GivenLevel(criterion="balance", level=3, reason="They went on.")),
    signed_at=NOON + timedelta(hours=2),
)
TALKS = (
    attempt(
        "a1",
        turn(1, "Morning."),
        turn(2, "=1+1 now"),
        turn(3, SAID),
        finished_at=NOON,
        scorecard=CARD,
        scenario_text="h",
        estimate=Estimate(asked_share=0.25),
        corrections=(Correction(turn=2, start=0, end=8, code=None, labelled=Code.ADVICE, made_at=NOON + timedelta(hours=1)),),
        reviews=(REVIEW,),
    ),
    attempt("a2", player="Lee 🙂 Größe", branch_of="a1", branch_turn=2),
    attempt(
        "a3",
        turn(1, "What do you think of it? Where would you want it to go?", Speaker.MANAGER, note="x"),
        source=Source(name="Kim and Jo.vtt", form="vtt", hash="x", stance=Stance.LEAD),
        scenario_title="With Jo",
        scenario_id="",
        finished_at=NOON,
        scorecard=scorecard(score=None, unscored="Too little."),
    ),
)
TERMS = Terms(scenario=lambda _: make_scenario(stance=Stance.MANAGE), called=lambda _: "=Fay")
KEYED = Terms(words=False, names=False, key=b"one", scenario=TERMS.scenario, called=TERMS.called)


def rows_of(table: Table) -> list[dict[str, Cell]]:
    """The record itself; an empty text and nothing at all are one."""
    return [{name: None if cell == "" else cell for name, cell in row.items()} for row in table.rows]


def from_csv(path: Path, table: Table) -> list[dict[str, Any]]:
    """A CSV file with its values as what the dictionary says they are."""
    read: dict[Holds, Any] = {
        Holds.WHOLE: int,
        Holds.NUMBER: float,
        Holds.YES_NO: lambda cell: {"True": True, "False": False}[cell],
        Holds.TIME: lambda cell: datetime.fromisoformat(cell).replace(tzinfo=UTC),
        Holds.TEXT: lambda cell: cell.removeprefix("'"),
    }
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    return [{one.name: read[one.kind](row[one.name]) if row[one.name] else None for one in table.described} for row in found]


def from_jsonl(path: Path, table: Table) -> list[dict[str, Any]]:
    """A file of JSON lines; times are texts there."""
    times = {one.name for one in table.described if one.kind is Holds.TIME}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        {name: datetime.fromisoformat(cell) if cell and name in times else None if cell == "" else cell for name, cell in row.items()}
        for row in lines
    ]


def from_sheet(path: Path, table: Table) -> list[dict[str, Any]]:
    """A sheet as openpyxl reads it; its dates have no zone, the dictionary says UTC."""
    head, *rows = openpyxl.load_workbook(path)[table.name.title()].iter_rows(values_only=True)
    return [
        {str(name): cell.replace(tzinfo=UTC) if isinstance(cell, datetime) else cell for name, cell in zip(head, row, strict=True)}
        for row in rows
    ]


def whole_seconds(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Times as coarse as the coarsest form has them: CSV, to the second."""
    return [{name: cell.replace(microsecond=0) if isinstance(cell, datetime) else cell for name, cell in row.items()} for row in rows]


@pytest.mark.parametrize("terms", [TERMS, KEYED], ids=["openly", "without words and names"])
def test_every_cell_is_the_same_in_every_form(tmp_path: Path, terms: Terms) -> None:
    for form in (Format.CSV, Format.JSONL, Format.PARQUET, Format.XLSX):
        export(TALKS, form, tmp_path, terms)
    for table, read in zip(tables(TALKS, terms), tables(TALKS, terms), strict=True):
        record = rows_of(table)
        assert record, table.name
        parquet = [
            {name: None if cell == "" else cell for name, cell in row.items()}
            for row in pq.read_table(tmp_path / f"{table.name}.parquet").to_pylist()
        ]
        assert parquet == record
        assert from_jsonl(tmp_path / f"{table.name}.jsonl", read) == record
        assert from_csv(tmp_path / f"{table.name}.csv", read) == whole_seconds(record)
        assert whole_seconds(from_sheet(tmp_path / "coaching-talks.xlsx", read)) == whole_seconds(record)


@pytest.mark.parametrize("terms", [TERMS, KEYED], ids=["openly", "without words and names"])
def test_every_column_of_every_table_is_described_and_none_too_many(terms: Terms) -> None:
    made = tables(TALKS, terms)
    described = [(row["table"], row["column"]) for row in made[-1].rows]
    assert described == [(table.name, name) for table in made for name in table.columns]
    assert all(row["meaning"] and row["kind"] for row in tables(TALKS, terms)[-1].rows)
    assert {row["unit"] for row in tables(TALKS, terms)[-1].rows if row["kind"] == "time"} == {"UTC"}


def test_counts_stand_beside_every_ratio() -> None:
    done = next(iter(tables(TALKS, TERMS)[0].rows))
    assert [done[f"measure_asked_told{part}"] for part in ("", "_asked", "_told", "_of")] == [3 / 9, 3, 9, 12]
    assert [done[f"measure_asked_share{part}"] for part in ("_part", "_of")] == [3, 12]
    assert [done[f"measure_ideas{part}"] for part in ("", "_theirs", "_yours", "_unscored")] == [None, 0, 0, "Why not."]
    assert [done[f"measure_reflection_to_question{part}"] for part in ("_back", "_asked", "_of")] == [None, None, 1]


def test_stance_and_language_are_said_of_practised_and_of_real_talks() -> None:
    assert [(row["stance"], row["language"]) for row in tables(TALKS, TERMS)[0].rows] == [("manage", "en"), (None, None), ("lead", "en")]


def test_facts_say_what_was_found_and_never_what_was_not_told() -> None:
    rows = list(tables(TALKS, TERMS)[4].rows)
    assert [(row["fact"], row["found"], row["outcome"], row["turn"], row["said"], row["depth"]) for row in rows] == [
        ("slow-desk", True, "elicited", 3, SAID, "root"),
        ("bonus", False, "missed", None, None, "root"),
    ]
    assert SECRET not in repr([list(table.rows) for table in tables(TALKS, TERMS)])


def test_a_correction_says_what_was_there_and_when_it_was_made() -> None:
    own, signed = tables(TALKS, TERMS)[5].rows
    place = {"attempt": "a1", "turn": 2, "start": 0, "end": 8, "labelled": "advice"}
    assert own == {
        **place, "code": None, "made_at": NOON + timedelta(hours=1), "by": "player", "reviewer": None, "reviewer_name": None,
        "reason": "", "signed": False, "counts": False,
    }  # fmt: skip
    assert signed == {
        **place, "code": "instruction", "made_at": NOON + timedelta(hours=2), "by": "reviewer", "reviewer": FAY,
        "reviewer_name": "=Fay", "reason": "-It orders.", "signed": True, "counts": True,
    }  # fmt: skip


def test_what_was_measured_and_what_people_said_stand_side_by_side_with_who_when_and_why() -> None:
    made = {table.name: list(table.rows) for table in tables(TALKS, TERMS)}
    done = made["attempts"][0]
    assert [done[name] for name in ("score", "score_measured", "put_right", "reviewed_at")] == [61.5, 40.0, True, NOON + timedelta(hours=2)]
    assert [(row["score"], row["score_measured"], row["put_right"]) for row in made["attempts"][1:]] == [
        (None, None, None),
        (None, None, False),
    ]
    given, close = made["criteria"][:2]
    assert {name: given[name] for name in ("level", "measured", "given", "reviewer", "reviewer_name", "given_at", "reason")} == {
        "level": 3, "measured": 1, "given": True, "reviewer": FAY, "reviewer_name": "=Fay", "given_at": NOON + timedelta(hours=2),
        "reason": "They went on.",
    }  # fmt: skip
    assert (close["level"], close["measured"], close["measured_unscored"], close["given"]) == (None, None, "Too short.", False)
    (comment,) = made["comments"]
    assert (comment["text"], comment["reviewer_name"], comment["turn"]) == ("@A good way in.", "=Fay", 2)


def test_a_players_own_code_is_signed_when_somebody_else_has_said_the_same_of_it() -> None:
    own = Correction(turn=2, start=0, end=8, code=Code.INSTRUCTION, labelled=Code.ADVICE, made_at=NOON)
    held = replace(TALKS[0], workshop="w", corrections=(own,))

    def rows(talk: Attempt) -> list[tuple[Cell, Cell, Cell]]:
        return [(row["by"], row["signed"], row["counts"]) for row in tables([talk], TERMS)[5].rows]

    assert rows(held) == [("player", True, False), ("reviewer", True, True)]
    assert rows(replace(held, reviews=())) == [("player", False, False)]
    assert rows(replace(held, reviews=(), workshop="")) == [("player", False, True)]


def test_a_reviewer_has_a_pseudonym_and_one_who_is_gone_has_nothing() -> None:
    (pseudonym,) = {row["reviewer"] for row in tables(TALKS, KEYED)[5].rows} - {None}
    assert pseudonym not in (FAY, "")
    gone = replace(TALKS[0], reviews=(TALKS[0].reviews[0].without_author(),))
    assert [row["reviewer"] for row in tables([gone], KEYED)[5].rows] == [None, ""]


def test_without_words_nothing_that_was_said_goes_along_and_with_a_key_no_name() -> None:
    told = repr([list(table.rows) for table in tables(TALKS, KEYED)])
    spoken = [one.text for talk in TALKS for one in talk.conversation]
    assert [
        words for words in (*spoken, "=1+1", "Kim", "Lee", "Jo", ".vtt", "Fay", FAY, "It orders", "went on", "good way") if words in told
    ] == []
    openly = repr([list(table.rows) for table in tables(TALKS, TERMS)])
    assert [words for words in (*spoken, "Kim", "Lee", "With Jo", ".vtt") if words not in openly] == []


def test_pseudonyms_are_stable_tell_people_apart_and_depend_on_the_key() -> None:
    def people(key: bytes, *talks: Attempt) -> list[Cell]:
        return [row["person"] for row in tables(talks, Terms(names=False, key=key))[0].rows]

    kim, again, lee = (attempt(f"a{number}", player=name) for number, name in enumerate(("Kim", " kim", "Lee")))
    first = people(b"one", kim, again, lee)
    assert first[0] == first[1] != first[2]
    assert people(b"one", lee, kim) == [first[2], first[0]]
    assert set(people(b"two", kim, lee)) & set(first) == set()
    with pytest.raises(ValueError, match="key"):
        people(b"", kim)


def test_parquet_has_types_what_they_mean_and_row_groups(tmp_path: Path) -> None:
    many = attempt("a1", *(turn(number, "x") for number in range(1, ROWS + 2)))
    export([many, *TALKS[1:]], Format.PARQUET, tmp_path, TERMS)
    file = pq.ParquetFile(tmp_path / "turns.parquet")
    assert [file.metadata.row_group(place).num_rows for place in range(file.num_row_groups)] == [ROWS, 3]
    schema = pq.read_schema(tmp_path / "attempts.parquet")
    assert schema.field("started_at").type == pa.timestamp("us", tz="UTC")
    assert [schema.field(name).type for name in ("turns", "score", "player")] == [pa.int64(), pa.float64(), pa.string()]
    assert schema.field("score").metadata == {b"description": b"The talk's score.", b"unit": b"0 to 100"}
    assert pq.read_schema(tmp_path / "segments.parquet").field("uncertain").type == pa.bool_()


def test_the_workbook_opens_with_a_summary_filters_and_charts(tmp_path: Path) -> None:
    book: Any = openpyxl.load_workbook(export(TALKS, Format.XLSX, tmp_path, TERMS)[0])
    front = {row[0]: row[1] for row in book["Summary"].iter_rows(values_only=True) if row[0]}
    wanted = {"talks": 3, "of them finished": 2, "of them scored": 1, "people": 2, "questions asked in them": 3, "mean score": 61.5}
    assert {name: front[name] for name in wanted} == wanted
    assert (front["60 to 79"], front["balance"]) == (1, 3)
    assert "UTC" in " ".join(map(str, front))
    assert len(book["Summary"]._charts) == 2
    for name in ("Columns", "Attempts", "Criteria", "Facts", "Segments", "Turns"):
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_scores_of_other_versions_are_not_averaged(tmp_path: Path) -> None:
    other = scorecard(versions=replace(scorecard().versions, labeller="other"))
    talks = [attempt("a1", finished_at=NOON, scorecard=scorecard()), attempt("a2", finished_at=NOON, scorecard=other)]
    book: Any = openpyxl.load_workbook(export(talks, Format.XLSX, tmp_path)[0])
    said = [row[0] for row in book["Summary"].iter_rows(values_only=True)]
    assert any("2 different sets of versions" in str(one) for one in said)
    assert "mean score" not in said
    assert len(book["Summary"]._charts) == 0
