"""The step that the advisor leads: its questions at hand all along, and fields for the answers once it has come."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.process import Capture, Step
from models.session import Change
from widgets.parts.reflow import words
from widgets.workspaces.learning_panel import LearningPanel

#: Half-typed answers of this window are its own: the session window has the same fields.
TYPED_UNDER = "advisor"


class LeadPanel(QWidget):
    """Empty where the process has no step that an advisor leads."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._steps = [step for step in open_session.process.steps if step.led_by == "advisor"]
        self.title = words("", "subtitle")
        self.questions = words(_questions(self._steps))
        self.answers: LearningPanel | None = None
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(6)
        self._inside.addWidget(self.title)
        self._inside.addWidget(self.questions)
        open_session.document.changed.connect(self._mirror)

    @property
    def empty(self) -> bool:
        """Whether the process has nothing for the advisor to lead."""
        return not self._steps

    @property
    def leads(self) -> bool:
        """Whether the room is in the advisor's step."""
        return self._open.engine.step in self._steps

    def show_position(self) -> None:
        """Before its step the questions; in it the fields as well."""
        self.title.setText("Yours to lead now" if self.leads else "Yours to lead: the review of the process")
        takes = any(Capture.GROUP_REVIEW in phase.captures for phase in self._open.engine.step.phases)
        if self.leads and takes and self.answers is None:
            self.answers = LearningPanel(self._open, TYPED_UNDER)
            self._inside.addWidget(self.answers)
        if self.answers is not None:
            self.answers.setVisible(self.leads and takes)
            self.answers.show_all()

    def _mirror(self, changes: list[Change]) -> None:
        if self.answers is not None and self.answers.isVisible():
            self.answers.mirror(changes)


def _questions(steps: list[Step]) -> str:
    phases = [phase for step in steps for phase in step.phases]
    return "\n".join(line for phase in phases for line in (phase.say, *(f"• {point}" for point in phase.points)))
