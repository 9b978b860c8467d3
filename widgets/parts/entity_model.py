"""Ranked entities of one kind as a Qt table: one row each, their fields as columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.masking import Masking
from models.session import Change
from widgets.parts.refusing import MASKED

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Field:
    """One column: the entity's attribute, its title, its share of the width, and how it is written and read.

    `read` gives the attribute's value; ValueError, with a sentence, where the text cannot be one. What is `private` is
    not shown while names are masked: a date of birth says who it is as well as a name does.
    """

    attribute: str
    title: str
    share: int
    write: Callable[[Any], str] = str
    read: Callable[[str], Any] = str.strip
    private: bool = False


HIDDEN = "masked"

Remarks = Callable[[Any, str], Sequence[str]]


def no_remarks(_entity: Any, _attribute: str) -> Sequence[str]:
    """Nothing is to be said about any field."""
    return ()


class EntityModel(QAbstractTableModel):
    """The entities of one kind by rank, and at the end perhaps a new one that is only held once something is typed.

    Signals:
        refused(str): a text that cannot be the field's value, or typing while names are masked; the sentence says why.
    """

    refused = Signal(str)

    def __init__(
        self,
        document: Document,
        kind: type[Any],
        what: str,
        columns: Sequence[Field],
        masking: Masking,
        parent: QWidget,
        remarks: Remarks = no_remarks,
    ) -> None:
        """`what` is one of them in a word; `remarks` gives lines to be read with a field, by entity and attribute."""
        super().__init__(parent)
        self.document = document
        self.kind = kind
        self.what = what
        self.columns = columns
        self.rows: list[Any] = document.session.all(kind)
        self.new: Any = None
        self._remarks = remarks
        self._masking = masking
        document.changed.connect(self._follow)
        masking.changed.connect(self._mask)

    def refuse_masked(self) -> bool:
        """Say that nothing can be typed while names are masked, and give whether they are."""
        if self._masking.on:
            self.refused.emit(MASKED)
        return self._masking.on

    def call(self, attribute: str, title: str) -> None:
        """A column has another title from now on."""
        self.columns = [replace(each, title=title) if each.attribute == attribute else each for each in self.columns]
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def offer_new(self) -> bool:
        """Offer an empty row at the end; False where one is there already or nothing can be typed now."""
        if self.new is not None or self.refuse_masked():
            return False
        rank = self.document.session.next_rank(self.kind)
        self.new = replace(self.kind(self.document.new_id(), ""), rank=rank)
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows))
        self.rows = [*self.rows, self.new]
        self.endInsertRows()
        return True

    def drop_new(self) -> None:
        """Take the empty row away again."""
        if self.new is not None:
            self.beginRemoveRows(QModelIndex(), len(self.rows) - 1, len(self.rows) - 1)
            self.new, self.rows = None, self.rows[:-1]
            self.endRemoveRows()

    def remarks(self, row: int, column: int) -> list[str]:
        """What is to be said about a field, as it may be shown now; nothing where nobody typed yet."""
        if self.rows[row] is self.new:
            return []
        return [self._masking.text(line) for line in self._remarks(self.rows[row], self.columns[column].attribute)]

    def _follow(self, changes: list[Change]) -> None:
        if any(change.kind is self.kind for change in changes):
            self._fill()

    def _fill(self) -> None:
        """Rows of the same ids in the same order are shown anew where they changed, so that an open editor stays."""
        rows, before = self.document.session.all(self.kind), self.rows
        if self.new is not None:
            if self.document.session.find(self.kind, self.new.id) is None:
                rows.append(self.new)
            else:
                self.new = None
        if [row.id for row in rows] != [row.id for row in before]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        self.rows = rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.show_anew(place, place)

    def show_anew(self, first: int, last: int) -> None:
        """Rows whose words, or what is said about them, are others now."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _mask(self) -> None:
        self.drop_new()
        if self.rows:
            self.show_anew(0, len(self.rows) - 1)

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
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            text = field.write(getattr(self.rows[index.row()], field.attribute))
            return HIDDEN if text and field.private and self._masking.on else self._masking.text(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = f"{field.title} {index.row() + 1}: {self.data(index) or 'empty'}"
            return ". ".join([spoken, *self.remarks(index.row(), index.column())])
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
        label = f"Change “{field.title}”" if row is not self.new else f"Add {self.what}"
        self.document.set(label, row, **{field.attribute: wanted})
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self._masking.on or not index.isValid() else flags | Qt.ItemFlag.ItemIsEditable
