"""`simulator benchmark answers`: single turns played as a talk would, and judged."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from simulator.cli import app
from simulator.errors import TranscriptError
from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.trained import built_in
from simulator.library.catalogue import load
from simulator.rehearsal.answers import AskedTurn, fitting, play, read
from simulator.rehearsal.stage import answering
from simulator.settings import PROJECT

SCENARIO = load([PROJECT / "scenarios"]).get("territory-change")
FACT = SCENARIO.facts[0]
LABELLER = ByLanguage(built_in())


def row(**more: object) -> AskedTurn:
    """A turn to a rep who has said nothing yet and is open."""
    first = {"id": "one", "scenario": SCENARIO.id, "kind": "topic", "last_rep": SCENARIO.opening[0], "openness": 0.8, "turn": FACT.opener}
    return AskedTurn.model_validate({**first, **more})


def test_a_fact_that_is_asked_for_is_right_and_another_is_alien() -> None:
    right = play(row(expect=(FACT.id,)), SCENARIO, LABELLER, answering())
    assert (right.fact, right.right, right.alien, right.silent) == (FACT.id, True, False, False)
    other = play(row(expect=(SCENARIO.facts[1].id,)), SCENARIO, LABELLER, answering())
    assert (other.right, other.alien, other.silent) == (False, True, True)


def test_the_gate_holds_where_nothing_may_come() -> None:
    root = next(fact for fact in SCENARIO.facts if fact.needs.openness >= 0.5)
    shut = play(row(kind="gate", openness=0.2, turn=root.opener), SCENARIO, LABELLER, answering())
    assert (shut.fact, shut.act, shut.right) == ("", "DEFLECT", True)


def test_after_an_idea_of_their_own_the_promise_is_due() -> None:
    idea = SCENARIO.ideas[0]
    asked = row(
        kind="commit", last_rep=idea.lines[0], ideas=({"idea": idea.id, "owner": "rep"},), turn="When will you do that?", act="COMMIT_OWN"
    )
    assert play(asked, SCENARIO, LABELLER, answering()).right


def test_shares_count_only_rows_that_expect_something_as_silent() -> None:
    rows = [play(one, SCENARIO, LABELLER, answering()) for one in (row(expect=(FACT.id,)), row(turn="Hm.", act="no_new", kind="off"))]
    found = fitting(rows)
    assert set(found) == {"right", "alien", "silent"}
    assert found["silent"] == 0.0


@pytest.mark.parametrize("text", ["{", '{"id": "a"}', "[]"])
def test_a_line_that_is_no_row_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(row().model_dump_json() + "\n" + text, encoding="utf-8")
    with pytest.raises(TranscriptError, match="line 2"):
        read(path)


def test_json_prints_a_line_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    path = tmp_path / "rows.jsonl"
    path.write_text(row(expect=(FACT.id,)).model_dump_json() + "\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["benchmark", "answers", str(path), "--json"])
    assert done.exit_code == 0
    (line,) = done.stdout.splitlines()
    assert set(json.loads(line)) == {"id", "act", "about", "fact", "idea", "line", "right"}
    table = CliRunner().invoke(app, ["benchmark", "answers", str(path)])
    assert "alien" in table.stdout
