"""The command line, run as a person runs it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from sqlalchemy import create_engine, text

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.scenario.model import json_schema
from simulator.settings import PROJECT, Settings
from simulator.store.repository import SqlRepository
from tests.scenarios_for_tests import fields
from tests.talks import NOON, attempt, scorecard, spoil_one_of_two, turn

pytestmark = pytest.mark.usefixtures("indexed")
SIMULATOR = Path(sys.executable).parent / "simulator"
TELLER = "\n".join(f"Manager: You should send it today, item {n}.\nDana: Okay." for n in range(10))
COACH = "\n".join(
    f"Manager: What makes that hard, step {n}?\nDana: The date.\nManager: So it is the date that worries you.\nDana: Yes." for n in range(6)
)


def run(*words: str, typed: str = "", code: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `simulator` with these words, and with nothing set but what is given."""
    ours = {name.upper() for name in Settings.model_fields} - {"DATA_DIR"}
    clean = {name: value for name, value in os.environ.items() if name.upper() not in ours}
    command = [str(SIMULATOR), *words]
    done = subprocess.run(command, input=typed, capture_output=True, text=True, env={**clean, "REP_MODEL": "scripted", **environment})
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_scenarios_are_listed_shown_and_found() -> None:
    listed: dict[str, Any] = json.loads(run("scenarios", "list", "--json").stdout)
    assert len(listed["scenarios"]) >= 6
    assert listed["broken"] == []
    shown = run("scenarios", "show", "forecast-slips-every-month").stdout
    assert "Declan Mooney" in shown
    hits = json.loads(run("scenarios", "search", "she covers for a colleague who left and looks exhausted", "--json").stdout)
    assert hits[0]["id"] == "burnt-out-and-leaving"
    only = json.loads(run("scenarios", "search", "anything", "--stance", "manage", "--json").stdout)
    assert {hit["stance"] for hit in only} == {"manage"}


def test_nothing_that_has_to_be_asked_for_is_printed_before_the_talk() -> None:
    data = yaml.safe_load((PROJECT / "scenarios" / "forecast-slips-every-month.yaml").read_text(encoding="utf-8"))
    printed = run("scenarios", "show", data["id"], "--json").stdout + run("scenarios", "list", "--json").stdout
    assert not [fact["id"] for fact in data["facts"] if fact["summary"] in printed]


def test_the_schema_is_printed() -> None:
    assert json.loads(run("scenarios", "schema").stdout) == json_schema()


def test_a_trainers_files_are_checked_and_added(tmp_path: Path) -> None:
    guide = PROJECT / "docs" / "examples" / "late-handover.yaml"
    (tmp_path / guide.name).write_text(guide.read_text(encoding="utf-8"), encoding="utf-8")
    assert "late-handover is ready" in run("scenarios", "check", str(tmp_path)).stdout
    (tmp_path / "late-quotes.yaml").write_text(yaml.safe_dump(fields()), encoding="utf-8")
    unfit = run("scenarios", "check", str(tmp_path), code=1).stdout
    assert "lines begin with" in unfit
    assert "late-quotes can be played; mend what stands above first" in unfit
    (tmp_path / "bad.yaml").write_text("id: bad\nstance: preach\n", encoding="utf-8")
    assert f"{tmp_path / 'bad.yaml'}:2: stance:" in run("scenarios", "check", str(tmp_path), code=1).stdout
    listed = json.loads(run("scenarios", "list", "--json", SCENARIOS_DIR=str(tmp_path)).stdout)
    assert "late-quotes" in {item["id"] for item in listed["scenarios"]}
    assert listed["broken"][0]["path"].endswith("bad.yaml")


def test_a_talk_is_practised_scored_and_exported(tmp_path: Path) -> None:
    typed = "\n".join(
        ["How do you put the number together?", "", "It sounds like Mondays are hard.", "You should call them all.", "/end", ""]
    )
    done = run("practice", "forecast-slips-every-month", "--player", "Kim", typed=typed)
    assert "Declan: " in done.stdout
    assert "Balance" in done.stdout
    assert "nothing to send" in done.stderr
    paths = run("export", "--format", "xlsx", "--out", str(tmp_path / "out")).stdout.split()
    rows = list(openpyxl.load_workbook(paths[0])["Attempts"].iter_rows(values_only=True))
    assert rows[1][1] == "Kim"
    assert len(run("export", "--format", "csv", "--out", str(tmp_path / "out")).stdout.split()) == 9


def test_real_talks_are_scored_and_a_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    for name, words in (("teller.txt", TELLER), ("coach.txt", COACH), ("bad.txt", "no names here")):
        (tmp_path / name).write_text(words, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("teller.txt", "bad.txt", "coach.txt")]
    done = run("score", *files, "--json", code=1)
    results = json.loads(done.stdout)
    assert list(results) == [files[0], files[2]]
    assert results[files[0]]["score"] < results[files[2]]["score"]
    assert "bad.txt, line 1" in done.stderr
    said = run("score", files[2], "--manager", "manager").stdout
    assert "Score: " in said
    assert "Manager: Manager, " in said
    speakers = results[files[0]]["speakers"]
    assert [one["side"] for one in speakers] == ["manager", "rep"]
    assert sum(turn["text"].count(" ") + 1 for turn in results[files[0]]["turns"]) == sum(one["words"] for one in speakers)
    led = json.loads(run("score", str(tmp_path), "--stance", "lead", "--json", code=1).stdout)
    assert list(led) == [files[2], files[0]]
    assert {one["id"] for one in led[files[0]]["criteria"]} != {one["id"] for one in results[files[0]]["criteria"]}


def test_recorded_talks_are_scored_with_their_times(tmp_path: Path) -> None:
    cues = ["WEBVTT", ""]
    for number in range(12):
        who = "Kim: How did that go for you?" if number % 2 else "Dana: It went badly, and I am tired of it."
        cues += [f"00:00:{number * 4:02}.000 --> 00:00:{number * 4 + 3:02}.000", who, ""]
    (tmp_path / "talk.vtt").write_text("\n".join(cues), encoding="utf-8")
    assert "--manager" in run("score", str(tmp_path / "talk.vtt"), code=1).stderr
    done = run("score", str(tmp_path / "talk.vtt"), "--manager", "kim")
    assert "Your share of the time" in done.stdout
    assert "1.0 s" in done.stdout


def test_a_talk_is_in_the_language_that_it_is_said_to_be_in(tmp_path: Path) -> None:
    talk = "\n".join(
        f"Manager: Okay, und {n}?\nDana: Hm, ja." for n in ("Termin", "Budget", "Plan", "Team", "Kunde", "Preis", "Chef", "Ende", "Rest")
    )
    (tmp_path / "talk.txt").write_text(talk, encoding="utf-8")
    said = {name: json.loads(run("score", str(tmp_path / "talk.txt"), "--language", name, "--json").stdout) for name in ("en", "de", "fr")}
    notes = {name: next(iter(one.values()))["note"] for name, one in said.items()}
    assert notes["en"] == ""
    assert "German is coded by rules alone" in notes["de"]
    assert "does not read French" in notes["fr"]
    assert next(iter(said["fr"].values()))["score"] is None
    assert "two-letter code" in run("score", str(tmp_path / "talk.txt"), "--language", "klingon", code=1).stderr


def test_whoever_sits_at_the_terminal_is_asked_who_the_manager_is(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("Kim: How did it go?\nDana: Badly.\n", encoding="utf-8")
    main, side = pty.openpty()
    environment = {**os.environ, "DATA_DIR": str(tmp_path / "data")}
    command = [str(SIMULATOR), "score", str(tmp_path / "talk.txt")]
    with subprocess.Popen(command, stdin=side, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as process:
        os.write(main, b"1\n")
        said, asked = process.communicate()
    os.close(main)
    os.close(side)
    assert "1  Kim" in asked
    assert "A score needs at least 3 turns of yours; this talk has 1" in said


def test_kept_talks_are_scored_anew(indexed: Path) -> None:
    run("practice", "forecast-slips-every-month", typed="What happened?\nWhy is that?\nAnd then?\n/end\n")
    again = run("rescore").stdout
    assert "the same versions: can be compared" in again
    engine = create_engine(f"sqlite:///{indexed / 'simulator.db'}")
    with engine.begin() as connection:
        body = json.loads(connection.execute(text("SELECT body FROM scorecards ORDER BY id DESC")).scalars().first() or "")
        body["versions"]["labeller"] = "rules-1"
        connection.execute(text("UPDATE scorecards SET body = :body"), {"body": json.dumps(body)})
    engine.dispose()
    assert "other labeller: not to be compared" in run("rescore", again.split()[0]).stdout
    assert "no such talk" in run("rescore", "nothing", code=1).stderr


def test_labellers_are_measured_against_people(tmp_path: Path) -> None:
    rows = [{"text": "What happened?", "code": "open_question"}, {"text": "Send it today.", "code": "instruction"}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = json.loads(run("benchmark", "labeller", str(tmp_path / "rows.jsonl"), "--json", "--picture", str(tmp_path)).stdout)
    assert done[str(tmp_path / "rows.jsonl")]["built-in"]["moves"]["macro_f1"] == 1
    assert (tmp_path / "rows-built-in.svg").read_text(encoding="utf-8").startswith("<svg")
    assert "macro-F1" in run("benchmark", "labeller", "--first", "20").stdout
    assert "Set JUDGE_MODEL" in run("benchmark", "labeller", "--labeller", "llm", code=1).stderr


def test_labellers_are_measured_against_what_reviewers_signed(indexed: Path) -> None:
    assert "Nobody has signed" in run("benchmark", "labeller", "--signed", code=1).stderr
    asked = Segment(turn=2, start=0, end=14, text="What happened?", code=Code.ADVICE).corrected(Code.OPEN_QUESTION, signed=True)
    repository = SqlRepository(f"sqlite:///{indexed / 'simulator.db'}")
    repository.add(attempt("a1", turn(1), turn(2, "What happened?"), finished_at=NOON, scorecard=scorecard(segments=(asked,))))
    repository.close()
    done = run("benchmark", "labeller", "--signed", "--json")
    measured = json.loads(done.stdout)["signed"]["built-in"]
    assert (measured["rows"], measured["codes"]["confusion"]) == (
        1, [{"people": "open_question", "labeller": "open_question", "count": 1}]
    )  # fmt: skip
    assert "no fair sample" in done.stderr


def test_lines_are_labelled() -> None:
    done = run("label", typed='{"id": 1, "text": "What happened?", "context": ""}\n')
    assert json.loads(done.stdout)["code"] == "open_question"
    assert "Line 1" in run("label", typed="nonsense\n", code=1).stderr


def test_the_doctor_finds_all_well_and_says_what_is_not(tmp_path: Path) -> None:
    well = run("doctor").stdout
    assert all(f"ok   {what}" in well for what in ("settings", "scenarios", "database", "index", "model"))
    ill = run(
        "doctor",
        code=1,
        SCENARIOS_DIR=str(tmp_path / "none"),
        REP_MODEL="openai:x",
        MIND_MODEL="openai:y",
        JUDGE_MODEL="openai:x",
        OPENAI_BASE_URL="http://127.0.0.1:9/v1",
        MODEL_RETRIES="0",
    ).stdout
    assert "LOOK scenarios" in ill
    assert "LOOK model" in ill
    assert "LOOK mind" in ill
    assert "the built-in network would understand every turn" in ill
    assert "judge" not in ill  # it is the rep's, which was asked
    assert "LOOK settings" in run("doctor", code=1, REP_MODEL="x").stdout


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "simulator.db").write_bytes(b"not a database " * 300)
    done = run("export", "--out", str(tmp_path / "out"), code=1, DATA_DIR=str(tmp_path))
    assert "simulator.db is damaged" in done.stderr


def test_a_talk_that_cannot_be_read_is_named_and_the_others_are_exported(tmp_path: Path) -> None:
    spoil_one_of_two(tmp_path)
    done = run("export", "--format", "jsonl", "--out", str(tmp_path / "out"), code=1, DATA_DIR=str(tmp_path))
    assert "One talk cannot be read (a2)" in done.stderr
    (line,) = (tmp_path / "out" / "attempts.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["attempt"] == "a1"
    assert "LOOK database" in run("doctor", code=1, DATA_DIR=str(tmp_path)).stdout


@pytest.mark.parametrize("words", [["scenarios", "show", "nothing"], ["practice", "nothing"]])
def test_what_is_not_there_is_one_plain_sentence(words: list[str]) -> None:
    assert run(*words, code=1).stderr.startswith("There is no scenario called 'nothing'")
