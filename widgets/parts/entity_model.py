"""Ranked entities of one kind as a Qt table: one row each, their fields as columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.masking import Masking
from models.session import Change

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Field:
    """One column: the entity's attribute, its title, its share of the width, and how it is written and read.

    `read` gives the attribute's value; ValueError, with a sentence, where the text cannot be one.
    """

    attribute: str
    title: str
    share: int
    write: Callable[[Any], str] = str
    read: Callable[[str], Any] = str.strip


class EntityModel(QAbstractTableModel):
    """The entities of one kind by rank.

    Signals:
        refused(str): a text that cannot be the field's value; the sentence says why.
    """

    refused = Signal(str)

    def __init__(
        self, document: Document, kind: type[Any], columns: Sequence[Field], masking: Masking, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.kind = kind
        self.columns = columns
        self.rows: list[Any] = document.session.all(kind)
        self._masking = masking
        self.read_only = False
        document.changed.connect(self._follow)
        masking.changed.connect(self._fill)

    def _follow(self, changes: list[Change]) -> None:
        if any(change.kind is self.kind for change in changes):
            self._fill()

    def _fill(self) -> None:
        """Rows of the same ids in the same order are shown anew, so that an open editor stays."""
        rows = self.document.session.all(self.kind)
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        field = self.columns[index.column()]
        text = self._masking.text(field.write(getattr(self.rows[index.row()], field.attribute)))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{field.title} {index.row() + 1}: {text or 'empty'}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        field, row = self.columns[index.column()], self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or value == self.data(index):
            return False
        try:
            wanted = field.read(str(value))
        except ValueError as error:
            self.refused.emit(str(error))
            return False
        self.document.set(field.title, row, **{field.attribute: wanted})
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        locked = self._masking.on or self.read_only
        return flags if locked or not index.isValid() else flags | Qt.ItemFlag.ItemIsEditable
