"""Asks before the session is finished early, in a line of the page rather than in a dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.reflow import words


class FinishLine(QFrame):
    """Hidden until it asks.

    Signals:
        confirmed: the session is to be finished all the same.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "say")
        self._text = words("", "subtitle")
        self.finish = named(QPushButton("Finish now"), "Finish now")
        self.stay = named(QPushButton("Go on with the session"), "Go on with the session")
        row = QHBoxLayout(self)
        row.addWidget(self._text, 1)
        row.addWidget(self.finish)
        row.addWidget(self.stay)
        self.finish.clicked.connect(self._confirm)
        self.stay.clicked.connect(self.hide)
        self.hide()

    def ask(self, phases_ahead: int) -> None:
        """Say what still lies ahead, and wait for an answer."""
        left = "One phase is" if phases_ahead == 1 else f"{phases_ahead} phases are"
        self._text.setText(f"{left} still to come. Finish all the same? You can come back.")
        self.show()
        self.finish.setFocus()
        announce(self, self._text.text())

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()
