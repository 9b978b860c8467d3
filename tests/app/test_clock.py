"""The computer's clocks: which are asked, and that neither follows the wall."""

import time

import pytest

from app import clock
from app.clock import system_clock


def test_both_clocks_go_forward_at_one_pace() -> None:
    clocks = system_clock()
    before = clocks.awake(), clocks.with_sleep()
    end = time.perf_counter() + 0.02
    while time.perf_counter() < end:
        continue
    gone = clocks.awake() - before[0], clocks.with_sleep() - before[1]
    assert all(0.015 < seconds < 5 for seconds in gone)
    assert abs(gone[0] - gone[1]) < 0.005


def test_a_change_of_the_wall_clock_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    clocks = system_clock()
    before = clocks.awake(), clocks.with_sleep()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert 0 <= clocks.awake() - before[0] < 5
    assert 0 <= clocks.with_sleep() - before[1] < 5


@pytest.mark.parametrize(
    ("platform", "awake", "with_sleep"),
    [
        ("linux", None, "CLOCK_BOOTTIME"),
        ("darwin", "CLOCK_UPTIME_RAW", "CLOCK_MONOTONIC_RAW"),
    ],
)
def test_each_platform_is_asked_for_the_clock_that_knows_sleep(
    platform: str, awake: str | None, with_sleep: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = {"CLOCK_BOOTTIME": 7.0, "CLOCK_UPTIME_RAW": 8.0, "CLOCK_MONOTONIC_RAW": 4.0}
    for name, number in numbers.items():
        monkeypatch.setattr(clock.time, name, int(number), raising=False)
    monkeypatch.setattr(clock.time, "clock_gettime", float)
    clocks = system_clock(platform)
    assert clocks.with_sleep() == numbers[with_sleep]
    if awake is not None:
        assert clocks.awake() == numbers[awake]
    else:
        assert clocks.awake is time.monotonic
