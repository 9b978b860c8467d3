"""The cells of a table of entities: painted in full with what is said about them, edited as text that wraps."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets import theme
from widgets.parts.entity_model import Index
from widgets.parts.fields import TextField
from widgets.parts.own_undo import BegunText
from widgets.parts.wrapping import Wrapping

if TYPE_CHECKING:
    from widgets.parts.entity_table import EntityTable

Hint = QAbstractItemDelegate.EndEditHint
PAD = 6
LEAST = 32  # pixels: a row that a hand can hit
#: Letters of a cell that are shown; the field over it, and the printed page, hold them all.
MOST = 2000


class CellField(TextField):
    """The field over a cell.

    Signals:
        left(bool onward): Tab, or Shift+Tab, was pressed.
    """

    left = Signal(bool)

    def __init__(self, name: str, text: str, parent: QWidget) -> None:
        super().__init__(name, enter_submits=True, parent=parent)
        self.setProperty("kind", "cell")  # with the edges that make its words wrap as they do in the cell
        self.document().setDocumentMargin(PAD - 4)
        self.begun = BegunText(self, text)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes to the next cell, which only the table knows."""
        self.left.emit(onward)
        return True


class CellDelegate(QStyledItemDelegate):
    """Paints a cell, with remarks in a quieter letter below its text. Heights are kept for each text and width."""

    def __init__(self, table: "EntityTable") -> None:
        super().__init__(table)
        self._table = table
        self.forget_heights()

    def forget_heights(self) -> None:
        """The font or the widths are others: measure anew."""
        self._heights: dict[tuple[str, str, int], tuple[int, int]] = {}
        self._rows: dict[str, tuple[Any, int]] = {}
        self._text, self._small = Wrapping(self._table.font()), Wrapping(theme.font("small"))

    def forget_rows(self) -> None:
        """What is said about the rows is different now."""
        self._rows.clear()

    def row_height(self, row: int) -> int:
        """As high as the highest of its cells needs; of a thousand rows, those that are as they were are not asked."""
        entity = self._table.entities.rows[row]
        held = self._rows.get(entity.id)
        if held is None or held[0] is not entity:
            heights = (sum(self._cell(row, column)[2:]) for column in range(len(self._table.entities.columns)))
            held = self._rows[entity.id] = (entity, max(LEAST, max(heights) + 2 * PAD))
        return held[1]

    def _cell(self, row: int, column: int) -> tuple[str, str, int, int]:
        """The text, the remarks, and the height of each at the column's width, in pixels."""
        entities = self._table.entities
        text = shown(str(entities.data(entities.index(row, column)) or ""))
        remarks = "\n".join(entities.remarks(row, column))
        width = max(40, self._table.columnWidth(column) - 2 * PAD)
        held = self._heights.get((text, remarks, width))
        if held is None:
            above = self._text.height(text, width) if text else 0
            held = self._heights[text, remarks, width] = (above, self._small.height(remarks, width) if remarks else 0)
        return text, remarks, *held

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The cell as its row has it."""
        del option
        return QSize(self._table.columnWidth(index.column()), self.row_height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Text, remarks, and a frame where the keyboard is."""
        area, state = option.rect, option.state
        painter.save()
        current = index == self._table.currentIndex() and bool(state & QStyle.StateFlag.State_Enabled)
        painter.fillRect(area, theme.colour("tint" if current else "panel"))
        painter.setPen(theme.colour("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        text, remarks, above, below = self._cell(index.row(), index.column())
        room = area.adjusted(PAD, PAD, -PAD, 0)
        room.setHeight(above)
        self._write(painter, room, self._text, "text", text)
        self._write(painter, QRect(room.left(), room.bottom() + 1, room.width(), below), self._small, "hint", remarks)
        if current and self._table.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, wrapping: Wrapping, token: str, text: str) -> None:
        if text:
            painter.setFont(wrapping.font)
            painter.setPen(theme.colour(token))
            painter.drawText(room, wrapping.wrap(text, room.width()), text)

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the cell; Enter ends it, Tab goes on to the next cell, Escape leaves the text as it was."""
        del option
        title = self._table.entities.columns[index.column()].title
        editor = CellField(f"{title} {index.row() + 1}", str(index.data() or ""), parent)
        editor.entered.connect(lambda: self._finish(editor, Hint.NoHint))
        editor.left.connect(lambda on: self._finish(editor, Hint.EditNextItem if on else Hint.EditPreviousItem))
        return editor

    def _finish(self, editor: QWidget, hint: Hint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)
        if hint is Hint.NoHint:
            self._table.go_on_from_last()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The text is there since the editor was made; undo may change it meanwhile."""
        if isinstance(editor, CellField):
            editor.begun.follow(str(index.data() or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Put what was typed into the session."""
        if isinstance(editor, TextField):
            model.setData(index, editor.toPlainText().strip())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole cell."""
        del index
        editor.setGeometry(option.rect)


def shown(text: str) -> str:
    """A text as a cell shows it: one too long to be read there is cut, and says so."""
    more = len(text) - MOST
    return text if more <= 0 else f"{text[:MOST]}… (and {more:,} more letters: Enter shows them)"
