"""The cards of a step as a Qt model that follows the document one card at a time."""

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.open_session import OpenSession
from models.cards import Card
from models.people import Participant
from models.session import Change
from widgets.cards.card_words import HIDDEN, NO_NAME, card_sentence, names_of

Index = QModelIndex | QPersistentModelIndex
Key = tuple[Any, ...]

CARD_ROLE = Qt.ItemDataRole.UserRole
#: More changes than this at once are shown by one reset: a pull or an import, never somebody's typing.
MANY = 200


def oldest_first(card: Card) -> Key:
    """In the order in which they were written."""
    return (card.rank, card.id)


def newest_first(card: Card) -> Key:
    """The card just written on top."""
    return (-card.rank, card.id)


class CardModel(QAbstractListModel):
    """Cards of the open session that `where` lets through, sorted by `key`; one row a card.

    While `shielded`, every text is hidden. Texts are masked where names are.

    Signals:
        looks_changed: every card may look different, though none was changed.
    """

    looks_changed = Signal()

    def __init__(self, open_session: OpenSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._where: Callable[[Card], bool] = lambda _card: False
        self._key: Callable[[Card], Key] = oldest_first
        self._cards: list[Card] = []
        self._keys: list[Key] = []
        self._names = names_of(open_session.session)
        self._shielded = False
        open_session.document.changed.connect(self._follow)
        open_session.masking.changed.connect(self._all_look_different)

    # What is in it

    def show_cards(self, where: Callable[[Card], bool], key: Callable[[Card], Key] = oldest_first) -> None:
        """Turn to other cards, or to another order."""
        self._where, self._key = where, key
        self._fill()

    def show_step(self, step: str, key: Callable[[Card], Key] = oldest_first) -> None:
        """Turn to the cards of a step."""
        self.show_cards(lambda card: card.step == step, key)

    def card(self, row: int) -> Card:
        """The card of a row."""
        return self._cards[row]

    def row_of(self, card_id: str) -> int:
        """The row of a card, -1 where it is not shown."""
        return next((row for row, card in enumerate(self._cards) if card.id == card_id), -1)

    @property
    def shielded(self) -> bool:
        """Whether every text is hidden."""
        return self._shielded

    def set_shielded(self, shielded: bool) -> None:
        """Hide every text, or show it."""
        if shielded != self._shielded:
            self._shielded = shielded
            self._all_look_different()

    def author(self, card: Card) -> str:
        """The name of a card's author."""
        return self._names.get(card.author, NO_NAME)

    def shown_text(self, card: Card) -> str:
        """A card's text as it may be shown now."""
        return HIDDEN if self._shielded else self._open.masking.text(card.text)

    def masked(self, text: str) -> str:
        """Any other text of a card as it may be shown now."""
        return self._open.masking.text(text)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """How many cards are shown."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A card's text, its sentence for a screen reader, or the card itself."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown_text(card)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card_sentence(card, self.author(card), self.shown_text(card), self.masked)
        return card if role == CARD_ROLE else None

    # Following the document

    def _fill(self) -> None:
        self.beginResetModel()
        self._names = names_of(self._open.session)
        self._cards = sorted(self._open.session.all(Card, self._where), key=self._key)
        self._keys = [self._key(card) for card in self._cards]
        self.endResetModel()

    def _follow(self, changes: list[Change]) -> None:
        if any(change.kind is Participant for change in changes):
            self._names = names_of(self._open.session)
            self._all_look_different()
        own = [change for change in changes if change.kind is Card]
        if len(own) > MANY:
            self._fill()
            return
        for change in own:
            self._follow_one(change)

    def _follow_one(self, change: Change) -> None:
        before = change.before if change.before is not None and self._where(change.before) else None
        after = change.after if change.after is not None and self._where(change.after) else None
        row = bisect_left(self._keys, self._key(before)) if before is not None else -1
        if before is not None and after is not None and self._key(before) == self._key(after):
            self._cards[row] = after
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        if before is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._cards[row], self._keys[row]
            self.endRemoveRows()
        if after is not None:
            key = self._key(after)
            row = bisect_left(self._keys, key)
            self.beginInsertRows(QModelIndex(), row, row)
            self._cards.insert(row, after)
            self._keys.insert(row, key)
            self.endInsertRows()

    def _all_look_different(self) -> None:
        self.looks_changed.emit()
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))
