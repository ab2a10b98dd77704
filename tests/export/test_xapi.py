"""xAPI statements: what the specification asks of them (IEEE 9274.1.1), as a schema, and what nobody else may learn from them."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import jsonschema
import pytest

from simulator.evaluation.scorecard import Measured
from simulator.export import Format, Terms, export
from simulator.export.xapi import HOME, statement
from simulator.practice.attempt import Attempt, Source
from tests.scenarios_for_tests import make_scenario
from tests.talks import NOON, attempt, scorecard, turn

IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:\S+$"}
WORDS = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
    "additionalProperties": {"type": "string"},
}
EXTENSIONS = {"type": "object", "propertyNames": IRI}
UUID_TEXT = {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}


def _closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


STATEMENT = _closed(
    ["id", "actor", "verb", "object", "timestamp"],
    id=UUID_TEXT,
    actor=_closed(
        ["account"],
        objectType={"const": "Agent"},
        account=_closed(["homePage", "name"], homePage=IRI, name={"type": "string", "minLength": 1}),
    ),
    verb=_closed(["id"], id={"const": "http://adlnet.gov/expapi/verbs/completed"}, display=WORDS),
    object=_closed(["id"], objectType={"const": "Activity"}, id=IRI, definition=_closed([], type=IRI, name=WORDS)),
    result=_closed(
        [],
        completion={"type": "boolean"},
        success={"type": "boolean"},
        duration={"type": "string", "pattern": r"^PT\d+(\.\d{1,2})?S$"},
        score=_closed(
            [],
            scaled={"type": "number", "minimum": -1, "maximum": 1},
            raw={"type": "number"},
            min={"type": "number"},
            max={"type": "number"},
        ),
        extensions=EXTENSIONS,
    ),
    context=_closed(
        [],
        registration=UUID_TEXT,
        platform={"type": "string"},
        revision={"type": "string"},
        language={"type": "string", "pattern": "^[a-z]{2}$"},
        contextActivities=_closed([], grouping={"type": "array", "items": _closed(["id"], id=IRI)}),
        extensions=EXTENSIONS,
    ),
    timestamp={"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$"},
    version={"const": "1.0.3"},
)
"""What the specification says of these properties; it knows no others at these places."""
TERMS = Terms(key=b"k", scenario=lambda _: make_scenario())
DONE = attempt("a1", turn(1), turn(2), finished_at=NOON, scorecard=scorecard(), scenario_text="h")
REAL = replace(DONE, id="a3", source=Source(name="jo.vtt", form="vtt", hash="x"), scenario_title="With Jo")
UNSCORED = replace(DONE, id="a4", scorecard=scorecard(score=None, unscored="Too little was said."))


def made(tmp_path: Path, *talks: Attempt, terms: Terms = TERMS) -> list[dict[str, Any]]:
    """The statements of these talks, read back and held against the specification."""
    (path,) = export(talks, Format.XAPI, tmp_path, terms)
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    for one in found:
        jsonschema.validate(one, STATEMENT)
    return found


def test_finished_talks_are_statements_and_those_that_go_on_are_not(tmp_path: Path) -> None:
    assert made(tmp_path, attempt("open")) == []
    done, real, unscored = made(tmp_path, DONE, attempt("open"), REAL, UNSCORED)
    assert done["result"] == {
        "completion": True, "score": {"scaled": 0.615, "raw": 61.5, "min": 0, "max": 100}, "duration": "PT0.00S"
    }  # fmt: skip
    assert done["object"]["definition"]["name"] == {"en": "Quotes go out late"}
    assert done["context"]["language"] == "en"
    assert "score" not in unscored["result"]
    assert "Too little was said." in unscored["result"]["extensions"].values()
    assert real["object"]["definition"]["type"].endswith("/meeting")


def test_ids_are_stable_and_a_talk_scored_anew_has_another(tmp_path: Path) -> None:
    first, again = (made(tmp_path, DONE, UNSCORED) for _ in range(2))
    assert first == again
    (anew,) = made(tmp_path, replace(DONE, scorecard=scorecard(score=70.0)))
    assert len({UUID(one["id"]) for one in (*first, anew)}) == 3
    assert anew["context"]["registration"] == first[0]["context"]["registration"]


def test_passing_is_said_only_where_a_mark_was_set_and_only_of_what_was_scored(tmp_path: Path) -> None:
    assert [("success" in one["result"]) for one in made(tmp_path, DONE, UNSCORED)] == [False, False]
    for mark, passed in ((61.5, True), (62, False)):
        scored, unscored = made(tmp_path, DONE, UNSCORED, terms=replace(TERMS, pass_mark=mark))
        assert scored["result"]["success"] is passed
        assert "success" not in unscored["result"]


def test_accounts_are_pseudonyms_unless_names_are_wanted(tmp_path: Path) -> None:
    told = json.dumps(made(tmp_path, DONE, REAL))
    assert not re.search("kim|jo|some words", told.casefold())
    (done, real) = made(tmp_path, DONE, REAL, terms=replace(TERMS, names=True))
    assert done["actor"]["account"]["name"] == "local/kim"
    assert real["object"]["definition"]["name"] == {"en": "With Jo"}
    with pytest.raises(ValueError, match="key"):
        made(tmp_path, DONE, terms=Terms())


def test_a_score_that_people_put_right_has_the_measured_one_beside_it() -> None:
    before = attempt("a1", finished_at=NOON, scorecard=scorecard(score=10.0))
    after = replace(before, scorecard=scorecard(score=50.0, measured=Measured(value=10.0)))
    said, put_right = (statement(one, Terms(key=b"k")) for one in (before, after))
    assert "extensions" not in said["result"]
    assert put_right["result"]["score"]["raw"] == 50.0
    assert put_right["result"]["extensions"] == {f"{HOME}/xapi/measured": 10.0}
    assert said["id"] != put_right["id"]
    jsonschema.validate(put_right, STATEMENT)


def test_talks_of_a_workshop_are_grouped_by_it(tmp_path: Path) -> None:
    inside, outside = made(tmp_path, replace(DONE, workshop="0" * 32), DONE)
    assert [one["id"][-32:] for one in inside["context"]["contextActivities"]["grouping"]] == ["0" * 32]
    assert "contextActivities" not in outside["context"]
