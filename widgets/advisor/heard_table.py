"""Who has been heard, as a table, and in a sentence who has not."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card
from models.heard import PersonHeard, not_heard_words, who_was_heard
from models.people import Participant
from models.process import PhaseKind
from models.session import Change
from models.timing import Heard
from widgets import theme
from widgets.parts.reflow import words
from widgets.parts.whole_table import WholeTable

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Person", "Written", "Read", "Chosen", "This step", "Person, cards, this step")
#: The columns of a wide table, and that of a narrow one, in which everything is said under the name.
WIDE, NARROW = (0, 1, 2, 3, 4), (5,)
NOBODY_READS = "–"
#: Letters' heights below which the table is narrow.
NARROW_BELOW = 21


class HeardModel(QAbstractTableModel):
    """One row for each writer. What is nothing where others have something is said, and bold; in a step in which nobody
    reads, nobody is waited for."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self.rows: list[PersonHeard] = []
        self._step = ""

    def count_anew(self) -> bool:
        """Count the cards; the view is told only where something is another, and so is the caller."""
        step = self._open.engine.step.id
        rows = who_was_heard(self._open.session, step)
        if rows == self.rows and step == self._step:
            return False
        self._step = step
        if rows and [row.person for row in rows] == [row.person for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as write cards."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Name, three counts, whether heard in this step, and the last four as one."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Counts as text, "none yet" where others have some; "heard" or "not yet" for the step."""
        row, at = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(row)[at]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if at in (1, 2, 3) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and self._stands_out(row)[at]:
            return theme.font("body", bold=True)
        return None

    def _stands_out(self, row: PersonHeard) -> tuple[bool, ...]:
        wrote = any(one.written for one in self.rows) and not row.written
        read = any(one.read for one in self.rows) and not row.read
        return (wrote or read, wrote, read, False, False, wrote or read)

    def _texts(self, row: PersonHeard) -> tuple[str, ...]:
        _name, wrote, read, *_rest = self._stands_out(row)
        written = "none yet" if wrote else str(row.written)
        aloud = "none yet" if read else str(row.read)
        here = self._here(row)
        counts = f"written {written}, read {aloud}, chosen {row.chosen}"
        if here != NOBODY_READS:
            counts += f", in this step {here}"
        return (row.person.name, written, aloud, str(row.chosen), here, f"{row.person.name}\n{counts}")

    def _here(self, row: PersonHeard) -> str:
        if row.here:
            return "✓ heard"
        reads = any(phase.kind is PhaseKind.READ for phase in self._open.engine.step.phases)
        return "passed" if row.passed else "not yet" if reads else NOBODY_READS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None


class HeardTable(WholeTable):
    """The table; narrow, it says the counts in words instead of cutting them off."""

    def __init__(self, model: HeardModel, parent: QWidget | None = None) -> None:
        super().__init__("Who has been heard", parent)
        self.setModel(model)
        self._show(WIDE)
        model.dataChanged.connect(self.fit_soon)
        model.modelReset.connect(self.fit_soon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns for the width."""
        narrow = event.size().width() < NARROW_BELOW * theme.text_height()
        self._show(NARROW if narrow else WIDE)
        super().resizeEvent(event)

    def _show(self, columns: tuple[int, ...]) -> None:
        for at in range(len(COLUMNS)):
            self.setColumnHidden(at, at not in columns)
        self.show_columns(columns[0])


class HeardPanel(QWidget):
    """The sentence and the table; they count only while they are in view."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HeardModel(open_session, self)
        self.not_heard = words()
        self.table = HeardTable(self.model)
        self.nobody = words("Nobody here writes cards yet; people are added under People and case.", "hint")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for part in (self.not_heard, self.nobody, self.table):
            inside.addWidget(part)
        open_session.document.changed.connect(self._mirror)
        open_session.engine.moved.connect(self.show_counts)

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was counted while the window was away."""
        super().showEvent(event)
        self.show_counts()

    def show_counts(self) -> None:
        """Count anew where anybody sees it."""
        if not self.isVisible() or not self.model.count_anew():
            return
        said = not_heard_words(self.model.rows)
        self.not_heard.setText(said)
        self.not_heard.setVisible(bool(said))
        self.nobody.setVisible(not self.model.rows)
        self.table.setVisible(bool(self.model.rows))

    def _mirror(self, changes: list[Change]) -> None:
        """Words that are typed on a card count for nothing, and are not counted at every key."""
        if any(
            change.kind in (Heard, Participant)
            or (change.kind is Card and _what_counts(change.before) != _what_counts(change.after))
            for change in changes
        ):
            self.show_counts()


def _what_counts(card: Card | None) -> tuple[object, ...]:
    return () if card is None else (card.author, card.step, card.read, card.chosen)
