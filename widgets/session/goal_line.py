"""The worker's goal, in sight to the end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.open_session import OpenSession
from models.process import Capture
from models.review import Goal
from models.session import Change
from widgets import theme
from widgets.parts.fields import TextField, put_text
from widgets.session.guide import plain_label

#: Lines of the goal that are in sight at once.
MOST_LINES = 3


class GoalLine(QWidget):
    """Mirrors the goal. Out of sight while the phase's workspace has the goal field itself."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._most = MOST_LINES
        self.text = TextField("Worker's goal", "No goal was written down yet")
        self.text.setReadOnly(True)
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.text.setProperty("kind", "readout")
        self.text.setStyleSheet("QPlainTextEdit { background: transparent; border: none; padding: 0; }")
        self.text.document().setDocumentMargin(0)
        # Bars that come and go would change the width, and with it the lines and the height, for ever.
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._label = plain_label("Worker's goal", "subtitle")
        self._label.setAccessibleName("Worker's goal:")  # the name itself is the text's
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        self._rest = plain_label("…", "hint")
        row.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignBottom)
        self.text.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        open_session.document.changed.connect(self._mirror)
        open_session.masking.changed.connect(self.show_goal)

    def show_goal(self) -> None:
        """Show the goal as it may be shown now, where the room is past writing it down."""
        engine, process = self._open.engine, self._open.process
        asking = [step for step in process.steps if any(Capture.GOAL in phase.captures for phase in step.phases)]
        text = self._open.session.one(Goal).text
        past = bool(asking) and process.number(engine.step.id) > process.number(asking[0].id)
        shown = (past or bool(text)) and Capture.GOAL not in engine.phase.captures
        put_text(self.text, self._open.masking.text(text))
        self._fit_height()
        self.text.setVisible(shown)
        self._label.setVisible(shown)

    def set_most(self, lines: int) -> None:
        """How many lines may be in sight at once."""
        self._most = lines
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the goal into other lines, and another zoom makes them higher."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """As many lines as the goal has, up to the most; a longer one scrolls, and says that there is more."""
        whole = round(self.text.document().size().height())
        lines = max(1, min(self._most, whole))
        self._rest.setVisible(whole > lines and self.text.isVisibleTo(self))
        height = QFontMetrics(theme.font("body")).lineSpacing() * lines + 4
        if self.text.height() != height:
            self.text.setFixedHeight(height)

    def _mirror(self, changes: list[Change]) -> None:
        if any(change.kind is Goal for change in changes):
            self.show_goal()
