"""A table of ranked entities, edited in place by keyboard: the record's next steps, the children of the case."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.document import Document
from app.masking import Masking
from models.edits import reorder
from widgets.parts.entity_cells import PAD, CellDelegate, Hint
from widgets.parts.entity_model import EntityModel, Index, Remarks, no_remarks
from widgets.parts.entity_model import Field as Field
from widgets.parts.fields import named
from widgets.parts.refusing import would_change

_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class RowNumbers(QHeaderView):
    """The rows' numbers, by which they are spoken of elsewhere on the page."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        """Room for the last number; Qt would ask some hundred rows for theirs, whenever one of them changes."""
        return QSize(self.fontMetrics().horizontalAdvance(str(max(10, self.count()))) + 2 * PAD, 0)


class EntityTable(QTableView):
    """The table, as high as its rows, so that the page scrolls and not the table.

    Typing, F2 or Enter edits a cell, Delete empties it; Tab goes on; Alt+Up and Alt+Down move a row. Whoever types in
    the last cell and goes on finds an empty row, which is gone again where nothing is typed in it.
    """

    def __init__(
        self,
        name: str,
        document: Document,
        kind: type[Any],
        what: str,
        columns: Sequence[Field],
        masking: Masking,
        remarks: Remarks = no_remarks,
    ) -> None:
        """`what` is one row in a word ("step"); `remarks` gives lines that stand below a cell's text."""
        super().__init__()
        named(self, name, "Enter edits a cell, Tab goes on, Alt and arrows move a row")
        self.entities = EntityModel(document, kind, what, columns, masking, self, remarks)
        self._cells = CellDelegate(self)
        self._fit_soon = _once(self, self.fit)
        self._look_soon = _once(self, self._drop_left_row)
        self._typed: set[int] = set()
        self._fit_typed_soon = _once(self, self._fit_typed)
        self.setItemDelegate(self._cells)
        self.setModel(self.entities)
        self._dress()
        for changed in (self.entities.modelReset, self.entities.rowsInserted, self.entities.rowsRemoved):
            changed.connect(self._fit_when_seen)
        self.entities.dataChanged.connect(self._fit_rows_soon)
        self.doubleClicked.connect(self.entities.refuse_masked)

    def _dress(self) -> None:
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
        self.setVerticalHeader(RowNumbers(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    # Sizes

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody saw it has its room now."""
        super().showEvent(event)
        self._cells.forget_rows()
        self.fit()

    def _fit_when_seen(self) -> None:
        if self.isVisible():
            self._fit_soon.start()

    def fit(self) -> None:
        """Columns by their shares, rows by their words, the table by its rows."""
        shares = [column.share for column in self.entities.columns]
        width = self.viewport().width()
        for place, share in enumerate(shares):
            self.setColumnWidth(place, width * share // sum(shares))
        self._fit_rows(range(len(self.entities.rows)))

    def _fit_rows(self, rows: Sequence[int]) -> None:
        for row in rows:
            height = self._cells.row_height(row)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
        high = max(self.verticalHeader().length(), 32)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + high + 2 * self.frameWidth() + 6)

    def _fit_rows_soon(self, first: QModelIndex, last: QModelIndex) -> None:
        """What is typed changes a row or two; of a thousand, only those are measured."""
        if self.isVisible():
            self._typed.update(range(first.row(), last.row() + 1))
            self._fit_typed_soon.start()

    def _fit_typed(self) -> None:
        rows, self._typed = sorted(row for row in self._typed if row < len(self.entities.rows)), set()
        self._fit_rows(rows)

    def show_remarks(self) -> None:
        """What is said about the rows is different now."""
        self._cells.forget_rows()
        if self.entities.rows:
            self.entities.show_anew(0, len(self.entities.rows) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another wrap."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_fit_soon"):
            self._measure_anew()

    def _measure_anew(self) -> None:
        self._cells.forget_heights()
        self._fit_when_seen()

    # Rows

    def current_row(self) -> Any:
        """The entity with the keyboard, or None."""
        index = self.currentIndex()
        return self.entities.rows[index.row()] if index.isValid() else None

    def go_to(self, entity_id: str, attribute: str = "") -> None:
        """Put the keyboard on a row's field."""
        rows = [row.id for row in self.entities.rows]
        columns = [column.attribute for column in self.entities.columns]
        self.setFocus()
        if entity_id in rows:
            self.setCurrentIndex(
                self.entities.index(rows.index(entity_id), columns.index(attribute) if attribute else 0)
            )

    def add_row(self) -> None:
        """Begin to type the first cell of a new row at the end."""
        self.entities.drop_new()
        if self.entities.offer_new():
            self.fit()
            self.setFocus()
            self._edit_cell(len(self.entities.rows) - 1, 0)

    def _edit_cell(self, row: int, column: int) -> None:
        self.setCurrentIndex(self.entities.index(row, column))
        self.edit(self.currentIndex())

    def remove_current(self) -> None:
        """Take the row with the keyboard out."""
        entity, place = self.current_row(), self.currentIndex().row()
        if entity is self.entities.new:
            self.entities.drop_new()
        elif entity is not None and self.entities.refuse_masked():
            return  # initials do not tell one row from another
        elif entity is not None:
            self.entities.document.remove(f"Delete {self.entities.what}", entity)
        if self.entities.rows:
            self.setCurrentIndex(self.entities.index(min(place, len(self.entities.rows) - 1), 0))

    def move_current(self, by: int) -> None:
        """Move the row with the keyboard up (-1) or down (1)."""
        if self.entities.refuse_masked():
            return
        here = self.currentIndex()
        self.entities.drop_new()
        ids = [row.id for row in self.entities.rows]
        goal = here.row() + by
        if here.isValid() and here.row() < len(ids) and 0 <= goal < len(ids):
            ids.insert(goal, ids.pop(here.row()))
            document = self.entities.document
            document.do(f"Move {self.entities.what}", reorder(document.session, self.entities.kind, ids))
            self.setCurrentIndex(self.entities.index(goal, here.column()))

    # The empty row at the end

    def go_on_from_last(self) -> None:
        """From the last cell of the last row one goes on to a new row, and from that, where it is empty, nowhere."""
        here, last = self.currentIndex(), len(self.entities.rows) - 1
        at_end = here.row() == last and here.column() == len(self.entities.columns) - 1
        if at_end and self.entities.rows[last] is not self.entities.new:
            self.add_row()

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Tab goes from cell to cell; in the last one on to a new row, or from an empty row out of the table."""
        here, cells = self.currentIndex(), len(self.entities.rows) * len(self.entities.columns)
        cell = here.row() * len(self.entities.columns) + here.column() + (1 if hint is Hint.EditNextItem else -1)
        leaves = hint in (Hint.EditNextItem, Hint.EditPreviousItem) and not 0 <= cell < cells
        super().closeEditor(editor, Hint.NoHint if leaves else hint)
        if leaves and hint is Hint.EditNextItem and self.current_row() is not self.entities.new:
            self.add_row()
        elif leaves:
            self.focusNextPrevChild(hint is Hint.EditNextItem)
        self._look_soon.start()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Whoever goes to another row has left the empty one."""
        super().currentChanged(current, previous)
        self._look_soon.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Or out of the table."""
        super().focusOutEvent(event)
        self._look_soon.start()

    def _drop_left_row(self) -> None:
        if self.entities.new is None or self.state() is QAbstractItemView.State.EditingState:
            return
        if not self.hasFocus() or self.current_row() is not self.entities.new:
            self.entities.drop_new()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the row; Enter edits; Tab past the last cell leaves the table."""
        if would_change(event) and self.entities.refuse_masked():
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in _UP_DOWN:
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
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


def _once(table: EntityTable, do: Any) -> QTimer:
    """Does it once the event loop turns, however often it was asked for."""
    timer = QTimer(table)
    timer.setSingleShot(True)
    timer.timeout.connect(do)
    return timer
