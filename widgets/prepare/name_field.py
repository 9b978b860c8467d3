"""The line in which the next person's name is typed, with the people of earlier sessions offered below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.remembered import Known
from widgets import theme
from widgets.parts.fields import LineField

_OFFER = int(Qt.ItemDataRole.UserRole) + 1
_NAME = _OFFER + 1


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody who can be picked. `person` is the id of a participant who is here already, "" for anybody else."""

    known: Known
    person: str = ""

    @property
    def label(self) -> str:
        """What is read in the list."""
        return f"{self.known.label}, here already" if self.person else self.known.label


class _RoomyRows(QStyledItemDelegate):
    """Rows that can be hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        em = option.fontMetrics.height()
        return QSize(hint.width() + em, max(24, em * 3 // 2))


class NameField(LineField):
    """Enter means what is typed, letter by letter; only who was gone to with Down, or clicked, is picked instead.

    Signals:
        picked(Offer): somebody of those offered.
    """

    picked = Signal(object)
    _clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Name", "Type a name, then Enter", parent)
        self.setObjectName("next_name")
        self._offers: list[Offer] = []
        self._model = QStandardItemModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionRole(_NAME)
        self._list = QListView()
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        completer.setPopup(self._list)  # whose it is from now on
        self._list.setItemDelegate(_RoomyRows(self._list))
        self._list.setViewportMargins(8, 0, 0, 0)
        self.setCompleter(completer)
        self._list.clicked.connect(lambda index: self._clicked.emit(index.data(_OFFER)))
        # Later: the completer writes the name into the line when it hears of the click.
        self._clicked.connect(self.picked, Qt.ConnectionType.QueuedConnection)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these people, in this order."""
        if list(offers) == self._offers:
            return
        self._offers = list(offers)
        self._model.clear()
        for offer in offers:
            item = QStandardItem(offer.label)
            item.setData(offer.known.name, _NAME)
            item.setData(offer, _OFFER)
            self._model.appendRow(item)
        self._list.setMinimumWidth(self._list.sizeHintForColumn(0) + 2 * theme.text_height() if offers else 0)
        self.setAccessibleDescription("Down offers the people of earlier sessions" if offers else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list, and goes into it; Enter picks who was gone to."""
        gone_to = self._list.currentIndex() if self._list.isVisible() else QModelIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list.hide()
            if gone_to.isValid():
                self.picked.emit(gone_to.data(_OFFER))
                event.accept()
                return
        elif event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self.completer().setCompletionPrefix(self.text())
            self.completer().complete()
            return
        super().keyPressEvent(event)
