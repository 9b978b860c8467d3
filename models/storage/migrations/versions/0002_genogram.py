"""When somebody died, whose friend somebody is, what stands on a line, and where people were last drawn."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns, empty in what is stored already, and the table."""
    for table, name in (("people", "death"), ("people", "friend_of"), ("relationships", "label")):
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.create_table(
        "places",
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("x", sa.Float, nullable=False),
        sa.Column("y", sa.Float, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "id"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], ondelete="CASCADE"),
    )
