"""What the rep understood of the turn that theirs answers stands with it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("turns", sa.Column("understood", sa.JSON))


def downgrade() -> None:
    with op.batch_alter_table("turns") as table:
        table.drop_column("understood")
