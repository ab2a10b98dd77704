"""Attempts, their turns and their scorecards."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("scenario_id", sa.String(60), nullable=False),
        sa.Column("scenario_version", sa.Integer, nullable=False),
        sa.Column("scenario_title", sa.String(80), nullable=False),
        sa.Column("player", sa.String(80), nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("finished_at", TIME),
        sa.Column("state", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
    )
    op.create_index("ix_attempts_started_at", "attempts", ["started_at"])
    op.create_table(
        "turns",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("attempt_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("speaker", sa.String(10), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("said_at", TIME),
        sa.Column("voice", sa.String(200), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_turns"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_turns_attempt_id_attempts", ondelete="CASCADE"),
        sa.UniqueConstraint("attempt_id", "number", name="uq_turns_attempt_id_number"),
    )
    op.create_table(
        "scorecards",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("attempt_id", sa.String(64), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("app_version", sa.String(40), nullable=False),
        sa.Column("codebook_version", sa.String(40), nullable=False),
        sa.Column("labeller_version", sa.String(200), nullable=False),
        sa.Column("measures_version", sa.String(40), nullable=False),
        sa.Column("scored_scenario", sa.String(80), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_scorecards"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_scorecards_attempt_id_attempts", ondelete="CASCADE"),
    )
    op.create_index("ix_scorecards_attempt_id", "scorecards", ["attempt_id"])


def downgrade() -> None:
    op.drop_table("scorecards")
    op.drop_table("turns")
    op.drop_table("attempts")
