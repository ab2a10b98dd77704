"""Finished talks as xAPI statements (IEEE 9274.1.1, xAPI 1.0.3), for a learning record store.

A statement says who completed which talk, how long it took and, where it was scored, with what score. Nobody may change a statement, so its
id is made from the talk and what is said of it: the same record gives the same id, and a talk that is scored anew gives another one.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid5

from simulator.errors import UserError
from simulator.export.harmless import writable
from simulator.export.terms import Terms
from simulator.numbers import rounded
from simulator.practice.attempt import Attempt

HOME: Final = "https://coaching-simulator.invalid"
"""Where accounts and activities are named below. Nothing is there: it is a name, and no two products share it."""
_NAMES: Final = UUID("5a0f2f0e-7f0b-4b0e-9a54-1d8c1f5f3b61")
"""The name space of all ids here."""
_COMPLETED: Final = {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en": "completed"}}
_SIMULATION: Final = "http://adlnet.gov/expapi/activities/simulation"
_MEETING: Final = "http://adlnet.gov/expapi/activities/meeting"
_MOST: Final = 100
"""The highest score."""


def statements(attempts: Iterable[Attempt], terms: Terms, path: Path) -> Path:
    """Write the statements of the finished talks as one JSON array, one after the other; a score that is kept back leaves its talk out."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write("[")
        between = "\n"
        for attempt in attempts:
            if attempt.finished and attempt.scorecard:
                file.write(between + writable(json.dumps(statement(attempt, terms), ensure_ascii=False)))
                between = ",\n"
        file.write("\n]\n")
    return path


def statement(attempt: Attempt, terms: Terms) -> dict[str, Any]:
    """The statement of a finished talk, as JSON values."""
    assert attempt.finished_at
    assert attempt.scorecard
    language = _language(attempt, terms)
    made_by = attempt.scorecard.versions
    said: dict[str, Any] = {
        "actor": {"objectType": "Agent", "account": {"homePage": HOME, "name": terms.account(attempt)}},
        "verb": _COMPLETED,
        "object": _activity(attempt, terms, language),
        "result": _result(attempt, terms),
        "context": {
            "registration": str(uuid5(_NAMES, attempt.id)),
            "platform": "coaching-simulator",
            "revision": made_by.app,
            **({"language": language} if language else {}),
            **({"contextActivities": {"grouping": [{"id": f"{HOME}/workshops/{attempt.workshop}"}]}} if attempt.workshop else {}),
            "extensions": {
                f"{HOME}/xapi/versions": {
                    "codebook": made_by.codebook,
                    "labeller": made_by.labeller,
                    "measures": made_by.measures,
                    "scenario": made_by.scenario,
                }
            },
        },
        "timestamp": attempt.finished_at.isoformat(timespec="milliseconds"),
        "version": "1.0.3",
    }
    return {"id": str(uuid5(_NAMES, json.dumps([attempt.id, said], sort_keys=True))), **said}


def _language(attempt: Attempt, terms: Terms) -> str:
    """The scenario's language; empty where it is not known."""
    if attempt.source or not terms.scenario or not attempt.scenario_text:
        return ""
    try:
        return terms.scenario(attempt.scenario_text).language
    except UserError:
        return ""


def _activity(attempt: Attempt, terms: Terms, language: str) -> dict[str, Any]:
    """What was done: a scenario's talk, or a real one, whose title says whom it was with."""
    if attempt.source:
        name = attempt.scenario_title if terms.names else "A real talk"
        return _named(f"{HOME}/talks/{attempt.id}", _MEETING, name, "en")
    return _named(f"{HOME}/scenarios/{attempt.scenario_id}", _SIMULATION, attempt.scenario_title, language or "und")


def _named(name: str, kind: str, title: str, language: str) -> dict[str, Any]:
    return {"objectType": "Activity", "id": name, "definition": {"type": kind, "name": {language: title}}}


def _result(attempt: Attempt, terms: Terms) -> dict[str, Any]:
    """Completed; the score where there is one, passing where somebody said what passes, and how long it took where that is known."""
    assert attempt.scorecard
    result: dict[str, Any] = {"completion": True}
    if (score := attempt.scorecard.score) is not None:
        result["score"] = {"scaled": float(rounded(score / _MOST, 6)), "raw": score, "min": 0, "max": _MOST}
        if terms.pass_mark is not None:
            result["success"] = score >= terms.pass_mark
    elif attempt.scorecard.unscored:
        result["extensions"] = {f"{HOME}/xapi/unscored": attempt.scorecard.unscored}
    if (
        attempt.scorecard.measured and attempt.scorecard.measured.value is not None
    ):  # the score is what people put right; this is what it was before
        result.setdefault("extensions", {})[f"{HOME}/xapi/measured"] = attempt.scorecard.measured.value
    if (seconds := _seconds(attempt)) is not None:
        result["duration"] = f"PT{rounded(seconds, 2)}S"
    return result


def _seconds(attempt: Attempt) -> float | None:
    """From the first word to the last; None where the talk has no times."""
    said = [turn.said_at for turn in attempt.conversation if turn.said_at]
    if said and not attempt.source:
        return max(0.0, (max(said) - min(said)).total_seconds())
    ends = [turn.timing.end for turn in attempt.conversation if turn.timing]
    return max(ends) if ends else None
