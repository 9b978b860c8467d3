"""Letters pressed while a list has the keyboard: whoever presses them means to type, and not to change a row."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

#: Held down while a letter is typed; with any other the key is no letter.
_TYPING = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class LettersGoTo(QObject):
    """The letter that is pressed in a list comes to a field, and the keyboard with it; where the field is away, to
    nobody. A space by itself does nothing: it stands between words, and must not take up a row among them."""

    def __init__(self, rows: QWidget, field: QWidget) -> None:
        super().__init__(rows)
        self._field = field
        rows.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key before the list does."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not _is_letter(event):
            return super().eventFilter(watched, event)
        if not event.text().isspace() and self._field.isVisible():
            self._field.setFocus()
            QCoreApplication.sendEvent(self._field, event)
        return True


def _is_letter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~_TYPING
    return bool(event.text()) and event.text().isprintable() and held in (Qt.KeyboardModifier.NoModifier, _ALT_GR)
