"""Who is coming, and in which role: a name, Enter, the next name, Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.edits import remove_participant, set_role
from models.people import Participant, Role
from models.remembered import Known, PastRoom, known_people, last_room, name_key, same_people
from models.session import Change, Details, set_fields
from widgets.cards.card_words import names_of
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.entity_rows import RowGrid
from widgets.parts.fields import LineField, TextBinding, UnfinishedBinding, named
from widgets.parts.reflow import TurningRow, beside
from widgets.parts.tab_order import tab_before
from widgets.prepare.details import panel
from widgets.prepare.last_time import LastTime
from widgets.prepare.name_field import NameField, Offer

#: First letters differ, so that one key chooses.
ROLES = {
    Role.FACILITATOR: "Facilitator",
    Role.PRESENTING_WORKER: "Presenting worker",
    Role.ADVISOR: "Advisor",
    Role.OBSERVER: "Observer-participant",
}


def role_box(parent: QWidget) -> ChoiceBox:
    """A choice of the four roles; a role's first letter chooses it."""
    box = ChoiceBox(parent)
    for role, text in ROLES.items():
        box.addItem(text, role)
    return box


class PersonRow:
    """Name, role and job of one participant."""

    def __init__(self, open_session: OpenSession, person: Participant, parent: QWidget) -> None:
        self.name = LineField("", parent=parent)
        self.role = role_box(parent)
        self.role_part = beside("Role", self.role)
        self.job = LineField("", "job, agency", parent)
        self.remove = QPushButton("Remove", parent)
        self.remove.setProperty("kind", "quiet")
        for field, label, attribute in ((self.name, "Name", "name"), (self.job, "Job", "job")):
            TextBinding(field, open_session.document, label, attribute, None).point_at(person)

    def show(self, person: Participant, called: str) -> None:
        """Show the role, and name every field after the person."""
        named(self.name, f"Name of {called}")
        named(self.role, f"Role of {called}")
        named(self.job, f"Job of {called}")
        named(self.remove, f"Remove {called}")
        with QSignalBlocker(self.role):
            self.role.setCurrentIndex(self.role.findData(person.role))

    def widgets(self) -> list[QWidget]:
        """Name, role, job, remove."""
        return [self.name, self.role_part, self.job, self.remove]


class PeoplePanel(QWidget):
    """The people of the session, and the line in which the next one is typed."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._rows: dict[str, PersonRow] = {}
        self._rooms: Sequence[PastRoom] = ()
        self.grid = RowGrid(("Name", "", "Job", ""), (6, 0, 5, 0), turn_at=31)
        self.last_time = LastTime()
        self.name = NameField()
        self.role = role_box(self)
        named(self.role, "Role")
        self._half_typed = UnfinishedBinding(self.name, open_session.document)
        self._half_typed.point_at("prepare/name")
        self.add = named(QPushButton("Add person"), "Add person")
        self.name.returnPressed.connect(self._enter)
        self.name.picked.connect(self._pick)
        self.role.activated.connect(self._offer)
        self.last_time.wanted.connect(self._bring_last_time)
        self.add.clicked.connect(self._enter)
        line = TurningRow(turn_at=22, gap=6)
        for widget, share in ((self.name, 3), (beside("Role", self.role), 2), (self.add, 2)):
            line.add(widget, share)
        frame, inside = panel("Who is coming")
        inside.addWidget(self.grid)
        inside.addWidget(self.last_time)
        inside.addWidget(line)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addWidget(frame)
        self.show_all()

    def mirror(self, changes: list[Change]) -> None:
        """Follow the document."""
        kinds = {change.kind for change in changes}
        if Participant in kinds:
            self.show_all()
        elif Details in kinds:
            self._offer()

    def show_all(self) -> None:
        """Show who is coming; rows that stay are left alone."""
        session = self._open.session
        people = {person.id: person for person in session.all(Participant, lambda person: person.present)}
        for gone in [person_id for person_id in self._rows if person_id not in people]:
            self.grid.drop(self._rows.pop(gone))
        called = names_of(session)
        for person_id, person in people.items():
            if person_id not in self._rows:
                self._add_row(person)
            self._rows[person_id].show(person, called[person_id])
        self.grid.setVisible(bool(people))
        with QSignalBlocker(self.role):
            self.role.setCurrentIndex(self.role.findData(self._next_role()))
        self._offer()

    def remember(self, rooms: Sequence[PastRoom]) -> None:
        """Offer the people of these sessions, the latest of which are first."""
        self._rooms = rooms
        self._offer()

    def _offer(self) -> None:
        """Whoever is not here yet; and for a role that somebody has to have, those who are."""
        session, team = self._open.session, self._open.session.details.team
        here = session.all(Participant, lambda person: person.present)
        names = {name_key(person.name) for person in here}
        offers = [Offer(known) for known in known_people(self._rooms, team) if name_key(known.name) not in names]
        if self._role() is not Role.OBSERVER:
            free = [person for person in self._free() if person.name.strip()]
            offers[:0] = [Offer(Known(person.name, person.job), person.id) for person in free]
        to_choose = offers and offers[0].person
        self.name.setPlaceholderText("Somebody here, or new" if to_choose else "Type a name, then Enter")
        self.name.offer(offers)
        self.last_time.show_room(None if here else last_room(self._rooms, team))

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes through the rows before what stands below them."""
        super().showEvent(event)
        for row in self._rows.values():
            tab_before(self.name, row.widgets())

    def _add_row(self, person: Participant) -> None:
        row = PersonRow(self._open, person, self)
        row.role.activated.connect(lambda _index, row=row, held=person.id: self._set_role(held, row))
        row.remove.clicked.connect(lambda _checked=False, held=person.id: self._remove(held))
        row.name.returnPressed.connect(self.name.setFocus)
        self._rows[person.id] = row
        self.grid.add(row)
        tab_before(self.name, row.widgets())

    def _next_role(self) -> Role:
        """The facilitator types first, as a rule; then the worker whose case it is; then everyone else."""
        session = self._open.session
        for role in (Role.FACILITATOR, Role.PRESENTING_WORKER):
            if not session.people_in_role(role):
                return role
        return Role.OBSERVER

    def enter_half_typed(self) -> None:
        """A name that was typed without Enter is somebody, too."""
        self._enter()

    def _enter(self) -> None:
        name = " ".join(self.name.text().split())
        self.name.setFocus()
        if not name:
            return
        here = [person for person in self._free() if name_key(person.name) == name_key(name)]
        if len(here) == 1 and self._role() is not Role.OBSERVER:
            self._pick(Offer(Known(name), here[0].id))
        else:
            self._add(Known(name), self._role())

    def _pick(self, offer: Offer) -> None:
        """Somebody who was here before comes with their job; somebody who is here now has the role."""
        role = self._role()
        if offer.person:
            self._half_typed.take()
            self._open.document.do("Change role", set_role(self._open.session, offer.person, role))
            return
        advisors = self._open.session.people_in_role(Role.ADVISOR)
        usual = role is Role.OBSERVER and role is self._next_role() and not advisors
        self._add(offer.known, offer.known.role if usual else role)

    def _add(self, known: Known, role: Role) -> None:
        self._half_typed.take()
        session, document = self._open.session, self._open.document
        rank = session.next_rank(Participant)
        person = Participant(document.new_id(), known.name, Role.OBSERVER, rank, known.job)
        with_person = session.copy()
        with_person.apply([Change(None, person)])
        document.do("Add participant", [Change(None, person), *set_role(with_person, person.id, role)])

    def _bring_last_time(self) -> None:
        """Everybody of the last session, and its team where none is named; one step of undo."""
        session, document = self._open.session, self._open.document
        room = last_room(self._rooms, session.details.team)
        if room is None:
            return
        people = same_people(room, (document.new_id() for _ in room.people))
        team = session.details.team.strip() or room.team
        document.do(
            "Add participants of last time",
            [set_fields(session, Details(), team=team), *(Change(None, person) for person in people)],
        )
        self.name.setFocus()

    def _role(self) -> Role:
        return Role(self.role.currentData())

    def _free(self) -> list[Participant]:
        return self._open.session.all(Participant, lambda person: person.present and person.role is Role.OBSERVER)

    def _set_role(self, person_id: str, row: PersonRow) -> None:
        self._open.document.do("Change role", set_role(self._open.session, person_id, Role(row.role.currentData())))

    def _remove(self, person_id: str) -> None:
        self._open.document.do("Remove participant", remove_participant(self._open.session, person_id))
        self.name.setFocus()
