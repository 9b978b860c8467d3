"""The card that is being changed in the entry row."""

from collections.abc import Callable

from app.document import Document
from models.cards import Card
from models.marks import Marked


class OpenCard:
    """Changes one card as it is typed; each part of it is one step of undo in each visit. Closed, its marks are taken
    out of the text, and a card that was left empty is taken away."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.id = ""
        self._visit = 0
        self._text = ""

    @property
    def card(self) -> Card | None:
        """The card as the session has it, None where none is open or it is gone."""
        return self._document.session.find(Card, self.id) if self.id else None

    def open(self, card: Card) -> None:
        """Change this card from now on."""
        self.id, self._text = card.id, card.text
        self._visit += 1

    def change(self, part: str, **fields: object) -> None:
        """Set fields of the card; `part` is what of it is being changed."""
        card = self.card
        if card is not None:
            self._document.set("Change card", card, merge=f"card/{card.id}/{part}/{self._visit}", **fields)

    def close(self, read: Callable[[Card], Marked]) -> None:
        """Be done; `read` gives what the marks of a text mean."""
        card, merge = self.card, f"card/{self.id}/text/{self._visit}"
        self.id = ""
        if card is None:
            return
        if not card.text.strip():
            self._document.remove("Delete card", card)
        elif card.text != self._text and (text := read(card).text.strip()):
            self._document.set("Change card", card, merge=merge, text=text)
