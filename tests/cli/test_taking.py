"""`simulator export` of one workshop, one person, one period: what is in it, on whose terms, and what is said where nothing is meant."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from simulator.cli import app
from simulator.errors import UserError
from simulator.export.paper import pages
from simulator.people.person import LOCAL_ID
from simulator.settings import load as load_settings
from simulator.store.people import SqlPeople
from simulator.store.repository import SqlRepository
from simulator.store.workshops import SqlWorkshops
from simulator.workshop.room import Workshop
from tests.talks import NOON, attempt, scorecard, turn

ANN, BO, LEE = "a" * 32, "b" * 32, "c" * 32
ROOM = Workshop(
    id="0" * 32,
    code="BBCCDD",
    name="Coaching Tuesday",
    made_by="f" * 32,
    starts_at=NOON,
    ends_at=NOON + timedelta(hours=2),
    scenarios=("late-quotes",),
)


@pytest.fixture
def kept() -> SqlWorkshops:
    """Four talks: two of a workshop, of Ann and Bo; one of Ann's outside it, a day later; one of a machine for one, held under a name."""
    database = load_settings().database
    talks, people, rooms = SqlRepository(database), SqlPeople(database), SqlWorkshops(database)
    rooms.keep(ROOM, NOON)
    for who, name in ((ANN, "Ann"), (BO, "Bo"), (LEE, "Lee")):
        people.call(who, name)
    day, card = timedelta(days=1), scorecard()
    for one in (
        attempt("t1", turn(1), turn(2), owner=ANN, player="Ann", workshop=ROOM.id, started_at=NOON),
        attempt("t2", turn(1), turn(2), owner=BO, player="Bo", workshop=ROOM.id, started_at=NOON + timedelta(minutes=1)),
        attempt("t3", owner=ANN, player="Ann", started_at=NOON + day),
        attempt("t4", owner=LOCAL_ID, player="Kim L.", started_at=NOON + 2 * day),
    ):
        talks.add(replace(one, finished_at=one.started_at, scorecard=card))
    for who in (ANN, BO):
        rooms.join(ROOM.id, who, NOON)
    return rooms


def taken(out: Path, *words: str) -> list[dict[str, object]]:
    """The rows of the attempts that these options mean, the oldest first."""
    done = CliRunner().invoke(app, ["export", "--format", "jsonl", "--out", str(out), *words])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in (out / "attempts.jsonl").read_text(encoding="utf-8").splitlines()][::-1]


def refused(*words: str) -> str:
    """What is said instead of an export."""
    done = CliRunner().invoke(app, ["export", "--format", "jsonl", "--out", "nowhere", *words])
    assert isinstance(done.exception, UserError)
    assert not Path("nowhere").exists()
    return str(done.exception)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ([], ["t1", "t2", "t3", "t4"]),
        (["--workshop", "bbc-cdd"], ["t1", "t2"]),
        (["--workshop", " coaching TUESDAY"], ["t1", "t2"]),
        (["--workshop", ROOM.id], ["t1", "t2"]),
        (["--person", "ann"], ["t1", "t3"]),
        (["--person", BO], ["t2"]),
        (["--person", "kim l."], ["t4"]),
        (["--person", "Ann", "--workshop", "BBCCDD"], ["t1"]),
        (["--from", "2026-03-03"], ["t3", "t4"]),
        (["--to", "2026-03-03"], ["t1", "t2", "t3"]),
        (["--from", "2026-03-03", "--to", "2026-03-03"], ["t3"]),
    ],
)
def test_only_what_is_meant_is_exported(tmp_path: Path, words: list[str], meant: list[str]) -> None:
    rows = taken(tmp_path, *words)
    assert [row["attempt"] for row in rows] == meant
    assert [row["workshop"] for row in rows] == [ROOM.id if row["attempt"] in ("t1", "t2") else None for row in rows]


def test_a_workshop_with_pseudonyms_has_them_in_its_files_and_its_own(tmp_path: Path, kept: SqlWorkshops) -> None:
    inside = taken(tmp_path / "in", "--workshop", "BBCCDD")
    everywhere = taken(tmp_path / "all", "--pseudonyms")
    assert not {"player", "source"} & set(inside[0])
    assert len({row["person"] for row in inside}) == 2
    assert not {row["person"] for row in inside} & ({row["person"] for row in everywhere} | {ANN, BO})
    assert taken(tmp_path / "in", "--workshop", "BBCCDD") == inside
    assert "told so" in refused("--workshop", "BBCCDD", "--names")
    kept.change(replace(ROOM, names=True))
    assert [(row["player"], row["person"]) for row in taken(tmp_path / "named", "--workshop", "BBCCDD")] == [("Ann", ANN), ("Bo", BO)]


@pytest.mark.usefixtures("kept")
def test_who_or_what_is_not_there_is_said_with_what_is() -> None:
    assert f"{ROOM.id}  Coaching Tuesday" in refused("--workshop", "Wednesday")
    assert "Nobody here is called Zed" in refused("--person", "Zed")


def test_two_workshops_of_a_name_are_told_apart_by_their_ids(kept: SqlWorkshops) -> None:
    kept.keep(replace(ROOM, id="1" * 32, code="DDCCBB"), NOON)
    said = refused("--workshop", "Coaching Tuesday")
    assert "Several workshops" in said
    assert "1" * 32 in said


@pytest.mark.usefixtures("kept")
def test_an_empty_period_says_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", "--out", str(tmp_path), "--from", f"{datetime.now(UTC):%Y}-01-01", "--to", "2020-01-01"])
    assert done.exit_code == 0
    assert "No talk is among these" in done.output


@pytest.mark.usefixtures("kept")
def test_on_paper_a_workshop_has_its_groups_debrief_too(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", "--format", "pdf", "--out", str(tmp_path), "--workshop", "BBCCDD"])
    assert done.exit_code == 0, done.output
    assert {path.name for path in tmp_path.glob("*.pdf")} == {"debrief-t1.pdf", "debrief-t2.pdf", "group.pdf"}
    assert pages((tmp_path / "group.pdf").read_bytes()) == 2
