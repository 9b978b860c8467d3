"""The presenting worker's sign-off: what it covers, and whether it still holds.

A sign-off keeps a digest of the record as it was. Whatever changes the record afterwards, an undo as well, makes it a
draft again, and taking the change back makes the sign-off hold.
"""

import hashlib
import json

from models.drafting import current_rating
from models.people import Case, Child
from models.record import NextStep, Part, SignOff
from models.session import Session


def record_digest(session: Session) -> str:
    """Of all that the record says of the case, in 64 hexadecimal digits."""
    case = session.one(Case)
    held_on = session.details.held_on
    content = [
        held_on.isoformat() if held_on else "",
        [[child.name, child.born.isoformat() if child.born else "", child.reference] for child in session.all(Child)],
        sorted(case.status),
        case.previous_rating,
        [session.part(part).text for part in Part],
        current_rating(session),
        [[step.text, step.timescale, step.lead] for step in session.all(NextStep)],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def given_sign_off(session: Session) -> SignOff | None:
    """The sign-off that somebody gave, whether or not it still holds."""
    given = session.all(SignOff)
    return given[0] if given else None


def signed_off(session: Session) -> SignOff | None:
    """The sign-off of the record as it stands, or None: then it is a draft."""
    given = given_sign_off(session)
    return given if given is not None and given.digest == record_digest(session) else None
