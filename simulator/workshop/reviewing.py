"""The use cases of looking at others' talks in a workshop, for one person: read one, say what one thinks, sign it. No I/O of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from simulator.errors import AttemptError, OwnerError, ReviewError, WorkshopError
from simulator.evaluation.corrections import Correction, Span, waiting
from simulator.evaluation.review import Comment, GivenLevel, Review, signed_codes
from simulator.evaluation.scorecard import Scorecard
from simulator.people.access import NO_REVIEWER, demand_review
from simulator.practice.attempt import Attempt, Repository
from simulator.practice.use_cases import Practice
from simulator.workshop.room import RoomTalk, Workshop, Workshops


@dataclass(frozen=True, kw_only=True)
class SignedSoFar:
    """When a talk was signed last, None where it never was, and how many corrections its player made since."""

    signed_at: datetime | None = None
    corrected: int = 0


class KeptReviews(Protocol):
    """Keeps what others say of talks. Every call is one transaction. All raise StoreError."""

    def draft(self, attempt_id: str, by: str) -> Review:
        """What this person has drafted of a talk and not signed yet; one that says nothing where there is none."""
        ...

    def keep_draft(self, attempt_id: str, review: Review) -> None:
        """Keep a draft in the place of the one there was; one that says nothing is dropped. AttemptError if the talk is not finished."""
        ...

    def sign_off(self, attempt_id: str, at: datetime, review: Review, scorecard: Scorecard, *, after: int) -> None:
        """Keep a review as signed, in the place of its draft, with the scorecard it leads to.

        ReviewError if other than `after` reviews are signed already: the scorecard would leave one out.
        """
        ...

    def looked(self, workshop_id: str) -> Mapping[str, SignedSoFar]:
        """By the id of each talk of a workshop that was signed or corrected, how far that is."""
        ...

    def written_by(self, person_id: str) -> tuple[tuple[str, Review], ...]:
        """All that this person said of talks, drafts too, each with the id of its talk, the first first."""
        ...


@dataclass(frozen=True, kw_only=True)
class UnderReview:
    """A talk as who reviews it sees it: with their draft.

    `open` is, by the place of its segment, what the player thinks it is and nobody has decided.
    """

    attempt: Attempt
    card: Scorecard
    draft: Review
    open: Mapping[int, Correction]


@dataclass(frozen=True, kw_only=True)
class Reviewing:
    """Reviews as one person may give them. `talks` are everybody's; each call asks first whether they may look at this one."""

    kept: KeptReviews
    rooms: Workshops
    talks: Repository
    practice: Practice

    def to_look_at(self, workshop_id: str) -> tuple[tuple[RoomTalk, SignedSoFar], ...]:
        """The finished talks of others there that they may review, the first first; none where they may review none."""
        workshop = self.rooms.workshop(workshop_id)
        known = self.kept.looked(workshop_id)
        found = [one for one in self.rooms.talks(workshop_id) if one.finished_at and self._may(workshop, one.person)]
        return tuple((one, known.get(one.id, SignedSoFar())) for one in found)

    def look(self, attempt_id: str) -> UnderReview:
        """The talk, and what they have said of it.

        Raises:
            OwnerError: they may not look at it, here and in whatever follows.
            AttemptError: there is no such talk, or it is not finished.
            StoreError: it cannot be read.
        """
        attempt, card = self._asked(attempt_id)
        left = waiting(card.segments, attempt.corrections, signed_codes(attempt.reviews))
        return UnderReview(attempt=attempt, card=card, draft=self.kept.draft(attempt_id, self.practice.who.id), open=left)

    def say(self, attempt_id: str, comment: Comment) -> None:
        """Draft a comment on a stretch of words. ReviewError, StoreError."""
        found = self._on(attempt_id, comment.span)
        self.kept.keep_draft(attempt_id, found.draft.with_comment(comment))

    def recode(self, attempt_id: str, correction: Correction) -> None:
        """Draft another code for a stretch of words, with the reason. ReviewError, StoreError."""
        found = self._on(attempt_id, correction.span)
        self.kept.keep_draft(attempt_id, found.draft.with_code(_labelled(found.card, correction)))

    def agree(self, attempt_id: str, correction: Correction) -> None:
        """Draft a yes to what the player thinks a stretch is. ReviewError, StoreError."""
        found = self._on(attempt_id, correction.span)
        if not any(one.span == correction.span and one.code is correction.code for one in found.open.values()):
            raise ReviewError("That is not what they think any more. Load the page again.")
        self.kept.keep_draft(attempt_id, found.draft.with_yes(_labelled(found.card, correction)))

    def regrade(self, attempt_id: str, level: GivenLevel) -> None:
        """Draft another level of a criterion, with the reason. ReviewError, StoreError."""
        found = self.look(attempt_id)
        if level.criterion not in {one.id for one in found.card.criteria}:
            raise ReviewError("This talk was not judged by that.")
        self.kept.keep_draft(attempt_id, found.draft.with_level(level))

    def take_back(self, attempt_id: str, *, code: Span | None = None, comment: Span | None = None, criterion: str = "") -> None:
        """Drop the code they drafted for these words, the comment on those, the level of that criterion. StoreError."""
        self.kept.keep_draft(attempt_id, self.look(attempt_id).draft.without(code=code, comment=comment, criterion=criterion))

    def ahead(self, found: UnderReview) -> Scorecard:
        """What the scorecard would be with their draft signed. ScenarioError as where a talk is scored anew."""
        signed = replace(found.draft, signed_at=self.practice.now())
        return replace(self.practice, repository=self.talks).recounted(replace(found.attempt, reviews=(*found.attempt.reviews, signed)))

    def sign(self, attempt_id: str) -> Attempt:
        """Sign what they drafted, also where it says nothing: from now on it counts, and the player sees it.

        Raises:
            ReviewError: somebody else signed meanwhile.
            ScenarioError: the text it is held with is lost, so that it cannot be scored anew.
            StoreError: it could not be kept; the draft is then there as it was.
        """
        found = self.look(attempt_id)
        self.kept.sign_off(attempt_id, self.practice.now(), found.draft, self.ahead(found), after=len(found.attempt.reviews))
        return self.talks.get(attempt_id)

    def _may(self, workshop: Workshop, owner: str) -> bool:
        try:
            self._demand(workshop, owner)
        except OwnerError:
            return False
        return True

    def _demand(self, workshop: Workshop, owner: str) -> None:
        here = any(one.person == self.practice.who.id and one.removed_at is None for one in self.rooms.members(workshop.id))
        demand_review(self.practice.who, owner, workshop.made_by, here=here)

    def _asked(self, attempt_id: str) -> tuple[Attempt, Scorecard]:
        attempt = self.talks.get(attempt_id)
        try:
            self._demand(self.rooms.workshop(attempt.workshop), attempt.owner)
        except WorkshopError:
            raise OwnerError(NO_REVIEWER) from None
        if attempt.scorecard is None:
            raise AttemptError("This talk is still going on; it can be looked at when it has ended.")
        return attempt, attempt.scorecard

    def _on(self, attempt_id: str, span: Span) -> UnderReview:
        """The talk, if it has such a stretch of words."""
        found = self.look(attempt_id)
        if span not in {one.span for one in found.card.segments}:
            raise ReviewError("These words are not cut that way any more. Load the page again and choose them there.")
        return found


def _labelled(card: Scorecard, correction: Correction) -> Correction:
    """The correction, with what the labeller had said."""
    return replace(correction, labelled=next(one.first_code for one in card.segments if one.span == correction.span))
