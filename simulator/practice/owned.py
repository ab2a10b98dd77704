"""Talks as one person may see and change them: whoever asks, the owner of the talk is looked at first.

Every use case reaches talks through this, so none can forget to ask.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from simulator.conversation import Coded, Turn
from simulator.errors import OwnerError
from simulator.evaluation.corrections import Correction
from simulator.evaluation.scorecard import Estimate, OneThing, Scorecard
from simulator.people.access import SOMEBODY_ELSES, Right, demand
from simulator.people.person import Person, Role
from simulator.practice.attempt import EVERY, Attempt, Listed, Repository, Selection, Summary
from simulator.scenario.model import Scenario
from simulator.state import RepState


@dataclass(frozen=True)
class OwnedTalks:
    """A `Repository` over another, for one person. Each call raises OwnerError where they may not, and then nothing was shown or changed.

    Whatever lists or counts means their own talks, unless others' are selected; at the command line it means everybody's.
    """

    kept: Repository
    who: Person

    def asked(self, act: Right, attempt_id: str) -> None:
        """Let them do that with this talk; AttemptError if there is none."""
        demand(self.who, act, self.kept.owner(attempt_id))

    def add(self, attempt: Attempt, scenario: Scenario | None = None) -> None:
        """Keep a new talk of theirs."""
        demand(self.who, Right.START, attempt.owner)
        self.kept.add(attempt, scenario)

    def scenario(self, text: str) -> Scenario:
        """A scenario's text is nobody's."""
        return self.kept.scenario(text)

    def link(self, scenarios: Iterable[Scenario]) -> None:
        """Have talks that know no text point to theirs; that shows nothing to anybody."""
        self.kept.link(scenarios)

    def owner(self, attempt_id: str) -> str:
        """Whose talk it is, for who may read it."""
        owner = self.kept.owner(attempt_id)
        demand(self.who, Right.READ, owner)
        return owner

    def state_after(self, attempt_id: str, number: int) -> RepState | None:
        """How the rep was left there, to be tried again from."""
        self.asked(Right.BRANCH, attempt_id)
        return self.kept.state_after(attempt_id, number)

    def get(self, attempt_id: str) -> Attempt:
        """The talk."""
        self.asked(Right.READ, attempt_id)
        return self._shown(self.kept.get(attempt_id))

    def add_turn(self, attempt_id: str, turn: Turn, state: RepState | None = None) -> None:
        """Go on with it."""
        self.asked(Right.GO_ON, attempt_id)
        self.kept.add_turn(attempt_id, turn, state)

    def keep_coded(self, attempt_id: str, coded: Mapping[int, Coded]) -> None:
        """Keep the codes of turns that are theirs."""
        self.asked(Right.GO_ON, attempt_id)
        self.kept.keep_coded(attempt_id, coded)

    def finish(self, attempt_id: str, at: datetime, scorecard: Scorecard, estimate: Estimate | None = None) -> None:
        """End it."""
        self.asked(Right.FINISH, attempt_id)
        self.kept.finish(attempt_id, at, scorecard, estimate)

    def rescore(self, attempt_id: str, at: datetime, scorecard: Scorecard, correction: Correction | None = None) -> None:
        """Put a newer scorecard on top."""
        self.asked(Right.CORRECT if correction else Right.RESCORE, attempt_id)
        self.kept.rescore(attempt_id, at, scorecard, correction)

    def propose(self, attempt_id: str, at: datetime, correction: Correction) -> None:
        """Say what one of its codes should be."""
        self.asked(Right.CORRECT, attempt_id)
        self.kept.propose(attempt_id, at, correction)

    def scorecards(self, attempt_id: str) -> tuple[tuple[datetime, Scorecard], ...]:
        """Every scorecard of the talk."""
        return self.kept.scorecards(attempt_id) if self.get(attempt_id).scorecard else ()

    def listed(self, *, limit: int | None = None, offset: int = 0, of: Selection = EVERY, finished: bool = False) -> Listed:
        """Talks, the newest first."""
        found = self.kept.listed(limit=limit, offset=offset, of=self._theirs(of), finished=finished)
        return replace(found, attempts=tuple(map(self._shown, found.attempts)))

    def each(self, unreadable: Callable[[str], None], of: Selection = EVERY) -> Iterator[Attempt]:
        """All these talks, to be taken away."""
        return map(self._shown, self.kept.each(unreadable, self._theirs(of)))

    def summaries(self, of: Selection, limit: int) -> tuple[Summary, ...]:
        """What the latest say, of those whose scores they may see."""
        return self.kept.summaries(replace(self._theirs(of), opened=not self.who.has(Role.OPERATOR)), limit)

    def one_thing_before(self, attempt: Attempt) -> OneThing | None:
        """What the talk before this one was told."""
        demand(self.who, Right.READ, attempt.owner)
        return self.kept.one_thing_before(attempt)

    def delete(self, attempt_id: str) -> None:
        """Remove it for good."""
        self.asked(Right.DELETE, attempt_id)
        self.kept.delete(attempt_id)

    def forget(self, of: Selection) -> int:
        """Remove all these for good."""
        return self.kept.forget(self._theirs(of, Right.DELETE))

    def expire(self, before: datetime) -> int:
        """Remove what is older; only who keeps the house may."""
        if not self.who.has(Role.OPERATOR):
            raise OwnerError(SOMEBODY_ELSES)
        return self.kept.expire(before)

    def give(self, attempt_id: str, to: Person) -> None:
        """Make it somebody's."""
        self.asked(Right.GIVE, attempt_id)
        self.kept.give(attempt_id, to)

    def brought(self, hash: str, of: Selection = EVERY) -> str:
        """The talk of theirs whose file had this hash."""
        return self.kept.brought(hash, self._theirs(of))

    def count(self, of: Selection = EVERY) -> int:
        """How many there are."""
        return self.kept.count(self._theirs(of))

    def played(self, of: Selection) -> frozenset[str]:
        """In which scenarios."""
        return self.kept.played(self._theirs(of))

    def _shown(self, attempt: Attempt) -> Attempt:
        """Without the scorecard, and what was put right in it, where a workshop keeps it back; who keeps the house sees it."""
        hidden = attempt.rules.held_back and not self.who.has(Role.OPERATOR)
        return replace(attempt, scorecard=None, corrections=(), reviews=()) if hidden else attempt

    def _theirs(self, of: Selection, act: Right = Right.EXPORT) -> Selection:
        if of.owner is not None:
            demand(self.who, act, of.owner)
            return of
        return of if self.who.has(Role.OPERATOR) else replace(of, owner=self.who.id)
