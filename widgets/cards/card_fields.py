"""What is said about a card beside its text: whom to ask, a scale's ends, the side of harm it asks after."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.masking import Masking
from models.cards import QUESTIONS, Audience, CardKind, HarmElement
from models.half_typed import about_of, about_text
from models.process import CardForm
from models.starters import Starter
from widgets.cards.card_words import AUDIENCES, ELEMENTS
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import LineField, named, put_text
from widgets.parts.reflow import FlowLayout, TurningRow, beside

#: The card's fields that are shown here, as they are where nothing is filled in.
EMPTY: Mapping[str, Any] = {
    "ten": "",
    "zero": "",
    "audience": Audience.NONE,
    "asked_of": "",
    "relationship": False,
    "element": HarmElement.NONE,
}


class CardFields(QWidget):
    """The fields that a form of card asks for beside the text. They are filled by hand, or by marks in the text; a mark
    that goes leaves what was there before, and of hand and mark the later one holds.

    Signals:
        edited: a person changed one.
        entered: Enter was pressed in one of the lines.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, masking: Masking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masking = masking
        masking.changed.connect(self._show_again)
        self._own: dict[str, Any] = dict(EMPTY)
        self._shown: dict[str, Any] = dict(EMPTY)
        self._marks: dict[str, Any] = {}
        self._lent: dict[str, Any] = {}  # by a starter, for as long as its text is there
        self.ten = LineField("10 means")
        self.zero = LineField("0 means")
        self.audience = named(ChoiceBox(), "Ask")
        for audience, name in AUDIENCES.items():
            self.audience.addItem(name, audience)
        self.asked_of = LineField("By name", "Mum")
        for line in (self.ten, self.zero, self.asked_of):
            line.returnPressed.connect(self.entered)
        self.element = named(ChoiceBox(), "Side of harm")
        for element, name in ELEMENTS.items():
            self.element.addItem(name, element)
        self.relationship = named(QCheckBox("Relationship question"), "Relationship question")
        self.relationship.setToolTip("Asked through another person's eyes")
        self.asked_of.setFixedWidth(self.fontMetrics().averageCharWidth() * 16)
        flow = FlowLayout(self)
        self._ends = TurningRow(turn_at=20, gap=8)
        self._ends.add(beside("0 means", self.zero))
        self._ends.add(beside("10 means", self.ten))
        self._asked = [beside("Ask", self.audience), beside("By name", self.asked_of)]
        self._harm = beside("Side of harm", self.element)
        for part in (*self._asked, self._harm):
            part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for part in (self._ends, self._harm, *self._asked, self.relationship):
            flow.addWidget(part)
        for field in (self.ten, self.zero, self.asked_of):
            field.textChanged.connect(lambda _text: self._by_hand())
        for box in (self.audience, self.element):
            box.currentIndexChanged.connect(lambda _index: self._by_hand())
        self.relationship.toggled.connect(lambda _on: self._by_hand())

    def show_form(self, form: CardForm) -> None:
        """Show the fields that this form asks for."""
        self._ends.setVisible(form.kind is CardKind.SCALING_QUESTION)
        for part in self._asked:
            part.setVisible(form.kind in QUESTIONS)
        self._harm.setVisible(form.kind is CardKind.HARM_QUESTION)
        self.relationship.setVisible(form.kind in QUESTIONS)
        self.setVisible(form.kind in QUESTIONS)

    def values(self) -> dict[str, Any]:
        """What is filled in, as fields of a card; only what is in sight counts."""
        return self._in_sight(self._filled())

    def _in_sight(self, values: Mapping[str, Any]) -> dict[str, Any]:
        fields: dict[str, QWidget] = {name: getattr(self, name) for name in EMPTY}
        return {name: values[name] if fields[name].isVisibleTo(self) else EMPTY[name] for name in EMPTY}

    def _filled(self) -> dict[str, Any]:
        return {
            "ten": self._written("ten", self.ten),
            "zero": self._written("zero", self.zero),
            "audience": Audience(self.audience.currentData()),
            "asked_of": self._written("asked_of", self.asked_of),
            "relationship": self.relationship.isChecked(),
            "element": HarmElement(self.element.currentData()),
        }

    def _written(self, name: str, line: LineField) -> str:
        """What a line holds, in full also while it shows initials, and so is only read."""
        return str(self._shown[name]) if line.isReadOnly() else line.text().strip()

    def _by_hand(self) -> None:
        filled = self._filled()
        self._own |= {name: filled[name] for name in EMPTY if filled[name] != self._shown[name]}
        self._shown = filled
        self.edited.emit()

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what is said about a card, without saying that a person did; what is not given is empty."""
        given = {name: values.get(name, empty) for name, empty in EMPTY.items()}
        if given != self._shown:
            self._own, self._marks = dict(given), {}
            self._put(given)

    def show_marks(self, marks: Mapping[str, Any]) -> bool:
        """Show what the marks in the text fill in; gives whether that is another thing than before."""
        marks = {name: value for name, value in marks.items() if name in EMPTY} if marks else marks
        if marks == self._marks:
            return False
        changed = [name for name in EMPTY if marks.get(name) != self._marks.get(name)]
        self._marks = dict(marks)
        self._put(self._shown | {name: marks.get(name, self._own[name]) for name in changed})
        return True

    def _show_again(self) -> None:
        self._put(self._shown)

    def _put(self, values: dict[str, Any]) -> None:
        self._shown = values
        for field, name in ((self.ten, "ten"), (self.zero, "zero"), (self.asked_of, "asked_of")):
            shown = self._masking.text(values[name])
            field.setReadOnly(shown != values[name])
            if field.text().strip() != shown:
                put_text(field, shown)
        with QSignalBlocker(self.audience), QSignalBlocker(self.element), QSignalBlocker(self.relationship):
            self.audience.setCurrentIndex(self.audience.findData(values["audience"]))
            self.element.setCurrentIndex(self.element.findData(values["element"]))
            self.relationship.setChecked(values["relationship"])

    def take_from(self, starter: Starter) -> None:
        """Show what a starter says beside its text; what the writer has said already stays."""
        before = dict(self._own)
        if starter.ten and not self.ten.text():
            self.ten.setText(starter.ten)
        if starter.zero and not self.zero.text():
            self.zero.setText(starter.zero)
        if len(starter.audiences) == 1 and not self.audience.currentData():
            self.audience.setCurrentIndex(self.audience.findData(starter.audiences[0]))
        if starter.element and not self.element.currentData():
            self.element.setCurrentIndex(self.element.findData(starter.element))
        if starter.relationship:
            self.relationship.setChecked(True)
        self._lent |= {name: value for name, value in self._own.items() if value != before[name]}

    def give_back(self) -> None:
        """The text is gone that a starter brought: so is what it said beside it, where nobody has changed that."""
        kept = {name: EMPTY[name] if self._lent.get(name) == value else value for name, value in self._own.items()}
        self._lent = {}
        if kept != self._own:
            self._own = kept
            self._put(dict(kept))
            self.edited.emit()

    def clear(self) -> None:
        """Empty every field."""
        self.restore("")

    def half_typed(self) -> str:
        """What is filled in by hand, as one text to be kept; "" where nothing is. Marks are kept with their text."""
        return about_text(self._in_sight(self._own))

    def restore(self, text: str) -> None:
        """Show what `half_typed` gave."""
        self._own, self._marks, self._lent = {**EMPTY, **about_of(text)}, {}, {}
        self._put(dict(self._own))
