"""Which question sheets are meant: all cards, or one person's questions."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from app.masking import Masking
from models.session import Session
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.naming import named

ALL_CARDS = "All cards by step"


class SheetsChoice(ChoiceBox):
    """Offers all cards by step, then each person and audience that a question is for."""

    def __init__(self, masking: Masking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Sheets for", "All cards, or one person's questions")
        self._masking = masking
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)

    @property
    def person(self) -> str:
        """The name or audience chosen; "" for all cards."""
        return str(self.currentData() or "")

    def show_people(self, session: Session) -> None:
        """Offer those for whom there are questions now; what was chosen stays chosen."""
        from app.export import sheet_people, sheet_title

        mask = self._masking.text
        wanted = [(ALL_CARDS, ""), *((mask(sheet_title(person)), person) for person in sheet_people(session))]
        if wanted == [(self.itemText(place), self.itemData(place)) for place in range(self.count())]:
            return
        chosen = self.person
        with QSignalBlocker(self):
            self.clear()
            for text, person in wanted:
                self.addItem(text, person)
            self.setCurrentIndex(max(0, self.findData(chosen)))
