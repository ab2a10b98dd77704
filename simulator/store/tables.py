"""The database's tables.

`scorecards.body` is the whole scorecard; the versions in it stand beside it too, for queries: scores whose versions differ are not
compared; so do the score, the levels of its criteria and the values of its measures, which an older row has in its body alone.
`turns.state` is how a rep turn left the rep, so that a talk can be branched there; `turns.coded` is what a labeller made of a manager's
turn: {labeller: its version, segments, heads}, and `turns.understood` what the rep of a rep's turn had understood: {by, values, read,
written}. `scenario_texts` holds each text that a talk is held with once, and `attempts.scenario_text` points to it; NULL for a talk of
before. `attempts.source` is where a real talk came from, with its file's hash beside it, NULL for practised ones; `turns.timing` when a
turn of a recorded talk was spoken. `attempts.branch_of` is the talk it was branched from, and `branch_turn` the first turn that is its
own. A row of `corrections` holds a person's code beside the one the labeller had given; a code that is NULL takes an earlier correction
back. `answers` keeps what a model said, by a hash of what it was asked. `attempts.owner` is whose talk it is, `local` where nobody was
asked, and `player_key` the name without regard to case and blanks. `people` are those who have a name here, by account or by cookie;
`signed_out` holds hashes of sessions that ended. `attempts.workshop` is the workshop a talk is held in, NULL for most; a workshop's
`code` is NULL once it has ended and another took the code. `members` are those who came, with when they were sent out. `reviews` are what
others said of a talk (`body` is codes, comments and levels with their reasons), signed then, or a draft where `signed_at` is NULL.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, DateTime, Float, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class Utc(TypeDecorator[datetime]):
    """An aware time. SQLite keeps no zone, so UTC goes in and UTC is put back on what comes out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Into the database: UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Out of the database: aware."""
        if not isinstance(value, datetime):
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


attempts = Table(
    "attempts",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("scenario_id", String(60), nullable=False),
    Column("scenario_version", Integer, nullable=False),
    Column("scenario_title", String(80), nullable=False),
    Column("player", String(80), nullable=False, index=True),
    Column("started_at", Utc, nullable=False, index=True),
    Column("finished_at", Utc),
    Column("state", JSON, nullable=False),
    Column("branch_of", String(64), nullable=False, server_default=""),
    Column("branch_turn", Integer, nullable=False, server_default="0"),
    Column("estimated_asked_share", Float),
    Column("estimated_score", Float),
    Column("scenario_text", String(64), ForeignKey("scenario_texts.hash")),
    Column("source", JSON(none_as_null=True)),
    Column("source_hash", String(64), index=True),
    Column("owner", String(64), nullable=False, server_default="local", index=True),
    Column("player_key", Text, nullable=False, server_default=""),
    Column("workshop", String(64), index=True),
)

workshops = Table(
    "workshops",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("code", String(6), unique=True),
    Column("name", String(80), nullable=False),
    Column("made_by", String(64), nullable=False, index=True),
    Column("starts_at", Utc, nullable=False),
    Column("ends_at", Utc, nullable=False),
    Column("scenarios", JSON, nullable=False),
    Column("attempts_each", Integer, nullable=False),
    Column("language", String(10), nullable=False),
    Column("nudges", Boolean, nullable=False),
    Column("scores_held", Boolean, nullable=False),
    Column("scores_opened", Boolean, nullable=False),
    Column("names", Boolean, nullable=False),
    Column("keep_days", Integer, nullable=False),
    Column("round", String(10), nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("workshop", String(64), ForeignKey("workshops.id"), primary_key=True),
    Column("person", String(64), primary_key=True, index=True),
    Column("joined_at", Utc, nullable=False),
    Column("removed_at", Utc),
)

people = Table(
    "people",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("name_key", Text, nullable=False),
    Column("issuer", String(400)),
    Column("subject", String(400)),
    Column("roles", JSON, nullable=False),
    Column("goal", JSON(none_as_null=True)),
    Column("made_at", Utc, nullable=False),
    UniqueConstraint("issuer", "subject"),
)

signed_out = Table(
    "signed_out",
    metadata,
    Column("session", String(64), primary_key=True),
    Column("at", Utc, nullable=False),
)

scenario_texts = Table(
    "scenario_texts",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("schema", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

turns = Table(
    "turns",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt_id", ForeignKey("attempts.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("speaker", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("said_at", Utc),
    Column("voice", String(200), nullable=False),
    Column("note", Text, nullable=False),
    Column("state", JSON),
    Column("coded", JSON),
    Column("understood", JSON(none_as_null=True)),
    Column("timing", JSON(none_as_null=True)),
    UniqueConstraint("attempt_id", "number"),
)

scorecards = Table(
    "scorecards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt_id", ForeignKey("attempts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", Utc, nullable=False),
    Column("app_version", String(40), nullable=False),
    Column("codebook_version", String(40), nullable=False),
    Column("labeller_version", String(200), nullable=False),
    Column("measures_version", String(40), nullable=False),
    Column("scored_scenario", String(80), nullable=False),
    Column("model", String(200), nullable=False, server_default=""),
    Column("prompt_version", String(80), nullable=False, server_default=""),
    Column("body", JSON, nullable=False),
    Column("score", Float),
    Column("levels", JSON(none_as_null=True)),
    Column("figures", JSON(none_as_null=True)),
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt_id", ForeignKey("attempts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("made_by", String(64), nullable=False, index=True),
    Column("signed_at", Utc),
    Column("body", JSON, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("made_at", Utc, nullable=False),
    Column("body", Text, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt_id", ForeignKey("attempts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("made_at", Utc, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("code", String(40)),
    Column("labelled", String(40), nullable=False),
)
