"""A workshop as it is kept, who is in it, and what a keeper of workshops can do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from simulator.workshop.scored import ScoredTalk


class Round(StrEnum):
    """Whether talks can be begun, and go on."""

    OPEN = "open"
    PAUSED = "paused"
    """No talk is begun, and those under way stand still."""
    ENDED = "ended"
    """No talk is begun; those under way are held to their end."""


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """Some people who practise the same scenarios at the same time.

    `id` is a random hex string, `code` what lets people in until `ends_at`; `made_by` is the id of the facilitator. Times are aware (UTC).
    `scenarios` are ids in the order in which they are practised, each `attempts_each` times, all in `language`. `nudges` says whether a
    talk may hint.
    `scores_held` keeps scorecards back until `scores_opened`. `names` says whether people are shown by what they are called.
    `keep_days` is how long its talks are kept after it ends.
    """

    id: str
    code: str
    name: str
    made_by: str
    starts_at: datetime
    ends_at: datetime
    scenarios: tuple[str, ...]
    attempts_each: int = 2
    language: str = "en"
    nudges: bool = True
    scores_held: bool = False
    scores_opened: bool = False
    names: bool = False
    keep_days: int = 30
    round: Round = Round.OPEN

    def live(self, at: datetime) -> bool:
        """Whether its code lets people in."""
        return self.starts_at <= at < self.ends_at


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody in a workshop; who was removed stays known, so that they do not come in again."""

    person: str
    joined_at: datetime
    removed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class RoomTalk:
    """One talk of a workshop as a board needs it: without its words, its scorecard, and its player's name.

    `last_said_at` is when the last words were said. The figures are the newest scorecard's; None where there is none, or it gave none.
    """

    id: str
    person: str
    scenario_id: str
    started_at: datetime
    last_said_at: datetime
    finished_at: datetime | None = None
    asked_told: float | None = None
    ask_listen_share: float | None = None


class Workshops(Protocol):
    """Keeps workshops. Every call is one transaction. All raise StoreError."""

    def keep(self, workshop: Workshop, now: datetime) -> bool:
        """Keep a new one; False, and nothing is kept, where a workshop that has not ended has its code."""
        ...

    def change(self, workshop: Workshop) -> None:
        """Keep its settings as they are now; the code stays. WorkshopError if there is none of that id."""
        ...

    def workshop(self, workshop_id: str) -> Workshop:
        """The one of that id; WorkshopError if there is none."""
        ...

    def with_code(self, code: str, now: datetime) -> Workshop | None:
        """The one that this code opens now; None where it opens none."""
        ...

    def made_by(self, person_id: str | None = None) -> tuple[Workshop, ...]:
        """Those that somebody made, or all, the newest first."""
        ...

    def of_member(self, person_id: str, now: datetime) -> Workshop | None:
        """The live one that somebody is in and joined last; None where they are in none."""
        ...

    def join(self, workshop_id: str, person_id: str, at: datetime) -> Member:
        """Let somebody in; who is known already stays as they are, removed or not."""
        ...

    def remove(self, workshop_id: str, person_ids: Iterable[str], at: datetime) -> None:
        """Send people out; their talks stay."""
        ...

    def members(self, workshop_id: str) -> tuple[Member, ...]:
        """Everybody who came, the first first."""
        ...

    def talks(self, workshop_id: str) -> tuple[RoomTalk, ...]:
        """Its talks, the first first, without those that were tried again from a turn of another."""
        ...

    def scored(self, workshop_id: str) -> tuple[ScoredTalk, ...]:
        """Its finished talks with what a debrief of the group needs, the first first; without those that were tried again from a turn."""
        ...

    def delete_workshop(self, workshop_id: str) -> None:
        """Remove it for good with its members and every talk held in it; WorkshopError if there is none of that id."""
        ...
