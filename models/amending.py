"""A closed session's record is opened again to be changed, and says by whom and why."""

from collections.abc import Callable
from datetime import datetime

from models.record import Amendment
from models.session import Change, Session


def amend(session: Session, by: str, note: str, at: datetime, new_id: Callable[[], str]) -> list[Change]:
    """The changes that note an amendment, `at` in UTC; ValueError is a sentence where nobody or no reason is named."""
    if not by.strip():
        raise ValueError("Say who changes the record: an amendment carries a name.")
    if not note.strip():
        raise ValueError("Say in a few words why the record is changed.")
    rank = session.next_rank(Amendment)
    return [Change(None, Amendment(new_id(), by.strip(), note.strip(), at, rank))]
