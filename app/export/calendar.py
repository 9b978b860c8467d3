"""Next steps and the next supervision as a calendar file (RFC 5545): when, and where to read it, never what it is.

Calendars are shared, synchronised and shown on screens in meetings: no word of the case may stand in one.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.export.options import ExportError, ExportOptions
from app.export.record_content import in_words
from models.dated import dated_steps, supervised_on
from models.process import Process
from models.record import NextStep
from models.session import Session

if TYPE_CHECKING:
    from icalendar import Event

_NOTHING = (
    "No next step has a date in its timescale and no day is set for the next supervision, so there is nothing "
    "to put into a calendar."
)
#: Nine in the morning of the day before: Outlook knows reminders before an event only.
_REMINDER = timedelta(hours=-15)


def steps_ics(session: Session, process: Process, options: ExportOptions) -> bytes:  # noqa: ARG001  # as all
    """One all-day event for each dated next step and one for the next supervision; ExportError where there are none."""
    from icalendar import Calendar

    options.check()
    held_on = supervised_on(session)
    events = [*_steps(session, held_on), *_next_supervision(session, held_on)]
    if not events:
        raise ExportError(_NOTHING)
    for event in events:
        event.stamp = datetime.combine(options.made_on or held_on or event.DTSTART, time(), UTC)
        event.sequence = options.copy_number  # a later copy takes the place of an earlier one
    calendar = Calendar.new(
        prodid="-//Askwell//Group supervision//EN",
        method="PUBLISH",
        uid=_uid(session.id, "calendar"),
        subcomponents=events,
    )
    content: bytes = calendar.to_ical()
    return content


def _steps(session: Session, held_on: date | None) -> Iterator["Event"]:
    """An event for each dated step, by its number in the record."""
    steps = [step.id for step in session.all(NextStep)]
    record = f"the record of the group supervision of {in_words(held_on)}" if held_on else "the record"
    for step, day in dated_steps(session):
        number = steps.index(step.id) + 1
        summary = f"Next step from group supervision ({number} of {len(steps)})"
        where = f"Step {number} in {record} says what is to be done, and who leads on it."
        yield _event(_uid(session.id, f"step/{step.id}"), day, summary, where)


def _next_supervision(session: Session, held_on: date | None) -> Iterator["Event"]:
    day = session.details.next_on
    if day is not None:
        before = f"The last one was on {in_words(held_on)}; its record says what was agreed." if held_on else ""
        yield _event(_uid(session.id, "next"), day, "Group supervision", before)


def _event(uid: str, day: date, summary: str, where: str) -> "Event":
    """An all-day event that keeps nobody from being asked for that day, with a reminder. `where` to read about it."""
    from icalendar import Alarm, Event

    # A day of its own that ends before the next, but for the last day of all calendars.
    end = day + timedelta(days=1) if day < date.max else None
    event = Event.new(uid=uid, summary=summary, description=where or None, start=day, end=end)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm.new(description=summary)
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _REMINDER)
    event.add_component(alarm)
    return event


def _uid(session_id: str, what: str) -> str:
    """The same for the same step each time, so that a calendar changes its event; nothing can be told from it."""
    return f"{hashlib.sha256(f'{session_id}/{what}'.encode()).hexdigest()[:32]}@askwell"
