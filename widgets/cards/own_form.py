"""The form of one of the team's own starters. It goes from case to case, so a name of this one is pointed out."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import QUESTIONS, CardKind, HarmElement
from models.case_names import case_names
from models.people import Participant
from models.process import CardForm
from models.starters import Place, Purpose, Starter, names_in_starter, with_gaps_for
from widgets.cards.card_words import AUDIENCES, ELEMENTS
from widgets.cards.starter_words import PLACES, PURPOSES
from widgets.parts.announce import announce
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import LineField, TextField, named
from widgets.parts.reflow import FlowLayout, TurningRow, beside, column, words

GAPS = "Put what changes from case to case in square brackets: [child]. Enter keeps it."
FOR_WHOM = "Say for whom it is: tick one or more."
EMPTY = "Type the starter first."
WHERE = "Choose its purpose, and its place in the talk."
SIDE = "Choose the side of harm that it asks for."
ENDS = "Say what 10 and 0 mean."
OPEN_GAP = "A gap is open: it ends with ]."
T = TypeVar("T", Purpose, Place, HarmElement)


class OwnForm(QWidget):
    """Asks for what a starter of a kind of card needs, and no more.

    Signals:
        kept(Starter): it is to be kept.
        left: it is not.
    """

    kept = Signal(object)
    left = Signal()

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._form: CardForm | None = None
        self._names: list[str] = []
        self._as_it_is = ""
        self.text = TextField("Starter", GAPS, enter_submits=True)
        self.ten, self.zero = LineField("10 means"), LineField("0 means")
        self.audiences = {each: named(QCheckBox(text), text) for each, text in AUDIENCES.items() if each}
        self.purpose = _box("Purpose", PURPOSES)
        self.place = _box("Place in the talk", PLACES)
        self.element = _box("Side of harm", {each: text for each, text in ELEMENTS.items() if each})
        self.relationship = named(QCheckBox("Relationship question"), "Relationship question")
        self.keep = named(QPushButton("Keep"), "Keep")
        self.put_gap = named(QPushButton("Put a gap in its place"), "Put a gap in its place")
        self.leave = named(QPushButton("Cancel"), "Cancel", "Esc")
        self._said = words("", "warning")
        self._build()
        self.text.entered.connect(self._ask_to_keep)
        for line in (self.ten, self.zero):
            line.returnPressed.connect(self._ask_to_keep)
        self.keep.clicked.connect(self._ask_to_keep)
        self.put_gap.clicked.connect(self._put_gaps)
        self.leave.clicked.connect(self.left)

    def _build(self) -> None:
        self.text.setMinimumHeight(self.fontMetrics().height() * 4)
        self._ends = TurningRow(turn_at=20, gap=8)
        self._ends.add(beside("10 means", self.ten))
        self._ends.add(beside("0 means", self.zero))
        self._whom, whom = column(gap=2)
        ticks = QWidget()
        flow = FlowLayout(ticks)
        for box in self.audiences.values():
            flow.addWidget(box)
        whom.addWidget(words("For whom", "hint"))
        whom.addWidget(ticks)
        self._about = TurningRow(turn_at=22, gap=8)
        self._parts: dict[QObject, QWidget] = {}
        for combo in (self.purpose, self.place, self.element):
            part, layout = column(gap=2)
            layout.addWidget(words(combo.accessibleName(), "hint", combo))
            layout.addWidget(combo)
            self._parts[combo] = part
            self._about.add(part)
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.keep.setProperty("kind", "primary")
        for button in (self.keep, self.put_gap, self.leave):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words("Our own starter", "subtitle", self.text))
        layout.addWidget(self.text, 1)
        for part in (self._ends, self._whom, self._about, self.relationship, self._said, buttons):
            layout.addWidget(part)

    def begin(self, form: CardForm, starter: Starter | None) -> None:
        """Write one for this kind of card, from what is known of it."""
        self._form, self._as_it_is = form, ""
        held = starter or Starter("")
        question = form.kind in QUESTIONS
        harm, scale = form.kind is CardKind.HARM_QUESTION, form.kind is CardKind.SCALING_QUESTION
        self.text.setPlainText(held.text)
        self.ten.setText(held.ten)
        self.zero.setText(held.zero)
        for audience, box in self.audiences.items():
            box.setChecked(audience in held.audiences)
        self.purpose.setCurrentIndex(self.purpose.findData(held.purpose or (Purpose.SCALING if scale else None)))
        self.place.setCurrentIndex(self.place.findData(held.place or None))
        self.element.setCurrentIndex(self.element.findData(held.element or None))
        self.relationship.setChecked(held.relationship)
        self._ends.setVisible(scale)
        self._whom.setVisible(question)
        self._about.setVisible(question)
        self._parts[self.purpose].setVisible(question and not harm)
        self._parts[self.place].setVisible(question and not harm)
        self._parts[self.element].setVisible(harm)
        self.relationship.setVisible(question)
        self.say("")
        self.text.setFocus()

    def say(self, sentence: str) -> None:
        """Say why it cannot be kept, or what to look at first; "" for nothing."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self.put_gap.setVisible(bool(sentence and self._names))
        self._name_keep("Keep it as it is" if sentence and self._names else "Keep")
        announce(self, sentence)

    def _name_keep(self, name: str) -> None:
        self.keep.setText(name)
        named(self.keep, name)

    def starter(self) -> Starter | None:
        """What is filled in; None before a kind is known."""
        if self._form is None:
            return None
        kind, scale = self._kind(self._form), self._form.scale
        asked = kind in (CardKind.QUESTION, CardKind.SCALING_QUESTION)
        scaling = kind is CardKind.SCALING_QUESTION
        return Starter(
            " ".join(self.text.toPlainText().split()),
            kind,
            tuple(each for each, box in self.audiences.items() if box.isChecked() and self._form.kind in QUESTIONS),
            Purpose(self.purpose.currentData() or "") if asked else Purpose.NONE,
            Place(self.place.currentData() or "") if asked else Place.NONE,
            self.relationship.isChecked() and self._form.kind in QUESTIONS,
            HarmElement(self.element.currentData() or "") if kind is CardKind.HARM_QUESTION else HarmElement.NONE,
            scale if scaling else "",
            self.ten.text().strip() if scaling else "",
            self.zero.text().strip() if scaling else "",
        )

    @staticmethod
    def _kind(form: CardForm) -> CardKind:
        """The kind under which a starter is kept: rough statements begin from the same as others."""
        return {
            CardKind.ROUGH_DANGER_STATEMENT: CardKind.DANGER_STATEMENT,
            CardKind.ROUGH_SAFETY_GOAL: CardKind.SAFETY_GOAL,
            CardKind.FURTHER_FOCUS_QUESTION: CardKind.QUESTION,
        }.get(form.kind, form.kind)

    def _ask_to_keep(self) -> None:
        starter = self.starter()
        if starter is None:
            return
        self._names = []
        wrong = _wrong(starter)
        if wrong:
            self.say(wrong)
            return
        session = self._open.session
        known = [*case_names(session), *(person.name for person in session.all(Participant))]
        self._names = names_in_starter(starter, known)
        if self._names and self._as_it_is != starter.text:
            self._as_it_is = starter.text
            self.say(_pointed_out(self._names))
            return
        self.say("")
        self.kept.emit(starter)

    def _put_gaps(self) -> None:
        self.text.setPlainText(with_gaps_for(self.text.toPlainText(), self._names))
        for line in (self.ten, self.zero):
            line.setText(with_gaps_for(line.text(), self._names))
        self._names = []
        self.say("")
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _wrong(starter: Starter) -> str:
    """All that is missing, so that nobody is told one thing after another."""
    if not starter.text:
        return EMPTY
    if starter.text.count("[") != starter.text.count("]"):
        return OPEN_GAP
    asked, scaling = starter.kind in (CardKind.QUESTION, CardKind.SCALING_QUESTION), CardKind.SCALING_QUESTION
    missing = (
        ENDS if starter.kind is scaling and not (starter.ten and starter.zero) else "",
        FOR_WHOM if asked and not starter.audiences else "",
        WHERE if asked and not (starter.purpose and starter.place) else "",
        SIDE if starter.kind is CardKind.HARM_QUESTION and not starter.element else "",
    )
    return " ".join(sentence for sentence in missing if sentence)


def _pointed_out(names: Sequence[str]) -> str:
    shown = " and ".join(f"“{name}”" for name in names[:3])
    are = "is a name" if len(names) == 1 else "are names"
    return f"{shown} {are} of this case, and starters go from case to case. Better put a gap there."


def _box(name: str, choices: Mapping[T, str]) -> ChoiceBox:
    box = named(ChoiceBox(), name)
    for value, text in choices.items():
        box.addItem(text, value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.setPlaceholderText("Choose")
    return box
