"""A trainer's file: every mistake at once, with its line, its field and a hint."""

import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from simulator.library.check import check_file, check_path, scenario_files
from simulator.scenario.coherence import clashes
from simulator.scenario.model import Scenario, json_schema
from simulator.settings import PROJECT
from tests.scenarios_for_tests import fields, make_scenario


def written(folder: Path, name: str = "late-quotes", **changes: Any) -> Path:
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
        ("just words", "does not consist of fields"),
        ("a: &x [1]\nb: *x", "alias"),
        ("a: !!python/object/apply:os.system ['true']", "not YAML"),
        ("a: \x07", "a character that YAML does not allow"),
        ("[" * 3000, "cannot be read"),
        ("a: !!timestamp 2026-13-45", "cannot be read"),
        ("a:\n\tb: 1", "not YAML"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    scenario, mistakes = check_file(path)
    assert scenario is None
    assert len(mistakes) == 1
    assert says in mistakes[0].problem


def test_a_second_key_is_told_beside_the_other_mistakes_with_both_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("id: x\ntitle: A\nid: y\nfacts: [{id: z}, {id: z, id: z}]\n", encoding="utf-8")
    found = {(mistake.field, mistake.line): mistake for mistake in check_file(path)[1] if "a second time" in mistake.problem}
    assert set(found) == {("id", 3), ("facts[1].id", 4)}
    assert "line 1" in found["id", 3].hint
    assert any(mistake.field == "persona" and "missing" in mistake.problem for mistake in check_file(path)[1])


def test_a_tab_is_named_where_it_indents(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("persona:\n\tname: A\n", encoding="utf-8")
    mistake = check_file(path)[1][0]
    assert mistake.line == 2
    assert "tab" in mistake.hint


@pytest.mark.parametrize("line", ["No", "12:30", "2026-03-01", "=", "<<", "Off"])
def test_short_words_stay_words(tmp_path: Path, line: str) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("- Morning. You wanted a word.", f"- {line}"), encoding="utf-8")
    scenario, mistakes = check_file(path)
    assert mistakes == ()
    assert scenario is not None
    assert scenario.opening[0] == line


@pytest.mark.parametrize(
    ("changes", "field", "problem", "hint"),
    [
        ({"title": 2026}, "title", "text belongs here", "YAML reads this as a number"),
        ({"summary": True}, "summary", "text belongs here", "double quotes"),
        ({"difficulty": "hard"}, "difficulty", "a whole number belongs here", "1 forgiving to 5 hard"),
        ({"difficulty": 6}, "difficulty", "it should be less than or equal to 5", "1 forgiving to 5 hard"),
        ({"skills": "listening"}, "skills", "a list belongs here", "after a hyphen"),
        ({"persona": "Ravi"}, "persona", "fields of its own", "name, called, role"),
        ({"language": "english"}, "language", "such as en", "Two-letter"),
        ({"skills": ["Deep Listening"]}, "skills[0]", "single hyphens", "What it trains"),
        ({"symptoms": ["One"]}, "symptoms", "1 here, at least 5 are needed", "what the search finds"),
        ({"skills": [f"s{n}" for n in range(7)]}, "skills", "7 here, at most 6 are allowed", "What it trains"),
        ({"colour": "red"}, "colour", "no such field", "The fields here are id, version"),
        ({"rubric": {"ask_listen_share": [0.9, 0.2]}}, "rubric.ask_listen_share", "high end", "low end first"),
        (
            {"stance": "lead", "reactions": {**fields()["reactions"], "told_clearly": ["A"]}},
            "reactions.told_clearly",
            "at least 3",
            "told fairly",
        ),
        ({"facts": [*fields()["facts"][:4], *fields()["facts"][:4]]}, "facts[4].id", "called pricing-queue too", "another id"),
    ],
)
def test_a_mistake_is_told_in_plain_words(tmp_path: Path, changes: dict[str, Any], field: str, problem: str, hint: str) -> None:
    found = next(mistake for mistake in check_file(written(tmp_path, **changes))[1] if mistake.field == field)
    assert problem in found.problem
    assert hint in found.hint


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


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A path to write to again and again."""
    return Path(tmp_path_factory.mktemp("any")) / "x.yaml"


YAMLISH = st.text(st.sampled_from(list("ab:- \n\t[]{}#&*!|>'\"%@`?,~<0.")), max_size=60)


@given(
    content=st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")) | YAMLISH.map(str.encode)
)
def test_any_file_gives_mistakes_and_never_an_exception(one_file: Path, content: bytes) -> None:
    one_file.write_bytes(content)
    scenario, mistakes = check_file(one_file)
    assert scenario is None
    assert mistakes
    assert all(1 <= mistake.line <= len(content) + 1 and mistake.problem for mistake in mistakes)


def test_the_id_has_to_be_the_files_name(tmp_path: Path) -> None:
    assert "Rename the file to late-quotes.yaml" in check_file(written(tmp_path, name="other"))[1][0].hint


def clashing() -> dict[str, Any]:
    """A scenario whose fields are each right and do not fit together."""
    data = fields()
    data["deflections"][0] = data["opening"][0].upper()
    data["facts"][4]["needs"]["after"] = ["told-nobody"]
    data["ideas"][1]["needs"]["after"] = ["nothing-of-the-kind"]
    return data


@pytest.mark.parametrize("also", [{}, {"difficulty": 9, "version": "new"}], ids=["alone", "beside wrong fields"])
def test_what_does_not_fit_together_is_told_with_its_place(tmp_path: Path, also: dict[str, Any]) -> None:
    path = written(tmp_path, **{**clashing(), **also})
    scenario, mistakes = check_file(path)
    assert scenario is None
    found = {mistake.field: mistake for mistake in mistakes}
    assert set(found) == {"deflections[0]", "facts[4].needs.after", "ideas[1].needs.after[0]", *also}
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "MORNING" in lines[found["deflections[0]"].line - 1]
    assert "nothing-of-the-kind" in lines[found["ideas[1].needs.after[0]"].line - 1]
    assert "spring-mistake, told-nobody" in found["facts[4].needs.after"].problem
    assert [mistake.line for mistake in mistakes] == sorted(mistake.line for mistake in mistakes)


def test_a_layer_without_a_fact_is_a_mistake(tmp_path: Path) -> None:
    data = fields()
    for fact in data["facts"]:
        fact["layer"] = "surface"
    assert {mistake.problem for mistake in check_file(written(tmp_path, **data))[1]} == {
        "no fact of layer concern",
        "no fact of layer root",
    }


def test_the_twin_lines_are_looked_for_wherever_a_rep_speaks() -> None:
    scenario = make_scenario()
    data = scenario.model_dump(mode="json")
    for line in scenario.spoken():
        assert [clash.problem for clash in clashes({**data, "opening": [*data["opening"], line]})] == ["the same line is written twice"]


@given(
    value=st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=5), part, max_size=3),
    ),
    name=st.sampled_from(sorted(fields())),
)
def test_malformed_parts_are_passed_over(value: object, name: str) -> None:
    list(clashes({**fields(), name: value}))


def test_a_folder_is_checked_file_by_file(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "bad.yml").write_text("id: 3", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not looked at", encoding="utf-8")
    scenarios, mistakes = check_path(tmp_path)
    assert [scenario.id for scenario in scenarios] == ["late-quotes"]
    assert {mistake.path.name for mistake in mistakes} == {"bad.yml"}


def test_of_two_files_with_one_id_the_second_is_broken(tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path).rename(tmp_path / "late-quotes.yml")
    written(tmp_path)
    scenarios, mistakes = check_path(tmp_path)
    assert len(scenarios) == 1
    assert mistakes[0].path.name == "late-quotes.yml"
    assert "already has the id" in mistakes[0].problem


@pytest.mark.parametrize("changes", [{}, {"difficulty": 9}])
def test_a_copy_is_told_as_one_with_its_line_and_a_free_name(tmp_path: Path, changes: dict[str, Any]) -> None:
    shipped, mine = tmp_path / "shipped", tmp_path / "mine"
    shipped.mkdir()
    mine.mkdir()
    written(shipped)
    copy = written(mine, **changes)
    copy.write_text("# mine\n" + copy.read_text(encoding="utf-8"), encoding="utf-8")
    for path in (copy, mine):
        scenarios, mistakes = check_path(path, beside=[shipped])
        assert scenarios == ()
        found = next(mistake for mistake in mistakes if mistake.field == "id")
        assert found.line == 2
        assert str(shipped / "late-quotes.yaml") in found.problem
        assert "copy" in found.problem
        assert "late-quotes-2.yaml" in found.hint
        assert len(mistakes) == 1 + len(changes)


def test_a_file_is_no_copy_of_itself(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path)
    for path in (tmp_path, tmp_path / "late-quotes.yaml", tmp_path / "link" / "late-quotes.yaml"):
        assert check_path(path, beside=[tmp_path])[1] == ()


BLANKS = sorted(
    {char for char in map(chr, range(0x110000)) if char.isspace()} | {"\u200b", "\ufeff", "\u2060", "\u00ad", "\u2800", "…", "-"}
)


@pytest.mark.parametrize("blank", ["", *BLANKS], ids=lambda blank: " ".join(f"{ord(char):x}" for char in blank) or "empty")
def test_a_name_or_title_that_cannot_be_read_is_refused(blank: str) -> None:
    for text in (blank, blank * 3, f" {blank} {blank}"):
        for data in (fields(title=text), fields(persona={**fields()["persona"], "name": text})):
            with pytest.raises(ValidationError):
                Scenario.model_validate(data)
    named = Scenario.model_validate(fields(persona={**fields()["persona"], "name": f"{blank} Ravi Menon"}))
    assert named.persona.first_name.endswith("Ravi")


def test_a_blank_name_is_told_in_plain_words(tmp_path: Path) -> None:
    mistakes = check_file(written(tmp_path, title="   ", persona={**fields()["persona"], "name": "  "}))[1]
    assert {mistake.field: mistake.problem for mistake in mistakes} == dict.fromkeys(("title", "persona.name"), "nothing stands here")


def test_what_is_no_plain_file_is_no_scenario_file_and_is_never_opened(tmp_path: Path) -> None:
    written(tmp_path)
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "endless.yaml").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.yaml"))
        assert [path.name for path in scenario_files(tmp_path)] == ["late-quotes.yaml"]
        for name in ("pipe.yaml", "endless.yaml", "socket.yaml"):
            assert "no file with text" in check_path(tmp_path / name)[1][0].problem


def test_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "circle.yaml").symlink_to(tmp_path / "circle.yaml")
    assert {mistake.path.name for mistake in check_path(tmp_path)[1]} == {"gone.yaml", "circle.yaml"}


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "no scenario file" in check_path(tmp_path)[1][0].problem


def test_every_file_that_comes_with_the_product_names_the_schema_and_is_valid() -> None:
    files = sorted((PROJECT / "scenarios").glob("*.yaml"))
    assert len(files) >= 6
    for path in files:
        assert check_file(path)[1] == ()
        assert path.read_text(encoding="utf-8").splitlines()[0] == "# yaml-language-server: $schema=scenario.schema.json"


def test_the_schema_file_is_the_one_the_code_prints() -> None:
    assert json.loads((PROJECT / "scenarios" / "scenario.schema.json").read_text(encoding="utf-8")) == json_schema()


def test_every_field_of_the_schema_is_described() -> None:
    schema = json_schema()
    parts = [schema, *schema["$defs"].values()]
    bare = [f"{part['title']}.{name}" for part in parts for name, field in part.get("properties", {}).items() if "description" not in field]
    assert bare == []
