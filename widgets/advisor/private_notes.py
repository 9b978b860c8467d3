"""Private notes of the facilitator and the advisor: never on the session page, never exported with the case, and folded
away on a screen that shows the session window, too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.people import Role
from models.review import PrivateNote
from widgets.parts.fields import TextBinding, TextField, named
from widgets.parts.reflow import words
from widgets.parts.role import play_role
from widgets.session.actions import action

SHARED = "This screen also shows the session window, so the note is out of sight."
ALONE = "Only you see this"
SEEN = "This screen also shows the session window: whoever sees it can read this note."


class NoteBox(QWidget):
    """One role's note. On a shared screen it is folded until somebody asks for it, and folded anew whenever the window
    comes to share one."""

    def __init__(self, open_session: OpenSession, role: Role, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = False
        self.field = TextField(name, ALONE)
        self._binding = TextBinding(
            self.field, open_session.document, f"Change {name.lower()}", "text", open_session.masking
        )
        self._binding.point_at(PrivateNote(role.value))
        self.hint = words("", "hint")
        self.show_button = named(QPushButton("Show my note"), "Show my note")
        self.show_button.clicked.connect(self._turn)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.hint)
        inside.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.field, 1000)
        inside.addStretch(1)
        self.set_shared(False)

    @property
    def folded(self) -> bool:
        """Whether the note is out of sight."""
        return self.field.isHidden()

    def set_shared(self, shared: bool) -> None:
        """The window stands on a screen that shows the session window, too, or no longer does."""
        self._shared = shared
        self._show(not shared)

    def fold(self) -> None:
        """More people may look now: out of sight again, where the screen is shared."""
        if self._shared:
            self._show(False)

    def _turn(self) -> None:
        self._show(self.folded)
        if not self.folded:
            self.field.setFocus()

    def _show(self, shown: bool) -> None:
        had_focus = self.field.hasFocus()
        self.field.setVisible(shown)
        self.hint.setVisible(self._shared)
        self.show_button.setVisible(self._shared)
        self.hint.setText(SEEN if shown else SHARED)
        self.field.setPlaceholderText("" if self._shared else ALONE)
        name = "Hide my note" if shown else "Show my note"
        self.show_button.setText(name)
        self.show_button.setAccessibleName(name)
        if had_focus and not shown:
            self.show_button.setFocus()


class PrivateNotes(QWidget):
    """The facilitator's own notes, in a window to be kept off the shared screen. Undo here is the note's own."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        play_role(self, QAccessible.Role.Window)
        self.setWindowTitle("Private notes")
        self.note = NoteBox(open_session, Role.FACILITATOR, "Facilitator's note")
        column = QVBoxLayout(self)
        column.addWidget(words("It is never exported with the case.", "hint"))
        column.addWidget(words("Facilitator's note", "subtitle", self.note.field))
        column.addWidget(self.note, 1)
        action(self, "Close", self.close, QKeySequence(QKeySequence.StandardKey.Close).toString(), "Esc")
        history = open_session.document.note_stack(Role.FACILITATOR.value)
        action(self, "Undo", history.undo, "Ctrl+Z")
        action(self, "Redo", history.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        self.resize(420, 360)
