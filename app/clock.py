"""The computer's clocks that never jump: time awake, and time that goes on while the computer sleeps."""

import ctypes
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """Two clocks in seconds, each from a start of its own; only differences mean anything.

    `awake` stands still while the computer sleeps, `with_sleep` goes on. Neither follows the wall clock.
    """

    awake: Callable[[], float]
    with_sleep: Callable[[], float]


def system_clock(platform: str = sys.platform) -> Clock:
    """The clocks of this computer."""
    if platform == "win32":
        return Clock(_windows_awake(), time.monotonic)
    if platform == "darwin":
        return Clock(_posix("CLOCK_UPTIME_RAW"), _posix("CLOCK_MONOTONIC_RAW"))
    if platform == "linux":
        # CLOCK_MONOTONIC does not count suspension, CLOCK_BOOTTIME does.
        return Clock(time.monotonic, _posix("CLOCK_BOOTTIME"))
    return Clock(time.monotonic, time.monotonic)


def _posix(name: str) -> Callable[[], float]:
    number: int = getattr(time, name)
    return lambda: time.clock_gettime(number)


def _windows_awake() -> Callable[[], float]:
    """QueryUnbiasedInterruptTime: 100-nanosecond units, sleep left out."""
    query = ctypes.CDLL("kernel32").QueryUnbiasedInterruptTime

    def awake() -> float:
        units = ctypes.c_ulonglong()
        query(ctypes.byref(units))
        return units.value / 10_000_000

    return awake
