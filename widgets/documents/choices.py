"""What can be chosen for a document: for whom, authors, large print, two on a page, with the genogram."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.drafting import SPOKEN_OF
from models.genogram import Person
from models.session import Details
from widgets.documents.catalogue import Choice, Entry
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import named
from widgets.parts.reflow import words

EVERYBODY = "Everybody a question is for"
BOXES = {
    Choice.AUTHORS: ("Name authors", "Who wrote a card stands on it, in this session"),
    Choice.LARGE_PRINT: ("Large print", "For those who read with difficulty"),
    Choice.TWO_UP: ("Two on a page", "Half as large, to be cut apart"),
    Choice.GENOGRAM: ("With the genogram", "The family as it was drawn, at the end"),
}


class ChoicesPanel(QWidget):
    """Shows what matters for a document, and nothing else.

    Signals:
        changed: another choice was made.
    """

    changed = Signal()

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._shown: frozenset[Choice] = frozenset()
        self.person = named(ChoiceBox(), "For whom")
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.setMinimumContentsLength(14)
        self.person.activated.connect(lambda _place: self.changed.emit())
        self._person_label = words("For whom", "hint", self.person)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._person_label)
        layout.addWidget(self.person)
        self.boxes: dict[Choice, QCheckBox] = {}
        for choice, (name, about) in BOXES.items():
            box = self.boxes[choice] = named(QCheckBox(name), name, about)
            box.setToolTip(about)
            box.clicked.connect(self._clicked)
            layout.addWidget(box)

    def show_entry(self, entry: Entry) -> None:
        """Offer what matters for this document, as the session stands."""
        drawn = bool(self._open.session.all(Person))
        self._shown = entry.choices if drawn else entry.choices - {Choice.GENOGRAM}
        for widget in (self.person, self._person_label):
            widget.setVisible(Choice.PERSON in self._shown)
        for choice, box in self.boxes.items():
            box.setVisible(choice in self._shown)
        self.boxes[Choice.AUTHORS].setChecked(self._open.session.details.authors_shown)
        if Choice.PERSON in self._shown:
            self._show_people()

    def asked(self, entry: Entry) -> dict[str, Any]:
        """What was chosen, as fields of ExportOptions."""
        return {
            "sheets": entry.sheets,
            "person": str(self.person.currentData() or "") if Choice.PERSON in self._shown else "",
            "large_print": self._ticked(Choice.LARGE_PRINT),
            "two_up": self._ticked(Choice.TWO_UP),
            "with_genogram": self._ticked(Choice.GENOGRAM),
        }

    def _ticked(self, choice: Choice) -> bool:
        return choice in self._shown and self.boxes[choice].isChecked()

    def _clicked(self) -> None:
        """Whether authors are named is the session's own setting, as in Settings; the others are for this document."""
        self._open.document.set(
            "Change authors on sheets", Details(), authors_shown=self.boxes[Choice.AUTHORS].isChecked()
        )
        self.changed.emit()

    def _show_people(self) -> None:
        """Everybody, then each person and audience that a question is for; whoever was chosen stays chosen."""
        from app.export import sheet_people

        mask, chosen = self._open.masking.text, self.person.currentData()
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItem(EVERYBODY, "")
            for person in sheet_people(self._open.session):
                spoken = SPOKEN_OF.get(person, person)
                self.person.addItem(mask(spoken[:1].upper() + spoken[1:]), person)
            self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
