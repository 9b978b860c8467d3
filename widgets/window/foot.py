"""The line at the foot of the main window: a message for some seconds on the left, on the right "kept at 14:32" and
whether names are masked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from widgets import theme
from widgets.early import PLAIN_TEXT
from widgets.parts.naming import named

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QPushButton

#: A message stays long enough to be read twice.
MESSAGE_MS = 12_000


class Foot(QStatusBar):
    """One line. A failure stays until it is over, a notice until it is closed; a message goes by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._message = self._label("Message")
        self._message.setWordWrap(True)
        self._state = self._label("Kept")
        self._state.setProperty("kind", "hint")
        self._how_kept = ""
        self._masked = False
        self._standing = ""
        self._notices: list[str] = []
        self._close: QPushButton | None = None
        self._back = False
        self.addWidget(self._message, 1)
        self.addPermanentWidget(self._state)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MESSAGE_MS)
        self._timer.timeout.connect(self._over)

    def _label(self, name: str) -> QLabel:
        label = named(QLabel(self), name)
        label.setProperty("textFormat", PLAIN_TEXT)
        return label

    @property
    def message(self) -> str:
        """The message in view."""
        return self._message.text()

    @property
    def state(self) -> str:
        """What stands on the right."""
        return self._state.text()

    def say(self, sentence: str) -> None:
        """Show a message for some seconds."""
        theme.mark(self._message, "")
        if sentence == self.message:
            self._announce(sentence)  # it is said of something new
        self._show(sentence)
        self._offer_close(False)
        self._timer.start()

    def failing(self, sentence: str) -> None:
        """Show a failure until it is over ("")."""
        self._standing = sentence
        self._timer.stop()
        self._over()

    def notice(self, sentence: str) -> None:
        """Show what people must have read: it stays, whatever is kept meanwhile, until somebody closes it."""
        if sentence not in self._notices:
            self._notices.append(sentence)
        if not self._timer.isActive():
            self._over()

    def take_back(self, beginning: str) -> None:
        """What was said, or whatever begins so, holds no longer: it goes at once, where it is still in view."""
        if beginning and self.message.startswith(beginning) and self._timer.isActive():
            self._timer.stop()
            self._over()

    def stand_back(self, on: bool) -> None:
        """In sight only while there is a message, or names are masked; or always."""
        self._back = on
        self._show_state()
        self.setVisible(self._wanted())

    def _wanted(self) -> bool:
        return not self._back or self._masked or bool(self.message)

    def set_masked(self, on: bool) -> None:
        """Say on the right that names are masked, for as long as they are."""
        self._masked = on
        self._show_state()
        if self._back:
            self.setVisible(self._wanted())

    def kept(self, at: "datetime") -> None:
        """Say when everything was kept last."""
        if self._standing:
            self.failing("")
        self.show_state(f"kept at {at:%H:%M}")

    def show_state(self, text: str) -> None:
        """Say on the right how what is open is kept."""
        self._how_kept = text
        self._show_state()

    def _show_state(self) -> None:
        """How it is kept is of no concern to the room; that names are masked is."""
        masked = ("Names masked" if self._back or not self._how_kept else "names masked") if self._masked else ""
        parts = ("" if self._back else self._how_kept, masked)
        text = " · ".join(part for part in parts if part)
        self._state.setVisible(bool(text) or not self._back)
        if text != self._state.text():
            self._state.setText(text)
            self._state.setAccessibleName(text or "Kept")

    def _show(self, text: str) -> None:
        new = text != self._message.text()
        self._message.setText(text)
        self._message.setAccessibleName(text or "Message")
        if new and text:
            self._announce(text)
        if self._back:
            self.setVisible(self._wanted())

    def _announce(self, text: str) -> None:
        from widgets.parts.announce import announce  # nothing is said before the first picture

        announce(self._message, text)

    def _over(self) -> None:
        lasting = self._standing or (self._notices[0] if self._notices else "")
        theme.mark(self._message, "warning" if lasting else "")
        self._show(lasting)
        self._offer_close(bool(self._notices) and not self._standing)

    def _offer_close(self, offered: bool) -> None:
        if offered and self._close is None:
            from PySide6.QtWidgets import QPushButton

            self._close = named(QPushButton("Close notice", self), "Close notice")
            self._close.clicked.connect(self._closed)
            self.addPermanentWidget(self._close)
        if self._close is not None:
            self._close.setVisible(offered)

    def _closed(self) -> None:
        del self._notices[:1]
        self._over()
