"""The use cases of a workshop, for one person: make it, come in, practise what is next, steer it, clear it away. No I/O of its own."""

import logging
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from simulator.errors import ScenarioError, WorkshopError
from simulator.language.words import ENGLISH
from simulator.people.access import Steering, demand_steering, may_steer
from simulator.people.person import Role, kept_name
from simulator.people.rates import Counted
from simulator.practice.attempt import Attempt, Repository, Selection
from simulator.practice.held import Scenarios
from simulator.practice.use_cases import Practice
from simulator.workshop.board import Board, board
from simulator.workshop.code import drawn_code, typed_code
from simulator.workshop.group import Group, group_debrief
from simulator.workshop.room import Member, RoomTalk, Round, Workshop, Workshops

LONGEST: Final = timedelta(days=31)
"""A code that lived longer could be guessed in the end, at the rate at which codes are taken."""
MOST_ATTEMPTS: Final = 9
MOST_DAYS: Final = 3650
_TRIES: Final = 20
_NO_CODE: Final = "No workshop has that code now. Look at it once more: six letters, no figures."
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Rooms:
    """Workshops as one person may use them: who practises, and how often they may ask, is `practice`'s. `talks` are everybody's."""

    kept: Workshops
    practice: Practice
    talks: Repository

    def make(
        self,
        name: str,
        scenarios: Sequence[str],
        ends_at: datetime,
        *,
        starts_at: datetime | None = None,
        attempts_each: int = 2,
        language: str = ENGLISH,
        nudges: bool = True,
        scores_held: bool = False,
        names: bool = False,
        keep_days: int = 30,
    ) -> Workshop:
        """A new workshop, open from now or from `starts_at`.

        Raises:
            OwnerError: who asks is no facilitator.
            WorkshopError: a setting cannot be.
            ScenarioError: there is no such scenario.
            StoreError: it could not be kept.
        """
        who, now = self.practice.who, self.practice.now()
        demand_steering(who, Steering.MAKE, who.id)
        starts_at = starts_at or now
        if not kept_name(name):
            raise WorkshopError("Give the workshop a name; people see it when they come in.")
        if not scenarios or len(set(scenarios)) != len(scenarios):
            raise WorkshopError("Choose at least one scenario, and each only once.")
        if not (max(now, starts_at) < ends_at <= starts_at + LONGEST):
            raise WorkshopError(f"A workshop ends after it starts, not in the past, and within {LONGEST.days} days.")
        if not 1 <= attempts_each <= MOST_ATTEMPTS or not 0 <= keep_days <= MOST_DAYS:
            raise WorkshopError(f"Attempts are 1 to {MOST_ATTEMPTS} for each scenario, and talks are kept for up to {MOST_DAYS} days.")
        if others := [found.title for one in scenarios if (found := self.practice.scenarios.get(one)).language != language]:
            raise WorkshopError(f"{others[0]} is in another language than the workshop. Choose situations of one language.")
        made = Workshop(
            id=secrets.token_hex(16),
            code="",
            name=kept_name(name),
            made_by=who.id,
            starts_at=starts_at,
            ends_at=ends_at,
            scenarios=tuple(scenarios),
            attempts_each=attempts_each,
            language=language,
            nudges=nudges,
            scores_held=scores_held,
            names=names,
            keep_days=keep_days,
        )
        for _ in range(_TRIES):
            with_code = replace(made, code=drawn_code())
            if self.kept.keep(with_code, now):
                return with_code
        raise WorkshopError("No free code was found. Try once more.")

    def join(self, code: str) -> Workshop:
        """Come in by a code.

        Raises:
            WorkshopError: it opens no workshop now, or they were sent out of it.
            TooOftenError: very many codes were typed.
        """
        self.practice.admission.admit(Counted.CODE)
        now = self.practice.now()
        meant = typed_code(code)
        found = self.kept.with_code(meant, now) if meant else None
        if found is None:
            raise WorkshopError(_NO_CODE)
        if self.kept.join(found.id, self.practice.who.id, now).removed_at:
            raise WorkshopError("You are not in this workshop any more. Speak with whoever leads it.")
        return found

    def mine(self) -> Workshop | None:
        """The live workshop that they joined last; None where they are in none."""
        return self.kept.of_member(self.practice.who.id, self.practice.now())

    def next_scenario(self, workshop: Workshop) -> str:
        """The id of the scenario they practise next there: that of a talk under way, if there is one; empty where all is practised."""
        theirs = self._theirs(workshop.id)
        if under_way := [one.scenario_id for one in theirs if one.finished_at is None]:
            return under_way[0]
        played = [one.scenario_id for one in theirs]
        return next((one for one in workshop.scenarios if played.count(one) < workshop.attempts_each), "")

    def begin(self, workshop_id: str) -> Attempt:
        """Their talk there: the one that is open, else a new one in the scenario that is next.

        Raises:
            WorkshopError: they are not in it, it is over, paused or between rounds, or all of it is practised.
            ScenarioError, TooOftenError, StoreError: as where a talk is started.
        """
        workshop = self.kept.workshop(workshop_id)
        here = {one.person for one in self.kept.members(workshop_id) if one.removed_at is None}
        if self.practice.who.id not in here or not workshop.live(self.practice.now()):
            raise WorkshopError(_NO_CODE)
        for one in self._theirs(workshop_id):
            if one.finished_at is None:
                return self.practice.repository.get(one.id)
        if workshop.round is not Round.OPEN:
            raise WorkshopError("No new talk is begun just now. Whoever leads the workshop says when it goes on.")
        scenario = self.next_scenario(workshop)
        if not scenario:
            raise WorkshopError("You have practised all of this workshop. Your talks are under History.")
        return self.practice.start(scenario, workshop=workshop_id)

    def paused(self, workshop_id: str) -> bool:
        """Whether nothing is said there just now; not where it is over or gone. StoreError."""
        try:
            workshop = self.kept.workshop(workshop_id)
        except WorkshopError:
            return False
        return workshop.round is Round.PAUSED and workshop.live(self.practice.now())

    def run(self) -> tuple[Workshop, ...]:
        """The workshops they look after, the newest first: their own, and everybody's for who clears up."""
        who = self.practice.who
        return self.kept.made_by(None if who.has(Role.ADMIN) or who.has(Role.OPERATOR) else who.id)

    def steers(self, workshop: Workshop) -> bool:
        """Whether they steer it; who only clears up looks on, and may delete it."""
        return may_steer(self.practice.who, Steering.STEER, workshop.made_by)

    def steer(self, workshop_id: str, *, round: Round | None = None, scores_opened: bool | None = None) -> Workshop:
        """Open, pause or end a round; open the scores, or close them again. OwnerError, WorkshopError."""
        workshop = self._asked(workshop_id, Steering.STEER)
        changed = replace(
            workshop,
            round=workshop.round if round is None else round,
            scores_opened=workshop.scores_opened if scores_opened is None else scores_opened,
        )
        self.kept.change(changed)
        return changed

    def remove(self, workshop_id: str, person_id: str) -> None:
        """Send somebody out; their talks stay, and their code lets them in no more. OwnerError, WorkshopError."""
        self._asked(workshop_id, Steering.STEER)
        self.kept.remove(workshop_id, (person_id,), self.practice.now())

    def members(self, workshop_id: str) -> tuple[Member, ...]:
        """Everybody who came, the first first. OwnerError, WorkshopError."""
        self._asked(workshop_id, Steering.WATCH)
        return self.kept.members(workshop_id)

    def board(self, workshop_id: str) -> Board:
        """What the room is doing now. OwnerError, WorkshopError."""
        self._asked(workshop_id, Steering.WATCH)
        return board(self.kept.members(workshop_id), self.kept.talks(workshop_id), self.practice.now())

    def group(self, workshop_id: str) -> Group:
        """What the talks of those who are in it say together, for who steers it. OwnerError, WorkshopError."""
        return debriefed(self._asked(workshop_id, Steering.STEER), self.kept, self.practice.scenarios)

    def taken(self, workshop_id: str) -> Iterator[Attempt]:
        """Its talks to be taken away by who steers it, the newest first; one that cannot be read is left out. OwnerError, WorkshopError."""
        self._asked(workshop_id, Steering.STEER)
        return self.talks.each(lambda _: None, Selection(workshop=workshop_id))

    def clear(self, workshop_id: str) -> None:
        """Remove a workshop for good: its members, and every talk held in it. That it was is logged. OwnerError, WorkshopError."""
        self._asked(workshop_id, Steering.DELETE)
        self.kept.delete_workshop(workshop_id)
        _log.info("A workshop was deleted by %s.", self.practice.who.id)

    def expire(self) -> int:
        """Remove the workshops whose time to be kept is over, as `clear` does; returns how many. StoreError."""
        now = self.practice.now()
        old = [one for one in self.kept.made_by() if one.ends_at + timedelta(days=one.keep_days) <= now]
        for one in old:
            self.kept.delete_workshop(one.id)
        if old:
            _log.info("Workshops were deleted after the days they are kept: %d.", len(old))
        return len(old)

    def _asked(self, workshop_id: str, act: Steering) -> Workshop:
        workshop = self.kept.workshop(workshop_id)
        demand_steering(self.practice.who, act, workshop.made_by)
        return workshop

    def _theirs(self, workshop_id: str) -> list[RoomTalk]:
        return [one for one in self.kept.talks(workshop_id) if one.person == self.practice.who.id]


def debriefed(workshop: Workshop, kept: Workshops, scenarios: Scenarios) -> Group:
    """A workshop's debrief: who was sent out is not in it, and what people asked only where it shows names. StoreError."""
    here = {one.person for one in kept.members(workshop.id) if one.removed_at is None}
    talks = [one for one in kept.scored(workshop.id) if one.person in here]
    stances = {}
    for name in {one.scenario_id for one in talks}:
        with suppress(ScenarioError):
            stances[name] = scenarios.get(name).stance
    return group_debrief(talks, stances, quoted=workshop.names)
