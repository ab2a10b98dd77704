"""The texts that talks are held with, each kept once; a talk of before is linked where a scenario has its id and version."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scenario_texts",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("schema", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_scenario_texts"),
    )
    # In plain SQL, which both databases read: Alembic would make SQLite's table anew, and every turn would go with the old one.
    op.execute(
        "ALTER TABLE attempts ADD COLUMN scenario_text VARCHAR(64)"
        " CONSTRAINT fk_attempts_scenario_text_scenario_texts REFERENCES scenario_texts (hash)"
    )


def downgrade() -> None:
    with op.batch_alter_table("attempts") as table:
        table.drop_column("scenario_text")
    op.drop_table("scenario_texts")
