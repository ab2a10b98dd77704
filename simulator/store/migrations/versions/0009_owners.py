"""Every talk has an owner, people are kept, and names are told apart without regard to case and blanks."""

import sqlalchemy as sa
from alembic import op

from simulator.people.person import name_key

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempts", sa.Column("owner", sa.String(64), nullable=False, server_default="local"))
    op.add_column("attempts", sa.Column("player_key", sa.Text, nullable=False, server_default=""))
    op.create_index("ix_attempts_owner", "attempts", ["owner"])
    connection = op.get_bind()
    attempts = sa.table("attempts", sa.column("player", sa.String), sa.column("player_key", sa.Text))
    for name in connection.execute(sa.select(attempts.c.player).where(attempts.c.player != "").distinct()).scalars().all():
        connection.execute(sa.update(attempts).where(attempts.c.player == name).values(player_key=name_key(name)))
    op.create_table(
        "people",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("name_key", sa.Text, nullable=False),
        sa.Column("issuer", sa.String(400)),
        sa.Column("subject", sa.String(400)),
        sa.Column("roles", sa.JSON, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("issuer", "subject", name="uq_people_issuer_subject"),
    )
    op.create_table(
        "signed_out",
        sa.Column("session", sa.String(64), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("signed_out")
    op.drop_table("people")
    op.drop_index("ix_attempts_owner", "attempts")
    with op.batch_alter_table("attempts") as table:
        table.drop_column("player_key")
        table.drop_column("owner")
