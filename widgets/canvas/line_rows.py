"""The form's rows about lines: to whom, of which kind, in which words and which way."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.family_homes import DIRECTED
from models.genogram import Line, Person, Relationship
from widgets.canvas.commands import LINE_NAMES
from widgets.canvas.form_parts import Choice, FormContext, PersonChoice, Rows, above, button
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, words

KINDS = {name: line for line, name in LINE_NAMES.items()}


class LineRow:
    """One line from or to the person."""

    def __init__(self, context: FormContext, line: Relationship) -> None:
        self._context = context
        self._id = line.id
        self.widget: QWidget = QFrame()
        self._title = words()
        self._kind = Choice("Line", KINDS)
        self._kind.picked.connect(self._set_kind)
        self._words = context.line("Words", "Words on a line", "label", "such as godmother", True)
        self._words.binding.point_at(line)
        self._turn = button("Turn round", act=self._turn_round)
        self._remove = button("Remove line", act=lambda: context.edits.remove_line(self._held()))
        inside = QVBoxLayout(self.widget)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._title)
        inside.addWidget(above("Line", self._kind))
        inside.addWidget(above("Words", self._words.line))
        acts = QWidget()
        flow = FlowLayout(acts)
        flow.addWidget(self._turn)
        flow.addWidget(self._remove)
        inside.addWidget(acts)

    def _held(self) -> Relationship:
        return next(line for line in self._context.family.relationships if line.id == self._id)

    def _set_kind(self, kind: Line) -> None:
        held = self._held()
        self._context.edits.change_line(held, held.first, held.second, kind, held.label)

    def _turn_round(self) -> None:
        held = self._held()
        self._context.edits.change_line(held, held.second, held.first, held.line, held.label)

    def show_entity(self, line: Relationship) -> None:
        """Show what the line is now."""
        person = self._context.person
        other = line.second if line.first == person else line.first
        name = self._context.name(other) if other in self._context.family.people else "somebody deleted"
        way = "With" if line.line not in DIRECTED else "Towards" if line.first == person else "From"
        self._title.setText(f"{way} {name}")
        self._kind.show_value(line.line)
        self._turn.setVisible(line.line in DIRECTED)
        for control, said in (
            (self._kind, "Line"),
            (self._words.line, "Words"),
            (self._turn, "Turn round"),
            (self._remove, "Remove line"),
        ):
            named(control, f"{said}, {name}")


class LineRows(Rows[LineRow]):
    """All lines of the person, and a new one to somebody."""

    def __init__(self, context: FormContext, make: Callable[[Relationship], LineRow]) -> None:
        super().__init__("Lines to others", make)
        self._context = context
        self._new = PersonChoice("New line to", context, "choose", self._others)
        self._new.picked.connect(self._add)
        self.inside.addWidget(above("New line to", self._new))

    def show_person(self, person: Person) -> None:
        """Show this person's lines."""
        self.show_entities(
            [line for line in self._context.family.relationships if person.id in (line.first, line.second)]
        )
        self._new.show_value("")

    def _others(self) -> list[str]:
        return [person for person in self._context.family.people if person != self._context.person]

    def _add(self, other: str) -> None:
        if other:
            self._context.edits.line(self._context.person, other, Line.CLOSE)
