"""A table of fields, one row for each entity of a kind, that follows the document without making its rows anew."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from widgets.parts.reflow import words


class Row(Protocol):
    """The fields of one entity."""

    def widgets(self) -> list[QWidget]:
        """From left to right; a screen reader goes the same way."""


class RowGrid(QWidget):
    """Rows under headings. Rows that stay keep their widgets, and so the keyboard."""

    def __init__(self, headings: Sequence[str], stretches: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        for column, stretch in enumerate(stretches):
            self._grid.setColumnStretch(column, stretch)
        for column, heading in enumerate(headings):
            label = words(heading, "hint")
            label.setAccessibleName(f"{heading}:")
            self._grid.addWidget(label, 0, column)
        self._next = 1

    def add(self, row: Row) -> None:
        """Add a row at the end."""
        for column, widget in enumerate(row.widgets()):
            self._grid.addWidget(widget, self._next, column, Qt.AlignmentFlag.AlignTop)
        self._next += 1

    def drop(self, row: Row) -> None:
        """Take a row away."""
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
