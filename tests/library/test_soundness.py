"""What makes a scenario unfit is told with its field; what ships, and what a beginner writes well, is sound."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.library.check import check_path, faults_of
from simulator.library.soundness import faults
from simulator.scenario.model import Scenario
from simulator.settings import PROJECT
from tests.played import SHIPPED

EXAMPLE = PROJECT / "docs" / "examples" / "late-handover.yaml"
ROOT = next(place for place, fact in enumerate(SHIPPED[0].facts) if fact.layer == "root")
TELLS = SHIPPED[0].facts[ROOT].summary


@pytest.mark.parametrize("scenario", SHIPPED, ids=lambda scenario: scenario.id)
def test_what_ships_is_sound(scenario: Scenario) -> None:
    assert list(faults(scenario)) == []


def test_what_the_guide_writes_is_sound() -> None:
    assert list(faults(Scenario.model_validate(yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))))) == []


def put(*where: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for part in where[:-1]:
            place = place[part]
        place[where[-1]] = value

    return change


def swap(owner: str, one: str, other: str) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data[owner][one], data[owner][other] = data[owner][other], data[owner][one]

    return change


SPOILED: dict[str, tuple[Callable[[dict[str, Any]], None], str, str]] = {
    "root in the brief": (put("brief", "known", 0, value=TELLS), "brief.known.0", "tells"),
    "root in the background": (put("persona", "background", value=f"She runs. {TELLS}"), "persona.background", "tells"),
    "root in a symptom": (put("symptoms", 0, value=TELLS), "symptoms.0", "tells"),
    "root in a reaction": (put("reactions", "heard", 0, value=f"Yes. {TELLS}"), "reactions.heard.0", "tells"),
    "root as a wrong picture": (put("misreadings", 0, "heard", 0, value=TELLS), "misreadings.0.heard.0", "tells"),
    "root in the opening": (put("opening", 0, value=TELLS), "opening.0", "tells"),
    "closed opens a root": (put("facts", ROOT, "needs", "by", value=["closed_question"]), f"facts.{ROOT}.needs.by", "closed question"),
    "root without openness": (put("facts", ROOT, "needs", "openness", value=0.0), f"facts.{ROOT}.needs.openness", "needs no openness"),
    "out of reach": (put("ideas", 0, "needs", "openness", value=1.0), "ideas.0.needs.openness", "so open"),
    "opened by selling": (put("ideas", 0, "needs", "by", value=["persuasion"]), "ideas.0.needs.by", "opens nothing"),
    "gap": (put("facts", 0, "lines", 0, value="TODO line 7"), "facts.0.lines.0", "not written"),
    "name to fill in": (
        put("facts", 0, "lines", 0, value="As I told [CUSTOMER], it is late again this week."),
        "facts.0.lines.0",
        "markup",
    ),
    "gesture": (
        put("facts", 0, "lines", 0, value="*sighs and looks away* It is late again this week."),
        "facts.0.lines.0",
        "stage direction",
    ),
    "address": (put("facts", 0, "lines", 0, value="Write to jane@example.com, she knows about it."), "facts.0.lines.0", "reach somebody"),
    "insult": (put("facts", 0, "lines", 0, value="That fat old cow in procurement never reads it."), "facts.0.lines.0", "insults"),
    "leading opener": (put("facts", 0, "opener", value="Don't you think you should have told me?"), "facts.0.opener", "holds its answer"),
    "twin symptoms": (put("symptoms", 1, value=SHIPPED[0].symptoms[0] + "!"), "symptoms.1", "nearly the same"),
    "promises swapped": (swap("commitments", "own", "imposed"), "commitments", "swapped"),
    "goodbyes swapped": (swap("closings", "warm", "cool"), "closings", "swapped"),
    "another language": (put("language", value="de"), "language", "speaks English"),
    "a language nobody knows": (put("language", value="xx"), "language", "speaks English"),
    "another story": (put("debrief", "story", value="Bob stole the car."), "debrief.story", "nothing in common"),
}


@pytest.mark.parametrize("what", SPOILED)
def test_what_is_spoiled_is_told_with_its_field(what: str) -> None:
    change, field, says = SPOILED[what]
    data = SHIPPED[0].model_dump(mode="json")
    change(data)
    found = [(".".join(map(str, one.where)), one.problem) for one in faults(Scenario.model_validate(data))]
    assert any(where == field and says in problem for where, problem in found), found


def test_lines_and_cues_written_by_rote_are_told() -> None:
    data = SHIPPED[0].model_dump(mode="json")
    data["facts"][0]["cues"] = [f"What of the amber ledger, item {number}?" for number in ("one", "two", "three", "four")]
    for fact in data["facts"][:3]:
        fact["lines"][0] = f"The representative wishes to report {fact['id']} in full."
    problems = {one.problem for one in faults(Scenario.model_validate(data))}
    assert any("cues begin with" in problem for problem in problems)
    assert any("lines begin with" in problem for problem in problems)


def test_the_check_tells_the_line_and_a_scenario_with_faults_can_still_be_played(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    line = next(number for number, one in enumerate(text.splitlines(), start=1) if one.startswith("title:"))
    path = tmp_path / EXAMPLE.name
    path.write_text(re.sub("^title:.*$", "title: TODO find a title", text, flags=re.MULTILINE), encoding="utf-8")
    scenarios, mistakes = check_path(path)
    assert [one.id for one in scenarios] == [path.stem]
    assert mistakes == ()
    assert [(one.line, one.field) for one in faults_of(path)] == [(line, "title")]
