"""What a list of sessions shows of each."""

from dataclasses import dataclass
from datetime import date, datetime

from models.session import Session, Status

#: How many sessions a list reads at once.
PAGE = 50


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A stored session in a list. `changed_at` is UTC."""

    id: str
    title: str
    team: str
    held_on: date | None
    status: Status
    changed_at: datetime


def summary_of(session: Session, changed_at: datetime) -> SessionSummary:
    """What a list shows of a session."""
    details = session.details
    return SessionSummary(session.id, details.title, details.team, details.held_on, session.progress.status, changed_at)
