"""Which half of the mapping is in view where the phase has two: the columns, or the worker's own safety scale."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from widgets.parts.fields import named

MAP, SCALE = "Map", "Safety scale"


class MapSwitch(QWidget):
    """Two buttons, one of them down.

    Signals:
        turned: a person turned to the other half.
    """

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for place, name in enumerate((SCALE, MAP)):
            button = named(QPushButton(name), name)
            button.setCheckable(True)
            button.setProperty("kind", "phase")
            button.clicked.connect(lambda _checked: self.turned.emit())
            self._group.addButton(button, place)
            row.addWidget(button)
        self.show_scale(True)

    @property
    def scale(self) -> bool:
        """Whether the safety scale is in view."""
        return self._group.checkedId() == 0

    def show_scale(self, scale: bool) -> None:
        """Turn to one half without saying that a person did."""
        self._group.button(0 if scale else 1).setChecked(True)
