"""What is known about a talk once it is over: frozen values, each number with the words it rests on."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.scenario.model import Layer
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
    `basis` is how many segments, turns or words it was counted from, and `counted` are those of the segments, by their
    place in the scorecard's `segments`. `anchor` names a figure from another field and
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
    counted: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What was measured, where a person's figure counts in its place; `value` is None where it was unscored, and `unscored` says why."""

    value: float | None
    unscored: str = ""


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
    unsupported: bool = False
    """Whether words it rests on were not found in the talk; they are then not shown."""
    given: bool = False
    """Whether a person gave the level."""
    measured: Measured | None = None
    """The level that was measured, where that is another, by what people put right or by a level they gave; else None."""


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
    said: Quote | None = None
    """The words in which the rep told it; None where it was missed, and in scorecards of before."""


@dataclass(frozen=True, kw_only=True)
class IdeaOutcome:
    """An idea of the scenario after the talk: the rep's, the manager's, or None where nobody spoke it."""

    id: str
    summary: str
    owner: Owner | None
    turn: int | None = None
    said: Quote | None = None
    """The words that hold it; None where nobody spoke it, and in scorecards of before."""


@dataclass(frozen=True, kw_only=True)
class Rewrite:
    """One of the manager's own tells, and an open question that could have stood in its place."""

    quote: Quote
    code: Code
    question: str
    why: str
    by: str = ""
    """The model that wrote the question; empty where it was made from the words at hand."""


@dataclass(frozen=True, kw_only=True)
class Highlight:
    """A moment worth looking at: the manager's or the rep's words, and in one sentence why."""

    quote: Quote
    why: str
    answer: str = ""
    """What could have been done, in a sentence; empty where there is nothing to add."""
    question: str = ""
    """The question in that sentence."""


@dataclass(frozen=True, kw_only=True)
class OneThing:
    """The one thing to do next time, and the moment of the talk that shows it.

    `lesson` is one of `lessons.Lesson` (a text, since a scorecard can be older than today's lessons), `criterion` the one it would have
    raised most, `points` what it would have added to the score. `theirs` and `yours` are the words of both there, `question` what could
    have been asked; empty where there is nothing to propose.
    """

    lesson: str
    criterion: str
    points: float
    says: str
    theirs: Quote
    yours: Quote
    question: str = ""


@dataclass(frozen=True, kw_only=True)
class Versions:
    """What made the scores.

    `model` and `prompt` are empty for a labeller that needs none. `scenario` is id-version, empty for a real talk.
    """

    app: str
    codebook: str
    labeller: str
    measures: str
    scenario: str = ""
    model: str = ""
    prompt: str = ""

    def differing(self, other: "Versions") -> tuple[str, ...]:
        """The parts in which these and the other versions differ, the app's own aside: scores are compared only where there are none."""
        return tuple(part.name for part in fields(self) if part.name != "app" and getattr(self, part.name) != getattr(other, part.name))


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """What the manager thinks of the talk before they see its numbers: asked share 0 to 1, score 0 to 100; None where they did not say."""

    asked_share: float | None = None
    score: float | None = None


@dataclass(frozen=True, kw_only=True)
class Price:
    """US dollars for a million tokens read and written."""

    read: float
    written: float


@dataclass(frozen=True, kw_only=True)
class Usage:
    """What a model was asked for: how many calls, the tokens it read and wrote, and US dollars where prices are set."""

    calls: int = 0
    read: int = 0
    written: int = 0
    cost: float | None = None

    def plus(self, other: "Usage | None") -> "Usage":
        """Both together."""
        if other is None:
            return self
        known = [one.cost for one in (self, other) if one.cost is not None]
        return Usage(
            calls=self.calls + other.calls,
            read=self.read + other.read,
            written=self.written + other.written,
            cost=sum(known) if known else None,
        )

    def priced(self, price: Price | None) -> "Usage":
        """The same with its cost; without one where no price is known."""
        return self if price is None else replace(self, cost=(self.read * price.read + self.written * price.written) / 1e6)


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
    promised: Quote | None = None
    """The words of the commitment; None where there is none, and in scorecards of before."""
    headline: str = ""
    """What happened, in one sentence; empty where too little was said."""
    one_thing: OneThing | None = None
    rewrites: tuple[Rewrite, ...] = ()
    best_question: Highlight | None = None
    missed_cue: Highlight | None = None
    note: str = ""
    """What the person should know of how the talk was coded; empty where there is nothing."""
    usage: Usage | None = None
    measured: Measured | None = None
    """The score without anything that people put right; None where nobody did."""

    def measure(self, name: str) -> Measure:
        """The measure of that id; KeyError if there is none."""
        return {measure.id: measure for measure in self.measures}[name]
