"""A second look before the record leaves: names of people who are neither in the family nor in the room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.look_job import Findings
from app.masking import Masking
from models.second_look import Mention
from widgets.parts.missing_letters import missing_letters
from widgets.parts.naming import named
from widgets.parts.reflow import FlowLayout, words
from widgets.parts.row_list import Row, RowList
from widgets.parts.text_places import clipped

ROWS = 6  # lines of text that the list is high


class NamesPanel(QWidget):
    """The names with where they stand, and what to do with the one chosen.

    Signals:
        wanted(str name): the keyboard is to be where this name stands.
        belongs(str name): somebody looked, and the name is in its place.
    """

    wanted = Signal(str)
    belongs = Signal(str)

    def __init__(self, masking: Masking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masking = masking
        self._says = words("", "hint")
        self._letters = words("", "warning")
        self.list = RowList("Names to check", "Enter goes to the name in the text")
        self.list.setFixedHeight(self.fontMetrics().height() * ROWS)
        self.list.taken_up.connect(self.wanted)
        self._row = QWidget()
        flow = FlowLayout(self._row)
        go = named(QPushButton("Go to the name"), "Go to the name", "Selects it in the text")
        go.clicked.connect(lambda: self._chosen(self.wanted))
        fine = named(QPushButton("This name belongs here"), "This name belongs here", "It is asked about no more")
        fine.clicked.connect(lambda: self._chosen(self.belongs))
        flow.addWidget(go)
        flow.addWidget(fine)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._letters, self._says, self.list, self._row):
            layout.addWidget(part)

    def show_findings(self, found: Findings) -> None:
        """Show the names, and letters that no font has."""
        names, letters = found.names, found.letters
        self._letters.setText(missing_letters(letters))
        self._letters.setVisible(bool(letters))
        self._says.setText(
            "In the text, but neither in the family nor in the room: do they belong here?"
            if names
            else "Every name in the text is in the family or in the room, or was looked at."
        )
        self.list.setVisible(bool(names))
        self._row.setVisible(bool(names))
        self.list.show_rows([self._as_row(mention) for mention in names])

    def _as_row(self, mention: Mention) -> Row:
        times = f" · {mention.count} times in the record" if mention.count > 1 else ""
        mask = self._masking.text
        about = f"{mention.where}{times}\n{clipped(mask(mention.sentence))}"
        return Row(mention.name, clipped(mask(mention.name)), about)

    def _chosen(self, signal: object) -> None:
        if self.list.current_id():
            signal.emit(self.list.current_id())  # type: ignore[attr-defined]  # a bound signal
