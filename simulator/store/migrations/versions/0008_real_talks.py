"""Real talks stand beside practised ones: where they came from, and when their turns were spoken."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempts", sa.Column("source", sa.JSON))
    op.add_column("attempts", sa.Column("source_hash", sa.String(64)))
    op.create_index("ix_attempts_source_hash", "attempts", ["source_hash"])
    op.add_column("turns", sa.Column("timing", sa.JSON))


def downgrade() -> None:
    with op.batch_alter_table("turns") as table:
        table.drop_column("timing")
    op.drop_index("ix_attempts_source_hash", "attempts")
    with op.batch_alter_table("attempts") as table:
        table.drop_column("source_hash")
        table.drop_column("source")
