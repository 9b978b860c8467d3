"""A table of ranked entities, edited in place by keyboard: the record's next steps, the children of the case."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.document import Document
from app.masking import Masking
from models.edits import reorder
from widgets import theme
from widgets.parts.entity_model import EntityModel, Index
from widgets.parts.entity_model import Field as Field
from widgets.parts.fields import TextField, named

WRAP = int(Qt.TextFlag.TextWordWrap)
PAD = 6


class CellDelegate(QStyledItemDelegate):
    """Paints a cell in full, with advice below the first one, and edits it as text that wraps."""

    def __init__(self, table: "EntityTable") -> None:
        super().__init__(table)
        self._table = table

    def _advice(self, index: Index) -> str:
        if index.column() != 0:
            return ""
        return "\n".join(f"→ {line}" for line in self._table.advice(self._table.entities.rows[index.row()]))

    def _heights(self, index: Index, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(40, width - 2 * PAD), 10_000_000)
        metrics = self._table.fontMetrics()
        text, advice = str(index.data() or ""), self._advice(index)
        below = QFontMetrics(theme.font("small")).boundingRect(room, WRAP, advice).height() if advice else 0
        return max(metrics.height(), metrics.boundingRect(room, WRAP, text).height()), below

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as text and advice need at the column's width."""
        del option
        width = self._table.columnWidth(index.column())
        return QSize(width, max(32, sum(self._heights(index, width)) + 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Text, advice in a quieter letter, and a frame where the keyboard is."""
        area, state = option.rect, option.state
        painter.save()
        current = index == self._table.currentIndex() and bool(state & QStyle.StateFlag.State_Enabled)
        painter.fillRect(area, theme.colour("tint" if current else "panel"))
        painter.setPen(theme.colour("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        text, advice = self._heights(index, area.width())
        room = area.adjusted(PAD, PAD, -PAD, 0)
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(room.topLeft(), QSize(room.width(), text)), WRAP, str(index.data() or ""))
        if advice:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("hint"))
            below = QRect(room.left(), room.top() + text, room.width(), advice)
            painter.drawText(below, WRAP, self._advice(index))
        if current and self._table.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the cell; Enter ends it, Tab goes on to the next cell."""
        del option
        title = self._table.entities.columns[index.column()].title
        editor = TextField(f"{title} {index.row() + 1}", enter_submits=True, parent=parent)
        editor.setPlainText(str(index.data() or ""))
        editor.selectAll()
        editor.entered.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The text is there since the editor was made."""
        del editor, index

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Put what was typed into the session."""
        if isinstance(editor, TextField):
            model.setData(index, editor.toPlainText().strip())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole cell."""
        del index
        editor.setGeometry(option.rect)


class EntityTable(QTableView):
    """The table, as high as its rows, so that the page scrolls and not the table.

    Typing, F2 or Enter edits a cell, Delete empties it; Tab goes on; Alt+Up and Alt+Down move a row.
    """

    def __init__(
        self,
        name: str,
        document: Document,
        kind: type[Any],
        columns: Sequence[Field],
        masking: Masking,
        advice: Callable[[Any], list[str]] = lambda _entity: [],
    ) -> None:
        super().__init__()
        named(self, name, "Enter edits a cell, Tab goes on, Alt and arrows move a row")
        self.advice = advice
        self.entities = EntityModel(document, kind, columns, masking, self)
        self.setItemDelegate(CellDelegate(self))
        self.setModel(self.entities)
        self.setWordWrap(True)
        self.setShowGrid(False)  # the delegate draws it, in the theme's colours
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.timeout.connect(self.fit)
        self.entities.modelReset.connect(self._fit_soon.start)
        self.entities.dataChanged.connect(lambda *_: self._fit_soon.start())
        self._fit_soon.start()

    def fit(self) -> None:
        """Columns by their shares, rows by their words, the table by its rows."""
        shares = [column.share for column in self.entities.columns]
        width = self.viewport().width()
        for place, share in enumerate(shares):
            self.setColumnWidth(place, width * share // sum(shares))
        self.resizeRowsToContents()
        rows = self.verticalHeader().length()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + max(rows, 32) + 2 * self.frameWidth() + 6)

    def current_row(self) -> Any:
        """The entity with the keyboard, or None."""
        index = self.currentIndex()
        return self.entities.rows[index.row()] if index.isValid() else None

    def add(self, entity: Any, label: str) -> None:
        """Add an entity at the end and begin to type its first cell."""
        self.entities.document.add(label, replace(entity, rank=self.entities.document.session.next_rank(type(entity))))
        self.fit()
        index = self.entities.index(len(self.entities.rows) - 1, 0)
        self.setCurrentIndex(index)
        self.setFocus()
        self.edit(index)

    def remove_current(self, label: str) -> None:
        """Take the row with the keyboard out."""
        entity, place = self.current_row(), self.currentIndex().row()
        if entity is not None:
            self.entities.document.remove(label, entity)
            if self.entities.rows:
                self.setCurrentIndex(self.entities.index(min(place, len(self.entities.rows) - 1), 0))

    def move_current(self, by: int, label: str) -> None:
        """Move the row with the keyboard up (-1) or down (1)."""
        here = self.currentIndex()
        ids = [row.id for row in self.entities.rows]
        goal = here.row() + by
        if here.isValid() and 0 <= goal < len(ids):
            ids.insert(goal, ids.pop(here.row()))
            document = self.entities.document
            document.do(label, reorder(document.session, self.entities.kind, ids))
            self.setCurrentIndex(self.entities.index(goal, here.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the row; Enter edits; Tab past the last cell leaves the table."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.entities.read_only:
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1, "Move row")
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            if self.entities.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
                self.entities.setData(self.currentIndex(), "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes from cell to cell, and on from the last one, so that nobody is caught in the table."""
        index = self.currentIndex()
        cell = index.row() * len(self.entities.columns) + index.column() + (1 if onward else -1)
        if not index.isValid() or not 0 <= cell < len(self.entities.rows) * len(self.entities.columns):
            self.setTabKeyNavigation(False)
            gone = super().focusNextPrevChild(onward)
            self.setTabKeyNavigation(True)
            return gone
        return super().focusNextPrevChild(onward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another wrap."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_soon.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_fit_soon"):
            self._fit_soon.start()
