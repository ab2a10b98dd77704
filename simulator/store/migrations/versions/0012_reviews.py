"""What others say of a talk: codes, comments and levels with their reasons, drafted and signed."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("attempt_id", sa.String(64), nullable=False),
        sa.Column("made_by", sa.String(64), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True)),
        sa.Column("body", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_reviews_attempt_id_attempts", ondelete="CASCADE"),
    )
    op.create_index("ix_reviews_attempt_id", "reviews", ["attempt_id"])
    op.create_index("ix_reviews_made_by", "reviews", ["made_by"])


def downgrade() -> None:
    op.drop_table("reviews")
