"""What a labeller made of a manager's turn, kept with the turn. Talks of before are coded when somebody needs it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("turns", sa.Column("coded", sa.JSON))


def downgrade() -> None:
    with op.batch_alter_table("turns") as table:
        table.drop_column("coded")
