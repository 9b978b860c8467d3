"""A list of texts that wrap and are never cut: points of the map, cards to pick from, cards to carry home.

One model and one delegate with cached heights, so that a thousand rows cost no more than those in sight.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets import theme
from widgets.parts.fields import TextField, named
from widgets.parts.own_undo import BegunText
from widgets.parts.row_model import CARD as CARD
from widgets.parts.row_model import POINT as POINT
from widgets.parts.row_model import ROW as ROW
from widgets.parts.row_model import Index, RowModel
from widgets.parts.row_model import Row as Row
from widgets.parts.selecting import act_on_what_is_selected
from widgets.parts.wrapping import Wrapping


class RowDelegate(QStyledItemDelegate):
    """Paints a row as a card, as high as its words need.

    Signals:
        edited(str id, str text): a text was edited in place.
    """

    edited = Signal(str, str)

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[str, tuple[Row, int, int]] = {}
        self.large = False
        self.forget_heights()

    def forget_heights(self) -> None:
        """The font is another: measure anew."""
        self._heights.clear()
        plain, about = QFont(self._view.font()), QFont(self._view.font())
        if self.large:
            plain = theme.font("title")
        else:
            about.setPointSizeF(max(1.0, about.pointSizeF() * 0.875))
        bold = QFont(plain)
        bold.setBold(True)
        self._plain, self._bold, self._about = (Wrapping(font) for font in (plain, bold, about))

    def _em(self) -> int:
        return self._plain.metrics.height()

    def _parts(self, row: Row) -> list[tuple[str, Wrapping, str]]:
        """Each block of the row: words, hand, colour token."""
        text = self._bold if row.heading else self._plain
        lines = [(row.text, text, "text"), (row.about, self._about, "hint"), (row.marks, self._about, "accent")]
        return [line for line in lines if line[0]]

    def _inset(self, row: Row) -> tuple[int, int]:
        """How far the words stand from the left and right edge."""
        em = self._em()
        return round(em * (0.2 if row.heading else 0.6)) + (0 if row.ticked is None else round(em * 1.3)), em // 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view; heights are kept for each row and width."""
        del option
        row: Row = index.data(ROW)
        width = self._view.viewport().width()
        held = self._heights.get(row.id)
        if held is None or held[0] is not row or held[1] != width:
            left, right = self._inset(row)
            words = sum(hand.height(line, width - left - right) for line, hand, _ in self._parts(row))
            held = self._heights[row.id] = (row, width, max(28, words + round(self._em() * 0.75)))
        return QSize(width, held[2])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card, its words, and where the keyboard is."""
        row: Row = index.data(ROW)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if not row.heading:
            self._paint_card(painter, area, state, row)
        left, right = self._inset(row)
        words = area.adjusted(left, round(self._em() * 0.35), -right, 0)
        for line, hand, token in self._parts(row):
            painter.setFont(hand.font)
            painter.setPen(theme.colour(token))
            room = QRect(words.topLeft(), QSize(words.width(), hand.height(line, words.width())))
            painter.drawText(room, hand.wrap(line, words.width()), line)
            words.translate(0, room.height())
        painter.restore()

    def _paint_card(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: Row) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and self._view.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if focused else "line" if selected else "rule"
        painter.setPen(QPen(theme.colour(edge), 2 if selected else 1))
        painter.setBrush(theme.colour("tint" if focused or row.ticked else "panel"))
        painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 5, 5)
        if row.ticked is not None:
            self._paint_box(painter, area, row.ticked)

    def _paint_box(self, painter: QPainter, area: QRect, ticked: bool) -> None:
        em = self._em()
        side = round(em * 0.85)
        box = QRect(area.left() + round(em * 0.5), area.top() + round(em * 0.45), side, side)
        painter.setPen(QPen(theme.colour("accent" if ticked else "line"), 2))
        painter.setBrush(theme.colour("accent" if ticked else "field"))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.setPen(QPen(theme.colour("on_accent"), max(2, em // 9)))
            x, y = box.left(), box.top()
            painter.drawLine(x + side // 5, y + side // 2, x + side * 2 // 5, y + side * 3 // 4)
            painter.drawLine(x + side * 2 // 5, y + side * 3 // 4, x + side * 4 // 5, y + side // 4)

    # Editing in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the row; Enter ends it, Shift+Enter breaks the line, Escape leaves the text as it was."""
        del option
        editor = TextField("Edit point", enter_submits=True, parent=parent)
        BegunText(editor, index.data(ROW).text, chosen=False)
        editor.entered.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The text is there since the editor was made; typing is not thrown away when the row changes."""
        del editor, index

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Say what was typed; the document decides what becomes of it."""
        del model
        if isinstance(editor, TextField):
            self.edited.emit(index.data(ROW).id, editor.toPlainText().strip())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """At least two lines high."""
        del index
        area: QRect = option.rect
        area.setHeight(max(area.height(), self._em() * 3))
        editor.setGeometry(area)


class RowList(QListView):
    """The list. Space, Enter or a double click take a row up.

    Signals:
        taken_up(str id): Space or Enter on a row, or a double click; a click where rows have a box.
    """

    taken_up = Signal(str)

    def __init__(self, name: str, description: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, description)
        self.rows = RowModel(self)
        self.delegate = RowDelegate(self)
        # The delegate first: a model that is set before it is measured twice.
        self.setItemDelegate(self.delegate)
        self.setModel(self.rows)
        act_on_what_is_selected(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(40)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setViewportMargins(4, 4, 4, 4)
        self._says, self._empty = description, ""

    def set_large(self, large: bool) -> None:
        """Write the rows as large as headings, to be read from the back of the room."""
        if large != self.delegate.large:
            self.delegate.large = large
            self.delegate.forget_heights()
            self.doItemsLayout()
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())

    def say_when_empty(self, sentence: str) -> None:
        """What to do while there is no row, written where the rows would be and said with the list's description."""
        self._empty = sentence
        self._describe()

    def _describe(self) -> None:
        said = self._says if self.rows.rows or not self._empty else self._empty
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or what to do while there are none."""
        super().paintEvent(event)
        if self._empty and not self.rows.rows:
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("hint"))
            hand = Wrapping(theme.font("title" if self.delegate.large else "body"))
            painter.setFont(hand.font)
            room = self.viewport().rect().adjusted(8, 6, -8, -6)
            painter.drawText(room, hand.wrap(self._empty, room.width()), self._empty)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows, the keyboard on the row on which it was."""
        here, place = self.current_id(), self.currentIndex().row()
        if self.rows.show_rows(rows) and rows:
            ids = [row.id for row in rows]
            place = ids.index(here) if here in ids else min(max(place, 0), len(ids) - 1)
            chosen = next((row for row in rows[place:] if not row.heading), None)
            if chosen is not None:
                self.go_to(chosen.id, scroll=place > 0)
        self._describe()

    def current_id(self) -> str:
        """The id of the row with the keyboard, or ""."""
        row = self.currentIndex().data(ROW)
        return row.id if isinstance(row, Row) and not row.heading else ""

    def go_to(self, row_id: str, scroll: bool = True) -> None:
        """Put the keyboard on a row. Scrolling there asks for the heights of all rows before it."""
        for place, row in enumerate(self.rows.rows):
            if row.id == row_id:
                index = self.rows.index(place)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                if scroll:
                    self.scrollTo(index)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter take a row up; Home goes to the first row that is no heading."""
        if event.key() == Qt.Key.Key_Home and not event.modifiers():
            first = next((row for row in self.rows.rows if not row.heading), None)
            if first is not None:
                self.go_to(first.id)
                self.scrollToTop()
            return
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current_id():
                self.taken_up.emit(self.current_id())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row that has a box ticks it."""
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).data(ROW)
        if isinstance(row, Row) and row.ticked is not None and event.button() is Qt.MouseButton.LeftButton:
            self.taken_up.emit(row.id)

    def sizeHint(self) -> QSize:
        """No higher than it must be: it scrolls."""
        return QSize(240, max(self.minimumHeight(), 72))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height of every row."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.delegate.forget_heights()
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Another font is, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.delegate.forget_heights()
            self.scheduleDelayedItemsLayout()
