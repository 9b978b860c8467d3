"""Cards as rows of a list: text, who wrote it, whom it would be asked, what became of it."""

from collections.abc import Callable, Mapping

from app.masking import Masking
from models.cards import Audience, Card
from models.people import Participant, Role
from models.session import Session
from widgets.cards.card_words import about_words, end_words
from widgets.parts.row_list import Row

FAMILY, PROFESSIONALS = "family", "professionals"


def card_row(
    card: Card, names: Mapping[str, str], masked: Callable[[str], str], marks: str = "", ticked: bool | None = None
) -> Row:
    """The card as a row; `masked` gives a text as it may be shown now."""
    author = names.get(card.author, "")
    about = " · ".join(part for part in (author, *about_words(card)) if part)
    lines = [*end_words(card), about]
    return Row(card.id, masked(card.text), masked("\n".join(line for line in lines if line)), masked(marks), ticked)


class CardRows:
    """Rows of cards, made again only for cards that changed: of a thousand cards, one is what a pick changes."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Card, str, bool | None, Row]] = {}
        self._names: Mapping[str, str] = {}
        self._masked: Callable[[str], str] = str
        self._was_masked = False

    def begin(self, names: Mapping[str, str], masking: Masking) -> None:
        """Names and masking hold for the rows that are asked for next. While names are masked nothing is kept."""
        if masking.on or self._was_masked or names != self._names:
            self._held.clear()
        self._was_masked = masking.on
        self._names, self._masked = names, masking.text

    def row(self, card: Card, marks: str = "", ticked: bool | None = None) -> Row:
        """The card as a row."""
        held = self._held.get(card.id)
        if held is None or held[0] is not card or held[1:3] != (marks, ticked):
            row = card_row(card, self._names, self._masked, marks, ticked)
            held = self._held[card.id] = (card, marks, ticked, row)
        return held[3]


def usual_with(card: Card) -> str:
    """With whom a question is likely to be used: the person it would be asked, or their side of the table."""
    if card.asked_of.strip():
        return card.asked_of.strip()
    if card.audience is Audience.PROFESSIONAL:
        return PROFESSIONALS
    return "" if card.audience is Audience.NONE else FAMILY


def presenting_workers(session: Session) -> str:
    """The presenting workers by name: "Wren", "Wren and Amal"; "the worker" where nobody is named."""
    names = [person.name.strip() for person in session.people_in_role(Role.PRESENTING_WORKER) if person.name.strip()]
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return names[0] if names else "the worker"


def counted(number: int, one: str, several: str) -> str:
    """ "1 card", "3 cards"."""
    return f"{number} {one if number == 1 else several}"


def goes_home(cards: int, session: Session) -> str:
    """ "23 cards go home with Amal"."""
    return f"{counted(cards, 'card goes', 'cards go')} home with {presenting_workers(session)}"


def writers(cards: list[Card], session: Session) -> list[str]:
    """The ids of those who wrote these cards, in the room's order; "" last where a card has no author."""
    ids = [person.id for person in session.all(Participant)]
    found = {card.author for card in cards}
    return [person for person in ids if person in found] + sorted(found - set(ids))
