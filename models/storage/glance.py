"""The first page of the list of sessions, read by the driver alone.

Importing SQLAlchemy takes longer than all else between a start and the list, so the list does not wait for it. What
is not plain to see is left to the store: an older or a damaged file, a search, a later page.
"""

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from models.library import PAGE, SessionSummary
from models.session import Status
from models.storage.connection import connect
from models.storage.migrations import HEAD

#: The fields of SessionSummary; the sessions in the order of Store.list_sessions.
_PAGE = """
    SELECT id, title, team, held_on, status, changed_at FROM sessions
    ORDER BY status DESC, stands DESC, changed_at DESC, id DESC LIMIT ?
"""


def first_page(path: Path) -> list[SessionSummary] | None:
    """What `Store.list_sessions()` gives; None where the store must look, which says what is wrong with the file."""
    try:
        if not path.exists():
            return []
        with closing(connect(path)) as connection:
            if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(HEAD,)]:
                return None
            return [_summary(*row) for row in connection.execute(_PAGE, (PAGE,))]
    except (dbapi2.Error, OSError, ValueError, TypeError):
        return None


def _summary(
    session_id: str, title: str, team: str, held_on: str | None, status: str, changed_at: str
) -> SessionSummary:
    day = None if held_on is None else date.fromisoformat(held_on)
    moment = datetime.fromisoformat(changed_at).replace(tzinfo=UTC)  # stored in UTC, without the zone
    return SessionSummary(session_id, title, team, day, Status(status), moment)
