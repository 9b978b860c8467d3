"""Reads who was in the latest sessions, for the people that are offered when the next one is prepared."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, select

from models.people import Participant
from models.remembered import LOOK_BACK, PastRoom
from models.session import Details, Status
from models.storage.tables import TABLES, sessions

_DETAILS, _PEOPLE = TABLES[Details], TABLES[Participant]
_PERSON = tuple(_PEOPLE.c[name] for name in Participant.__slots__)


def past_rooms(connection: Connection, besides: str) -> list[PastRoom]:
    """The latest sessions that have begun, the latest first; none that is made up, and not the session `besides`."""
    begun = (Status.UNDER_WAY, Status.CLOSED)
    found = [row for status in begun for row in connection.execute(_latest(status, besides))]
    found.sort(key=lambda row: (row.held_on or date.min, row.changed_at), reverse=True)
    rows = found[:LOOK_BACK]
    people: defaultdict[str, list[Participant]] = defaultdict(list)
    here = select(_PEOPLE.c.session_id, *_PERSON).where(
        _PEOPLE.c.session_id.in_([row.id for row in rows]), _PEOPLE.c.present.is_(True)
    )
    for session_id, *fields in connection.execute(here.order_by(_PEOPLE.c.rank, _PEOPLE.c.place)):
        people[session_id].append(Participant(*fields))
    return [PastRoom(row.team, row.held_on, tuple(people[row.id])) for row in rows]


def _latest(status: Status, besides: str) -> Select[Any]:
    """In the order of the list of sessions, which an index gives."""
    return (
        select(sessions.c.id, sessions.c.team, sessions.c.held_on, sessions.c.changed_at)
        .join(_DETAILS, _DETAILS.c.session_id == sessions.c.id)
        .where(sessions.c.status == status, sessions.c.id != besides, _DETAILS.c.fiction.is_(False))
        .order_by(sessions.c.stands.desc(), sessions.c.changed_at.desc(), sessions.c.id.desc())
        .limit(LOOK_BACK)
    )
