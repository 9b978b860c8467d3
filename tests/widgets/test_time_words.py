"""The time in words: beside the clock, at the marks, and when somebody changes it."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from app.resources import process
from models.timer import Reading
from tests.held_clock import HeldClock, open_on
from widgets.session import timer_panel
from widgets.session.pace_line import PaceLine
from widgets.session.page import SessionPage
from widgets.session.time_words import clock_words, minutes_text, not_started, spoken, spoken_mark, spoken_time

TALK = process("group_supervision").step("introductions").phase("talk")
OURS = process("group_supervision").step("working-well").phase("read")


@pytest.mark.parametrize(
    ("spent", "digits", "words", "over"),
    [
        (0, "3:00", "left of 3 min", False),
        (119, "1:01", "left of 3 min", False),
        (120, "1:00", "last minute of 3 min", False),
        (179.5, "0:01", "last minute of 3 min", False),
        (180, "0:00", "time is up · 3 min planned", True),
        (181, "+0:01", "over time · 3 min planned", True),
        (180 + 3600, "+60:00", "over time · 3 min planned", True),
    ],
)
def test_the_words_beside_the_clock(spent: float, digits: str, words: str, over: bool) -> None:
    shown = clock_words(TALK, Reading(180, spent, running=True))
    assert (shown.digits, shown.words, shown.over) == (digits, words, over)


def test_in_overtime_the_share_is_that_of_the_plan() -> None:
    assert clock_words(TALK, Reading(180, 90, True)).gone == 0.5
    assert clock_words(TALK, Reading(180, 360, True)).gone == 0.5
    assert clock_words(OURS, Reading(180, 360, True)).gone == 1.0


def test_a_phase_of_one_minute_does_not_begin_with_its_last() -> None:
    assert clock_words(TALK, Reading(60, 0, True)).words == "left of 1 min"


def test_our_minutes_are_never_over() -> None:
    shown = clock_words(OURS, Reading(300, 400, running=False))
    assert (shown.digits, shown.words, shown.over) == ("6:40", "about 5 min · paused", False)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 seconds"), (1, "1 second"), (60, "1 minute"), (130, "2 minutes 10 seconds"), (3600, "1 hour")],
)
def test_lengths_as_they_are_said(seconds: float, words: str) -> None:
    assert spoken(seconds) == words


def test_half_minutes() -> None:
    assert [minutes_text(seconds) for seconds in (30, 60, 150)] == ["½ min", "1 min", "2½ min"]


def test_what_is_said_of_a_state() -> None:
    assert spoken_time(TALK, Reading(180, 0, False)) == "Timer not started: 3 minutes left"
    assert spoken_time(TALK, Reading(180, 50, True)) == "Timer running: 2 minutes 10 seconds left"
    assert spoken_time(TALK, Reading(180, 180, True)) == "Timer running: time is up"
    assert spoken_time(TALK, Reading(180, 260, False)) == "Timer paused: 1 minute 20 seconds over time"
    assert spoken_time(OURS, Reading(300, 60, True)) == "Timer running: 1 minute of about 5 minutes"


def test_what_is_said_at_a_mark() -> None:
    assert [spoken_mark(left) for left in (1, 0, -1, -2)] == [
        "1 minute left", "Time is up", "1 minute over time", "2 minutes over time",
    ]  # fmt: skip


def test_a_timer_that_nobody_started_says_where_it_stands() -> None:
    assert not_started(Reading(180, 0, False)) == "Timer not started. F5 starts it."
    assert not_started(Reading(180, 130, False)) == "The timer is paused at 2:10; F5 starts it."


@pytest.fixture
def held() -> HeldClock:
    return HeldClock()


@pytest.fixture
def opened(qapp: object, held: HeldClock) -> OpenSession:
    return open_on(held)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is given by the timer's panel."""
    texts: list[str] = []

    def note(widget: QWidget, text: str) -> None:
        assert widget.isWindow()
        texts.append(text)

    monkeypatch.setattr(timer_panel, "announce", note)
    return texts


def test_marks_and_what_is_done_with_the_timer_are_said_once_and_seconds_are_not(
    qtbot: QtBot, opened: OpenSession, held: HeldClock, said: list[str]
) -> None:
    page = SessionPage(opened, held.clock)
    qtbot.addWidget(page)
    opened.engine.start_timer()
    for _ in range(250):
        held.pass_time(1)
        page.ticker.tick()
    opened.engine.add_minute()
    opened.engine.pause_timer()
    assert said == [
        "Timer running: 3 minutes left",
        "1 minute left",
        "Time is up",
        "1 minute over time",
        "Timer running: 10 seconds over time",
        "Timer paused: 10 seconds over time",
    ]


def test_a_wall_clock_set_back_moves_the_finish_with_it_and_nothing_else(
    qtbot: QtBot, opened: OpenSession, held: HeldClock
) -> None:
    now = [datetime(2026, 6, 1, 12, tzinfo=UTC)]
    opened.engine.utc_now = lambda: now[0]
    page = SessionPage(opened, held.clock)
    qtbot.addWidget(page)
    opened.engine.start_timer()
    held.pass_time(60)
    page.ticker.tick()
    page.pace.show_pace()
    before = page.pace.text()
    for jump in (timedelta(hours=-3), timedelta(days=400), timedelta(hours=3) - timedelta(days=400)):
        now[0] += jump
        page.ticker.tick()
        page.pace.show_pace()
        assert page.timer.face.text() == "2:00"
        assert page.pace.text().split(" · ")[0] == before.split(" · ")[0]
    assert page.pace.text() == before
    assert opened.engine.read_timer().spent == 60


def test_the_finish_is_looked_after_only_while_it_is_seen(qtbot: QtBot, opened: OpenSession) -> None:
    line = PaceLine(opened)
    qtbot.addWidget(line)
    assert line.text() == ""
    with qtbot.waitExposed(line):
        line.show()
    assert " · ends " in line.text()
    assert line._look.isActive()
    line.hide()
    assert not line._look.isActive()
