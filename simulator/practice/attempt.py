"""One practised talk as it is kept, and what a keeper of talks can do."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol

from simulator.conversation import Coded, Conversation, Turn
from simulator.evaluation.corrections import Correction
from simulator.evaluation.review import Review, counting, given_levels
from simulator.evaluation.scorecard import Estimate, OneThing, Scorecard
from simulator.people.person import LOCAL_ID, Person, name_key
from simulator.scenario.model import Scenario, Stance
from simulator.state import RepState


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a real talk came from, and what it was read as.

    `name` and `form` are the file's name and ending, "pasted" and empty for text at hand; `hash` is of its content, which is not kept.
    `stance` is what the talk called for, `others` what the other side is called, `counted` who was counted as whom, `notes` what to know
    of the reading.
    """

    name: str
    form: str
    hash: str
    stance: Stance = Stance.COACH
    others: tuple[str, ...] = ()
    counted: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What the workshop that a talk is held in sets just now; as it stands here for a talk that is held in none.

    `held_back` keeps its scorecard from its player. Until `paused_until` nothing is said in it. `nudges` says whether it may hint, `names`
    whether who leads the workshop sees who held it.
    """

    held_back: bool = False
    paused_until: datetime | None = None
    nudges: bool = True
    names: bool = False

    def paused(self, at: datetime) -> bool:
        """Whether nothing is said in it at that time."""
        return self.paused_until is not None and at < self.paused_until


FREE: Final = Rules()
"""No workshop sets anything."""


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One conversation: practised, or, where it has a `source`, a real one.

    `id` is a random hex string that stands in the page's address. `owner` is the id of the person whose talk it is, `player` the name they
    gave, often empty.
    `state` belongs to the last rep turn. Times are aware (UTC). `finished_at` and `scorecard` come together; `scorecard` is the
    newest, and older ones are kept. `branch_of` is the talk that this one was branched from, empty for most, and `branch_turn` the first
    turn of its own. `scenario_text` is the hash of the scenario's text it is held with, empty for a talk of a version that kept none.
    `workshop` is the id of the workshop it is held in, empty for most, and `rules` what that sets. A scorecard that is held back is not
    here for its player, though the talk is finished.
    `corrections` are what its player put right in its codes, `reviews` what others said of it and signed, each in that order. A real talk
    is finished from the start; its `scenario_id` is empty, or the scenario it resembles, its title says whom it was with, and its `state`
    says nothing.
    """

    id: str
    scenario_id: str
    scenario_version: int
    scenario_title: str
    player: str
    started_at: datetime
    state: RepState
    conversation: Conversation = field(default_factory=Conversation)
    finished_at: datetime | None = None
    scorecard: Scorecard | None = None
    estimate: Estimate | None = None
    corrections: tuple[Correction, ...] = ()
    reviews: tuple[Review, ...] = ()
    branch_of: str = ""
    branch_turn: int = 0
    scenario_text: str = ""
    source: Source | None = None
    owner: str = LOCAL_ID
    workshop: str = ""
    rules: Rules = FREE

    @property
    def finished(self) -> bool:
        """Whether the talk is over and scored."""
        return self.finished_at is not None

    @property
    def counting(self) -> tuple[Correction, ...]:
        """The corrections that count in its scorecard."""
        return counting(self.corrections, self.reviews, together=bool(self.workshop))

    @property
    def given_levels(self) -> dict[str, int]:
        """By criterion, the level that somebody gave."""
        return given_levels(self.reviews)

    @property
    def kind(self) -> str:
        """Either practised, or real."""
        return "real" if self.source else "practised"

    @property
    def left(self) -> RepState | None:
        """How the talk left the rep; None for a real one: nobody knows."""
        return None if self.source else self.state

    @property
    def meant(self) -> Stance:
        """What a real talk called for; a practised one is scored by its scenario's stance."""
        return self.source.stance if self.source else Stance.COACH


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Which talks are meant: of one owner, or everybody's; and of those, where `player` is given, those held under that name.

    `opened` leaves out those whose scores a workshop keeps back for now. `workshop` is the id of the one they were held in, and they began
    at `since` or later, and before `until`; None does not ask.
    """

    owner: str | None = None
    player: str | None = None
    opened: bool = False
    workshop: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def key(self) -> str | None:
        """What all ways of writing that name share."""
        return None if self.player is None else name_key(self.player)


EVERY: Final = Selection()


def held_by(owner: str, player: str) -> Selection:
    """The talks of one person: where nobody is asked who they are, the name tells people apart, and else the owner alone."""
    return Selection(owner=owner, player=player if owner == LOCAL_ID else None)


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What a finished talk says of where a player stands, without its words.

    Its score, by their ids the levels of the criteria that were judged and the values of the measures that were given, when it began, and
    the versions that scored it. `stance` is what a real talk called for, None for a practised one: its scenario says it.
    """

    scenario_id: str
    score: float | None
    levels: Mapping[str, int]
    figures: Mapping[str, float] = field(default_factory=dict)
    at: datetime | None = None
    stance: Stance | None = None
    versions: tuple[str, ...] = ()

    @property
    def real(self) -> bool:
        """Whether it is a real talk."""
        return self.stance is not None


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Attempts, and the ids of those that this version cannot read; they are kept as they are."""

    attempts: tuple[Attempt, ...]
    unreadable: tuple[str, ...] = ()

    @property
    def missing(self) -> str:
        """One sentence for the person about what cannot be read; empty where all can."""
        if not self.unreadable:
            return ""
        which = "One talk cannot" if len(self.unreadable) == 1 else f"{len(self.unreadable)} talks cannot"
        return (
            f"{which} be read ({', '.join(self.unreadable)}): changed by hand, or written by another version of this product. "
            "Nothing was deleted; the newest version, or a backup, may help."
        )


class Repository(Protocol):
    """Keeps attempts. Every call is one transaction: when it returns, it is on disk. All raise StoreError."""

    def add(self, attempt: Attempt, scenario: Scenario | None = None) -> None:
        """Keep a new attempt with whatever turns it has, and the text of the scenario it is held with, where that is not there yet.

        The states of turns it shares with the talk it was branched from go along.
        """
        ...

    def scenario(self, text: str) -> Scenario:
        """The scenario whose text has that hash, as it was then; ScenarioError if it is not kept or cannot be read."""
        ...

    def link(self, scenarios: Iterable[Scenario]) -> None:
        """Have attempts that know no text point to that of the scenario with their id and version, where it is among these."""
        ...

    def state_after(self, attempt_id: str, number: int) -> RepState | None:
        """How rep turn `number` left the rep; None where that was not kept, as in talks of older versions."""
        ...

    def get(self, attempt_id: str) -> Attempt:
        """The attempt of that id, turns in order; AttemptError if there is none."""
        ...

    def add_turn(self, attempt_id: str, turn: Turn, state: RepState | None = None) -> None:
        """Append a turn; with a rep's turn, the state it left the rep in, in the same transaction.

        Raises AttemptError if that turn number is taken (the same talk is open in two windows) or the talk is finished.
        """
        ...

    def keep_coded(self, attempt_id: str, coded: Mapping[int, Coded]) -> None:
        """Keep what a labeller made of turns, by their numbers, in the place of what was kept; a number that no turn has is passed over."""
        ...

    def finish(self, attempt_id: str, at: datetime, scorecard: Scorecard, estimate: Estimate | None = None) -> None:
        """Close the attempt with its scorecard; AttemptError if it is finished already."""
        ...

    def rescore(self, attempt_id: str, at: datetime, scorecard: Scorecard, correction: Correction | None = None) -> None:
        """Put a newer scorecard on top, with the correction that made it so; AttemptError if the talk is not finished."""
        ...

    def propose(self, attempt_id: str, at: datetime, correction: Correction) -> None:
        """Keep a correction that does not count as yet; AttemptError if the talk is not finished."""
        ...

    def scorecards(self, attempt_id: str) -> tuple[tuple[datetime, Scorecard], ...]:
        """Every scorecard of the attempt with the time it was made, the oldest first."""
        ...

    def owner(self, attempt_id: str) -> str:
        """The id of the person whose talk it is; AttemptError if there is no such talk."""
        ...

    def listed(self, *, limit: int | None = None, offset: int = 0, of: Selection = EVERY, finished: bool = False) -> Listed:
        """Attempts, the newest first: `limit` after `offset`, or finished ones. One that cannot be read stops no other."""
        ...

    def each(self, unreadable: Callable[[str], None], of: Selection = EVERY) -> Iterator[Attempt]:
        """All these attempts as of one moment, the newest first, a few at a time in memory.

        `unreadable` is told the ids of those that cannot be read.
        """
        ...

    def summaries(self, of: Selection, limit: int) -> tuple[Summary, ...]:
        """The latest finished ones, the newest first, without their words; one that cannot be read is left out."""
        ...

    def one_thing_before(self, attempt: Attempt) -> OneThing | None:
        """The one thing to do next that the player's talk before this one was given; None where there is none, or it cannot be read."""
        ...

    def delete(self, attempt_id: str) -> None:
        """Remove the talk for good: its turns, codes, scorecards, corrections and reviews, and every model's answer that is kept.

        What was tried again from it is a talk of its own and stays. AttemptError if there is no such talk.
        """
        ...

    def forget(self, of: Selection) -> int:
        """Remove all these talks for good, as `delete` does; returns how many there were."""
        ...

    def expire(self, before: datetime) -> int:
        """Remove talks whose last word, or whose end, is older than that, as `delete` does; returns how many there were."""
        ...

    def give(self, attempt_id: str, to: Person) -> None:
        """Make a talk, and what was tried again from it, that person's; AttemptError if there is no such talk."""
        ...

    def brought(self, hash: str, of: Selection = EVERY) -> str:
        """The id of the real talk whose file had this hash; empty where there is none."""
        ...

    def count(self, of: Selection = EVERY) -> int:
        """How many attempts are kept."""
        ...

    def played(self, of: Selection) -> frozenset[str]:
        """Ids of the scenarios that a talk was begun in."""
        ...
