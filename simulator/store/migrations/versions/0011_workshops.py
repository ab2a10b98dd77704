"""Workshops, who is in them, and the talks held there."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workshops",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("code", sa.String(6)),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("made_by", sa.String(64), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("scenarios", sa.JSON, nullable=False),
        sa.Column("attempts_each", sa.Integer, nullable=False),
        sa.Column("language", sa.String(10), nullable=False),
        sa.Column("nudges", sa.Boolean, nullable=False),
        sa.Column("scores_held", sa.Boolean, nullable=False),
        sa.Column("scores_opened", sa.Boolean, nullable=False),
        sa.Column("names", sa.Boolean, nullable=False),
        sa.Column("keep_days", sa.Integer, nullable=False),
        sa.Column("round", sa.String(10), nullable=False),
        sa.UniqueConstraint("code", name="uq_workshops_code"),
    )
    op.create_index("ix_workshops_made_by", "workshops", ["made_by"])
    op.create_table(
        "members",
        sa.Column("workshop", sa.String(64), sa.ForeignKey("workshops.id", name="fk_members_workshop_workshops"), primary_key=True),
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_members_person", "members", ["person"])
    op.add_column("attempts", sa.Column("workshop", sa.String(64)))
    op.create_index("ix_attempts_workshop", "attempts", ["workshop"])


def downgrade() -> None:
    op.drop_index("ix_attempts_workshop", "attempts")
    with op.batch_alter_table("attempts") as table:
        table.drop_column("workshop")
    op.drop_table("members")
    op.drop_table("workshops")
