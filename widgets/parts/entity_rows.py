"""A table of fields, one row for each entity of a kind, that follows the document without making its rows anew."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from widgets import theme
from widgets.parts.reflow import words

#: Cells side by side where the width is short.
FEW = 2


class Row(Protocol):
    """The fields of one entity."""

    def widgets(self) -> list[QWidget]:
        """From left to right; a screen reader goes the same way."""


class RowGrid(QWidget):
    """Rows under headings, or, where the width is short, each row in lines of two cells without them. Rows that stay
    keep their widgets, and so the keyboard."""

    def __init__(
        self, headings: Sequence[str], stretches: Sequence[int], turn_at: int, parent: QWidget | None = None
    ) -> None:
        """`turn_at` is the least width for whole lines, in heights of a line of text."""
        super().__init__(parent)
        self._turn_at = turn_at
        self._stretches = list(stretches)
        self._rows: list[Row] = []
        self._across = len(self._stretches)
        self._fit_soon = QTimer(self)  # not while a layout is being carried out: it would lose its place in itself
        self._fit_soon.setSingleShot(True)
        self._fit_soon.timeout.connect(self._fit)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._headings = [words(heading, "hint") for heading in headings]
        for label, heading in zip(self._headings, headings, strict=True):
            label.setAccessibleName(f"{heading}:")
            label.setParent(self)
        self._lay_out()

    def add(self, row: Row) -> None:
        """Add a row at the end."""
        self._rows.append(row)
        self._place(row, len(self._rows))

    def drop(self, row: Row) -> None:
        """Take a row away."""
        self._rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _lay_out(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        in_lines = self._across == len(self._stretches)
        for column, stretch in enumerate(self._stretches):
            self._grid.setColumnStretch(column, stretch if in_lines else int(column < FEW))
            self._headings[column].setVisible(in_lines and bool(self._headings[column].text()))
            self._grid.addWidget(self._headings[column], 0, column)
        for place, row in enumerate(self._rows, 1):
            self._place(row, place)

    def _place(self, row: Row, place: int) -> None:
        lines = -(-len(self._stretches) // self._across)
        for cell, widget in enumerate(row.widgets()):
            line = place * lines + cell // self._across
            self._grid.addWidget(widget, line, cell % self._across, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of cells in a line."""
        super().resizeEvent(event)
        self._fit_soon.start(0)

    def changeEvent(self, event: QEvent) -> None:
        """So may another zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._fit_soon.start(0)

    def _fit(self) -> None:
        short = self.width() < self._turn_at * theme.text_height()
        across = FEW if short else len(self._stretches)
        if across != self._across:
            self._across = across
            self._lay_out()
            self.updateGeometry()
