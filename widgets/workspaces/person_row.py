"""The fields of one participant in the introductions."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QPushButton, QWidget

from app.open_session import OpenSession
from models.people import Participant, Role
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import LineField, TextBinding, named
from widgets.parts.reflow import words

ROLES = {
    Role.PRESENTING_WORKER: "Presenting worker",
    Role.FACILITATOR: "Facilitator",
    Role.ADVISOR: "Advisor",
    Role.OBSERVER: "Observer-participant",
}

#: Each text's attribute, its heading, and whether it may hold a name of the family and so is masked.
TEXTS = (
    ("name", "Name", False),
    ("job", "Job", False),
    ("involvement", "Part in the case", True),
    ("since", "Involved for", True),
)
ROLE_PLACE = 2
#: Headings from left to right, and the share that each column has of the width; the last is what takes a row away.
HEADINGS = ("Name", "Job", "Role", "Part in the case", "Involved for", "")
SHARES = (3, 3, 0, 3, 2, 0)


class PersonRow(QObject):
    """One person's fields: in a line under common headings, or in a block with a heading over each.

    Signals:
        role_chosen(Role), remove_wanted: a person did it.
        stepped(str column, int by): up, down or Enter in a field.
    """

    role_chosen = Signal(object)
    remove_wanted = Signal()
    stepped = Signal(str, int)

    def __init__(self, open_session: OpenSession, person: Participant, parent: QWidget) -> None:
        super().__init__(parent)
        self.person_id = person.id
        self._parent = parent
        self.fields = {attribute: self._text(open_session, person, attribute, hidden) for attribute, _, hidden in TEXTS}
        self.role = ChoiceBox(parent)
        for role, name in ROLES.items():
            self.role.addItem(name, role)
        self.role.activated.connect(lambda _: self.role_chosen.emit(Role(self.role.currentData())))
        self.remove = QPushButton("Remove", parent)
        self.remove.setProperty("kind", "quiet")
        self.remove.clicked.connect(lambda: self.remove_wanted.emit())
        fields = self.fields
        parts = (fields["name"], fields["job"], self.role, fields["involvement"], fields["since"], self.remove)
        self._headings = [words(heading, "hint", part) for heading, part in zip(HEADINGS, parts, strict=True)]
        self._headings[ROLE_PLACE].setWordWrap(False)
        self.cells = [self._cell(heading, part) for heading, part in zip(self._headings, parts, strict=True)]
        self._rule = QFrame(parent)
        self._rule.setFrameShape(QFrame.Shape.HLine)
        self.show_person(person, person.name)

    def _text(self, open_session: OpenSession, person: Participant, attribute: str, hidden: bool) -> LineField:
        field = LineField("", parent=self._parent)
        field.setMinimumWidth(field.fontMetrics().averageCharWidth() * 13)
        masking = open_session.masking if hidden else None
        binding = TextBinding(field, open_session.document, "Change introductions", attribute, masking)
        binding.point_at(person)
        field.installEventFilter(self)
        return field

    def _cell(self, heading: QWidget, part: QWidget) -> QWidget:
        cell = QWidget(self._parent)
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(heading)
        layout.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if part is self.remove else Qt.AlignmentFlag(0))
        return cell

    def show_person(self, person: Participant, name: str) -> None:
        """Name every field after the person; the fields follow their own texts."""
        for attribute, heading, _ in TEXTS:
            named(self.fields[attribute], f"{heading}, {name}")
        named(self.role, f"Part in the session, {name}")
        named(self.remove, f"Remove {name}")
        with QSignalBlocker(self.role):
            self.role.setCurrentIndex(self.role.findData(person.role))

    def place(self, grid: QGridLayout, top: int, across: int) -> int:
        """Stand in lines of so many cells from this line of a grid on; gives the next free line. In one line of all
        the headings stand above everybody, else over each field."""
        block = across < len(self.cells)
        for place, heading in enumerate(self._headings):
            heading.setVisible(bool(heading.text()) and (block or place == ROLE_PLACE))
        role = self.cells[ROLE_PLACE].layout()
        if isinstance(role, QBoxLayout):  # a list to choose from has its label with it, in a line before it
            role.setDirection(QBoxLayout.Direction.TopToBottom if block else QBoxLayout.Direction.LeftToRight)
        self._rule.setVisible(block)
        if block:
            grid.addWidget(self._rule, top, 0, 1, across)
            top += 1
        for place, cell in enumerate(self.cells):
            grid.addWidget(cell, top + place // across, place % across, Qt.AlignmentFlag.AlignBottom)
            cell.show()  # at once, so that a new name can be typed at once
        return top + -(-len(self.cells) // across)

    def show_parts(self, editing: bool) -> None:
        """Show what changes the room, too, or only who is in it."""
        self.cells[ROLE_PLACE].setVisible(editing)
        self.cells[-1].setVisible(editing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter go to the same field of the next person."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
            step = by.get(Qt.Key(event.key()))
            for attribute, field in self.fields.items():
                if step is not None and field is watched:
                    self.stepped.emit(attribute, step)
                    return True
        return super().eventFilter(watched, event)

    def drop(self) -> None:
        """Take the row's fields away."""
        for widget in (*self.cells, self._rule):
            widget.hide()
            widget.deleteLater()
        self.deleteLater()
