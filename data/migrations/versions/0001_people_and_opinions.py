"""People, and their opinions on titles."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("language", sa.String(8)),
        sa.Column("dialogue", sa.Text),
    )
    op.create_table(
        "opinions",
        sa.Column("person_id", sa.String(200), sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("title_id", sa.String(200), primary_key=True),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("rating", sa.Float),
        sa.Column("time", sa.Float, nullable=False),
    )
