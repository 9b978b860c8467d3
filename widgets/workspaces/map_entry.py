"""Where a point of the map is typed: its column, its words, and the button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.document import Document
from app.masking import Masking
from models.map_words import COLUMNS
from models.mapping import Column
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import LineField, UnfinishedBinding, named
from widgets.parts.reflow import FlowLayout, TurningRow, beside


class MapEntry(QWidget):
    """One line. Half-typed text is kept for each step.

    Signals:
        added(str): a point was typed.
        column_chosen(Column): a person chose where the next point comes.
    """

    added = Signal(str)
    column_chosen = Signal(object)

    def __init__(self, document: Document, masking: Masking) -> None:
        super().__init__()
        self.point = LineField("Point", "In the worker's or family's words; Enter adds it")
        self.point.returnPressed.connect(self._add)
        self._unfinished = UnfinishedBinding(self.point, document, masking)
        self._column = named(
            ChoiceBox(), "Column", "Where a new point comes; Ctrl+Page Up and Ctrl+Page Down change it"
        )
        for which, title in COLUMNS.items():
            self._column.addItem(title, which)
        self._column.activated.connect(lambda _place: self.column_chosen.emit(Column(self._column.currentData())))
        self._column_part = beside("Column", self._column)
        self._column_part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        add = named(QPushButton("Add point"), "Add point")
        add.setMinimumHeight(32)
        add.clicked.connect(self._add)
        line = FlowLayout(self)
        point = TurningRow(turn_at=8, gap=8)  # the button in one line with its field, whichever line that is
        point.add(beside("Point", self.point), 1)
        point.add(add, 0)
        line.addWidget(self._column_part)
        line.addWidget(point)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def enter(self, step: str) -> None:
        """Turn to what is half-typed in a step."""
        self._unfinished.point_at(f"point/{step}")

    def show_column(self, which: Column, choose: bool) -> None:
        """Say where the next point comes, and with `choose` let it be chosen here."""
        self._column.setCurrentIndex(self._column.findData(which))
        self._column_part.setVisible(choose)

    def _add(self) -> None:
        if self.point.text().strip():
            self.added.emit(self._unfinished.take().strip())
