"""What tests of several layers make: sessions with people in them, and ids that can be foretold."""

from collections.abc import Callable
from itertools import count

from models.people import Participant, Role
from models.session import Session

ROOM = (
    Participant("farah", "Farah", Role.FACILITATOR, 0),
    Participant("adil", "Adil", Role.ADVISOR, 1),
    Participant("wren", "Wren", Role.PRESENTING_WORKER, 2),
    Participant("bea", "Bea", Role.OBSERVER, 3),
    Participant("carys", "Carys", Role.OBSERVER, 4),
)


def room() -> Session:
    """A session of five people: facilitator, advisor, presenting worker, two observer-participants."""
    return Session("session-1", ROOM)


def counted_ids(prefix: str = "id") -> Callable[[], str]:
    """Ids "id1", "id2", …"""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers)}"
