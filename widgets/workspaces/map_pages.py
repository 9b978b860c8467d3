"""Which column the room looks at in the projector view, or all three, and whether the cards stand beside it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from models.map_words import COLUMNS
from models.mapping import Column
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout

ALL_THREE, CARDS = "All three columns", "Cards at hand"


class MapPages(QWidget):
    """A button for each column with its number of points, one for all three, and one for the cards.

    Signals:
        column_wanted(Column): a person turned to a column.
        all_wanted: or to all three.
        cards_wanted(bool): the cards should stand beside it, or no longer.
    """

    column_wanted = Signal(object)
    all_wanted = Signal()
    cards_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = FlowLayout(self, gap=4)
        self._columns: dict[Column, QPushButton] = {}
        for which, title in COLUMNS.items():
            button = self._columns[which] = self._button(title, "phase")
            button.clicked.connect(lambda _checked=False, which=which: self.column_wanted.emit(which))
            self._group.addButton(button)
            row.addWidget(button)
        self._all = self._button(ALL_THREE, "phase")
        self._all.clicked.connect(lambda _checked=False: self.all_wanted.emit())
        self._group.addButton(self._all)
        self.cards = self._button(CARDS, "")
        self.cards.clicked.connect(self.cards_wanted)
        row.addWidget(self._all)
        row.addWidget(self.cards)

    @staticmethod
    def _button(name: str, kind: str) -> QPushButton:
        button = named(QPushButton(name), f"Show {name[0].lower()}{name[1:]}" if kind == "" else name)
        button.setCheckable(True)
        button.setProperty("kind", kind)
        return button

    def show_state(self, column: Column | None, counts: Mapping[Column, int], cards: bool | None) -> None:
        """Show what is in view: a column, or None for all three; `cards` None where the step has none."""
        for which, button in self._columns.items():
            button.setText(f"{COLUMNS[which]} {counts[which]}")
            button.setAccessibleDescription(f"{counts[which]} points")
        (self._columns[column] if column is not None else self._all).setChecked(True)
        self.cards.setVisible(cards is not None)
        self.cards.setChecked(bool(cards))
