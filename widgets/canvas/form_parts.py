"""What the form about a person is made of: choices, headings, and rows that come and go with what they show."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.document import Document
from app.masking import Masking
from models.kin import Family, called
from widgets.canvas.edits import CanvasEdits
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import LineField, TextBinding, named
from widgets.parts.reflow import column, words


@dataclass
class FormContext:
    """What every part of the form needs. `person` is whom the form is about, "" nobody."""

    document: Document
    masking: Masking
    edits: CanvasEdits
    person: str = ""

    @property
    def family(self) -> Family:
        """The family as it is now."""
        return self.edits.family

    def name(self, person: str) -> str:
        """How somebody is called, as it may be shown now."""
        return self.masking.text(called(self.family.people[person]))

    def names(self, people: Sequence[str]) -> str:
        """Several people, as they may be shown now."""
        names = [self.name(person) for person in people]
        return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)

    def line(self, name: str, label: str, attribute: str, hint: str = "", masked: bool = False) -> "BoundLine":
        """A line that is kept the same as one text of an entity."""
        line = LineField(name, hint)
        line.setMaxLength(400)
        return BoundLine(line, TextBinding(line, self.document, label, attribute, self.masking if masked else None))


@dataclass
class BoundLine:
    """A field and what binds it."""

    line: LineField
    binding: TextBinding = field(repr=False)


class Choice(ChoiceBox):
    """One of a few values.

    Signals:
        picked(object): a person picked this value.
    """

    picked = Signal(object)

    def __init__(self, name: str, options: Mapping[str, Any]) -> None:
        super().__init__()
        named(self, name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._values: list[Any] = []
        self.offer(options)
        self.activated.connect(lambda place: self.picked.emit(self._values[place]))

    def offer(self, options: Mapping[str, Any]) -> None:
        """Offer these: what each is called, and its value."""
        with QSignalBlocker(self):
            self.clear()
            self.addItems(list(options))
            self._values = list(options.values())

    def show_value(self, value: Any) -> None:
        """Show a value without saying that a person picked it."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form; it would change what nobody looked at."""
        event.ignore()


class PersonChoice(Choice):
    """One of the people, or nobody; everybody is offered only once it is turned to, since they may be a thousand."""

    def __init__(self, name: str, context: FormContext, nobody: str, others: Callable[[], Sequence[str]]) -> None:
        """`others` gives who is offered, by id."""
        super().__init__(name, {nobody: ""})
        self._context = context
        self._nobody = nobody
        self._others = others
        self._value = ""

    def show_value(self, value: Any) -> None:
        """Show a person, by id, or nobody."""
        self._value = value
        options = {self._nobody: ""}
        if value and value in self._context.family.people:
            options[self._context.name(value)] = value
        self.offer(options)
        super().show_value(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Now everybody is offered."""
        self._fill()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        """Now everybody is offered."""
        self._fill()
        super().showPopup()

    def _fill(self) -> None:
        if self.count() > 2:
            return
        options = {self._nobody: ""}
        for person in self._others():
            name = self._context.name(person)
            age = self._context.family.people[person].age
            called_so = name if name not in options else f"{name} {age}".strip()
            while called_so in options:
                called_so += " "  # two of one name and age: told apart by their order
            options[called_so] = person
        self.offer(options)
        Choice.show_value(self, self._value)


def button(name: str, description: str = "", act: Callable[[], object] | None = None) -> QPushButton:
    """A quiet button; `description` makes its accessible name whole ("Remove line to Sean")."""
    made = named(QPushButton(name), description or name)
    made.setProperty("kind", "quiet")
    made.setMinimumSize(24, 26)
    if act is not None:
        made.clicked.connect(lambda _checked: act())
    return made


def above(label: str, control: QWidget) -> QWidget:
    """A control with its name above it."""
    part, inside = column(gap=2)
    inside.addWidget(words(label, "hint", control))
    inside.addWidget(control)
    return part


class Section(QWidget):
    """A heading and what stands under it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 6, 0, 0)
        self.inside.setSpacing(6)
        self.title = words(title, "subtitle")
        self.inside.addWidget(self.title)


class Row(Protocol):
    """The part of the form about one entity."""

    @property
    def widget(self) -> QWidget: ...

    def show_entity(self, entity: Any) -> None:
        """Show what the entity is now."""


R = TypeVar("R", bound=Row)


class Rows(Section, Generic[R]):
    """A row for each of several entities: made when one comes, dropped when it goes."""

    def __init__(self, title: str, make: Callable[[Any], R]) -> None:
        super().__init__(title)
        self._make = make
        self._rows: dict[str, R] = {}
        self.place = column(gap=8)
        self.inside.addWidget(self.place[0])

    def show_entities(self, entities: Sequence[Any]) -> None:
        """Show these, in this order."""
        wanted = [entity.id for entity in entities]
        if list(self._rows) != wanted:
            self._arrange(entities)
        for entity in entities:
            self._rows[entity.id].show_entity(entity)

    def _arrange(self, entities: Sequence[Any]) -> None:
        kept = {entity.id: self._rows.pop(entity.id, None) or self._make(entity) for entity in entities}
        for row in self._rows.values():
            row.widget.hide()
            row.widget.deleteLater()
        self._rows = kept
        for at, row in enumerate(kept.values()):
            self.place[1].insertWidget(at, row.widget)
            row.widget.show()  # at once, not only when Qt next turns to it

    def row(self, entity_id: str) -> R:
        """The row of one entity."""
        return self._rows[entity_id]


def tick(name: str, act: Callable[[], object]) -> QCheckBox:
    """A tick box that does something when a person ticks it or takes the tick away."""
    box = named(QCheckBox(name), name)
    box.clicked.connect(lambda _checked: act())
    return box
