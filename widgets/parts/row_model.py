"""Rows of text as a Qt model: what a list of points or cards shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

ROW = int(Qt.ItemDataRole.UserRole)
POINT, CARD = "application/x-askwell-point", "application/x-askwell-card"
_ENDS = (".", "?", "!", "…")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its text, a line about it, a line of marks. `ticked` None shows no box; a heading cannot be chosen."""

    id: str
    text: str
    about: str = ""
    marks: str = ""
    ticked: bool | None = None
    heading: bool = False
    description: str = ""

    def spoken(self) -> str:
        """What a screen reader says."""
        tick = {True: "Picked", False: "Not picked", None: ""}[self.ticked]
        *parts, last = [part for part in (self.text, self.about, self.marks.lstrip("◆★✓ "), tick) if part] or [""]
        return " ".join([*(part if part.endswith(_ENDS) else f"{part}." for part in parts), last])


class RowModel(QAbstractListModel):
    """The rows. Rows of the same ids in the same order are only told to be shown anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.editable = False
        self.drag_kind = ""

    def mimeTypes(self) -> list[str]:
        """What a dragged row is."""
        return [self.drag_kind] if self.drag_kind else []

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """A dragged row by its id."""
        data = QMimeData()
        for index in indexes[:1]:
            data.setData(self.drag_kind, self.rows[index.row()].id.encode())
        return data

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        if role in (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole):
            return row.description or None
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if self.editable else flags

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Show these rows; gives whether the list was made anew."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            for place, row in enumerate(rows):
                if row is not self.rows[place] and row != self.rows[place]:
                    self.rows[place] = row
                    self.dataChanged.emit(self.index(place), self.index(place))
            return False
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()
        return True
