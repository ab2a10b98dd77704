"""A scored talk of a workshop as the group's debrief needs it: figures, and of its words a few questions at most."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from simulator.codes import Move
from simulator.evaluation.scorecard import Estimate
from simulator.scenario.model import Layer


@dataclass(frozen=True, kw_only=True)
class FactMet:
    """A fact of the talk's scenario: whether it was told there, and which question of the manager's it was told to; often empty.

    `summary` is what it is, `opener` the author's question that opens it.
    """

    id: str
    layer: Layer
    summary: str
    opener: str
    found: bool
    question: str = ""


@dataclass(frozen=True, kw_only=True)
class ScoredTalk:
    """One finished talk, by its newest scorecard; who held it is an id.

    `score` is None where it could not be given. `levels` and `figures` hold what was judged and given, by id. `versions` are those that
    made them, the scenario's last. `moves` is a turn's number and a move for each stretch of the manager's words.
    """

    person: str
    scenario_id: str
    title: str
    started_at: datetime
    versions: tuple[str, ...]
    score: float | None = None
    levels: Mapping[str, int] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)
    guess: Estimate | None = None
    facts: tuple[FactMet, ...] = ()
    best_question: str = ""
    moves: tuple[tuple[int, Move], ...] = ()

    @property
    def measured_by(self) -> tuple[str, ...]:
        """The versions without the scenario's: figures of others are not set beside these."""
        return self.versions[:-1]
