"""What stands below the map's columns: what the chosen point is, the keys, and the safety scale across the foot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.map_words import TERMS
from models.mapping import AnalysisTerm
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, beside, words
from widgets.workspaces.scale_strip import ScaleStrip

KEYS = "Enter edits a point · Delete removes it · Alt+arrows move it · Ctrl+Page Down: next column"


class MapFoot(QWidget):
    """The analysis term of the chosen point, and the ratings.

    Signals:
        term_chosen(AnalysisTerm): a person said what the chosen point is.
    """

    term_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._strip = ScaleStrip()
        self.term = named(ChoiceBox(), "Analysis term", "What the chosen point is")
        for term, title in TERMS.items():
            self.term.addItem(title, term)
        self.term.activated.connect(lambda _place: self.term_chosen.emit(AnalysisTerm(self.term.currentData())))
        self._of_point = QWidget()
        flow = FlowLayout(self._of_point)
        term_part = beside("Analysis term", self.term)
        term_part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        keys = words(KEYS, "hint")
        keys.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        flow.addWidget(term_part)
        flow.addWidget(keys)
        self._scale = QWidget()
        scale = QHBoxLayout(self._scale)
        scale.setContentsMargins(0, 0, 0, 0)
        scale.addWidget(words("Safety scale", "hint", self._strip), 0, Qt.AlignmentFlag.AlignBottom)
        scale.addWidget(self._strip, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._of_point)
        layout.addWidget(self._scale)

    def show_parts(self, of_point: bool, scale: bool) -> None:
        """Show what is said of the chosen point, and the scale."""
        self._of_point.setVisible(of_point)
        self._scale.setVisible(scale)
        self.setVisible(of_point or scale)

    def show_term(self, term: AnalysisTerm | None) -> None:
        """Show what the chosen point is; None where none is chosen."""
        self.term.setEnabled(term is not None)
        self.term.setCurrentIndex(self.term.findData(term or AnalysisTerm.NONE))

    def show_ratings(self, ratings: Sequence[tuple[str, int]]) -> None:
        """Mark these names at these numbers."""
        self._strip.show_ratings(ratings)
