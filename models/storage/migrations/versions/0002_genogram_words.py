"""When somebody died, whose friend somebody is, and what stands on a line between two people."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns, empty in what is stored already."""
    for table, name in (("people", "death"), ("people", "friend_of"), ("relationships", "label")):
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))
