"""The ticker on a held clock: when it wakes, what it keeps, when it chimes, and what a sleep does."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTimer

from app.open_session import OpenSession
from app.ticker import Ticker, shown_seconds
from models.timing import PhaseTiming
from tests.held_clock import HeldClock, open_on


class Chimes:
    """Counts."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.fixture
def held() -> HeldClock:
    return HeldClock()


@pytest.fixture
def chimes() -> Chimes:
    return Chimes()


@pytest.fixture
def opened(qapp: object, held: HeldClock) -> OpenSession:
    return open_on(held)


@pytest.fixture
def ticker(opened: OpenSession, held: HeldClock, chimes: Chimes) -> Ticker:
    opened.engine.begin()
    return Ticker(opened.engine, opened.settings, held.clock, chimes)


def go(ticker: Ticker, held: HeldClock, seconds: int) -> None:
    for _ in range(seconds):
        held.pass_time(1)
        ticker.tick()


def kept(opened: OpenSession, key: str = "introductions/talk") -> float:
    return opened.session.get(PhaseTiming, key).spent


def wait_of(ticker: Ticker) -> int:
    timer = ticker.findChild(QTimer)
    assert timer is not None
    return timer.interval()


def test_it_sleeps_while_nothing_is_awaited(ticker: Ticker, opened: OpenSession, held: HeldClock) -> None:
    opened.engine.start_timer()
    assert ticker.armed
    held.pass_time(3)
    opened.engine.pause_timer()
    assert not ticker.armed


@pytest.mark.parametrize(("gone", "wait"), [(0.0, 1000), (0.25, 750), (12.98, 20), (181.4, 600)])
def test_it_wakes_at_the_next_whole_second_of_what_is_shown(
    ticker: Ticker, opened: OpenSession, held: HeldClock, gone: float, wait: int
) -> None:
    opened.engine.start_timer()
    held.pass_time(gone)
    ticker.tick()
    assert abs(wait_of(ticker) - wait) <= 3


@given(lates=st.lists(st.floats(0, 0.4), min_size=1, max_size=30))
@settings(max_examples=25, deadline=None)
def test_being_late_never_adds_up(lates: list[float]) -> None:
    """However late each wake comes, the next is due at a whole second of the time really passed."""
    held = HeldClock()
    opened = open_on(held)
    ticker = Ticker(opened.engine, opened.settings, held.clock, Chimes())
    opened.engine.start_timer()
    for late in lates:
        held.pass_time(wait_of(ticker) / 1000 + late)
        ticker.tick()
        spent = opened.engine.read_timer().spent
        due = spent + wait_of(ticker) / 1000
        assert abs(due - round(due)) < 0.006


def test_the_shown_second() -> None:
    assert [shown_seconds(left) for left in (300, 299.6, 299.0, 0.5, 0.0, -0.4, -1.0, -80.3)] == [
        300, 300, 299, 1, 0, 0, -1, -80,
    ]  # fmt: skip


def test_time_is_put_down_every_five_seconds_and_at_a_pause(
    ticker: Ticker, opened: OpenSession, held: HeldClock
) -> None:
    opened.engine.start_timer()
    go(ticker, held, 4)
    assert kept(opened) == 0
    go(ticker, held, 1)
    assert kept(opened) == 5
    held.pass_time(2)
    opened.engine.pause_timer()
    assert kept(opened) == 7


def test_time_is_put_down_when_the_room_moves(ticker: Ticker, opened: OpenSession, held: HeldClock) -> None:
    opened.engine.start_timer()
    held.pass_time(3.5)
    opened.engine.next_phase()
    assert kept(opened) == 3.5


def test_one_chime_at_one_minute_and_one_at_zero(
    ticker: Ticker, opened: OpenSession, held: HeldClock, chimes: Chimes
) -> None:
    opened.engine.start_timer()
    heard = []
    for second in range(1, 240):
        go(ticker, held, 1)
        if chimes.count > len(heard):
            heard.append(second)
    assert heard == [120, 180]


def test_no_chime_when_the_setting_is_off(ticker: Ticker, opened: OpenSession, held: HeldClock, chimes: Chimes) -> None:
    opened.settings.set(chime=False)
    opened.engine.start_timer()
    go(ticker, held, 200)
    assert chimes.count == 0


@pytest.mark.parametrize("place", [("free-description", "talk"), ("rough-danger", "write")])
def test_no_chime_in_the_three_minutes_nor_where_the_minutes_are_ours(
    place: tuple[str, str], ticker: Ticker, opened: OpenSession, held: HeldClock, chimes: Chimes
) -> None:
    opened.engine.go_to(*place)
    opened.engine.start_timer()
    go(ticker, held, 200)
    assert chimes.count == 0


def test_a_late_start_set_right_past_the_minute_does_not_chime(
    ticker: Ticker, opened: OpenSession, held: HeldClock, chimes: Chimes
) -> None:
    opened.engine.began_earlier(150)
    go(ticker, held, 10)
    assert chimes.count == 0


def test_a_sleep_is_a_pause_found_on_waking(
    ticker: Ticker, opened: OpenSession, held: HeldClock, chimes: Chimes
) -> None:
    slept: list[float] = []
    ticker.slept.connect(slept.append)
    opened.engine.start_timer()
    go(ticker, held, 60)
    held.sleep(720)
    go(ticker, held, 1)
    reading = opened.engine.read_timer()
    assert slept == [720]
    assert (reading.running, reading.spent) == (False, 61)
    assert kept(opened) == 61
    assert chimes.count == 0


def test_a_nap_of_some_seconds_is_not_worth_a_word(ticker: Ticker, opened: OpenSession, held: HeldClock) -> None:
    slept: list[float] = []
    ticker.slept.connect(slept.append)
    opened.engine.start_timer()
    held.sleep(4)
    go(ticker, held, 1)
    held.sleep(4)
    go(ticker, held, 1)
    assert not slept
    assert opened.engine.read_timer().running


def test_a_sleep_while_paused_changes_nothing(ticker: Ticker, opened: OpenSession, held: HeldClock) -> None:
    slept: list[float] = []
    ticker.slept.connect(slept.append)
    held.sleep(3600)
    opened.engine.start_timer()
    go(ticker, held, 2)
    assert not slept
    assert opened.engine.read_timer().spent == 2


def test_a_wall_clock_set_back_changes_nothing(
    ticker: Ticker, opened: OpenSession, held: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.engine.start_timer()
    go(ticker, held, 10)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    go(ticker, held, 10)
    assert opened.engine.read_timer().spent == 20


def test_a_phase_entered_and_not_started_says_so_once_after_half_a_minute(
    ticker: Ticker, opened: OpenSession, held: HeldClock
) -> None:
    reminders: list[int] = []
    ticker.reminder.connect(lambda: reminders.append(1))
    assert wait_of(ticker) == 30_000
    held.pass_time(30)
    ticker.tick()
    ticker.tick()
    assert len(reminders) == 1
    assert not ticker.armed


@pytest.fixture
def marks(ticker: Ticker) -> list[int]:
    said: list[int] = []
    ticker.marked.connect(said.append)
    return said


def test_each_mark_is_said_once(ticker: Ticker, opened: OpenSession, held: HeldClock, marks: list[int]) -> None:
    opened.engine.start_timer()
    go(ticker, held, 119)
    assert marks == []
    go(ticker, held, 1)
    assert marks == [1]
    go(ticker, held, 60)
    assert marks == [1, 0]
    go(ticker, held, 125)
    assert marks == [1, 0, -1, -2]


def test_a_loop_that_was_blocked_past_two_marks_says_the_last_and_chimes_once(
    ticker: Ticker, opened: OpenSession, held: HeldClock, marks: list[int], chimes: Chimes
) -> None:
    opened.engine.start_timer()
    held.pass_time(250)
    ticker.tick()
    assert marks == [-1]
    assert chimes.count == 1


def test_no_marks_where_the_minutes_are_ours(
    ticker: Ticker, opened: OpenSession, held: HeldClock, marks: list[int]
) -> None:
    opened.engine.go_to("rough-danger", "write")
    opened.engine.start_timer()
    go(ticker, held, 300)
    assert marks == []


def test_a_chime_asked_for_in_the_three_minutes_comes_and_the_next_phase_has_its_own(
    ticker: Ticker, opened: OpenSession, held: HeldClock, chimes: Chimes
) -> None:
    opened.engine.go_to("free-description", "talk")
    ticker.set_chimes_here(True)
    opened.engine.start_timer()
    go(ticker, held, 185)
    assert chimes.count == 2
    opened.engine.previous_phase()
    opened.engine.next_phase()
    assert not ticker.chimes_here


def test_a_minute_added_in_the_last_one_lets_it_chime_at_one_minute_again(
    ticker: Ticker, opened: OpenSession, held: HeldClock, chimes: Chimes
) -> None:
    opened.engine.start_timer()
    go(ticker, held, 150)
    opened.engine.add_minute()
    go(ticker, held, 29)
    assert chimes.count == 1
    go(ticker, held, 61)
    assert chimes.count == 3


def test_where_time_counts_up_it_wakes_at_whole_seconds_spent_whatever_is_planned(
    ticker: Ticker, opened: OpenSession, held: HeldClock
) -> None:
    opened.engine.go_to("rough-danger", "write")
    opened.document.set_quietly(PhaseTiming("rough-danger/write"), planned=187.4)
    opened.engine.next_phase()
    opened.engine.previous_phase()
    opened.engine.start_timer()
    held.pass_time(0.25)
    ticker.tick()
    assert abs(wait_of(ticker) - 750) <= 3


def test_a_phase_entered_again_and_left_paused_says_so_too(
    ticker: Ticker, opened: OpenSession, held: HeldClock
) -> None:
    reminders: list[int] = []
    ticker.reminder.connect(lambda: reminders.append(1))
    opened.engine.start_timer()
    go(ticker, held, 20)
    opened.engine.next_phase()
    opened.engine.previous_phase()
    held.pass_time(29)
    ticker.tick()
    assert reminders == []
    held.pass_time(1)
    ticker.tick()
    assert reminders == [1]


def test_after_a_crash_it_says_that_it_stands_paused(opened: OpenSession, held: HeldClock) -> None:
    opened.engine.begin()
    opened.engine.start_timer()
    held.pass_time(42)
    opened.engine.store_time()
    again = open_on(held, opened.session.copy())
    ticker = Ticker(again.engine, again.settings, held.clock, Chimes())
    reminders: list[int] = []
    ticker.reminder.connect(lambda: reminders.append(1))
    assert (again.engine.read_timer().spent, again.engine.read_timer().running) == (42, False)
    held.pass_time(30)
    ticker.tick()
    assert reminders == [1]


def test_a_night_asleep_is_a_pause(ticker: Ticker, opened: OpenSession, held: HeldClock, marks: list[int]) -> None:
    slept: list[float] = []
    ticker.slept.connect(slept.append)
    opened.engine.start_timer()
    go(ticker, held, 60)
    held.sleep(8 * 3600)
    go(ticker, held, 1)
    reading = opened.engine.read_timer()
    assert (slept, marks) == ([8 * 3600], [])
    assert (reading.running, reading.spent) == (False, 61)
    opened.engine.start_timer()
    go(ticker, held, 10)
    assert opened.engine.read_timer().spent == 71


def test_a_phase_that_was_started_is_not_reminded_of(ticker: Ticker, opened: OpenSession, held: HeldClock) -> None:
    reminders: list[int] = []
    ticker.reminder.connect(lambda: reminders.append(1))
    opened.engine.start_timer()
    go(ticker, held, 5)
    opened.engine.pause_timer()
    held.pass_time(60)
    ticker.tick()
    assert not reminders


def test_it_really_wakes(ticker: Ticker, opened: OpenSession, held: HeldClock, qtbot: object) -> None:
    opened.engine.start_timer()
    held.pass_time(0.99)
    with qtbot.waitSignal(ticker.ticked, timeout=2000):  # type: ignore[attr-defined]
        opened.engine.add_minute()
        ticker.tick()
