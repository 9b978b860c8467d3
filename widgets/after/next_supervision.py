"""The day of the next supervision, and the dates that go to the calendar."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.export import FORMATS
from app.open_session import OpenSession
from models.dated import dated_steps
from models.missing import Missing
from models.moments import day_words, read_date
from models.record import NextStep
from models.session import Change, Details
from widgets.parts.action_button import ActionButton
from widgets.parts.checked_field import CheckedField
from widgets.parts.reflow import words

CALENDAR = "steps-ics"
#: So many rows are named one by one; of more only the number is said.
NAMED = 8
NOT_A_DATE = "what is typed is not a date"


class NextSupervision(QWidget):
    """A date, and in words which next steps have one."""

    def __init__(self, open_session: OpenSession, save_dates: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._save_dates = save_dates
        self.field = CheckedField("Next supervision", "5 May 2026", self._read, day_words)
        self.field.entered.connect(
            lambda day: open_session.document.set("Change next supervision", Details(), next_on=day)
        )
        self._dates = words("", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(words("Next supervision", "subtitle", self.field))
        layout.addWidget(self.field)
        layout.addWidget(self._dates)
        layout.addWidget(ActionButton(save_dates), 0, Qt.AlignmentFlag.AlignLeft)
        open_session.document.changed.connect(self._follow)

    def show_all(self) -> None:
        """Show the date, and say what the calendar would hold."""
        session = self._open.session
        self.field.show_value(session.details.next_on)
        steps, dated = session.all(NextStep), dated_steps(session)
        self._dates.setText(dates_in_words(steps, [step for step, _ in dated]))
        self._save_dates.setVisible(CALENDAR in FORMATS)
        self._save_dates.setEnabled(bool(dated) or session.details.next_on is not None)

    def not_taken(self) -> list[Missing]:
        """What is typed and cannot be the day, as something that is missing."""
        why = "what is typed is not a day after this one"
        try:
            read_date(self.field.field.text(), self._today())
        except ValueError:
            why = NOT_A_DATE
        return not_taken(self.field, "Next supervision", "next", why)

    def _follow(self, changes: list[Change]) -> None:
        if self.isVisible() and any(change.kind in (Details, NextStep) for change in changes):
            self.show_all()

    def _read(self, text: str) -> date | None:
        day = read_date(text, self._today())
        held_on = self._open.session.details.held_on
        if day is not None and held_on is not None and day <= held_on:
            raise ValueError("This day does not come after the supervision: look at day, month and year.")
        return day

    def _today(self) -> date:
        return self._open.engine.utc_now().astimezone().date()


def not_taken(field: CheckedField, name: str, section: str, why: str = NOT_A_DATE) -> list[Missing]:
    """A date that was left as something that cannot be read: what holds is another, and nobody is to miss that."""
    holds = f"the record still says {field.held}" if field.held else "the record has no date"
    return [Missing(f"{name}: {why}; {holds}", section)] if field.wrong else []


def dates_in_words(steps: list[NextStep], dated: list[NextStep]) -> str:
    """How many of the next steps have a date, and which have none."""
    if not steps:
        return ""
    with_date = {step.id for step in dated}
    without = [str(place) for place, step in enumerate(steps, 1) if step.id not in with_date]
    if not without:
        return "The only next step has a date." if len(steps) == 1 else f"All {len(steps)} next steps have a date."
    some = f"{len(dated)} of {len(steps)} next steps {'has' if len(dated) == 1 else 'have'} a date"
    if len(without) > NAMED:
        return f"{some}; {len(without)} have none yet."
    last = f" and {without[-1]}" if len(without) > 1 else ""
    rows = f"{', '.join(without[:-1] or without)}{last}"
    return f"{some}; {'row' if len(without) == 1 else 'rows'} {rows} {'has' if len(without) == 1 else 'have'} none yet."
