"""The record's draft as fields, part by part, in the order of the form (Appendix 4)."""

import re
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget

from app.export.options import REFERENCE_LABEL
from app.open_session import OpenSession
from models.mapping import Rating, ScaleKind
from models.missing import Missing
from models.moments import day_words, read_birth, read_date
from models.people import Case, CaseStatus, Child
from models.provenance import rating_origin
from models.record import NextStep, Part
from models.session import Change, Details, set_fields
from widgets.after.next_steps import NextSteps
from widgets.after.next_supervision import NextSupervision, not_taken
from widgets.after.part_head import PartHead
from widgets.after.table_buttons import TableButtons
from widgets.after.text_part import TextPart
from widgets.cards.card_rows import presenting_workers
from widgets.parts.checked_field import CheckedField
from widgets.parts.entity_table import EntityTable, Field
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, words
from widgets.parts.scale_panel import ScalePanel
from widgets.parts.text_places import select, utf16

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
    """All parts of the record, and the day of the next supervision.

    Signals:
        copy_wanted(str section): this section is to be put on the clipboard.
        refused(str): a text that cannot be the field's value, and why.
        said(str): a sentence on what was done.
        moved: the keyboard is on another line or cell.
        judged: a date was left as something that can be read, or cannot.
    """

    copy_wanted = Signal(str)
    refused = Signal(str)
    said = Signal(str)
    moved = Signal()
    judged = Signal()

    def __init__(self, open_session: OpenSession, save_dates: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._document = open_session.document
        self._held_on = CheckedField(
            "Date of group supervision", "3 May 2026", lambda text: read_date(text, self._today()), day_words
        )
        self._held_on.entered.connect(lambda day: self._document.set("Change date", Details(), held_on=day))
        self._children = self._children_table()
        self._call_references()
        open_session.settings.changed.connect(self._call_references)
        self._statuses = {status: self._status_box(status) for status in STATUSES}
        self._previous = ScalePanel("Previous safety rating")
        self._previous.chosen.connect(self._set_previous)
        self.texts = {part: TextPart(open_session, part, name) for part, name in PARTS.items()}
        for part, text in self.texts.items():
            text.copy_wanted.connect(lambda section=part.value: self.copy_wanted.emit(section))
            text.said.connect(self.said)
        self._current = ScalePanel("Current safety rating", *open_session.process.safety_scale)
        self._current.chosen.connect(self._set_current)
        self._from = words("", "hint")
        self._from.hide()
        self.steps = NextSteps(open_session, lambda: self.copy_wanted.emit("next_steps"))
        self._next = NextSupervision(open_session, save_dates)
        for day in (self._held_on, self._next.field):
            day.judged.connect(self.judged)
        self._lay_out()
        self._connect()

    def _children_table(self) -> EntityTable:
        columns = (
            Field("name", "Name", 3),
            Field("born", "Date of birth", 3, written_date, self._read_birth, private=True),
            Field("reference", REFERENCE_LABEL, 4, private=True),
        )
        return EntityTable("Children", self._document, Child, "child", columns, self._open.masking)

    def _connect(self) -> None:
        for text in self.texts.values():
            text.field.cursorPositionChanged.connect(self.moved)
        for table in (self._children, self.steps.table):
            table.entities.refused.connect(self.refused)
            table.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        self._document.changed.connect(self._mirror)

    def show_all(self) -> None:
        """Show dates, scales and ticks; texts and tables follow by themselves."""
        session = self._open.session
        self._held_on.show_value(session.details.held_on)
        case = session.one(Case)
        self._previous.show_value(case.previous_rating)
        own = self._own_rating()
        self._current.show_value(own.value if own else None)
        self._from.setText(self._open.masking.text(rating_origin(session).words))
        for status, box in self._statuses.items():
            box.setChecked(status in case.status)
        self._next.show_all()

    def first_field(self) -> QWidget:
        """Where the form begins."""
        return self._held_on

    def not_taken(self) -> list[Missing]:
        """Dates that are typed and not taken."""
        return [*not_taken(self._held_on, "Date of group supervision", "held_on"), *self._next.not_taken()]

    def go_on(self, onward: bool) -> None:
        """Put the keyboard into the next part, or into the one before; from elsewhere into the first, or the last."""
        parts = self._parts()
        tops = [part.mapTo(self, QPoint()).y() for part in parts]
        here, place = QApplication.focusWidget(), 0 if onward else len(parts) - 1
        if here is not None and self.isAncestorOf(here):
            middle = here.mapTo(self, here.rect().center()).y()
            at = sum(top <= middle for top in tops) - 1  # what stands below a field belongs to its part
            place = min(max(at + (1 if onward else -1), 0), len(parts) - 1)
        parts[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _parts(self) -> list[QWidget]:
        """Where one types in each part, in the form's order."""
        texts = {part: text.field for part, text in self.texts.items()}
        return [
            self._held_on, self._children, self._statuses[CaseStatus.CHILD_PROTECTION], self._previous,
            *texts.values(), self._current, self.steps.table, self._next.field,
        ]  # fmt: skip

    def go_to(self, missing: Missing) -> None:
        """Put the keyboard where what is missing can be typed."""
        tables = {"children": self._children, "next_steps": self.steps.table}
        fields: dict[str, QWidget] = {"held_on": self._held_on, "next": self._next.field}
        fields |= {"status": self._statuses[CaseStatus.CHILD_PROTECTION]}
        fields |= {"current": self._current} | {part.value: text.field for part, text in self.texts.items()}
        if missing.section not in tables:
            fields[missing.section].setFocus()
        elif missing.row:
            tables[missing.section].go_to(missing.row, missing.attribute)
        else:
            tables[missing.section].add_row()

    def go_to_name(self, name: str) -> None:
        """Select a name where it stands first."""
        wanted = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
        for text in self.texts.values():
            if found := wanted.search(text.field.toPlainText()):
                before = text.field.toPlainText()[: found.start()]
                select(text.field, (utf16(before), utf16(before + found.group())))
                return
        for step in self._open.session.all(NextStep):
            for attribute in ("text", "timescale", "lead"):
                if wanted.search(getattr(step, attribute)):
                    self.steps.table.go_to(step.id, attribute)
                    return

    # Making

    def _status_box(self, status: CaseStatus) -> QCheckBox:
        box = named(QCheckBox(STATUSES[status]), STATUSES[status])
        box.clicked.connect(lambda on: self._set_status(status, on))
        return box

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(6)
        status = QWidget()
        flow = FlowLayout(status)
        for box in self._statuses.values():
            flow.addWidget(box)
        self._part(layout, "Date of group supervision", self._held_on, "held_on")
        self._part(layout, "Children", self._children, "children")
        layout.addWidget(TableButtons(self._children))
        self._part(layout, "Case status", status, "status")
        self._part(layout, "Previous safety rating", self._previous, "previous")
        for text in self.texts.values():
            layout.addWidget(text)
        self._part(layout, "Current safety rating", self._current, "current", self._from)
        layout.addWidget(self._from)
        layout.addWidget(self.steps)
        layout.addWidget(self._next)
        layout.addStretch(1)

    def _part(
        self, layout: QVBoxLayout, name: str, field: QWidget, section: str, source: QWidget | None = None
    ) -> None:
        """A part under its heading; `source` is shown, below, where somebody asks where it came from."""
        head = PartHead(name, field)
        if source is not None:
            head.add_where("Where this came from", source.setVisible, source)
        head.add_copy(lambda: self.copy_wanted.emit(section))
        layout.addWidget(head)
        layout.addWidget(field)

    def _call_references(self) -> None:
        """As the agency's case system does."""
        self._children.entities.call("reference", self._open.settings.values.reference_label or REFERENCE_LABEL)

    def _read_birth(self, text: str) -> date | None:
        return read_birth(text, self._today())

    def _today(self) -> date:
        return self._open.engine.utc_now().astimezone().date()

    # Following and changing

    def _mirror(self, changes: list[Change]) -> None:
        if any(change.kind in (Case, Details, Rating) for change in changes) and self.isVisible():
            self.show_all()

    def _own_rating(self) -> Rating | None:
        held = self._open.session.all(Rating, lambda rating: rating.scale is ScaleKind.SAFETY and rating.worker)
        return next((rating for rating in reversed(held) if rating.value is not None), held[-1] if held else None)

    def _set_previous(self, value: int | None) -> None:
        self._document.set("Change previous safety rating", Case(), merge="previous rating", previous_rating=value)

    def _set_current(self, value: int | None) -> None:
        session = self._open.session
        own = self._own_rating() or Rating(
            self._document.new_id(), ScaleKind.SAFETY, presenting_workers(session), None, True
        )
        rank = own.rank if session.find(Rating, own.id) else session.next_rank(Rating)
        change = set_fields(session, own, value=value, rank=rank)
        self._document.do("Change current safety rating", [change], merge=f"rating/{own.id}")

    def _set_status(self, status: CaseStatus, on: bool) -> None:
        held = set(self._open.session.one(Case).status) - {status} | ({status} if on else set())
        self._document.set("Change case status", Case(), status=tuple(each for each in CaseStatus if each in held))


def written_date(day: date | None) -> str:
    """A date as people type it: 3/5/2019."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""
