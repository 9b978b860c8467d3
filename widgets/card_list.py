"""The list of cards: a thousand of them painted by one delegate, with their heights remembered."""

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.cards import Card
from widgets.card_model import CardModel
from widgets.card_words import about_words, end_words, mark_words
from widgets.fields import named

Index = QModelIndex | QPersistentModelIndex

#: Characters of a card that the list shows; the rest is said in words and read by opening the card.
LONG = 1_500
#: Cards measured in one go while idle: some 3 ms.
_AT_ONCE = 30
_MARGIN = 8
#: A word of more letters than this may be wider than the list, and is then broken anywhere.
_LONG_WORD = 20
_HIGHEST = 1 << 20


def runs_right_to_left(text: str) -> bool:
    """Whether a text's first strong letter is of a script that runs from right to left."""
    for letter in text[:200]:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


class CardDelegate(QStyledItemDelegate):
    """Paints a card: author, text, what is known of it, what became of it."""

    def __init__(self, view: QListView, model: CardModel) -> None:
        super().__init__(view)
        self._model = model
        self._heights: dict[str, tuple[Card, int]] = {}
        self._width = -1
        self._guess = 32
        self.set_font(view.font())

    def set_font(self, font: QFont) -> None:
        """Measure anew: the font is another."""
        self._font = QFont(font)
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._metrics = QFontMetrics(self._font)
        self._guess = 4 * self._metrics.lineSpacing()
        self._bold_metrics = QFontMetrics(self._bold)
        self._heights.clear()

    def set_width(self, width: int) -> None:
        """Measure anew where the width in pixels is another."""
        if width != self._width:
            self._width = width
            self._heights.clear()

    def blocks(self, card: Card) -> list[tuple[str, bool]]:
        """The card's paragraphs, each with whether it is bold."""
        text = self._model.shown_text(card)
        if self._model.shielded:
            return [(f"{self._model.author(card)}   {text}", True)]
        if len(text) > LONG:
            text = f"{text[:LONG]} … ({len(text) - LONG:,} more characters; open the card to read them)"
        masked = self._model.masked
        below = [*map(masked, end_words(card))]
        about = "  ·  ".join([*map(masked, about_words(card)), *mark_words(card)])
        found = [(self._model.author(card), True), (text, False), *((line, False) for line in below), (about, False)]
        return [(line, bold) for line, bold in found if line]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as was measured; a guess until somebody looks at the card."""
        del option
        card = self._model.card(index.row())
        held = self._heights.get(card.id)
        return QSize(self._width, held[1] if held is not None and held[0] is card else self._guess)

    def measure(self, rows: Iterable[int]) -> bool:
        """Measure the cards of these rows; gives whether one is higher or lower than its `sizeHint` said."""
        other = False
        for row in rows:
            card = self._model.card(row)
            held = self._heights.get(card.id)
            if held is None or held[0] is not card:
                height = self._height(card)
                other = other or height != self._guess
                self._heights[card.id] = (card, height)
        return other

    def forget(self) -> None:
        """Every card looks different: measure anew."""
        self._heights.clear()

    def _wrap(self, line: str, metrics: QFontMetrics) -> Qt.TextFlag:
        """How a line breaks: between words, or anywhere where one word is wider than the list."""
        widest = max(line.split(), key=len, default="")
        too_wide = len(widest) > _LONG_WORD and metrics.horizontalAdvance(widest) > self._width - 2 * _MARGIN
        return Qt.TextFlag.TextWrapAnywhere if too_wide else Qt.TextFlag.TextWordWrap

    def _height(self, card: Card) -> int:
        inner = QRect(0, 0, max(40, self._width - 2 * _MARGIN), _HIGHEST)
        heights = []
        for line, bold in self.blocks(card):
            metrics = self._bold_metrics if bold else self._metrics
            heights.append(metrics.boundingRect(inner, self._wrap(line, metrics), line).height())
        return max(32, sum(heights) + 2 * _MARGIN + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card; the chosen row stands on the highlight and within a line."""
        card = self._model.card(index.row())
        palette, rect, state = option.palette, option.rect, option.state
        painter.save()
        colour = palette.color(QPalette.ColorRole.Text)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, _tinted(palette))
            painter.fillRect(
                QRect(rect.topLeft(), QSize(4, rect.height())), palette.color(QPalette.ColorRole.Highlight)
            )
        painter.setPen(_faint(colour))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(colour)
        inner = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, 0)
        for line, bold in self.blocks(card):
            painter.setFont(self._bold if bold else self._font)
            right = runs_right_to_left(line)
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
            # AlignLeft means the leading edge, which the layout direction turns round.
            metrics = self._bold_metrics if bold else self._metrics
            drawn = painter.drawText(inner, self._wrap(line, metrics) | Qt.AlignmentFlag.AlignLeft, line)
            inner.setTop(inner.top() + drawn.height())
        painter.restore()


def _tinted(palette: QPalette) -> QColor:
    """A tint of the highlight on which text keeps its contrast."""
    colour = QColor(palette.color(QPalette.ColorRole.Highlight))
    colour.setAlphaF(0.14)
    return colour


def _faint(colour: QColor) -> QColor:
    line = QColor(colour)
    line.setAlphaF(0.25)
    return line


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
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(96)
        self.setModel(model)
        for signal in (model.modelReset, model.rowsInserted):
            signal.connect(self._measure_anew)
        model.dataChanged.connect(self._looks_different)
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

    def _looks_different(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() != last.row():
            self._painter.forget()
        self._measure_anew()
        self.scheduleDelayedItemsLayout()  # a card that was changed may be higher than before

    # A thousand cards are measured while nothing else happens; those in view before they are painted.

    def _measure_anew(self) -> None:
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
        last_row = self.cards.rowCount() - 1
        first = max(0, self.indexAt(QPoint(4, 0)).row())
        last = self.indexAt(QPoint(4, self.viewport().height() - 1)).row()
        return range(first, (last if last >= first else last_row) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing is painted at a guessed height."""
        for _ in range(4):
            if not self._painter.measure(self._rows_in_view()):
                break
            self.doItemsLayout()
        super().paintEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on measuring where a hidden list stopped."""
        super().showEvent(event)
        self._measure_anew()

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
        """Cards are measured for the new width before they are laid out for it."""
        self._painter.set_width(self.viewport().width())
        self._measure_anew()
        super().resizeEvent(event)

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
