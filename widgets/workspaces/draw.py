"""The workspace in which the genogram is drawn: the canvas, and nothing else."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.session import Change
from widgets.canvas.canvas import GenogramCanvas
from widgets.workspaces.base import Workspace


class DrawWorkspace(Workspace):
    """Gives the whole middle to the genogram canvas, which mirrors the document by itself."""

    needs_room = True

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self.canvas = GenogramCanvas(open_session.document, open_session.masking, self, open_session.settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)

    def mirror(self, changes: list[Change]) -> None:
        """The canvas has followed already."""

    def set_projected(self, on: bool) -> None:
        """The room sees the picture alone; F9 brings buttons and list for whoever draws."""
        if on != self.projected and on != self.canvas.bare:
            self.canvas.turn_bare()
            self.canvas.first_field().setFocus()  # whoever is asked something goes on answering
        super().set_projected(on)

    def actions_offered(self) -> list[QAction]:
        """What can be done on the canvas, for the window's menu and the command palette."""
        return self.canvas.bar.actions_offered()

    def first_field(self) -> QWidget | None:
        """The line for the first person, or the picture."""
        return self.canvas.first_field()
