"""Keeps what others say of talks in the product's database."""

from collections import Counter
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, insert, select

from simulator.errors import ReviewError
from simulator.evaluation.review import Review
from simulator.evaluation.scorecard import Scorecard
from simulator.store import serialising
from simulator.store.address import located
from simulator.store.database import engine_of, transaction
from simulator.store.errors import readable
from simulator.store.holding import finished_talk
from simulator.store.serialising import storable
from simulator.store.tables import attempts, corrections, reviews, scorecards
from simulator.workshop.reviewing import SignedSoFar


class SqlReviews:
    """A `workshop.reviewing.KeptReviews`. Safe to share between threads."""

    def __init__(self, address: str) -> None:
        """Open the database at a SQLAlchemy address; StoreError if it cannot be."""
        self._url = located(address)
        self._engine = engine_of(self._url)

    def draft(self, attempt_id: str, by: str) -> Review:
        """What this person has drafted of a talk and not signed yet; one that says nothing where there is none."""
        with transaction(self._engine, writes=False) as connection, readable(self._url):
            row = connection.execute(select(reviews).where(_draft(attempt_id, by))).one_or_none()
            return serialising.review(row) if row else Review(by=by)

    def keep_draft(self, attempt_id: str, review: Review) -> None:
        """Keep a draft in the place of the one there was; one that says nothing is dropped. AttemptError if the talk is not finished."""
        this = _draft(attempt_id, review.by)
        with transaction(self._engine, writes=True) as connection:
            finished_talk(connection, attempt_id)
            connection.execute(delete(reviews).where(this))
            if not review.says_nothing:
                values = {"attempt_id": storable(attempt_id), "made_by": storable(review.by), "body": serialising.review_json(review)}
                connection.execute(insert(reviews).values(values))

    def sign_off(self, attempt_id: str, at: datetime, review: Review, scorecard: Scorecard, *, after: int) -> None:
        """Keep a review as signed, in the place of its draft, with the scorecard it leads to.

        Raises:
            ReviewError: other than `after` reviews are signed already: the scorecard would leave one out.
            AttemptError: the talk is not there or not finished.
        """
        signed = select(func.count()).where(reviews.c.attempt_id == storable(attempt_id), reviews.c.signed_at.is_not(None))
        row = {"attempt_id": storable(attempt_id), "made_by": storable(review.by), "signed_at": at, "body": serialising.review_json(review)}
        with transaction(self._engine, writes=True) as connection:
            finished_talk(connection, attempt_id)
            if connection.execute(signed).scalar_one() != after:
                raise ReviewError("Somebody else has just signed this talk off. Yours is kept; look at it once more, then sign.")
            connection.execute(delete(reviews).where(_draft(attempt_id, review.by)))
            connection.execute(insert(reviews).values(row))
            connection.execute(insert(scorecards).values(serialising.scorecard_row(attempt_id, at, scorecard)))

    def looked(self, workshop_id: str) -> dict[str, SignedSoFar]:
        """By the id of each talk of a workshop that was signed or corrected, when it was last, and how often since; no body is read."""
        theirs = select(attempts.c.id).where(attempts.c.workshop == storable(workshop_id))
        when = func.max(reviews.c.signed_at, type_=reviews.c.signed_at.type)
        signed = select(reviews.c.attempt_id, when).where(reviews.c.attempt_id.in_(theirs), reviews.c.signed_at.is_not(None))
        made = select(corrections.c.attempt_id, corrections.c.made_at).where(corrections.c.attempt_id.in_(theirs))
        with transaction(self._engine, writes=False) as connection:
            last = {name: at for name, at in connection.execute(signed.group_by(reviews.c.attempt_id))}
            since = Counter(name for name, at in connection.execute(made) if name not in last or at > last[name])
        return {name: SignedSoFar(signed_at=last.get(name), corrected=since[name]) for name in last.keys() | since.keys()}

    def written_by(self, person_id: str) -> tuple[tuple[str, Review], ...]:
        """All that this person said of talks, drafts too, each with the id of its talk, the first first."""
        query = select(reviews).where(reviews.c.made_by == storable(person_id)).order_by(reviews.c.id)
        with transaction(self._engine, writes=False) as connection, readable(self._url):
            return tuple((row.attempt_id, serialising.review(row)) for row in connection.execute(query))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def _draft(attempt_id: str, by: str) -> ColumnElement[bool]:
    return and_(reviews.c.attempt_id == storable(attempt_id), reviews.c.made_by == storable(by), reviews.c.signed_at.is_(None))
