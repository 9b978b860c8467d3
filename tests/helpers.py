"""What tests of several layers make: sessions with people in them, and ids that can be foretold."""

from collections.abc import Callable
from datetime import date
from itertools import count

from models.people import Participant, Role
from models.record import NextStep
from models.session import Session
from models.smart import advice_by_field

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


def smart_advice(step: NextStep, day: date | None = None) -> list[str]:
    """All that would make a step SMARTer, whatever field it is about."""
    return [sentence for sentences in advice_by_field(step, day).values() for sentence in sentences]
