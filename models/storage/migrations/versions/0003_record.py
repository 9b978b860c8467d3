"""Sign-off and amendments of the record, names looked at, copies that left, and the next supervision's day."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column, empty in what is stored already, and the tables."""
    op.add_column("details", sa.Column("next_on", sa.Date))
    _entities(
        "sign_offs",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("signed_on", sa.Date),
        sa.Column("digest", sa.Text, nullable=False),
    )
    _entities(
        "amendments",
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
    )
    _entities("names_seen")
    _entities("copies", sa.Column("count", sa.Integer, nullable=False), sa.Column("last_on", sa.Date))


def _entities(name: str, *fields: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        *fields,
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "id"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], ondelete="CASCADE"),
    )
