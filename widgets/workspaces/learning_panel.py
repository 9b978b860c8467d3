"""What was useful, what was learnt, any issues: about the process, never the case (Appendix 8, 12)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.review import LearningKind, LearningPoint
from models.session import Change
from widgets.parts.announce import announce
from widgets.parts.fields import TextField, UnfinishedBinding, named
from widgets.parts.letters import LettersGoTo
from widgets.parts.reflow import TurningRow, words
from widgets.workspaces.base import MASKED_ROWS
from widgets.workspaces.note_panel import LineList

_KEYS = "Enter or F2 changes a line · Delete takes it away · Esc leaves it as it was"
NAMES = {LearningKind.USEFUL: "Useful", LearningKind.LEARNT: "Learnt", LearningKind.ISSUE: "Issues"}


class LearningColumn(QWidget):
    """One of the advisor's questions: a field, and the lines that answer it."""

    def __init__(
        self, open_session: OpenSession, kind: LearningKind, typed_under: str, refuse: Callable[[], bool]
    ) -> None:
        """`refuse` says that no line is changed while names are masked, and gives whether they are."""
        super().__init__()
        self._document = document = open_session.document
        self._refuse = refuse
        self._kind = kind
        self._typed_under = f"{typed_under}/{kind}"
        self._editing = ""
        name = NAMES[kind]
        self.field = TextField(name, "Enter adds a line", enter_submits=True)
        self.field.setFixedHeight(round(self.fontMetrics().height() * 3.2))
        self.lines = LineList(f"{name}: lines")
        self._unfinished = UnfinishedBinding(self.field, document, open_session.masking)
        LettersGoTo(self.lines, self.field)
        self._unfinished.point_at(self._typed_under)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words(name, "subtitle", self.field))
        layout.addWidget(self.field)
        self.add_button = named(QPushButton("Add line"), f"Add line, {name}")
        layout.addWidget(self.add_button)
        layout.addWidget(self.lines, 1)
        self.field.entered.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.lines.opened.connect(self._open_line)
        self._masking = open_session.masking
        self._masking.changed.connect(self._masked_or_shown)
        self.lines.removed.connect(self._remove)

    def show_all(self) -> None:
        """Show the lines from the session."""
        held = self._document.session.all(LearningPoint, lambda point: point.kind is self._kind)
        self.lines.show_lines([(point.id, self._masking.text(point.text)) for point in held])

    def add(self) -> None:
        """Make a line of what is typed, or put an opened one back."""
        text = self._unfinished.text().strip()
        if not text:
            return
        point = self._document.session.find(LearningPoint, self._editing)
        self.stop_editing()
        if point is not None:
            self._document.do("Change learning point", [Change(point, replace(point, text=text))])
            return
        self._unfinished.take()
        rank = self._document.session.next_rank(LearningPoint)
        self._document.add("Add learning point", LearningPoint(self._document.new_id(), self._kind, text, rank))

    def _masked_or_shown(self) -> None:
        """A line that is open shows names: it is entered as it stands."""
        if self._masking.on and self._editing:
            self.add()
            self.stop_editing()

    def stop_editing(self) -> None:
        """Leave an opened line as it was."""
        if self._editing:
            self._editing = ""
            self._unfinished.point_at(self._typed_under)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an opened line as it was."""
        if event.key() == Qt.Key.Key_Escape and self._editing:
            self.stop_editing()
        else:
            super().keyPressEvent(event)

    def _open_line(self, point_id: str) -> None:
        point = self._document.session.find(LearningPoint, point_id)
        if point is not None and not self._refuse():
            self._unfinished.point_at("")
            self._editing = point_id
            self.field.setPlainText(point.text)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
            self.field.setFocus()

    def _remove(self, point_id: str) -> None:
        point = self._document.session.find(LearningPoint, point_id)
        if point is not None and not self._refuse():
            if self._editing == point_id:
                self.stop_editing()
            self._document.remove("Delete learning point", point)


class LearningPanel(QWidget):
    """The three questions side by side, led by the advisor."""

    def __init__(self, open_session: OpenSession, typed_under: str = "learning", parent: QWidget | None = None) -> None:
        """`typed_under` is where half-typed lines are kept: each window with these fields has a place of its own."""
        super().__init__(parent)
        self._masking = open_session.masking
        self.columns = [LearningColumn(open_session, kind, typed_under, self._refuse) for kind in LearningKind]
        row = TurningRow(26)
        for column in self.columns:
            row.add(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            words("The advisor leads. About the process, never the case: nothing here goes on the child's record.")
        )
        layout.addWidget(row, 1)
        self._keys = words(_KEYS, "hint")
        layout.addWidget(self._keys)

    def _refuse(self) -> bool:
        masked = self._masking.on
        self._keys.setText(MASKED_ROWS if masked else _KEYS)
        self._keys.show()
        announce(self, MASKED_ROWS if masked else "")
        return masked

    def set_projected(self, on: bool) -> None:
        """For the room without what only serves whoever types."""
        self._keys.setText(_KEYS)
        self._keys.setVisible(not on)

    def show_all(self) -> None:
        """Show every line from the session."""
        for column in self.columns:
            column.show_all()

    def leave(self) -> None:
        """Put down what was opened."""
        for column in self.columns:
            column.stop_editing()

    def mirror(self, changes: list[Change]) -> None:
        """Follow learning points only."""
        if any(change.kind is LearningPoint for change in changes):
            self.show_all()
