"""The practice session: a made-up case with every step filled in, of which nothing is kept."""

import json

from app import resources
from models.session import Progress, Session, new_id, set_fields
from models.session_file import session_from_plain


def practice_session() -> Session:
    """A fresh copy, with an id of its own, opened at its beginning so that it can be walked through."""
    written = session_from_plain(json.loads(resources.text("practice_session.json")))
    session = Session(new_id(), written.entities())
    session.apply([set_fields(session, session.one(Progress), step="", phase="")])
    return session
