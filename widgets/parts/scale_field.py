"""A number from 0 to 10 as a field."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QSpinBox, QWidget

from widgets.parts.naming import named
from widgets.parts.reflow import FlowLayout


class _ScaleBox(QSpinBox):
    """The typed number: a digit is the answer at once, 1 and 0 in a row are ten, Delete takes it away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits replace what is there."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(-1)
        elif event.text().isdecimal() and event.text().isascii():
            self.setValue(10 if event.text() == "0" and self.value() == 1 else int(event.text()))
        else:
            super().keyPressEvent(event)


class ScaleField(QWidget):
    """A number from 0 to 10, or none: typed in the box, or clicked on the strip; Delete takes it away.

    Signals:
        chosen(object): a person set it to an int, or None.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = named(_ScaleBox(self), name, "0 to 10")
        self._box.setRange(-1, 10)
        self._box.setSpecialValueText("–")
        self._box.setValue(-1)
        self._box.setMinimumSize(64, 36)
        self._box.valueChanged.connect(self._set)
        self._strip = QButtonGroup(self)
        self._strip.setExclusive(False)
        strip = QWidget(self)
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for number in range(11):
            button = named(QPushButton(str(number), strip), f"{name} {number}")
            button.setCheckable(True)
            button.setMinimumSize(24, 36)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("kind", "scale")
            button.clicked.connect(lambda _checked, n=number: self._click(n))
            self._strip.addButton(button, number)
            row.addWidget(button, 1)
        strip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        flow = FlowLayout(self, gap=4)
        flow.addWidget(self._box)
        flow.addWidget(strip)
        self.setFocusProxy(self._box)

    @property
    def value(self) -> int | None:
        """The number shown, or None."""
        return None if self._box.value() < 0 else self._box.value()

    def show_value(self, value: int | None) -> None:
        """Show a number without saying that a person chose it."""
        with QSignalBlocker(self._box):
            self._box.setValue(-1 if value is None else value)
        self._mark()

    def _click(self, number: int) -> None:
        self._box.setValue(-1 if self._box.value() == number else number)
        self._mark()

    def _set(self, value: int) -> None:
        self._mark()
        self.chosen.emit(None if value < 0 else value)

    def _mark(self) -> None:
        for button in self._strip.buttons():
            button.setChecked(self._strip.id(button) == self._box.value())
