"""A scenario's text comes back as it was, is named by what it says, and is brought up to date from any older schema."""

import json
from typing import Any

import pytest

from simulator.errors import ScenarioError
from simulator.library.catalogue import load
from simulator.scenario.model import Scenario
from simulator.scenario.text import ScenarioText, scenario_of, text_of
from simulator.settings import PROJECT
from tests.scenarios_for_tests import fields, make_scenario

SHIPPED = load([PROJECT / "scenarios"]).scenarios


@pytest.mark.parametrize("scenario", SHIPPED, ids=lambda one: one.id)
def test_every_scenario_comes_back_from_its_text(scenario: Scenario) -> None:
    text = text_of(scenario)
    assert scenario_of(text) == scenario
    assert text_of(scenario_of(text)) == text
    assert text.body.isascii()


def test_the_hash_changes_with_every_field_and_with_nothing_else() -> None:
    one = make_scenario()
    assert text_of(make_scenario()).hash == text_of(one).hash
    changed = [one.model_copy(update={name: None}) for name in Scenario.model_fields]
    assert len({text_of(each).hash for each in (one, *changed)}) == len(changed) + 1


def headline(data: dict[str, Any]) -> dict[str, Any]:
    """Schema 1 called the title a headline."""
    return {**{name: value for name, value in data.items() if name != "headline"}, "title": data["headline"]}


def voice(data: dict[str, Any]) -> dict[str, Any]:
    """Schema 2 kept speech at the top."""
    return {**{name: value for name, value in data.items() if name != "voice"}, "persona": {**data["persona"], "speech": data["voice"]}}


def older(schema: int) -> ScenarioText:
    """The scenario as schema 1 or 2 had it."""
    data = fields()
    data["voice"] = data["persona"].pop("speech")
    if schema == 1:
        data["headline"] = data.pop("title")
    return ScenarioText(hash="-", schema=schema, body=json.dumps(data))


@pytest.mark.parametrize("schema", [1, 2])
def test_texts_of_older_schemas_are_brought_up_to_date_step_by_step(schema: int) -> None:
    steps = (headline, voice)
    assert scenario_of(older(schema), steps) == make_scenario()
    assert text_of(make_scenario(), steps).schema == 3
    with pytest.raises(ScenarioError):
        scenario_of(older(schema), ())


@pytest.mark.parametrize("schema", [0, 4])
def test_a_text_of_no_known_schema_is_refused(schema: int) -> None:
    with pytest.raises(ScenarioError, match="newer version"):
        scenario_of(ScenarioText(hash="-", schema=schema, body="{}"), (headline, voice))
