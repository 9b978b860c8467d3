"""A choice of one among a few, which assistive technology can find by its name and choose in.

On Linux Qt calls a combo box by what it shows, and has it named by the label beside it; and an item that is selected
over the accessibility bus is only marked in the list.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget


class ChoiceBox(QComboBox):
    """A combo box; selecting an item from outside while its list is closed chooses it, as a person's choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view().selectionModel().selectionChanged.connect(self._choose_selected)

    def setAccessibleName(self, name: str) -> None:
        """Name the label beside it, too: ten people's roles are not all called "Role"."""
        super().setAccessibleName(name)
        around = self.parentWidget()
        beside = around.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly) if around else []
        for label in beside:
            if label.buddy() is self:
                label.setAccessibleName(f"{name}:")

    def _choose_selected(self) -> None:
        rows = self.view().selectionModel().selectedIndexes()
        if rows and not self.view().isVisible() and rows[0].row() != self.currentIndex():
            self.setCurrentIndex(rows[0].row())
            self.activated.emit(rows[0].row())
