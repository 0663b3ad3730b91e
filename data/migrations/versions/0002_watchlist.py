"""Titles that people saved for later."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "watchlist",
        sa.Column("person_id", sa.String(200), sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("title_id", sa.String(200), primary_key=True),
        sa.Column("time", sa.Float, nullable=False),
    )
