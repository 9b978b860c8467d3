"""Why nothing can be typed while names are masked, said to whoever tries."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from widgets.parts.fields import TextField

MASKED = (
    "Names are masked here; what is exported, copied or printed holds them in full, and texts with names cannot be "
    "changed until they are shown."
)
_CHANGES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2)
_KEEPS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def would_change(event: QKeyEvent) -> bool:
    """Whether a key would change a text."""
    if event.matches(QKeySequence.StandardKey.Paste) or event.matches(QKeySequence.StandardKey.Cut):
        return True
    typed = bool(event.text()) and event.text().isprintable()
    return not event.modifiers() & _KEEPS and (typed or event.key() in _CHANGES)


class Refusing(QObject):
    """Watches a field that is only read while names are masked.

    Signals:
        refused(str): somebody typed all the same; the sentence says why it stays as it is.
    """

    refused = Signal(str)

    def __init__(self, field: TextField) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only look."""
        pressed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed is not None and self._field.isReadOnly() and would_change(pressed):
            self.refused.emit(MASKED)
        return super().eventFilter(watched, event)
