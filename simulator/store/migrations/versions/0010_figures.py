"""What a scorecard measured stands beside it, and everybody can have a goal."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("scorecards", sa.Column("figures", sa.JSON))
    op.add_column("people", sa.Column("goal", sa.JSON))


def downgrade() -> None:
    with op.batch_alter_table("people") as table:
        table.drop_column("goal")
    with op.batch_alter_table("scorecards") as table:
        table.drop_column("figures")
