"""The answers to choose from at the foot of the canvas: small buttons in lines, which scroll where they are many."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.parts.fields import named
from widgets.parts.fitting_area import FittingArea
from widgets.parts.reflow import FlowLayout


class Answers(FittingArea):
    """Buttons, each with its key before it.

    Signals:
        chosen(int): one was clicked, counted from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        content = QWidget()
        content.setStyleSheet("QPushButton { padding: 2px 7px; }")  # many buttons in little room
        self._flow = FlowLayout(content, 4)
        super().__init__(content, parent)

    def show_options(self, options: Sequence[str], keys: str) -> None:
        """Offer these, each with its key; none hides the buttons."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, option in enumerate(options):
            key = keys[number].upper() if number < len(keys) else ""
            button = named(QPushButton(f"{key}  {option}".strip().replace("&", "&&")), option)
            button.setMinimumSize(24, 26)
            button.clicked.connect(lambda _checked, n=number: self.chosen.emit(n))
            self._flow.addWidget(button)
            button.show()
        self.setVisible(bool(options))
        self.verticalScrollBar().setValue(0)
        self.fit_soon()
