"""The record's draft as fields, part by part, in the order of the form (Appendix 4)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.mapping import Rating, ScaleKind
from models.missing import missing_details
from models.moments import day_words, read_birth, read_date
from models.people import Case, CaseStatus, Child
from models.record import NextStep, Part, RecordPart
from models.session import Change, Details, set_fields
from models.smart import smart_advice
from widgets.cards.card_rows import presenting_workers
from widgets.parts.checked_field import CheckedField
from widgets.parts.entity_table import EntityTable, Field
from widgets.parts.fields import TextBinding, named
from widgets.parts.growing_field import GrowingField
from widgets.parts.reflow import FlowLayout, words
from widgets.parts.scale_panel import ScalePanel

PARTS = {
    Part.WORKING_WELL: "What's working well?",
    Part.WORRIED: "What are we worried about and what needs to change?",
    Part.REFLECTION: "Reflection and analysis",
}
STATUSES = {
    CaseStatus.CHILD_PROTECTION: "CP: child protection",
    CaseStatus.LOOKED_AFTER: "LAC: looked after",
    CaseStatus.IN_NEED: "CHIN: child in need",
    CaseStatus.WITH_DISABILITIES: "CWD: children with disabilities",
}


class RecordEditor(QWidget):
    """All parts of the record.

    Signals:
        copy_wanted(str section): this section is to be put on the clipboard.
        refused(str): a text that cannot be the field's value, and why.
    """

    copy_wanted = Signal(str)
    refused = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._document = open_session.document
        self._missing = words("", "hint")
        self._held_on = CheckedField(
            "Date of group supervision", "3 May 2026", lambda text: read_date(text, self._today()), day_words
        )
        self._held_on.entered.connect(lambda day: self._document.set("Date", Details(), held_on=day))
        self._texts = {part: GrowingField(name) for part, name in PARTS.items()}
        self._bindings = {part: self._bind(part) for part in PARTS}
        self._previous = ScalePanel("Previous safety rating")
        self._previous.chosen.connect(self._set_previous)
        self._current = ScalePanel("Current safety rating", *open_session.process.safety_scale)
        self._current.chosen.connect(self._set_current)
        self._statuses = {status: self._status_box(status) for status in STATUSES}
        self._children = EntityTable(
            "Children",
            self._document,
            Child,
            (
                Field("name", "Name", 4),
                Field("born", "Date of birth", 3, written_date, self._read_birth),
                Field("reference", "Reference", 3),
            ),
            open_session.masking,
        )
        self._steps = EntityTable(
            "Next steps",
            self._document,
            NextStep,
            (Field("text", "Step", 6), Field("timescale", "Timescale", 2), Field("lead", "Lead", 2)),
            open_session.masking,
            smart_advice,
        )
        self._children.entities.refused.connect(self.refused)
        self._lay_out()
        self._document.changed.connect(self._mirror)
        open_session.masking.changed.connect(self.show_all)

    def show_all(self) -> None:
        """Show what is missing, the scales and the ticks; texts and tables follow by themselves."""
        session = self._open.session
        missing = [self._open.masking.text(each.words) for each in missing_details(session)]
        self._missing.setText(f"Still missing: {'; '.join(missing)}. You can export all the same." if missing else "")
        self._missing.setVisible(bool(missing))
        self._held_on.show_value(session.details.held_on)
        case = session.one(Case)
        self._previous.show_value(case.previous_rating)
        own = self._own_rating()
        self._current.show_value(own.value if own else None)
        for status, box in self._statuses.items():
            box.setChecked(status in case.status)

    def first_field(self) -> QWidget:
        """The first text."""
        return self._texts[Part.WORKING_WELL]

    # Making

    def _bind(self, part: Part) -> TextBinding:
        binding = TextBinding(self._texts[part], self._document, PARTS[part], "text", self._open.masking)
        binding.point_at(RecordPart(part.value))
        return binding

    def _status_box(self, status: CaseStatus) -> QCheckBox:
        box = named(QCheckBox(STATUSES[status]), STATUSES[status])
        box.clicked.connect(lambda on: self._set_status(status, on))
        return box

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(self._missing)
        self._part(layout, "Date of group supervision", self._held_on, "held_on")
        self._part(layout, "Children", self._children, "children")
        layout.addWidget(self._table_buttons(self._children, "child", Child, moves=False))
        status = QWidget()
        flow = FlowLayout(status)
        for box in self._statuses.values():
            flow.addWidget(box)
        self._part(layout, "Case status", status, "status")
        self._part(layout, "Previous safety rating", self._previous, "previous")
        for part, name in PARTS.items():
            self._part(layout, name, self._texts[part], part.value)
        self._part(layout, "Current safety rating", self._current, "current")
        self._part(layout, "Next steps", self._steps, "next_steps")
        layout.addWidget(self._table_buttons(self._steps, "step", NextStep, moves=True))
        layout.addStretch(1)

    def _part(self, layout: QVBoxLayout, name: str, field: QWidget, section: str) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 8, 0, 0)
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row.addWidget(words(name, "subtitle", field), 1)
        copy = named(QPushButton("Copy"), f"Copy {name}")
        copy.setProperty("kind", "quiet")
        copy.setToolTip(f"Copy “{name}” for the case system")
        copy.clicked.connect(lambda: self.copy_wanted.emit(section))
        row.addWidget(copy)
        layout.addWidget(head)
        layout.addWidget(field)

    def _table_buttons(self, table: EntityTable, what: str, kind: type[Any], moves: bool) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        doings: list[tuple[str, Callable[[], None]]] = [
            (f"Add {what}", lambda: table.add(kind(self._document.new_id(), ""), f"Add {what}")),
            (f"Remove {what}", lambda: table.remove_current(f"Remove {what}")),
        ]
        if moves:
            doings.append((f"Move {what} up", lambda: table.move_current(-1, f"Move {what}")))
            doings.append((f"Move {what} down", lambda: table.move_current(1, f"Move {what}")))
        for text, do in doings:
            button = named(QPushButton(text), text)
            button.clicked.connect(do)
            flow.addWidget(button)
        return row

    def _read_birth(self, text: str) -> date | None:
        return read_birth(text, self._today())

    def _today(self) -> date:
        return self._open.engine.utc_now().astimezone().date()

    # Following and changing

    def _mirror(self, changes: list[Change]) -> None:
        if any(change.kind in (Case, Child, Details, Rating) for change in changes) and self.isVisible():
            self.show_all()

    def _own_rating(self) -> Rating | None:
        held = self._open.session.all(Rating, lambda rating: rating.scale is ScaleKind.SAFETY and rating.worker)
        return next((rating for rating in reversed(held) if rating.value is not None), held[-1] if held else None)

    def _set_previous(self, value: int | None) -> None:
        self._document.set("Previous safety rating", Case(), merge="previous rating", previous_rating=value)

    def _set_current(self, value: int | None) -> None:
        session = self._open.session
        own = self._own_rating() or Rating(
            self._document.new_id(), ScaleKind.SAFETY, presenting_workers(session), None, True
        )
        rank = own.rank if session.find(Rating, own.id) else session.next_rank(Rating)
        change = set_fields(session, own, value=value, rank=rank)
        self._document.do("Current safety rating", [change], merge=f"rating/{own.id}")

    def _set_status(self, status: CaseStatus, on: bool) -> None:
        held = set(self._open.session.one(Case).status) - {status} | ({status} if on else set())
        self._document.set("Case status", Case(), status=tuple(each for each in CaseStatus if each in held))


def written_date(day: date | None) -> str:
    """A date as people type it: 3/5/2019."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""
