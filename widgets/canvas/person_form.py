"""Everything about one person in a form: what the keys do on the picture, and what there is no key for."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.document import Document
from app.masking import Masking
from models.family_couples import couples_of_two
from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.session import Change
from widgets.canvas.couple_rows import CoupleRow
from widgets.canvas.edits import CanvasEdits
from widgets.canvas.form_parts import FormContext, Rows
from widgets.canvas.friend_fields import FriendFields
from widgets.canvas.home_fields import HomeFields
from widgets.canvas.line_rows import LineRow, LineRows
from widgets.canvas.origin_rows import OriginRow
from widgets.canvas.person_fields import PersonFields
from widgets.parts.fields import named
from widgets.parts.focus_follower import FocusFollower
from widgets.parts.reflow import column, scrolled, words

KINDS = frozenset({Person, Partnership, ChildOf, Household, Relationship})


class PersonForm(QWidget):
    """The person pointed at, mirrored both ways; each field is one step of undo. It scrolls where it is high."""

    def __init__(self, document: Document, masking: Masking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Details")
        self._context = FormContext(document, masking, CanvasEdits(document))
        context = self._context
        self._nobody = words("Nobody is chosen.", "hint")
        self._whole, inside = column(gap=6)
        self._who = PersonFields(context)
        self._origins = Rows("Child of", lambda link: OriginRow(context, link))
        self._couples = Rows("Couple", lambda couple: CoupleRow(context, couple))
        self._home = HomeFields(context)
        self._lines = LineRows(context, lambda line: LineRow(context, line))
        self._friend = FriendFields(context)
        for part in (self._who, self._origins, self._couples, self._home, self._lines, self._friend):
            inside.addWidget(part)
        inside.addStretch(1)
        page, page_column = column()
        page_column.setContentsMargins(8, 4, 8, 8)
        page_column.addWidget(self._nobody)
        page_column.addWidget(self._whole, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(page))
        self._follower = FocusFollower(self)
        self._stale = False
        document.changed.connect(self._mirror)
        masking.changed.connect(self._show)
        self._show()

    def point_at(self, person_id: str) -> None:
        """Be about this person from now on; "" is nobody."""
        if person_id == self._context.person:
            return
        self._context.person = person_id
        person = self._person()
        if person is None:
            self._who.let_go()
        else:
            self._who.point_at(person)
        self._show()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self._who.first_field()

    def _person(self) -> Person | None:
        return self._context.family.people.get(self._context.person)

    def _mirror(self, changes: list[Change]) -> None:
        if any(change.kind in KINDS for change in changes):
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody saw the form is shown now."""
        super().showEvent(event)
        if self._stale:
            self._show()

    def _show(self) -> None:
        person = self._person()
        if self._context.person and person is None:
            self._context.person = ""
            self._who.let_go()
        self._nobody.setVisible(person is None)
        self._whole.setVisible(person is not None)
        self._stale = not self.isVisible()
        if person is None or self._stale:
            return
        family = self._context.family
        self._who.show_person(person)
        self._origins.show_entities(family.origins.get(person.id, []))
        self._origins.setVisible(person.id in family.origins)
        couples = couples_of_two(family, person.id)
        self._couples.show_entities(couples)
        self._couples.setVisible(bool(couples))
        self._home.show_person(person)
        self._lines.show_person(person)
        self._friend.show_person(person)
