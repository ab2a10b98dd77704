"""What is known about a talk once it is over: frozen values, each number with the words it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.scenario import Layer
from simulator.state import Commitment, How, Owner


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words of the talk, found to the character: `text` is turn `turn`'s text from `start` to `end`."""

    turn: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One number of the talk.

    `value` is None where the floor is not met, and then `unscored` says why. `unit` is one of share (0 to 1), ratio,
    count, words, turn, per 100. `shown` is the value as a person reads it ("3 : 9", "42 %"), a dash where unscored.
    `basis` is how many segments, turns or words it was counted from. `anchor` names a figure from another field and
    that field; empty where there is none.
    """

    id: str
    name: str
    definition: str
    unit: str
    value: float | None
    shown: str
    basis: int
    anchor: str = ""
    unscored: str = ""
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One thing a good talk does, from 0 to 4.

    `number` is the figure it rests on as a person reads it, `reading` what it means here, `next` what would raise it.
    `level` is None where it could not be judged, and then `unscored` says why.
    """

    id: str
    name: str
    level: int | None
    number: str
    reading: str
    next: str = ""
    quotes: tuple[Quote, ...] = ()
    unscored: str = ""


class FactState(StrEnum):
    """What became of a fact; the first two as in `simulator.state.How`."""

    ELICITED = How.ELICITED.value
    VOLUNTEERED = How.VOLUNTEERED.value
    MISSED = "missed"


@dataclass(frozen=True, kw_only=True)
class FactOutcome:
    """A fact of the scenario after the talk: found (and in which turn) or missed, and what would have opened it."""

    id: str
    layer: Layer
    summary: str
    opener: str
    state: FactState
    turn: int | None = None


@dataclass(frozen=True, kw_only=True)
class IdeaOutcome:
    """An idea of the scenario after the talk: the rep's, the manager's, or None where nobody spoke it."""

    id: str
    summary: str
    owner: Owner | None
    turn: int | None = None


@dataclass(frozen=True, kw_only=True)
class Rewrite:
    """One of the manager's own tells, and an open question that could have stood in its place."""

    quote: Quote
    code: Code
    question: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Versions:
    """What made the scores. Scores whose versions differ are not compared."""

    app: str
    codebook: str
    labeller: str
    measures: str
    scenario: str = ""


@dataclass(frozen=True, kw_only=True)
class Scorecard:
    """Everything the debrief shows.

    `score` is 0 to 100, None where it could not be given, and then `unscored` says why. `facts`, `ideas` and
    `commitment` are empty for a talk without a scenario.
    """

    versions: Versions
    segments: tuple[Segment, ...]
    measures: tuple[Measure, ...]
    criteria: tuple[Criterion, ...]
    score: float | None
    unscored: str = ""
    facts: tuple[FactOutcome, ...] = ()
    ideas: tuple[IdeaOutcome, ...] = ()
    commitment: Commitment | None = None
    rewrites: tuple[Rewrite, ...] = ()

    def measure(self, name: str) -> Measure:
        """The measure of that id; KeyError if there is none."""
        return {measure.id: measure for measure in self.measures}[name]
