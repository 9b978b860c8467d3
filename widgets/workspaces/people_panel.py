"""Who is here: name, job, part in the session, part in the case and for how long, in a grid of fields."""

from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.edits import remove_participant, set_role
from models.people import Participant, Role
from models.session import Change
from widgets.cards.card_words import names_of
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, words
from widgets.parts.tab_order import tab_before
from widgets.workspaces.person_row import HEADINGS, ROLE_PLACE, SHARES, PersonRow

_NOBODY = "Nobody is here yet. Add participant (Insert) makes a line for each: a name is enough to begin with."
_KEYS = "Enter and the arrows go to the next person · Insert adds somebody"


def introduction_order(people: list[Participant]) -> list[Participant]:
    """Who is introduced when: presenting workers, then everyone directly involved, then the others."""
    return sorted(
        people, key=lambda person: (person.role is not Role.PRESENTING_WORKER, not person.involvement.strip())
    )


class PeoplePanel(QWidget):
    """The grid of people who are here, and **Add participant**."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._document = open_session.document
        self._rows: dict[str, PersonRow] = {}
        self._away: dict[str, QPushButton] = {}
        self._across = len(HEADINGS)
        self._projected = False
        self._place_soon = QTimer(self)  # not while a layout is being carried out: it would lose its place in itself
        self._place_soon.setSingleShot(True)
        self._place_soon.timeout.connect(self._place_all)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._headings = [words("" if place == ROLE_PLACE else name, "hint") for place, name in enumerate(HEADINGS)]
        self._hint = words(_KEYS, "hint")
        self._add = named(QPushButton("Add participant"), "Add participant", "Insert")
        self._add.clicked.connect(self.add_person)
        self._away_line = FlowLayout()
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addLayout(self._away_line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)
        layout.addLayout(foot)
        layout.addWidget(self._hint)
        layout.addStretch(1)

    # In lines, or in blocks where lines would be too wide

    def set_projected(self, on: bool) -> None:
        """For the room only who is here; what changes that stands back."""
        if on != self._projected:
            self._projected = on
            self._place_all()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one cell: the rows turn into blocks."""
        widths = [cell.minimumSizeHint().width() for row in self._rows.values() for cell in row.cells]
        return QSize(max([self._add.minimumSizeHint().width(), *widths]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another arrangement."""
        super().resizeEvent(event)
        if self._fitting() != self._across:
            self._place_soon.start(0)

    def _fitting(self) -> int:
        """How many cells fit side by side: a whole line, two, or one."""
        row = next(iter(self._rows.values()), None)
        if row is None:
            return len(HEADINGS)
        gap = self._grid.horizontalSpacing()
        widths = [cell.minimumSizeHint().width() + gap for cell in row.cells]
        if sum(widths) - gap <= self.width():
            return len(HEADINGS)
        return 2 if 2 * max(widths) - gap <= self.width() else 1

    def _place_all(self) -> None:
        self._across = self._fitting()
        in_lines = self._across == len(HEADINGS)
        for place, heading in enumerate(self._headings):
            self._grid.addWidget(heading, 0, place)
            heading.setVisible(in_lines and bool(self._rows) and not (self._projected and SHARES[place] == 0))
            self._grid.setColumnStretch(place, SHARES[place] if in_lines else int(place < self._across))
        top = 1
        for row in self._rows.values():
            top = row.place(self._grid, top, self._across)
            row.show_parts(not self._projected)
        self._hint.setText(_KEYS if self._rows else _NOBODY)
        self._hint.setVisible(not self._projected or not self._rows)
        self.updateGeometry()

    def enter(self) -> None:
        """Put everyone in the order of introductions; it holds until the phase is entered again."""
        present = self._document.session.all(Participant, lambda person: person.present)
        for row in self._rows.values():
            row.drop()
        self._rows = {}
        for person in introduction_order(present):
            self._add_row(person)
        self._place_all()
        self.show_all()

    def show_all(self) -> None:
        """Show who is here from the session: rows come and go, the others keep their place."""
        session = self._document.session
        names = names_of(session)
        present = {person.id: person for person in session.all(Participant, lambda person: person.present)}
        before = list(self._rows)
        for person_id in [known for known in self._rows if known not in present]:
            self._rows.pop(person_id).drop()
        for person_id, person in present.items():
            if person_id not in self._rows:
                self._add_row(person)
            self._rows[person_id].show_person(person, names[person_id])
        if list(self._rows) != before:
            self._place_all()
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
            tab_before(self._add, row.cells)

    def _add_row(self, person: Participant) -> None:
        row = PersonRow(self._open, person, self)
        tab_before(self._add, row.cells)
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

    def remove_current(self) -> None:
        """Take out whoever's line has the keyboard."""
        focus = self.focusWidget()
        for person_id, row in self._rows.items():
            if focus is not None and any(cell.isAncestorOf(focus) for cell in row.cells):
                self._remove(person_id)
                return

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
