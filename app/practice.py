"""The practice session: a made-up case with every step filled in, of which nothing is kept."""

import json

from app import resources
from models.session import Session, new_id
from models.session_file import session_from_plain


def practice_session() -> Session:
    """A fresh copy, with an id of its own."""
    session = session_from_plain(json.loads(resources.text("practice_session.json")))
    return Session(new_id(), session.entities())
