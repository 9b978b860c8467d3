"""Round the table: who reads now and next, and what reading leaves behind (Appendix 8, 7.2)."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from models.cards import Card
from models.edits import reading_order, reorder
from models.people import Participant, Role
from models.session import Change, Session
from models.timing import Heard


class Turn(StrEnum):
    """What has become of somebody's turn in a step. PASSED: they had no card when it came."""

    TO_COME = "to_come"
    READ = "read"
    PASSED = "passed"


def heard_key(step: str, participant: str) -> str:
    """The id under which it is kept that somebody has read in a step."""
    return f"{step}/{participant}"


def turn_of(session: Session, step: str, participant: str) -> Turn:
    """What has become of a reader's turn. Cards without a reader are read once all are; who was passed without a card
    and has one now has their turn to come."""
    if not participant:
        return Turn.READ if all(card.read for card in hand(session, step, "")) else Turn.TO_COME
    heard = session.find(Heard, heard_key(step, participant))
    if heard is None:
        return Turn.TO_COME
    if heard.read:
        return Turn.READ
    return Turn.TO_COME if hand(session, step, participant) else Turn.PASSED


def has_read(session: Session, step: str, participant: str) -> bool:
    """Whether somebody has read in a step."""
    return turn_of(session, step, participant) is Turn.READ


def readers(session: Session, step: str) -> list[str]:
    """Everyone who reads, by id, in turn; "" comes before the facilitator where cards have no author's name, or the
    author has left."""
    present = [person.id for person in reading_order(session)]
    if any(card.author not in present for card in session.cards_of(step)):
        present.insert(len(seats(session)), "")
    return present


def seats(session: Session) -> list[str]:
    """Those whose place round the table can change, by id in turn: everyone who reads but the facilitator, whose place
    is the last."""
    return [person.id for person in reading_order(session) if person.role is not Role.FACILITATOR]


def move_seat(session: Session, participant: str, place: int) -> list[Change]:
    """Seat somebody elsewhere, at a place counted from 0 among the seats; nothing for whoever has none."""
    order = seats(session)
    if participant not in order:
        return []
    order.remove(participant)
    order.insert(max(0, min(place, len(order))), participant)
    return reorder(session, Participant, order)


def hand(session: Session, step: str, reader: str) -> list[Card]:
    """A reader's cards of a step; for "" every card whose author is not in the round."""
    if reader:
        return [card for card in session.cards_of(step) if card.author == reader]
    present = {person.id for person in reading_order(session)}
    return [card for card in session.cards_of(step) if card.author not in present]


def next_reader(session: Session, step: str, after: str) -> str | None:
    """Who reads after somebody: the next in turn who has it to come, whoever was left out before the facilitator, or
    None when everyone has had their turn."""
    order = readers(session, step)
    place = order.index(after) if after in order else -1
    turn = [*order[place + 1 :], *order[: place + 1]]
    waiting = [one for one in turn if one != after and turn_of(session, step, one) is Turn.TO_COME]
    return min(waiting, key=lambda one: _is_facilitator(session, one), default=None)


def mark_read(card: Card) -> list[Change]:
    """The card was read aloud."""
    return [Change(card, replace(card, read=True))]


def mark_turn(session: Session, step: str, reader: str) -> list[Change]:
    """Somebody has had their turn: read, or passed where they had no card. Cards without a reader are nobody's turn."""
    if not reader:
        return []
    held = session.find(Heard, heard_key(step, reader))
    return [Change(held, Heard(heard_key(step, reader), bool(hand(session, step, reader))))]


def reads_all(session: Session, reader: str) -> bool:
    """Whether this reader reads all of theirs, as the facilitator does; the others read one or two."""
    return session.find(Participant, reader) is None or _is_facilitator(session, reader)


def _is_facilitator(session: Session, reader: str) -> bool:
    person = session.find(Participant, reader)
    return person is not None and person.role is Role.FACILITATOR


def shown_first(cards: Sequence[Card]) -> int:
    """The card to begin with: the first not read yet, or the first; -1 where there is none."""
    return next((place for place, card in enumerate(cards) if not card.read), 0 if cards else -1)
