"""The steps to come, with their minutes now and as they would be."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.fitting import StepFit
from models.process import Process
from widgets import theme
from widgets.parts.whole_table import WholeTable
from widgets.session.time_words import minutes_text

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Step", "Now", "Then")


class FitModel(QAbstractTableModel):
    """One row for each step that is not done; a step whose minutes would be others is bold."""

    def __init__(self, process: Process, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._process = process
        self.rows: tuple[StepFit, ...] = ()

    def show_rows(self, rows: tuple[StepFit, ...]) -> None:
        """Show another offer; rows of the same steps stay where they are."""
        if [row.step for row in rows] == [row.step for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as there are steps to come."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Step, minutes now, minutes then."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Number and title, and minutes in words."""
        row, at = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            name = f"{self._process.number(row.step.id)}. {row.step.title}"
            return (name, minutes_text(row.now) if row.now else "left out", self._then(row))[at]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignRight if at else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and row.now != row.then:
            return theme.font("body", bold=True)
        if role == Qt.ItemDataRole.ToolTipRole and row.keeps:
            return "This step keeps its minutes"
        return None

    def _then(self, row: StepFit) -> str:
        if row.left_out:
            return "left out"
        return minutes_text(row.then) if row.then != row.now else "the same"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None


class FitTable(WholeTable):
    """Space or Delete leaves the current step out, or takes it up again.

    Signals:
        turned(str): the step of that id is to be left out, or taken up again.
    """

    turned = Signal(str)

    def __init__(self, model: FitModel, parent: QWidget | None = None) -> None:
        super().__init__("Minutes, step by step", parent)
        self.setAccessibleDescription("Space leaves a step out, or takes it up again")
        self._model = model
        self.setModel(model)
        self.show_columns(0)
        model.dataChanged.connect(self.fit_soon)
        model.modelReset.connect(self.fit_soon)

    def current(self) -> StepFit | None:
        """The step on which the table stands."""
        row = self.currentIndex().row()
        return self._model.rows[row] if 0 <= row < len(self._model.rows) else None

    def stand_somewhere(self) -> None:
        """Where it stands on no step, stand on the first that can be left out."""
        if self.current() is None:
            places = [place for place, row in enumerate(self._model.rows) if not row.begun]
            self.setCurrentIndex(self._model.index(places[0] if places else 0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave out and take up by key."""
        row = self.current()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete) and row is not None:
            if not row.begun:
                self.turned.emit(row.step.id)
        else:
            super().keyPressEvent(event)
