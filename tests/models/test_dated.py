"""Days in people's own words: the timescales of next steps."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dated import date_in, dated_steps, supervised_on, undated_steps
from models.record import NextStep
from models.session import Details, Progress, Session
from tests.strategies import texts

#: A Thursday.
TODAY = date(2026, 9, 17)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tue 22 September 2026, home visit", "2026-09-22"),
        ("By Fri 25 September 2026; a talk on 6 October", "2026-09-25"),
        ("by 3/5/27", "2027-05-03"), ("03.05.2027", "2027-05-03"), ("3-5-2027", "2027-05-03"),
        ("2027-05-03", "2027-05-03"),
        ("Fri 18 Sept", "2026-09-18"), ("5th of May", "2027-05-05"), ("the 1st of October", "2026-10-01"),
        ("Today, Thu 17 September 2026", "2026-09-17"), ("17 Sept", "2026-09-17"), ("16 Sept", "2027-09-16"),
        ("29 Feb", "2028-02-29"), ("Sept 30th", "2026-09-30"), ("September 22, 2026", "2026-09-22"),
        ("22nd Sept '26", "2026-09-22"), ("18 Sept 10 am", "2026-09-18"), ("18 Sept 10.30", "2026-09-18"),
        ("by 3/10", "2026-10-03"), ("Tue 22/9", "2026-09-22"), ("10.30 on 22/9", "2026-09-22"),
        ("٢٢ September", "2026-09-22"),
        ("Mon 28/9/2026 10:00", "2026-09-28"), ("Before conference: Sun 4 October 2026, 2 pm", "2026-10-04"),
    ],
)  # fmt: skip
def test_a_day_is_found_among_other_words_day_before_month(text: str, day: str) -> None:
    assert date_in(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("within 2 weeks", "2026-10-01"), ("in ten days", "2026-09-27"), ("two weeks' time", "2026-10-01"),
        ("4-6 weeks", "2026-10-29"), ("in a fortnight", "2026-10-01"), ("within the next fortnight", "2026-10-01"),
        ("in a couple of weeks", "2026-10-01"), ("3 months", "2026-12-17"), ("in a year", "2027-09-17"),
        ("within 24 hours", "2026-09-18"), ("within 36 hours", "2026-09-19"), ("within the week", "2026-09-24"),
        ("within 10 working days", "2026-10-01"), ("2 working days", "2026-09-21"), ("in five months", "2027-02-17"),
        ("next Friday", "2026-09-18"), ("by Friday", "2026-09-18"), ("Friday week", "2026-09-25"),
        ("Thursday", "2026-09-24"),
        ("Sat", "2026-09-19"), ("today", "2026-09-17"), ("tomorrow", "2026-09-18"),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_supervision(text: str, day: str) -> None:
    assert date_in(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "", "ongoing", "asap", "next week", "May 2026", "by the end of 2026", "24/7", "2/3 of sessions", "1/2/3/4",
        "31 November", "every Friday", "last Friday", "Fridays", "sat down", "every 2 weeks", "for 6 weeks",
        "once a month",
        "2 weeks ago", "12 weeks old", "6 weeks before conference", "a month", "2 hours", "fortnightly", "in week 3",
        "01234 56 78 90", "999999 days",
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert date_in(text, TODAY) is None


def test_the_last_day_of_a_shorter_month() -> None:
    assert date_in("in a month", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police: Fri 18 September 2026; the talk by Wed 23 September", date(2026, 9, 18)),
        ("asked 1 September 2026, then 5 October", date(2026, 10, 5)),
        ("within 2 weeks of 22 September", date(2026, 9, 22)),
        ("Tuesday, or else 1 October", date(2026, 9, 22)),
        ("done on 1 September 2026, told on 2/9/26", date(2026, 9, 1)),
    ],
)
def test_of_several_days_the_first_that_is_still_to_come_or_else_the_first(text: str, day: date) -> None:
    assert date_in(text, TODAY) == day


def test_without_a_day_to_count_from_only_whole_days_are_found() -> None:
    assert date_in("Friday, or in 2 weeks, or 5 May, or 5 May 26", None) == date(2026, 5, 5)
    assert date_in("Friday, or in 2 weeks, or 5 May", None) is None


@given(
    st.dates(date(2026, 9, 17), date(2199, 12, 31)),
    st.sampled_from(
        ["{0:%a} {0.day} {0:%B} {0.year}, home visit", "by {0:%d/%m/%Y}.", "({0:%d.%m.%Y})", "{0:%b} {0.day}, {0.year}"]
    ),
)
def test_every_day_is_read_however_it_is_written(day: date, written: str) -> None:
    assert date_in(written.format(day), TODAY) == day


@given(
    st.lists(st.one_of(texts, st.sampled_from(["3", "in", "weeks", "/", "Feb", "9999", "month", "every"]))), st.dates()
)
def test_no_words_are_too_odd_and_only_a_day_with_its_year_is_past(words: list[str], today: date) -> None:
    text = " ".join(words)
    found = date_in(text, today)
    assert found is None or found >= today or found == date_in(text, None)


@pytest.mark.parametrize("text", ["a ", "1/", "in the ", "Fri ", "12 may ", "x", "1 "])
def test_endless_words_are_read_in_good_time(text: str) -> None:
    date_in(text * (100_000 // len(text)), TODAY)


def test_steps_are_parted_into_dated_and_undated_in_the_records_order() -> None:
    steps = [
        NextStep("a", "Ring Nan", "within 2 weeks", rank=2),
        NextStep("b", "Ask Jade", "soon", rank=1),
        NextStep("c", "Visit", "1 October 2026", rank=0),
    ]
    session = Session("s", [Details(held_on=TODAY), *steps])
    assert dated_steps(session) == [(steps[2], date(2026, 10, 1)), (steps[0], date(2026, 10, 1))]
    assert undated_steps(session) == [steps[1]]


def test_a_session_without_a_date_was_on_the_day_it_began() -> None:
    begun = datetime(2026, 9, 17, 12, tzinfo=UTC)
    assert supervised_on(Session("s", [Progress(started_at=begun)])) == TODAY
    assert supervised_on(Session("s")) is None
