"""Dates and times as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.moments import day_words, read_birth, read_date, read_time

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2019", "3/5/2019", "03.05.2019", "2019-05-03", "3rd may 2019", "3/5/19", "3 MAY 19", "Fri 3 May 2019",
        "Friday, 3/5/19",
    ],
)  # fmt: skip
def test_a_day_is_read_day_before_month(text: str) -> None:
    assert read_date(text, TODAY) == date(2019, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "31/2/2019", "May", "3 Maj 2019", "3/5/0019", "1/2/3/4", "x", "3 ma 2019", "Fri", "F 3 May 2019",
        "Fri 3 May 2019 x",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="not a date yet"):
        read_date(text, TODAY)


def test_nothing_is_no_day() -> None:
    assert read_date("  ", TODAY) is None


def test_a_date_of_birth_in_the_future_is_refused() -> None:
    assert read_birth("1/6/2026", TODAY) == TODAY
    with pytest.raises(ValueError, match="in the future"):
        read_birth("2/6/2026", TODAY)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_shown_is_read_back(day: date) -> None:
    assert read_date(day_words(day), TODAY) == day


@pytest.mark.parametrize(
    ("text", "time"),
    [("15:30", "15:30"), ("3.30pm", "15:30"), ("1530", "15:30"), ("9", "09:00"), ("12am", "00:00"), (" ", "")],
)
def test_a_time_is_read(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    "text", ["25:00", "12:60", "teatime", "99999", "half", "quarter past", "quarter to fifteen to"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a time yet"):
        read_time(text)


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("quarter to four", "15:45"), ("Half past three", "15:30"), ("a quarter past 3", "15:15"),
        ("twenty-five to four", "15:35"), ("20 to 4", "15:40"), ("four o'clock", "16:00"), ("noon", "12:00"),
        ("quarter to one", "12:45"), ("quarter to nine", "08:45"), ("half past ten pm", "22:30"),
    ],
)  # fmt: skip
def test_a_time_may_be_said_in_words(said: str, time: str) -> None:
    assert read_time(said) == time


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("3:45", "15:45"),
        ("345", "15:45"),
        ("03:45", "03:45"),
        ("3:45 am", "03:45"),
        ("8:15", "08:15"),
        ("12:15", "12:15"),
    ],
)
def test_a_small_hour_is_in_the_afternoon_unless_somebody_says_otherwise(typed: str, time: str) -> None:
    assert read_time(typed) == time
    assert read_time(time) == time
