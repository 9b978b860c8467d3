"""The middle of the session page: one workspace for each kind of phase, made when first met."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from app.open_session import OpenSession
from models.process import Phase, PhaseKind, Step
from widgets.workspaces import make_workspace
from widgets.workspaces.base import Workspace


class WorkspaceStack(QStackedWidget):
    """Shows the workspace of the phase's kind and turns it to the phase.

    Signals:
        message(str): a sentence of the workspace in view, for the window to show.
    """

    message = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._made: dict[PhaseKind, Workspace] = {}
        self._now: Workspace | None = None
        self._projected = False

    @property
    def workspace(self) -> Workspace | None:
        """The workspace in view."""
        return self._now

    def enter(self, step: Step, phase: Phase) -> None:
        """Leave the workspace in view and turn to this phase's."""
        if self._now is not None:
            self._now.leave()
        if phase.kind not in self._made:
            self._made[phase.kind] = make_workspace(phase.kind, self._open)
            # Opaque, so that a key press paints the field and not every widget behind it as well.
            self._made[phase.kind].setAutoFillBackground(True)
            self._made[phase.kind].message.connect(self.message)
            self.addWidget(self._made[phase.kind])
        self._now = self._made[phase.kind]
        self.setCurrentWidget(self._now)
        self._now.enter(step, phase)
        self._now.set_projected(self._projected)
        self.updateGeometry()

    def set_projected(self, on: bool) -> None:
        """Show one thing at a time, or everything again."""
        self._projected = on
        if self._now is not None:
            self._now.set_projected(on)
            self.updateGeometry()

    def focus_first(self) -> bool:
        """Put the keyboard where the phase begins; False where it has no such place."""
        field = self._now.first_field() if self._now else None
        if field is None or not field.isVisibleTo(self):
            return False
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.deselect()  # focus that came by itself selects all, and a key would then replace it
        return True

    def sizeHint(self) -> QSize:
        """What the workspace in view asks for: the others may be larger."""
        return self._now.sizeHint() if self._now else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self._now.minimumSizeHint() if self._now else super().minimumSizeHint()
