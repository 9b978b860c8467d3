"""A blank screen: nothing but the time left, over a whole window, until it is lifted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from widgets import theme
from widgets.parts.fields import named

#: The clock is read anew this often while the screen is blank.
TICK_MS = 250
#: Nothing else is on the screen, so the clock may be larger than any text elsewhere.
LARGER = 2.5


class BlankScreen(QWidget):
    """Covers one window and hides everything in it, from screen readers too; `lift` brings it back."""

    def __init__(self, window: QWidget, time_left: Callable[[], str]) -> None:
        super().__init__(window)
        self._time_left = time_left
        self._focus = window.focusWidget()
        self._hidden = [
            child
            for child in window.children()
            if isinstance(child, QWidget) and child is not self and not child.isWindow() and child.isVisible()
        ]
        for child in self._hidden:
            child.hide()
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        named(self, "Blank screen", "Ctrl+Shift+B brings everything back")
        self.clock = named(QLabel(time_left(), self), "Time left")
        face = theme.font("clock", bold=True)
        face.setPointSizeF(face.pointSizeF() * LARGER)
        self.clock.setFont(face)
        self.clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self.clock)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def _tick(self) -> None:
        text = self._time_left()
        if text != self.clock.text():
            self.clock.setText(text)
            self.clock.setAccessibleDescription(text)

    def lift(self) -> None:
        """Bring everything back, and the keyboard to where it was."""
        self._timer.stop()
        for child in self._hidden:
            child.show()
        if self._focus is not None:
            self._focus.setFocus()
        self.hide()
        self.deleteLater()
