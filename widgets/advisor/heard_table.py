"""Who has been heard, as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.open_session import OpenSession
from models.cards import Card
from models.heard import PersonHeard, who_was_heard
from models.people import Participant
from models.session import Change
from models.timing import Heard
from widgets.parts.fields import named

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Person", "Written", "Read", "Chosen", "This step")


class HeardModel(QAbstractTableModel):
    """One row for each writer."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._rows: list[PersonHeard] = []

    def count_anew(self) -> None:
        """Count the cards; the view is told only where something is another."""
        rows = who_was_heard(self._open.session, self._open.engine.step.id)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as write cards."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Name, three counts, and whether heard in this step."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Counts as text; "heard" or "not yet" for the step."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if index.column() in (0, 4) else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        here = "✓ heard" if row.here else "not yet"
        return (row.person.name, str(row.written), str(row.read), str(row.chosen), here)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None


class HeardTable(QTableView):
    """The table; it counts only while it is in view."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Who has been heard")
        self._heard = HeardModel(open_session, self)
        self.setModel(self._heard)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        open_session.document.changed.connect(self._mirror)
        open_session.engine.moved.connect(self.show_counts)

    def show_counts(self) -> None:
        """Count anew where anybody sees it."""
        if self.isVisible():
            self._heard.count_anew()

    def _mirror(self, changes: list[Change]) -> None:
        if any(change.kind in (Card, Heard, Participant) for change in changes):
            self.show_counts()
