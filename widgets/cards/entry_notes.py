"""What is said about a card while it is typed: how to go on, what a mark could become, what a pause has found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.open_session import OpenSession
from models.cards import Card
from models.marks import Marked
from models.process import CardForm
from models.session import Change
from widgets.cards.card_text import CardText
from widgets.cards.entry_line import EntryLine, SimilarCards
from widgets.cards.mark_reader import HINTS, MarkReader
from widgets.parts.announce import announce
from widgets.parts.author_field import AuthorField

#: So much of another card is quoted.
_QUOTED = 70


class EntryNotes(QObject):
    """Says it in the field while it is empty, and in the line over it."""

    def __init__(self, open_session: OpenSession, text: CardText, author: AuthorField) -> None:
        super().__init__(text)
        self._open, self._text, self._author = open_session, text, author
        self.line = EntryLine()
        self.marks = MarkReader(open_session)
        #: Whether another card may be quoted, or its author named; and whether what is typed is covered.
        self.quotes = self.covered = False
        self.names = True
        self.step = self.last = self._next = ""
        self._form: CardForm | None = None
        self._offered = False
        self._editing = ""
        self._read: Callable[[str], Marked] = Marked
        self._similar = SimilarCards(self)
        self._similar.found.connect(self._say_found)
        self._alike_to = ""
        open_session.document.changed.connect(self._follow)
        text.completed = self._completed

    def enter(self, step: str) -> None:
        """Turn to the cards of a step."""
        self.step, self.last = step, ""
        self.line.say("")
        self._similar.forget()

    def show_form(self, form: CardForm) -> None:
        """Speak of this kind of card."""
        self._form = form
        self.show_hints()

    def show_next(self, who: str) -> None:
        """Say who is next in the round: "4 Dev", "" for nobody."""
        self._next = who
        self.show_hints()

    def show_hints(self) -> None:
        """Say in the empty field who writes and how to go on."""
        name = self._author.author_name()
        hints = [f"{name} writes. Enter adds the card." if name else "Type the card. Enter adds it."]
        hints += [f"Enter in the empty field: {self._next} is next."] if self._next else []
        hints += [HINTS[self._form.kind]] if self._form is not None and self._form.kind in HINTS else []
        hints += ["Shield: only the words typed last are shown. F8 shows all."] if self.covered else []
        self._text.setPlaceholderText("\n".join(hints))

    def mask(self, said: str) -> None:
        """Names are masked, or shown: say nothing that named somebody, but what is to be said now."""
        self.line.show_found("")
        self.offer_name()
        if said:
            self.tell(said)

    def tell(self, said: str, whole: bool = True) -> None:
        """Say what was done, to the eye and to a screen reader."""
        self.line.say(said, whole)
        announce(self._text, said)

    def added(self, cards: list[Card], said: str) -> None:
        """Say that cards were added; of one the beginning is enough."""
        self.last = cards[-1].id
        self.tell(said, whole=len(cards) > 1)

    def added_words(self, unknown: Sequence[str]) -> str:
        """That a card was added, and how it is made somebody else's; before it, what of its text was no mark."""
        said = f"Added for {self._author.author_name()}. Not theirs? Alt+Shift and a number."
        return f"{_stay(unknown)}. {said}" if unknown else said

    def typed(self, text: str, editing: str, read: Callable[[str], Marked]) -> None:
        """A key was pressed, and this is the text now. `editing` is the card that is open, `read` gives the marks."""
        if "@" in text or self._offered:
            self.offer_name()
        self.line.show_found("")
        self._editing, self._read = editing, read
        self._similar.look_soon(self._wanted)

    def offer_name(self) -> None:
        """Offer names for an @ under the cursor; Tab takes the first."""
        begun = self._text.begun_name()
        offers = self._offers(begun) if begun is not None else []
        self._offered = bool(offers)
        first = [f"{offers[0]} (Tab)" if begun else offers[0]] if offers else []
        self.line.offer(f"@ {' · '.join([*first, *offers[1:]])}" if offers else "")

    def _offers(self, begun: str) -> list[str]:
        """The names that what is typed could become; none for a name in full, so that Tab goes on."""
        offers = self.marks.offers(begun) if self._form is not None and self._form.kind in HINTS else []
        return [] if offers and offers[0].casefold() == begun.casefold() else offers

    def _completed(self, begun: str) -> str:
        return next(iter(self._offers(begun)), "")

    def _wanted(self) -> tuple[str, list[Card]]:
        """The text that is typed, or of the card just added; and the other cards of the step."""
        session, text = self._open.session, self._text.toPlainText()
        last = session.find(Card, self.last) if not text else None
        own = last.id if last else self._editing
        return (last.text if last else text), [card for card in session.cards_of(self.step) if card.id != own]

    def _say_found(self, card: Card | None) -> None:
        unknown = self._read(self._text.toPlainText()).unknown
        if unknown:
            self.line.show_found(_stay(unknown))
        elif card is not None:
            self.line.show_found(self._alike(card))
        else:
            self.line.show_found("")
        if unknown or card is not None or self._offered:
            announce(self._text, self.line.text())

    def _follow(self, changes: list[Change]) -> None:
        """A card that is gone is spoken of no longer."""
        gone = {change.id for change in changes if change.after is None}
        if self.last in gone:
            self.last = ""
            self.line.say("")
        if self._alike_to in gone:
            self.line.show_found("")

    def _alike(self, card: Card) -> str:
        self._alike_to = card.id
        name = dict(self._author.authors).get(card.author, "") if card.author and self.names else ""
        whose = f"one of {name}'s" if name else "one that is there already"
        text = self._open.masking.text(card.text).replace("\n", " ")
        quoted = f": “{text if len(text) <= _QUOTED else f'{text[:_QUOTED]}…'}”" if self.quotes else "."
        return f"{'Much' if self._text.toPlainText() else 'The card just added is much'} like {whose}{quoted}"


def _stay(unknown: Sequence[str]) -> str:
    return f"Not a mark here, so it stays in the text: {'  '.join(unknown)}"
