"""Removes talks with all that hangs on them, and what somebody wrote of the talks of others."""

from sqlalchemy import ColumnElement, Connection, delete, select, update

from simulator.evaluation.review import GONE
from simulator.store import serialising
from simulator.store.tables import answers, attempts, corrections, reviews, scorecards, turns


def removed_talks(connection: Connection, those: ColumnElement[bool]) -> int:
    """Remove these rows of `attempts` with all that hangs on them, and all models' answers; returns how many talks it were.

    What is left of them in SQLite's log goes with `database.written_back`, after the transaction.
    """
    ids = select(attempts.c.id).where(those)
    for table in (reviews, corrections, scorecards, turns):
        connection.execute(delete(table).where(table.c.attempt_id.in_(ids)))
    count = connection.execute(delete(attempts).where(those)).rowcount
    if count:
        connection.execute(delete(answers))  # they quote what was said, and do not say in which talk
    return count


def removed_author(connection: Connection, person_id: str) -> None:
    """Remove what this person wrote of talks: their drafts whole, of what they signed all but the figures, which count in others' talks."""
    theirs = reviews.c.made_by == serialising.storable(person_id)
    connection.execute(delete(reviews).where(theirs, reviews.c.signed_at.is_(None)))
    for row in connection.execute(select(reviews).where(theirs)).all():
        left = serialising.review_json(serialising.review(row).without_author())
        connection.execute(update(reviews).where(reviews.c.id == row.id).values(made_by=GONE, body=left))
