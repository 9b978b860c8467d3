"""The list of cards: a thousand of them painted by one delegate, with their heights remembered."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from models.cards import Card
from widgets.cards.card_model import CardModel
from widgets.cards.card_paint import LOWEST, CardDelegate
from widgets.parts.empty import paint_if_empty
from widgets.parts.fields import named
from widgets.parts.selecting import act_on_what_is_selected

EMPTY = "No cards yet. Type what somebody has written, and Enter adds it here."
Index = QModelIndex | QPersistentModelIndex

#: Cards measured in one go while idle: some 3 ms.
_AT_ONCE = 30


class CardList(QListView):
    """The list named **Cards**.

    Signals:
        opened(Card): Enter, F2 or a double click: the card is to be changed.
        removed(Card): Delete.
    """

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, model: CardModel, name: str = "Cards", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, "Enter changes a card, Delete takes it away")
        self.cards = model
        self._painter = CardDelegate(self, model)
        # The delegate first: a model that is set before it is measured twice.
        self.setItemDelegate(self._painter)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_some)
        self._measured = 0
        self._uneven = False
        self._top = 0
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(96)
        self.setModel(model)
        act_on_what_is_selected(self)
        for signal in (model.modelReset, model.rowsInserted):
            signal.connect(self._measure_anew)
        model.looks_changed.connect(self._painter.forget)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.card(index.row())))

    def current_card(self) -> Card | None:
        """The card that the keyboard stands on."""
        index = self.currentIndex()
        return self.cards.card(index.row()) if index.isValid() else None

    def show_card(self, card_id: str) -> None:
        """Stand on a card and bring it into view."""
        row = self.cards.row_of(card_id)
        if row >= 0:
            self.setCurrentIndex(self.cards.index(row))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """A card that is as high as before is painted anew; else all are laid out, which takes longer the more there
        are, and a card is changed at each key."""
        if first.row() == last.row() and self._painter.as_high_as_before(first.row()):
            QAbstractItemView.dataChanged(self, first, last, roles)
            return
        self._measure_anew()
        super().dataChanged(first, last, roles)
        self.scheduleDelayedItemsLayout()

    # A thousand cards are measured while nothing else happens; those in view before they are painted.

    def _measure_anew(self) -> None:
        # The bar stands before the first layout wherever it will be needed: coming later, it would need a second one.
        many = self.cards.rowCount() * LOWEST > self.viewport().height()
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if many else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if bar is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)
        self._measured = 0
        self._idle.start()

    def _measure_some(self) -> None:
        end = min(self._measured + _AT_ONCE, self.cards.rowCount())
        if self.isVisible():
            self._uneven |= self._painter.measure(range(self._measured, end))
            self._measured = end
        if not self.isVisible() or end == self.cards.rowCount():
            self._idle.stop()
            if self._uneven:
                self._uneven = False
                self.scheduleDelayedItemsLayout()

    def _rows_in_view(self) -> range:
        first = max(0, self.indexAt(QPoint(4, 0)).row())
        last = self.indexAt(QPoint(4, self.viewport().height() - 1)).row()
        end = last + 1 if last >= first else self.cards.rowCount()
        return range(first, min(end, first + self._most_in_view()))

    def _most_in_view(self) -> int:
        return self.viewport().height() // LOWEST + 2

    def doItemsLayout(self) -> None:
        """Measure what will be in view first, so that it is laid out once; a list out of sight waits until it shows."""
        if not self.isVisible():
            return
        self._painter.set_width(self.viewport().width())
        self._painter.measure(range(self._top, min(self._top + self._most_in_view(), self.cards.rowCount())))
        super().doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing is painted at a guessed height."""
        for _ in range(4):
            rows = self._rows_in_view()
            self._top = rows.start
            if not self._painter.measure(rows):
                break
            self.doItemsLayout()
        super().paintEvent(event)
        paint_if_empty(self, EMPTY)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on measuring where a hidden list stopped."""
        super().showEvent(event)
        self._measure_anew()
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open the card, Delete takes it away; keys with Ctrl belong to the window."""
        card = self.current_card()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if card is not None and not control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(card)
        elif card is not None and not control and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(card)
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: cards are measured and laid out anew, once; another height alone changes nothing."""
        super().resizeEvent(event)
        if self._painter.set_width(self.viewport().width()):
            self._measure_anew()
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom: every height is another."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_painter"):
            self._painter.set_font(self.font())
            self._measure_anew()
            self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """A few cards high."""
        return QSize(320, 120)
