"""The step's cards beside the map: what the worker chose first, then the strongest."""

from PySide6.QtCore import Qt

from models.cards import Card
from models.session import Session
from widgets.parts.row_list import CARD, RowList
from widgets.workspaces.map_board import carry


class CardsAtHand(RowList):
    """The step's cards to pull from."""

    def __init__(self) -> None:
        super().__init__("Cards at hand", "Enter puts a card on the map")
        self.rows.drag_kind = CARD
        self.setDragEnabled(True)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """A card may be dragged to a column."""
        del actions
        carry(self)


def cards_at_hand(session: Session, step: str) -> list[Card]:
    """A step's cards to pull from: what the worker chose first, then the strongest."""
    return sorted(session.cards_of(step), key=lambda card: (not card.chosen, not card.strongest))


def card_marks(card: Card, on_map: set[str]) -> str:
    marks = (
        "◆ Picked" if card.chosen else "",
        "★ Strongest" if card.strongest else "",
        "✓ On the map" if card.id in on_map else "",
    )
    return "   ".join(mark for mark in marks if mark)
