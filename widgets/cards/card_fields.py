"""What is said about a card beside its text: whom to ask, a scale's ends, the side of harm it asks after."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from models.cards import Audience, Card, CardKind, HarmElement
from models.process import CardForm
from models.starters import Starter
from widgets.cards.card_words import AUDIENCES, ELEMENTS
from widgets.parts.fields import LineField, named, put_text
from widgets.parts.reflow import FlowLayout, TurningRow, beside

QUESTIONS = {
    CardKind.QUESTION,
    CardKind.SCALING_QUESTION,
    CardKind.HARM_QUESTION,
    CardKind.FURTHER_FOCUS_QUESTION,
}
#: Kinds whose share of relationship questions the method asks for, or leaves to the writer (Appendix 8, 7.1).
RELATIONSHIP = {CardKind.QUESTION, CardKind.FURTHER_FOCUS_QUESTION}


class CardFields(QWidget):
    """The fields that a form of card asks for beside the text.

    Signals:
        edited: a person changed one.
        entered: Enter was pressed in one of the lines.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ten = LineField("10 means")
        self.zero = LineField("0 means")
        self.audience = named(QComboBox(), "Ask")
        for audience, name in AUDIENCES.items():
            self.audience.addItem(name, audience)
        self.asked_of = LineField("By name", "Mum")
        for line in (self.ten, self.zero, self.asked_of):
            line.returnPressed.connect(self.entered)
        self.element = named(QComboBox(), "Side of harm")
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
            field.textChanged.connect(lambda _text: self.edited.emit())
        for box in (self.audience, self.element):
            box.currentIndexChanged.connect(lambda _index: self.edited.emit())
        self.relationship.toggled.connect(lambda _on: self.edited.emit())

    def show_form(self, form: CardForm) -> None:
        """Show the fields that this form asks for."""
        self._ends.setVisible(form.kind is CardKind.SCALING_QUESTION)
        for part in self._asked:
            part.setVisible(form.kind in QUESTIONS)
        self._harm.setVisible(form.kind is CardKind.HARM_QUESTION)
        self.relationship.setVisible(form.kind in RELATIONSHIP)
        self.setVisible(form.kind in QUESTIONS)

    def values(self) -> dict[str, Any]:
        """What is filled in, as fields of a card; only what is in sight counts."""
        empty = Card("", "", CardKind.QUESTION, "", "")
        values = {
            "ten": self._if(self.ten, self.ten.text, empty.ten),
            "zero": self._if(self.zero, self.zero.text, empty.zero),
            "audience": Audience(self._if(self.audience, self.audience.currentData, empty.audience)),
            "asked_of": self._if(self.asked_of, self.asked_of.text, empty.asked_of),
            "relationship": self._if(self.relationship, self.relationship.isChecked, empty.relationship),
            "element": HarmElement(self._if(self.element, self.element.currentData, empty.element)),
        }
        return {name: value.strip() if type(value) is str else value for name, value in values.items()}

    def _if(self, field: QWidget, value: Callable[[], Any], otherwise: Any) -> Any:
        return value() if field.isVisibleTo(self) else otherwise

    def show_values(self, card: Card) -> None:
        """Show what is said about a card, without saying that a person did."""
        for field, text in ((self.ten, card.ten), (self.zero, card.zero), (self.asked_of, card.asked_of)):
            if field.text().strip() != text:
                put_text(field, text)
        with QSignalBlocker(self.audience), QSignalBlocker(self.element), QSignalBlocker(self.relationship):
            self.audience.setCurrentIndex(self.audience.findData(card.audience))
            self.element.setCurrentIndex(self.element.findData(card.element))
            self.relationship.setChecked(card.relationship)

    def take_from(self, starter: Starter) -> None:
        """Show what a starter says beside its text; what the writer has said already stays."""
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

    def clear(self) -> None:
        """Empty every field."""
        self.show_values(Card("", "", CardKind.QUESTION, "", ""))

    def half_typed(self) -> str:
        """What is filled in, as one text to be kept; "" where nothing is."""
        filled = {name: value for name, value in self.values().items() if value}
        return json.dumps(filled) if filled else ""

    def restore(self, text: str) -> None:
        """Show what `half_typed` gave."""
        self.show_values(Card("", "", CardKind.QUESTION, "", "", **_read(text)))


def _read(text: str) -> dict[str, Any]:
    """What a kept text says, less what it says wrongly."""
    try:
        table = json.loads(text) if text else {}
        return {
            "ten": str(table.get("ten", "")),
            "zero": str(table.get("zero", "")),
            "audience": Audience(table.get("audience", "")),
            "asked_of": str(table.get("asked_of", "")),
            "relationship": table.get("relationship", False) is True,
            "element": HarmElement(table.get("element", "")),
        }
    except (ValueError, AttributeError):
        return {}
