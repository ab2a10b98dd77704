"""A scenario as it is kept: its whole text in one fixed form, named by a hash, and brought up to date where it is of an older schema."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from simulator.errors import ScenarioError
from simulator.scenario.model import Scenario

Step = Callable[[dict[str, Any]], dict[str, Any]]
STEPS: Final[tuple[Step, ...]] = ()
"""The first brings the fields of a text of schema 1 to schema 2, the second those of schema 2 to schema 3, and so on.

A change of `Scenario` that an older text would not pass needs one, so that the talks held with that text go on.
"""


@dataclass(frozen=True, kw_only=True)
class ScenarioText:
    """`body` is JSON of every field, sorted, in ASCII; `schema` counts the forms a scenario has had; `hash` names both (SHA-256, hex)."""

    hash: str
    schema: int
    body: str


def text_of(scenario: Scenario, steps: Sequence[Step] = STEPS) -> ScenarioText:
    """The scenario's text; the same for the same scenario, always."""
    body, schema = json.dumps(scenario.model_dump(mode="json"), sort_keys=True), len(steps) + 1
    return ScenarioText(hash=hashlib.sha256(f"{schema}\n{body}".encode()).hexdigest(), schema=schema, body=body)


def scenario_of(text: ScenarioText, steps: Sequence[Step] = STEPS) -> Scenario:
    """The scenario of a text.

    Raises:
        ScenarioError: a newer version of the product wrote it, or it is no scenario.
    """
    if not 1 <= text.schema <= len(steps) + 1:
        raise ScenarioError("The scenario's text was kept by a newer version of this product. Update the product to read it.")
    try:
        fields = json.loads(text.body)
        for step in steps[text.schema - 1 :]:
            fields = step(fields)
        return Scenario.model_validate(fields)
    except (ValidationError, ValueError, TypeError, KeyError) as error:
        raise ScenarioError("The scenario's text that was kept cannot be read. It was changed by hand, or a backup may help.") from error
