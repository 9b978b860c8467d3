"""Private notes of the facilitator and the advisor: never on the session page, never exported with the case."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.people import Role
from models.review import PrivateNote
from widgets.parts.fields import TextBinding, TextField
from widgets.parts.reflow import words
from widgets.session.actions import action


def note_field(open_session: OpenSession, role: Role, name: str) -> TextField:
    """The field of one role's private note."""
    field = TextField(name, "Only you see this")
    binding = TextBinding(field, open_session.document, name, "text", open_session.masking)
    binding.point_at(PrivateNote(role.value))
    return field


def undo_actions(window: QWidget, open_session: OpenSession) -> None:
    """The session's undo and redo, in a window that has no menus."""
    stack = open_session.document.undo_stack
    action(window, "Undo", stack.undo, "Ctrl+Z")
    action(window, "Redo", stack.redo, "Ctrl+Shift+Z", "Ctrl+Y")


class PrivateNotes(QWidget):
    """The facilitator's own notes, in a window to be kept off the shared screen."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Private notes")
        self.field = note_field(open_session, Role.FACILITATOR, "Facilitator's note")
        column = QVBoxLayout(self)
        column.addWidget(words("Keep this window off the shared screen. It is never exported with the case.", "hint"))
        column.addWidget(words("Facilitator's note", "subtitle", self.field))
        column.addWidget(self.field, 1)
        action(self, "Close", self.close, QKeySequence(QKeySequence.StandardKey.Close).toString(), "Esc")
        undo_actions(self, open_session)
        self.resize(420, 360)
