"""The step and phase in words, and the step's phases in a row, each of which opens by a click."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from app.open_session import OpenSession
from models import plan
from widgets import theme
from widgets.parts.fields import ReadOut, named
from widgets.parts.reflow import FlowLayout


class FittingReadOut(ReadOut):
    """A read-out as wide as its text."""

    def __init__(self, name: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The text's width and a hair more, so that the cursor's place does not scroll it."""
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 14, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the text, up to a small window's width."""
        return QSize(min(280, self.sizeHint().width()), super().minimumSizeHint().height())


class PhaseRow(QWidget):
    """Step, Phase, and the phases of the step.

    Signals:
        opened(str): a phase of the step is to be opened, by its id.
    """

    opened = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self.step = FittingReadOut("Step", "title")
        self.phase = FittingReadOut("Phase", "title")
        self.phases = QWidget()
        self._row = FlowLayout(self.phases, gap=2)
        self._buttons = QButtonGroup(self)
        self._flow = FlowLayout(self, gap=6)
        for part in (self.step, self.phase, self.phases):
            self._flow.addWidget(part)

    def set_slim(self, slim: bool) -> None:
        """Step and phase in the size of text, where height is scarce."""
        for part in (self.step, self.phase):
            theme.mark(part, "subtitle" if slim else "title")
            part.updateGeometry()

    def take_phases(self) -> None:
        """Have the phases in this row again, after a layout had them elsewhere."""
        if self.phases.parentWidget() is not self:
            self._flow.addWidget(self.phases)

    def show_position(self) -> None:
        """Show where the room is; the buttons are made anew only when the step is another."""
        step, phase = self._open.engine.step, self._open.engine.phase
        self.step.show_text(f"{self._open.process.number(step.id)}. {step.title}")
        self.phase.show_text(phase.title)
        names = [button.property("phase") for button in self._buttons.buttons()]
        if names != [each.id for each in step.phases]:
            self._make_buttons()
        self.phases.setVisible(len(step.phases) > 1)
        for button in self._buttons.buttons():
            number = step.phases.index(step.phase(button.property("phase"))) + 1
            time = plan.phase_time(self._open.session, step, step.phases[number - 1])
            here = step.phases[number - 1] is phase
            button.setText(f"{number} {time.phase.title}{' ✓' if time.done and not here else ''}")
            button.setAccessibleName(button.text())
            button.setChecked(here)
        self.updateGeometry()

    def _make_buttons(self) -> None:
        for old in self._buttons.buttons():
            self._buttons.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        for phase in self._open.engine.step.phases:
            button = named(QPushButton(), phase.title)
            button.setCheckable(True)
            button.setProperty("kind", "phase")
            button.setProperty("phase", phase.id)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._clicked)
            self._buttons.addButton(button)
            self._row.addWidget(button)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            button.setChecked(True)
            self.opened.emit(button.property("phase"))
