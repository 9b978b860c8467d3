"""Round the table: who reads now and next, and what reading leaves behind (Appendix 8, 7.2)."""

from collections.abc import Sequence
from dataclasses import replace

from models.cards import Card
from models.edits import reading_order
from models.people import Participant, Role
from models.session import Change, Session
from models.timing import Heard


def heard_key(step: str, participant: str) -> str:
    """The id under which it is kept that somebody has read in a step."""
    return f"{step}/{participant}"


def has_read(session: Session, step: str, participant: str) -> bool:
    """Whether somebody has had their turn in a step; cards without a reader have, once all are read."""
    if not participant:
        return all(card.read for card in hand(session, step, ""))
    heard = session.find(Heard, heard_key(step, participant))
    return heard is not None and heard.read


def readers(session: Session, step: str) -> list[str]:
    """Everyone who reads, by id, in turn; "" comes before the facilitator where cards have no author's name, or the
    author has left."""
    present = [person.id for person in reading_order(session)]
    if any(card.author not in present for card in session.cards_of(step)):
        facilitators = [person.id for person in session.people_in_role(Role.FACILITATOR)]
        place = len(present) - 1 if present and present[-1] in facilitators else len(present)
        present.insert(place, "")
    return present


def hand(session: Session, step: str, reader: str) -> list[Card]:
    """A reader's cards of a step; for "" every card whose author is not in the round."""
    if reader:
        return [card for card in session.cards_of(step) if card.author == reader]
    present = {person.id for person in reading_order(session)}
    return [card for card in session.cards_of(step) if card.author not in present]


def next_reader(session: Session, step: str, after: str) -> str | None:
    """Who reads after somebody: the next in turn who has not read yet, or None when everyone has."""
    order = readers(session, step)
    place = order.index(after) if after in order else -1
    turn = [*order[place + 1 :], *order[: place + 1]]
    return next((reader for reader in turn if reader != after and not has_read(session, step, reader)), None)


def mark_read(card: Card) -> list[Change]:
    """The card was read aloud."""
    return [Change(card, replace(card, read=True))]


def mark_heard(session: Session, step: str, reader: str) -> list[Change]:
    """Somebody has had their turn. Cards without a reader are nobody's turn."""
    if not reader:
        return []
    held = session.find(Heard, heard_key(step, reader))
    return [Change(held, Heard(heard_key(step, reader), True))]


def reads_all(session: Session, reader: str) -> bool:
    """Whether this reader reads all of theirs, as the facilitator does; the others read one or two."""
    person = session.find(Participant, reader)
    return person is None or person.role is Role.FACILITATOR


def shown_first(cards: Sequence[Card]) -> int:
    """The card to begin with: the first not read yet, or the first; -1 where there is none."""
    return next((place for place, card in enumerate(cards) if not card.read), 0 if cards else -1)
