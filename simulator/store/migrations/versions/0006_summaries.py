"""A scorecard's score and levels beside its body, and talks by player: what to practise next is told without whole scorecards."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("scorecards", sa.Column("score", sa.Float))
    op.add_column("scorecards", sa.Column("levels", sa.JSON))
    op.create_index("ix_attempts_player", "attempts", ["player"])


def downgrade() -> None:
    op.drop_index("ix_attempts_player", "attempts")
    with op.batch_alter_table("scorecards") as table:
        table.drop_column("levels")
        table.drop_column("score")
