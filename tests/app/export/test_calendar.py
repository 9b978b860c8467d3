"""Next steps as a calendar file: every dated one, readable by calendars, and nothing of the case in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar

from app.export import ExportCancelledError, ExportError, ExportOptions
from app.export.calendar import steps_ics
from models.dated import dated_steps
from models.people import Child
from models.record import NextStep
from models.session import Details, Session
from tests.app.export.reading import process
from tests.strategies import sessions

HELD_ON = date(2026, 9, 17)
STEPS = (
    NextStep("a", "Ask Gran about Fridays", "Tue 22 September 2026, home visit", "Wren", 0),
    NextStep("b", "Keep an eye on school", "ongoing", "Bea", 1),
    NextStep("c", "Ring the school", "within 2 weeks", "Wren", 2),
)


def session(**details: Any) -> Session:
    given_details = {"held_on": HELD_ON, "next_on": date(2026, 10, 15), "title": "Mensah family", **details}
    return Session("session-1", [Details(**given_details), Child("ama", "Ama Mensah", None, "440912"), *STEPS])


def made(of: Session, **options: Any) -> bytes:
    return steps_ics(of, process(), ExportOptions(**options))


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_each_dated_step_and_the_next_supervision_is_a_day_in_the_calendar() -> None:
    found = [
        (str(event["SUMMARY"]), event.decoded("DTSTART"), event.decoded("DTEND")) for event in events(made(session()))
    ]
    day = timedelta(days=1)
    assert found == [
        ("Next step from group supervision (1 of 3)", date(2026, 9, 22), date(2026, 9, 22) + day),
        ("Next step from group supervision (3 of 3)", date(2026, 10, 1), date(2026, 10, 1) + day),
        ("Group supervision", date(2026, 10, 15), date(2026, 10, 15) + day),
    ]


def test_each_says_where_to_read_on_and_reminds_the_morning_before() -> None:
    step, _, supervision = events(made(session()))
    assert "Step 1 in the record of the group supervision of 17 September 2026" in str(step["DESCRIPTION"])
    assert "17 September 2026" in str(supervision["DESCRIPTION"])
    for event in (step, supervision):
        [alarm] = event.walk("VALARM")
        assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", timedelta(hours=-15))
        assert event["TRANSP"] == "TRANSPARENT"


def test_lines_are_short_end_as_they_must_and_the_file_is_the_same_each_time() -> None:
    content = made(session())
    assert content == made(session())
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert b"METHOD:PUBLISH\r\n" in content


def test_a_later_copy_changes_the_same_events() -> None:
    moved = session()
    step = moved.get(NextStep, "a")
    moved = Session(moved.id, [*(e for e in moved.entities() if e != step), replace(step, timescale="2 October 2026")])
    first, later = events(made(session(), copy_number=1)), events(made(moved, copy_number=2))
    assert {event["UID"] for event in first} == {event["UID"] for event in later}
    assert len({event["UID"] for event in first}) == 3
    assert [event["SEQUENCE"] for event in first + later] == [1, 1, 1, 2, 2, 2]
    other = Session("session-2", session().entities())
    assert not {event["UID"] for event in first} & {event["UID"] for event in events(made(other))}


def test_it_is_stamped_with_the_day_it_was_made_or_that_of_the_supervision() -> None:
    assert {event.stamp for event in events(made(session()))} == {datetime(2026, 9, 17, tzinfo=UTC)}
    stamps = {event.stamp for event in events(made(session(), made_on=date(2026, 9, 18)))}
    assert stamps == {datetime(2026, 9, 18, tzinfo=UTC)}
    undated = events(made(session(held_on=None)))
    assert [event.stamp for event in undated] == [
        datetime(2026, 9, 22, tzinfo=UTC), datetime(2026, 10, 15, tzinfo=UTC),
    ]  # fmt: skip


def test_without_any_day_there_is_nothing_to_make() -> None:
    for empty in (Session("s"), Session("s", [STEPS[1]])):
        with pytest.raises(ExportError, match="No next step has a date"):
            made(empty)
    with pytest.raises(ExportCancelledError):
        made(session(), cancelled=lambda: True)


def test_the_last_day_of_all_calendars_is_a_day_too() -> None:
    [*_, supervision] = events(made(session(next_on=date.max)))
    assert supervision.decoded("DTSTART") == date.max


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sessions())
def test_no_word_that_people_typed_is_in_it(any_session: Session) -> None:
    """The file is that of the same session with every typed word taken out, and with ids of the same rows."""
    steps = [replace(step, timescale="by 3 May 2099") for step in any_session.all(NextStep)] or [STEPS[0]]
    others = [entity for entity in any_session.entities() if not isinstance(entity, NextStep)]
    full = Session(any_session.id, [*others, *steps])
    details, progress = full.details, full.progress
    bare_steps = [NextStep(step.id, "", step.timescale, rank=step.rank) for step in steps]
    bare = Session(full.id, [Details(held_on=details.held_on, next_on=details.next_on), progress, *bare_steps])
    if dated_steps(full) or details.next_on:
        assert made(full) == made(bare)
