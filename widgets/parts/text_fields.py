"""Fields in which text is typed, in one line or several. Undo belongs to the document: they have none of their own, so
that Ctrl+Z always means the same."""

import sys

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShowEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from widgets.parts.naming import named

#: Letters of a word that no language has.
LONG = 2000
_AT_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
#: On a Mac this key, Option there, makes signs of letters.
_TYPES = Qt.KeyboardModifier.AltModifier if sys.platform == "darwin" else Qt.KeyboardModifier.NoModifier


def is_undo(event: QEvent, redo: bool = True) -> bool:
    """Whether the key is that of undo, or, with `redo`, of either."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or (redo and event.matches(QKeySequence.StandardKey.Redo))
    )


def is_command(event: QKeyEvent) -> bool:
    """Whether the key is one with Alt: a command that means nothing here, and no letter. AltGr is not Alt alone."""
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
    alt = event.modifiers() & both & ~_TYPES == Qt.KeyboardModifier.AltModifier
    return alt and event.text().isprintable() and event.text() != ""


class LineField(QLineEdit):
    """One line of text."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setPlaceholderText(hint)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() in KEYS and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A command types nothing."""
        if is_command(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever was brought here goes on at the end of what is there; by Tab all is selected, as everywhere."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.end(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left again, it shows the beginning of its text."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)


class TextField(QPlainTextEdit):
    """Several lines of text. Tab leaves the field; with `enter_submits`, Enter emits `entered` and Shift+Enter breaks
    the line.

    Signals:
        entered: Enter was pressed, where it submits.
    """

    entered = Signal()

    def __init__(self, name: str, hint: str = "", enter_submits: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._enter_submits = enter_submits
        self.document().contentsChange.connect(self._wrap)

    def setPlaceholderText(self, text: str) -> None:
        """Qt paints the cursor's place anew, and leaves the old words standing."""
        super().setPlaceholderText(text)
        self.viewport().update()

    def _wrap(self, _place: int, removed: int, added: int) -> None:
        """Break at words. Qt looks for the end of a word anew in each line, which in one of thousands of letters takes
        as long as typing is felt to hang: with such a word lines break anywhere."""
        if max(added, removed) > LONG:
            longest = max(map(len, self.toPlainText().split()), default=0)
            mode = QTextOption.WrapMode.WrapAnywhere if longest > LONG else _AT_WORDS
            if mode is not self.wordWrapMode():
                self.setWordWrapMode(mode)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() in KEYS and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever was brought here goes on at the end of what is there."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and self.textCursor().position() == 0:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def showEvent(self, event: QShowEvent) -> None:
        """Be opaque, so that a key press repaints this field alone and not every widget behind it."""
        super().showEvent(event)
        self.viewport().setAutoFillBackground(True)

    def changeEvent(self, event: QEvent) -> None:
        """A style sheet, put on anew, would take that back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().setAutoFillBackground(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on a plain Enter; keys with Ctrl belong to the window, and a command types nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return
            if self._enter_submits and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.entered.emit()
                return
        if is_command(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    """What a text field holds."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def put_text(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Show a text in a field without saying that it was edited, and only where it is another."""
    if text_of(field) == text:
        return
    with QSignalBlocker(field):
        if isinstance(field, QLineEdit):
            field.setText(text)
            if not field.hasFocus():
                field.setCursorPosition(0)  # a text longer than the field shows its beginning
        else:
            field.setPlainText(text)
