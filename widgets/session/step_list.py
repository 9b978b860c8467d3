"""The list of steps: number, short title, where each stands, minutes planned and spent."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from app.open_session import OpenSession
from models import plan
from models.plan import StepTime, minutes
from models.session import Change, Progress
from models.timing import PhaseTiming, StepPlan
from widgets import theme
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.session.step_paint import STATE_ROLE, TIME_ROLE, Index, StepDelegate, minutes_words


def _shown(time: StepTime) -> tuple[Any, ...]:
    """All that a row shows of a step."""
    return time.step, time.left_out, time.done, time.begun, minutes_words(time)


class StepModel(QAbstractListModel):
    """The process's steps as rows, mirroring the document."""

    def __init__(self, open_session: OpenSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._times = plan.step_times(open_session.session, open_session.process)
        self._place = self.current_row()
        open_session.document.changed.connect(self._mirror)
        open_session.engine.moved.connect(self._moved)

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as the process has steps."""
        return 0 if parent is not None and parent.isValid() else len(self._times)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Short title; the whole of a row in words for those who hear it."""
        time = self._times[index.row()]
        number = index.row() + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{number}. {time.step.short}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{number}. {time.step.title}, {self.state(index.row())}, {minutes_words(time)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            took = f"took {minutes(time.spent)}, planned {minutes(time.planned)} min"
            return f"{number}. {time.step.title}" + (f"\n{took}" if time.spent > 0 else "")
        return {TIME_ROLE: time, STATE_ROLE: self.state(index.row())}.get(role)

    def state(self, row: int) -> str:
        """One of the keys of SIGNS."""
        time = self._times[row]
        if row == self.current_row():
            return "now"
        if time.left_out:
            return "left out"
        return "done" if time.done else "begun" if time.begun else "to come"

    def current_row(self) -> int:
        """The row of the step that the room is in."""
        return self._open.process.number(self._open.engine.step.id) - 1

    def time(self, row: int) -> StepTime:
        """A row's step and its time."""
        return self._times[row]

    def _moved(self) -> None:
        before, self._place = self._place, self.current_row()
        for row in {before, self._place}:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _mirror(self, changes: list[Change]) -> None:
        steps = {change.id.split("/")[0] for change in changes if change.kind in (PhaseTiming, StepPlan)}
        if not steps and not any(change.kind is Progress for change in changes):
            return
        for row, time in enumerate(self._times):
            if time.step.id in steps:
                new = plan.step_time(self._open.session, time.step)
                self._times[row] = new
                if _shown(new) != _shown(time):  # the view lays all its rows out anew
                    self.dataChanged.emit(self.index(row), self.index(row))


class StepList(QListView):
    """The steps; a click, Enter or the space bar opens one, Delete leaves one out and takes it up again, plus and minus
    plan a minute more or less for it.

    Signals:
        opened(str): a step is to be opened, by its id.
        left_out(str, bool): a step is to be left out, or taken up again.
    """

    opened = Signal(str)
    left_out = Signal(str, int)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Steps", "Enter opens a step, Delete leaves it out, + and − change its minutes")
        self.setItemDelegate(StepDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(120)
        self._engine = open_session.engine
        self.steps = StepModel(open_session, self)
        self.setModel(self.steps)
        self.selectionModel().selectionChanged.connect(self._selected)
        self.clicked.connect(self._clicked)
        open_session.engine.moved.connect(self.show_current)
        self.show_current()

    def number(self, time: StepTime) -> int:
        """The step's number, counted from 1."""
        return next(row + 1 for row in range(self.steps.rowCount()) if self.steps.time(row).step is time.step)

    def row_height(self) -> int:
        """Pixels: the view shared among the rows, but never too small to hit nor needlessly tall."""
        least = max(24, QFontMetrics(theme.font("body")).height() + 4)
        share = (self.viewport().height() - 2) // max(1, self.steps.rowCount()) if hasattr(self, "steps") else least
        return max(least, min(share, least * 2))

    def show_current(self) -> None:
        """Put the mark on the room's step and bring it into sight."""
        index = self.steps.index(self.steps.current_row())
        self.setCurrentIndex(index)
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Selecting a step opens it, by a click or from a screen reader; arrow keys only walk."""
        if event is not None and event.type() == QEvent.Type.MouseButtonPress and index.isValid():
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def _clicked(self, index: QModelIndex) -> None:
        """A click on the step that is selected already goes to its beginning."""
        if index.row() == self.steps.current_row():
            self._open(index)

    def _selected(self) -> None:
        rows = self.selectionModel().selectedIndexes()
        if rows and rows[0].row() != self.steps.current_row():
            self._open(rows[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height among the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.scrollTo(self.steps.index(self.steps.current_row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open, Delete leaves out."""
        key, index = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self._open(index)
        elif key == Qt.Key.Key_Delete and index.isValid():
            self._turn(index.row())
        elif event.text() in ("+", "-") and index.isValid():
            self._change_minutes(index.row(), 1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the step under the pointer, or the current one."""
        index = self.indexAt(event.pos())
        row = index.row() if index.isValid() else self.currentIndex().row()
        menu = QMenu(self)
        menu.addAction("Open step", lambda: self._open(self.steps.index(row)))
        menu.addAction(
            "Take step up again" if self.steps.time(row).left_out else "Leave step out", lambda: self._turn(row)
        )
        menu.addAction("One minute more", lambda: self._change_minutes(row, 1))
        menu.addAction("One minute less", lambda: self._change_minutes(row, -1))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.steps.time(index.row()).step.id)

    def _turn(self, row: int) -> None:
        time = self.steps.time(row)
        self.left_out.emit(time.step.id, not time.left_out)

    def _change_minutes(self, row: int, by: int) -> None:
        """Through undo; and said to those who do not see it."""
        step = self.steps.time(row).step
        self._engine.change_minutes(step.id, by)
        announce(self, f"{step.title}: {minutes(self.steps.time(row).planned)} minutes planned")
