"""The first part of the form: who somebody is."""

from PySide6.QtWidgets import QWidget

from models.genogram import Life, Person
from widgets.canvas.asks_person import GENDERS
from widgets.canvas.form_parts import BoundLine, Choice, FormContext, Section, above, tick
from widgets.parts.reflow import FlowLayout, TurningRow

LIVES = {
    "Person": Life.PERSON,
    "Pregnancy": Life.PREGNANCY,
    "Miscarriage": Life.MISCARRIAGE,
    "Stillbirth": Life.STILLBIRTH,
    "Termination": Life.TERMINATION,
}
#: Attribute, name, hint, and whether it may hold names and so is masked.
LINES = (
    ("name", "Name", "Nothing, if it is not known", True),
    ("age", "Age", "7, 8 mo, about 40; weeks as 18w", False),
    ("born", "Born", "2016, or a date", False),
    ("death", "Died, when", "2019, or a date", False),
    ("label", "Label", "In the person’s own words", True),
)


class PersonFields(Section):
    """Name, age, birth, death, gender, label, index child, and whether this is a pregnancy or a loss."""

    def __init__(self, context: FormContext) -> None:
        super().__init__("Person")
        self._context = context
        self._lines: dict[str, BoundLine] = {
            attribute: context.line(name, "Change person", attribute, hint, masked)
            for attribute, name, hint, masked in LINES
        }
        self._gender = Choice("Gender", GENDERS)
        self._gender.picked.connect(lambda gender: context.edits.gender(context.person, gender))
        self._life = Choice("What this is", LIVES)
        self._life.picked.connect(lambda life: context.edits.life(context.person, life))
        self._died = tick("Died", lambda: context.edits.died(context.person))
        self._index = tick("Index child", lambda: context.edits.index(context.person))
        self._lay_out()

    def _lay_out(self) -> None:
        line = {name: self._lines[attribute].line for attribute, name, *_ in LINES}
        self.inside.addWidget(above("Name", line["Name"]))
        for pair in (
            (above("Age", line["Age"]), above("Gender", self._gender)),
            (above("Born", line["Born"]), above("Died, when", line["Died, when"])),
        ):
            row = TurningRow(turn_at=12)
            for part in pair:
                row.add(part)
            self.inside.addWidget(row)
        ticks = QWidget()
        flow = FlowLayout(ticks)
        flow.addWidget(self._died)
        flow.addWidget(self._index)
        self.inside.addWidget(ticks)
        self.inside.addWidget(above("Label", line["Label"]))
        self.inside.addWidget(above("What this is", self._life))

    def point_at(self, person: Person) -> None:
        """Show and change this person from now on."""
        for line in self._lines.values():
            line.binding.point_at(person)

    def show_person(self, person: Person) -> None:
        """Show what the person is now; the lines follow by themselves."""
        self._gender.show_value(person.gender)
        self._life.show_value(person.life)
        self._died.setChecked(person.died)
        self._index.setChecked(person.index)
        self._lines["death"].line.setEnabled(person.died)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self._lines["name"].line

    def let_go(self) -> None:
        """Show nobody."""
        for line in self._lines.values():
            line.binding.point_at(None)
            line.line.clear()
