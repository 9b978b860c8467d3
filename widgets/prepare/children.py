"""The children whose case it is: name, date of birth, reference."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.moments import day_words, read_birth
from models.people import Child
from models.session import Change
from widgets.parts.checked_field import CheckedField
from widgets.parts.entity_rows import RowGrid
from widgets.parts.fields import LineField, TextBinding, named
from widgets.parts.tab_order import tab_before
from widgets.prepare.details import CasePanel, panel


class ChildRow:
    """Name, date of birth and reference of one child."""

    def __init__(
        self, open_session: OpenSession, child: Child, today: Callable[[], date], place: int, parent: QWidget
    ) -> None:
        document = open_session.document
        self.name = LineField(f"Name of child {place}", parent=parent)
        self.born = CheckedField(
            f"Date of birth of child {place}", "3 May 2019", lambda text: read_birth(text, today()), day_words, parent
        )
        self.reference = LineField(f"Reference of child {place}", parent=parent)
        self.remove = named(QPushButton("Remove", parent), f"Remove child {place}")
        self.remove.setProperty("kind", "quiet")
        TextBinding(self.name, document, "Child's name", "name", open_session.masking).point_at(child)
        TextBinding(self.reference, document, "Reference", "reference", None).point_at(child)
        self.born.entered.connect(lambda day: document.set("Change date of birth", child, born=day))

    def widgets(self) -> list[QWidget]:
        """Name, date of birth, reference, remove."""
        return [self.name, self.born, self.reference, self.remove]


class ChildrenPanel(QWidget):
    """The children, and what is known of the case."""

    def __init__(self, open_session: OpenSession, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._today = today
        self._made = 0
        self._rows: dict[str, ChildRow] = {}
        self.grid = RowGrid(("Child", "Date of birth", "Reference", ""), (26, 30, 27, 0), turn_at=23)
        self.add = named(QPushButton("Add child"), "Add child")
        self.add.clicked.connect(self._add_child)
        self.case = CasePanel(open_session)
        frame, inside = panel("Case")
        inside.addWidget(self.grid)
        inside.addWidget(self.add)
        inside.addWidget(self.case)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.show_all()

    def mirror(self, changes: list[Change]) -> None:
        """Follow the document."""
        self.case.mirror(changes)
        if any(change.kind is Child for change in changes):
            self.show_all()

    def show_all(self) -> None:
        """Show the children; rows that stay are left alone."""
        children = {child.id: child for child in self._open.session.all(Child)}
        for gone in [child_id for child_id in self._rows if child_id not in children]:
            self.grid.drop(self._rows.pop(gone))
        for child_id, child in children.items():
            if child_id not in self._rows:
                self._add_row(child)
            self._rows[child_id].born.show_value(child.born)
        self.grid.setVisible(bool(children))

    def _add_row(self, child: Child) -> None:
        self._made += 1
        row = ChildRow(self._open, child, self._today, self._made, self)
        row.remove.clicked.connect(lambda _checked=False, held=child.id: self._remove(held))
        row.name.returnPressed.connect(row.born.setFocus)
        row.born.field.returnPressed.connect(row.reference.setFocus)
        row.reference.returnPressed.connect(self._add_child)
        self._rows[child.id] = row
        self.grid.add(row)
        tab_before(self.add, row.widgets())

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes through the rows before what stands below them."""
        super().showEvent(event)
        for row in self._rows.values():
            tab_before(self.add, row.widgets())

    def _add_child(self) -> None:
        """One more row; where the last is still empty, that one is used."""
        children = self._open.session.all(Child)
        if not children or children[-1].name.strip():
            document = self._open.document
            child = Child(document.new_id(), "", rank=self._open.session.next_rank(Child))
            document.add("Add child", child)
            children.append(child)
        self._rows[children[-1].id].name.setFocus()

    def _remove(self, child_id: str) -> None:
        self._open.document.remove("Delete child", self._open.session.get(Child, child_id))
        self.add.setFocus()

    def drop_empty(self) -> None:
        """Rows in which nothing was typed are not children."""
        empty = [child for child in self._open.session.all(Child) if not (child.name + child.reference).strip()]
        self._open.document.do("Delete empty rows", [Change(child, None) for child in empty if child.born is None])
