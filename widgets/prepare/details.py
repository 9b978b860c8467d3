"""The first part of preparing: when, which team, what is known beforehand."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.moments import day_words, read_date, read_time
from models.people import Case, CaseStatus
from models.session import Change, Details
from widgets import theme
from widgets.parts.checked_field import CheckedField
from widgets.parts.fields import LineField, TextBinding, TextField, named
from widgets.parts.reflow import FlowLayout, words
from widgets.parts.scale_field import ScaleField

STATUSES = {
    CaseStatus.CHILD_PROTECTION: "CP: child protection",
    CaseStatus.LOOKED_AFTER: "LAC: looked after",
    CaseStatus.IN_NEED: "CHIN: in need",
    CaseStatus.WITH_DISABILITIES: "CWD: with disabilities",
}


def panel(title: str) -> tuple[QFrame, QVBoxLayout]:
    """A white panel with a heading."""
    frame = QFrame()
    frame.setProperty("kind", "panel")
    inside = QVBoxLayout(frame)
    gap = theme.text_height() // 2
    inside.setContentsMargins(gap, gap, gap, gap)
    inside.setSpacing(gap // 2)
    inside.addWidget(words(title, "subtitle"))
    return frame, inside


class DetailsPanel(QWidget):
    """Title, date, team, finish time, whether the group is new to the method, and the overview."""

    def __init__(self, open_session: OpenSession, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        document, masking = open_session.document, open_session.masking
        self.title = LineField("Title", "such as the family's initials")
        self.team = LineField("Team")
        self.held_on = CheckedField("Date", "3 May 2026", lambda text: read_date(text, today()), day_words)
        self.finish_by = CheckedField("Finish by", "15:30", read_time, str)
        self.new_to_method = named(QCheckBox("The group is new to the method"), "The group is new to the method")
        self.overview = TextField("Overview", "What the worker may have written beforehand")
        self.overview.setFixedHeight(theme.text_height() * 6)
        details = open_session.session.details
        self._bindings = [
            TextBinding(self.title, document, "Title", "title", masking),
            TextBinding(self.team, document, "Team", "team", None),
            TextBinding(self.overview, document, "Overview", "overview", masking),
        ]
        self._bindings[0].point_at(details)
        self._bindings[1].point_at(details)
        self._bindings[2].point_at(open_session.session.one(Case))
        self.held_on.entered.connect(lambda day: document.set("Change date", Details(), held_on=day))
        self.finish_by.entered.connect(lambda time: document.set("Change finish time", Details(), finish_by=time))
        self.new_to_method.clicked.connect(
            lambda on: document.set("Change “New to the method”", Details(), new_to_method=on)
        )
        self._lay_out()
        self.show_all()

    def _lay_out(self) -> None:
        frame, inside = panel("Session")
        grid = QGridLayout()
        fields: list[tuple[str, QWidget]] = [
            ("Title", self.title),
            ("Team", self.team),
            ("Date", self.held_on),
            ("Finish by", self.finish_by),
        ]
        for place, (text, field) in enumerate(fields):
            row, column = divmod(place, 2)
            grid.addWidget(words(text, "hint", field), row * 2, column)
            grid.addWidget(field, row * 2 + 1, column)
            grid.setColumnStretch(column, 1)
        inside.addLayout(grid)
        inside.addWidget(self.new_to_method)
        inside.addWidget(words("Overview", "hint", self.overview))
        inside.addWidget(self.overview)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addWidget(frame)

    def mirror(self, changes: list[Change]) -> None:
        """Follow the document."""
        if any(change.kind is Details for change in changes):
            self.show_all()

    def show_all(self) -> None:
        """Show what has no binding of its own."""
        details = self._open.session.details
        self.held_on.show_value(details.held_on)
        self.finish_by.show_value(details.finish_by)
        self.new_to_method.setChecked(details.new_to_method)


class CasePanel(QWidget):
    """Case status and the previous safety rating."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._boxes = {status: named(QCheckBox(text), text) for status, text in STATUSES.items()}
        self.rating = ScaleField("Previous safety rating")
        self.rating.chosen.connect(
            lambda value: open_session.document.set("Change previous safety rating", Case(), previous_rating=value)
        )
        line = FlowLayout()
        for box in self._boxes.values():
            box.clicked.connect(self._set_status)
            line.addWidget(box)
        zero, ten = open_session.process.safety_scale[1], open_session.process.safety_scale[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words("Case status", "hint"))
        column.addLayout(line)
        column.addWidget(words("Previous safety rating", "hint", self.rating))
        column.addWidget(self.rating)
        column.addWidget(words(f"0: {zero} · 10: {ten}", "hint"))
        self.show_all()

    def _set_status(self) -> None:
        chosen = tuple(status for status, box in self._boxes.items() if box.isChecked())
        self._open.document.set("Change case status", Case(), status=chosen)

    def mirror(self, changes: list[Change]) -> None:
        """Follow the document."""
        if any(change.kind is Case for change in changes):
            self.show_all()

    def show_all(self) -> None:
        """Show the case as it is."""
        case = self._open.session.one(Case)
        for status, box in self._boxes.items():
            box.setChecked(status in case.status)
        self.rating.show_value(case.previous_rating)
