"""A trainer's file: every mistake at once, with its line, its field and a hint."""

from pathlib import Path

import pytest
import yaml

from simulator.library.check import check_file, check_path
from simulator.scenario import json_schema
from simulator.settings import PROJECT
from tests.scenarios_for_tests import fields


def written(folder: Path, name: str = "late-quotes", **changes: object) -> Path:
    """The small scenario as a file, with changes."""
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump({**fields(), **changes}, sort_keys=False), encoding="utf-8")
    return path


def test_a_valid_file_is_a_scenario(tmp_path: Path) -> None:
    scenario, mistakes = check_file(written(tmp_path))
    assert mistakes == ()
    assert scenario is not None
    assert scenario.id == "late-quotes"


def test_all_mistakes_are_reported_at_once_with_line_field_and_hint(tmp_path: Path) -> None:
    data = fields(difficulty=9, stance="preach")
    data["persona"]["stlye"] = data["persona"].pop("style")
    data["facts"][1]["needs"]["openness"] = "very"
    del data["debrief"]
    path = tmp_path / "late-quotes.yaml"
    path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    scenario, mistakes = check_file(path)
    assert scenario is None
    found = {mistake.field: mistake for mistake in mistakes}
    assert set(found) == {"difficulty", "stance", "persona.stlye", "persona.style", "facts[1].needs.openness", "debrief"}
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[found["difficulty"].line - 1] == "difficulty: 9"
    assert "very" in lines[found["facts[1].needs.openness"].line - 1]
    assert found["persona.stlye"].hint == "Did you mean style?"
    assert found["debrief"].problem == "this field is missing"
    assert found["debrief"].hint
    assert "'coach', 'lead' or 'manage'" in found["stance"].problem


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("id: [1, 2", "not YAML"),
        ("just words", "not a list of fields"),
        ("a: 1\nb: 2\na: 3", "a second time"),
        ("a: &x [1]\nb: *x", "alias"),
        ("a: !!python/object/apply:os.system ['true']", "not YAML"),
        ("a: \x07", "a character that YAML does not allow"),
        ("[" * 3000, "cannot be read"),
        ("a: 2026-13-45", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    scenario, mistakes = check_file(path)
    assert scenario is None
    assert len(mistakes) == 1
    assert says in mistakes[0].problem


def test_the_line_of_a_second_key_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: 1\nb: 2\na: 3", encoding="utf-8")
    assert check_file(path)[1][0].line == 3


def test_bytes_that_are_not_utf8_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"id: a\ntitle: caf\xe9\n")
    mistake = check_file(path)[1][0]
    assert (mistake.line, mistake.problem) == (2, "this is not UTF-8 text")


def test_a_file_that_is_not_there_or_far_too_large_is_a_mistake(tmp_path: Path) -> None:
    assert "cannot be read" in check_file(tmp_path / "none.yaml")[1][0].problem
    big = tmp_path / "big.yaml"
    big.write_text("#" * 1_000_001, encoding="utf-8")
    assert "1,000,001 bytes" in check_file(big)[1][0].problem


def test_the_id_has_to_be_the_files_name(tmp_path: Path) -> None:
    assert "Rename the file to late-quotes.yaml" in check_file(written(tmp_path, name="other"))[1][0].hint


def test_twin_lines_circles_and_unknown_conditions_are_mistakes(tmp_path: Path) -> None:
    twins = fields()
    twins["deflections"][0] = twins["opening"][0].upper()
    circle = fields()
    circle["facts"][2]["needs"]["after"] = ["told-nobody"]
    unknown = fields()
    unknown["facts"][2]["needs"]["after"] = ["nothing-of-the-kind"]
    for data, says in ((twins, "twice"), (circle, "wait for each other"), (unknown, "which is no fact")):
        assert says in check_file(written(tmp_path, **data))[1][0].problem


def test_a_folder_is_checked_file_by_file(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "bad.yml").write_text("id: 3", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not looked at", encoding="utf-8")
    scenarios, mistakes = check_path(tmp_path)
    assert [scenario.id for scenario in scenarios] == ["late-quotes"]
    assert {mistake.path.name for mistake in mistakes} == {"bad.yml"}


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "no scenario file" in check_path(tmp_path)[1][0].problem


def test_every_file_that_comes_with_the_product_names_the_schema_and_is_valid() -> None:
    files = sorted((PROJECT / "scenarios").glob("*.yaml"))
    assert len(files) >= 6
    for path in files:
        assert check_file(path)[1] == ()
        assert path.read_text(encoding="utf-8").splitlines()[0] == "# yaml-language-server: $schema=scenario.schema.json"


def test_the_schema_file_is_the_one_the_code_prints() -> None:
    import json

    assert json.loads((PROJECT / "scenarios" / "scenario.schema.json").read_text(encoding="utf-8")) == json_schema()


def test_every_field_of_the_schema_is_described() -> None:
    schema = json_schema()
    parts = [schema, *schema["$defs"].values()]
    bare = [f"{part['title']}.{name}" for part in parts for name, field in part.get("properties", {}).items() if "description" not in field]
    assert bare == []
