"""Which text a talk is held with: its own, as the scenario stood when the talk began, whatever has become of the file since."""

from dataclasses import dataclass
from typing import Final, Protocol

from simulator.errors import ScenarioError
from simulator.practice.attempt import Attempt, Repository
from simulator.scenario.model import Scenario
from simulator.scenario.text import text_of

CHANGED: Final = "The scenario has been changed since this talk began; the talk is scored with the text it was held with."
GONE: Final = "The scenario is no longer there; the talk is scored with the text it was held with."
GUESSED: Final = (
    "This talk's own text of the scenario is not kept, or cannot be read, and the scenario has been changed since: it is "
    "scored with today's "
    "text, version {today}, and was held with version {then}. What it says of facts and ideas may not be what was talked about."
)
LOST: Final = (
    "The scenario of this talk is no longer there, and the text it was held with is not kept, or cannot be read. "
    "What needs the scenario is not scored."
)
MUTE: Final = (
    "The scenario of this talk is no longer there, and its text was not kept with the talk, so the rep has no words. "
    "End the talk to see what can be scored, or put the scenario's file back."
)


class Scenarios(Protocol):
    """Where today's scenarios come from."""

    def get(self, scenario_id: str) -> Scenario:
        """The scenario of that id; ScenarioError if there is none."""
        ...


@dataclass(frozen=True, kw_only=True)
class Held:
    """What a talk is held with, and what a person should know of that; `scenario` is None where there is nothing to hold it with."""

    scenario: Scenario | None
    note: str = ""


def own(attempt: Attempt, scenarios: Scenarios, repository: Repository) -> Scenario | None:
    """The scenario to hold this talk with: its own text, else today's of that id; None where there is none, or it is real. StoreError."""
    if attempt.source:
        return None
    return _kept(attempt, repository) or _today(attempt, scenarios)


def held(attempt: Attempt, scenarios: Scenarios, repository: Repository) -> Held:
    """The same, with what has become of the scenario since; a real talk is held with none. StoreError."""
    if attempt.source:
        return Held(scenario=None)
    kept, today = _kept(attempt, repository), _today(attempt, scenarios)
    if kept:
        return Held(scenario=kept, note=GONE if today is None else CHANGED if text_of(today).hash != text_of(kept).hash else "")
    if today is None:
        return Held(scenario=None, note=LOST)
    same = today.version == attempt.scenario_version and not attempt.scenario_text
    return Held(scenario=today, note="" if same else GUESSED.format(today=today.version, then=attempt.scenario_version))


def _kept(attempt: Attempt, repository: Repository) -> Scenario | None:
    try:
        return repository.scenario(attempt.scenario_text) if attempt.scenario_text else None
    except ScenarioError:
        return None


def _today(attempt: Attempt, scenarios: Scenarios) -> Scenario | None:
    try:
        return scenarios.get(attempt.scenario_id)
    except ScenarioError:
        return None
