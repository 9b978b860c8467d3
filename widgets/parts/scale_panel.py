"""A 0–10 scale with its two ends in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets import theme
from widgets.parts.fields import ScaleField
from widgets.parts.reflow import words


class ScalePanel(QWidget):
    """The scale, what 0 means under its left end and what 10 means under its right end.

    Signals:
        chosen(object): a person set it to an int, or None.
    """

    chosen = Signal(object)

    def __init__(self, name: str, ten: str = "", zero: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = ScaleField(name)
        self.field.chosen.connect(self.chosen)
        self._zero = words("", "hint")
        self._ten = words("", "hint")
        self._ten.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        ends = QHBoxLayout()
        ends.setSpacing(24)
        ends.addWidget(self._zero, 1)
        ends.addWidget(self._ten, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addLayout(ends)
        self.setFocusProxy(self.field)
        self.show_ends(ten, zero)

    def set_large(self, large: bool) -> None:
        """Write what the ends mean to be read from the back of the room."""
        for end in (self._zero, self._ten):
            theme.mark(end, "spoken" if large else "hint")

    @property
    def value(self) -> int | None:
        """The number shown, or None."""
        return self.field.value

    def show_value(self, value: int | None) -> None:
        """Show a number without saying that a person chose it."""
        if value != self.field.value:
            self.field.show_value(value)

    def show_ends(self, ten: str, zero: str) -> None:
        """Say what the ends mean; an end without words is left out."""
        self._ten.setText(f"10 = {ten}" if ten else "")
        self._zero.setText(f"0 = {zero}" if zero else "")
        self._ten.setVisible(bool(ten))
        self._zero.setVisible(bool(zero))
