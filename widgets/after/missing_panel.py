"""What is missing on the record, each a button that goes to its field."""

from textwrap import wrap

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.masking import Masking
from models.missing import Missing
from widgets.parts.naming import named
from widgets.parts.reflow import FlowLayout, words
from widgets.parts.text_places import clipped

#: So many are offered at a time: when one is filled in, the next moves up.
MOST = 12
WIDE = 44  # letters in a line of a button, which breaks no line by itself


class MissingPanel(QWidget):
    """The list.

    Signals:
        wanted(Missing): the keyboard is to be where this can be typed.
    """

    wanted = Signal(object)

    def __init__(self, masking: Masking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masking = masking
        self._shown: list[tuple[Missing, str]] = []
        self._says = words("", "hint")
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=4)
        self._buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._says)
        layout.addWidget(self._row)

    def show_missing(self, missing: list[Missing]) -> None:
        """Show the first of them; the buttons are made anew only where they say something else."""
        shown = [(each, clipped(self._masking.text(each.words))) for each in missing[:MOST]]
        more = len(missing) - len(shown)
        self._says.setText(
            "Nothing is missing."
            if not missing
            else "Press one to go there. You can export all the same: an empty field stays an empty field."
            + (f" {more} more follow." if more else "")
        )
        if shown == self._shown:
            return
        self._shown = shown
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(each, text) for each, text in shown]

    def _button(self, missing: Missing, text: str) -> QPushButton:
        button = named(QPushButton("\n".join(wrap(text, WIDE)), self._row), text, "Go to the field")
        button.clicked.connect(lambda _checked=False: self.wanted.emit(missing))
        self._flow.addWidget(button)
        button.show()
        return button
