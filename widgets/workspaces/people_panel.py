"""Who is here: name, job, part in the session, part in the case and for how long, in a grid of fields."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.edits import remove_participant, set_role
from models.people import Participant, Role
from models.session import Change
from widgets.cards.card_words import names_of
from widgets.parts.fields import LineField, TextBinding, named
from widgets.parts.reflow import FlowLayout, beside, words
from widgets.parts.tab_order import tab_before

ROLES = {
    Role.PRESENTING_WORKER: "Presenting worker",
    Role.FACILITATOR: "Facilitator",
    Role.ADVISOR: "Advisor",
    Role.OBSERVER: "Observer-participant",
}

#: Each column's attribute, its heading, and whether it may hold a name of the family and so is masked.
COLUMNS = (
    ("name", "Name", False),
    ("job", "Job", False),
    ("involvement", "Part in the case", True),
    ("since", "Involved for", True),
)


def introduction_order(people: list[Participant]) -> list[Participant]:
    """Who is introduced when: presenting workers, then everyone directly involved, then the others."""
    return sorted(
        people, key=lambda person: (person.role is not Role.PRESENTING_WORKER, not person.involvement.strip())
    )


class PersonRow(QObject):
    """The fields of one participant.

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
        self.fields: dict[str, LineField] = {}
        for attribute, _, masked in COLUMNS:
            field = LineField("", parent=parent)
            field.setMinimumWidth(field.fontMetrics().averageCharWidth() * 13)
            masking = open_session.masking if masked else None
            binding = TextBinding(field, open_session.document, "Introductions", attribute, masking)
            binding.point_at(person)
            field.installEventFilter(self)
            self.fields[attribute] = field
        self.role = QComboBox(parent)
        for role, name in ROLES.items():
            self.role.addItem(name, role)
        self.role.activated.connect(lambda _: self.role_chosen.emit(Role(self.role.currentData())))
        self.role_part = beside("Role", self.role)
        self.remove = QPushButton("Remove", parent)
        self.remove.setProperty("kind", "quiet")
        self.remove.clicked.connect(lambda: self.remove_wanted.emit())
        self.show_person(person, person.name)

    def show_person(self, person: Participant, name: str) -> None:
        """Name every field after the person; the fields follow their own texts."""
        for attribute, heading, _ in COLUMNS:
            named(self.fields[attribute], f"{heading}, {name}")
        named(self.role, f"Part in the session, {name}")
        named(self.remove, f"Remove {name}")
        with QSignalBlocker(self.role):
            self.role.setCurrentIndex(self.role.findData(person.role))

    def widgets(self) -> list[QWidget]:
        """The row's fields from left to right."""
        fields = self.fields
        return [fields["name"], fields["job"], self.role_part, fields["involvement"], fields["since"], self.remove]

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
        for widget in self.widgets():
            widget.hide()
            widget.deleteLater()
        self.deleteLater()


class PeoplePanel(QWidget):
    """The grid of people who are here, and **Add participant**."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._document = open_session.document
        self._rows: dict[str, PersonRow] = {}
        self._away: dict[str, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        headings = ["Name", "Job", "", "Part in the case", "Involved for", ""]
        for place, heading in enumerate(headings):
            self._grid.addWidget(words(heading, "hint"), 0, place)
            self._grid.setColumnStretch(place, (3, 3, 0, 3, 2, 0)[place])
        self._add = named(QPushButton("Add participant"), "Add participant")
        self._add.clicked.connect(self.add_person)
        self._away_line = FlowLayout()
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addLayout(self._away_line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)
        layout.addLayout(foot)
        layout.addStretch(1)

    def enter(self) -> None:
        """Put everyone in the order of introductions; it holds until the phase is entered again."""
        present = self._document.session.all(Participant, lambda person: person.present)
        for row in self._rows.values():
            row.drop()
        self._rows = {}
        for person in introduction_order(present):
            self._add_row(person)
        self.show_all()

    def show_all(self) -> None:
        """Show who is here from the session: rows come and go, the others keep their place."""
        session = self._document.session
        names = names_of(session)
        present = {person.id: person for person in session.all(Participant, lambda person: person.present)}
        for person_id in [known for known in self._rows if known not in present]:
            self._rows.pop(person_id).drop()
        for person_id, person in present.items():
            if person_id not in self._rows:
                self._add_row(person)
            self._rows[person_id].show_person(person, names[person_id])
        self._show_away([person for person in session.all(Participant) if not person.present], names)

    def mirror(self, changes: list[Change]) -> None:
        """Follow people only."""
        if any(change.kind is Participant for change in changes):
            self.show_all()

    def first_field(self) -> QWidget:
        """The first gap of the first person, as the name is mostly known."""
        if not self._rows:
            return self._add
        first = next(iter(self._rows.values()))
        order = ("name", "job", "involvement", "since")
        return next((first.fields[part] for part in order if not first.fields[part].text()), first.fields["name"])

    def add_person(self) -> None:
        """One person more, to be named at once."""
        session = self._document.session
        person = Participant(self._document.new_id(), "", rank=session.next_rank(Participant))
        self._document.add("Add participant", person)
        self.show_all()
        self._rows[person.id].fields["name"].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes through the rows before what stands below them."""
        super().showEvent(event)
        for row in self._rows.values():
            tab_before(self._add, row.widgets())

    def _add_row(self, person: Participant) -> None:
        row = PersonRow(self._open, person, self)
        place = self._grid.rowCount()
        for column, widget in enumerate(row.widgets()):
            self._grid.addWidget(widget, place, column)
            widget.show()  # at once, so that the new name can be typed at once
        tab_before(self._add, row.widgets())
        row.role_chosen.connect(partial(self._set_role, person.id))
        row.remove_wanted.connect(partial(self._remove, person.id))
        row.stepped.connect(partial(self._step, person.id))
        self._rows[person.id] = row

    def _set_role(self, person_id: str, role: Role) -> None:
        self._document.do("Change role", set_role(self._document.session, person_id, role))

    def _remove(self, person_id: str) -> None:
        ids = list(self._rows)
        place = ids.index(person_id)
        self._document.do("Remove participant", remove_participant(self._document.session, person_id))
        self.show_all()
        left = list(self._rows.values())
        (left[min(place, len(left) - 1)].remove if left else self._add).setFocus()

    def _step(self, person_id: str, column: str, by: int) -> None:
        rows = list(self._rows.values())
        place = list(self._rows).index(person_id) + by
        if 0 <= place < len(rows):
            rows[place].fields[column].setFocus()
        elif by > 0:
            self._add.setFocus()

    def _show_away(self, people: list[Participant], names: dict[str, str]) -> None:
        ids = [person.id for person in people]
        for person_id in [known for known in self._away if known not in ids]:
            button = self._away.pop(person_id)
            button.hide()
            button.deleteLater()
        for person in people:
            if person.id not in self._away:
                text = f"Bring {names[person.id]} back"
                button = named(QPushButton(text.replace("&", "&&"), self), text)
                button.clicked.connect(partial(self._bring_back, person.id))
                self._away_line.addWidget(button)
                button.show()
                self._away[person.id] = button

    def _bring_back(self, person_id: str) -> None:
        person = self._document.session.find(Participant, person_id)
        if person is not None:
            self._document.set("Bring participant back", person, present=True)
