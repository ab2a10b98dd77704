"""Which talk a talk was branched from and where, and the state that each rep turn left the rep in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempts", sa.Column("branch_of", sa.String(64), nullable=False, server_default=""))
    op.add_column("attempts", sa.Column("branch_turn", sa.Integer, nullable=False, server_default="0"))
    op.add_column("turns", sa.Column("state", sa.JSON))


def downgrade() -> None:
    with op.batch_alter_table("turns") as table:
        table.drop_column("state")
    with op.batch_alter_table("attempts") as table:
        table.drop_column("branch_turn")
        table.drop_column("branch_of")
