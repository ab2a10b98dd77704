"""Corrections beside the labeller's codes, the manager's own estimates, the model and prompt behind a scorecard, and models' answers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempts", sa.Column("estimated_asked_share", sa.Float))
    op.add_column("attempts", sa.Column("estimated_score", sa.Float))
    op.add_column("scorecards", sa.Column("model", sa.String(200), nullable=False, server_default=""))
    op.add_column("scorecards", sa.Column("prompt_version", sa.String(80), nullable=False, server_default=""))
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("attempt_id", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("code", sa.String(40)),
        sa.Column("labelled", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_corrections_attempt_id_attempts", ondelete="CASCADE"),
    )
    op.create_index("ix_corrections_attempt_id", "corrections", ["attempt_id"])
    op.create_table(
        "answers",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_answers"),
    )


def downgrade() -> None:
    op.drop_table("answers")
    op.drop_table("corrections")
    with op.batch_alter_table("scorecards") as table:
        table.drop_column("prompt_version")
        table.drop_column("model")
    with op.batch_alter_table("attempts") as table:
        table.drop_column("estimated_score")
        table.drop_column("estimated_asked_share")
