"""A scorecard's row as a group's debrief needs it: its columns, and of its body the facts, the best question and the segments' codes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Row

from simulator.codes import Code, Move
from simulator.evaluation.scorecard import Estimate, FactState
from simulator.scenario.model import Layer
from simulator.store.tables import attempts, scorecards
from simulator.workshop.scored import FactMet, ScoredTalk

SCORED: Final[tuple[Any, ...]] = (
    attempts.c.owner,
    attempts.c.scenario_id,
    attempts.c.scenario_title,
    attempts.c.started_at,
    attempts.c.estimated_asked_share,
    attempts.c.estimated_score,
    scorecards.c.score,
    scorecards.c.levels,
    scorecards.c.figures,
    scorecards.c.labeller_version,
    scorecards.c.measures_version,
    scorecards.c.codebook_version,
    scorecards.c.scored_scenario,
    scorecards.c.body["facts"].label("facts"),
    scorecards.c.body["best_question"].label("best_question"),
    scorecards.c.body["segments"].label("segments"),
)
"""What is read of it: databases take the three parts out of a body, which is read whole by nobody."""


def scored_talk(row: Row[Any]) -> ScoredTalk:
    """The talk of a row; a part that this version cannot read is left out."""
    segments = [one for one in _listed(row.segments) if isinstance(one.get("turn"), int)]
    best = row.best_question if isinstance(row.best_question, Mapping) else {}
    return ScoredTalk(
        person=row.owner,
        scenario_id=row.scenario_id,
        title=row.scenario_title,
        started_at=row.started_at,
        versions=(row.labeller_version, row.measures_version, row.codebook_version, row.scored_scenario),
        score=row.score,
        levels=row.levels or {},
        figures=row.figures or {},
        guess=Estimate(asked_share=row.estimated_asked_share, score=row.estimated_score),
        facts=tuple(fact for one in _listed(row.facts) if (fact := _fact(one, segments))),
        best_question=_text(_part(best, "quote"), "text").strip(),
        moves=tuple((one["turn"], move) for one in segments if (move := _move(one))),
    )


def _fact(values: Mapping[str, Any], segments: Sequence[Mapping[str, Any]]) -> FactMet | None:
    state, turn = values.get("state"), values.get("turn")
    try:
        return FactMet(
            id=_text(values, "id"),
            layer=Layer(_text(values, "layer")),
            summary=_text(values, "summary"),
            opener=_text(values, "opener"),
            found=state != FactState.MISSED,
            question=_asked(segments, turn - 1) if state == FactState.ELICITED and isinstance(turn, int) else "",
        )
    except ValueError:
        return None


def _asked(segments: Sequence[Mapping[str, Any]], turn: int) -> str:
    """The last question of that turn; empty where it has none."""
    return next((_text(one, "text").strip() for one in reversed(segments) if one["turn"] == turn and _move(one) is Move.ASK), "")


def _move(segment: Mapping[str, Any]) -> Move | None:
    try:
        return Code(_text(segment, "code")).move
    except ValueError:
        return None


def _listed(values: Any) -> list[Mapping[str, Any]]:
    return [one for one in values if isinstance(one, Mapping)] if isinstance(values, list) else []


def _part(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = values.get(name)
    return found if isinstance(found, Mapping) else {}


def _text(values: Mapping[str, Any], name: str) -> str:
    found = values.get(name)
    return found if isinstance(found, str) else ""
