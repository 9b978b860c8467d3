"""The phase's time in words: beside the clock, for those who hear it, and in the lines that say what happened."""

from dataclasses import dataclass

from app.ticker import EARLY, shown_seconds
from models.process import Phase
from models.timer import Reading


@dataclass(frozen=True, slots=True)
class ClockWords:
    """What the clock shows: digits, the words beside them, the share of the planned time gone (0–1), and overtime.
    In overtime `gone` is the share of the time spent that was planned."""

    digits: str
    words: str
    gone: float
    over: bool


def clock_words(phase: Phase, reading: Reading) -> ClockWords:
    """Down and then up in overtime where the method gives the minutes; up beside the plan where they are ours."""
    gone = min(1.0, reading.spent / reading.planned) if reading.planned > 0 else 1.0
    paused = "" if reading.running else (" · paused" if reading.spent > 0 else " · not started")
    plan = minutes_text(reading.planned)
    if not phase.counts_down:
        return ClockWords(_digits(int(reading.spent + EARLY)), f"about {plan}{paused}", gone, False)
    left = shown_seconds(reading.left)
    if left > 0:
        last = "last minute" if left <= 60 < reading.planned else "left"
        return ClockWords(_digits(left), f"{last} of {plan}{paused}", gone, False)
    said = "over time" if left < 0 else "time is up"
    share = reading.planned / reading.spent if reading.spent > reading.planned else 1.0
    return ClockWords(f"{'+' if left < 0 else ''}{_digits(-left)}", f"{said} · {plan} planned{paused}", share, True)


def minutes_text(seconds: float) -> str:
    """Whole or half minutes: "5 min", "2½ min"."""
    halves = round(seconds / 30)
    whole, half = divmod(halves, 2)
    return f"{whole or ''}½ min" if half else f"{whole} min"


def _digits(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def spoken(seconds: float) -> str:
    """A length of time as it is said: "2 minutes 10 seconds", "8 hours", "40 seconds"."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    parts = [
        f"{number} {unit}{'' if number == 1 else 's'}"
        for number, unit in ((hours, "hour"), (minutes, "minute"), (0 if hours else whole % 60, "second"))
        if number
    ]
    return " ".join(parts) or "0 seconds"


def spoken_time(phase: Phase, reading: Reading) -> str:
    """What is said when the timer is started, paused or set: "Timer running: 2 minutes 10 seconds left"."""
    state = "running" if reading.running else "paused" if reading.spent > 0 else "not started"
    if not phase.counts_down:
        return f"Timer {state}: {spoken(int(reading.spent + EARLY))} of about {spoken(reading.planned)}"
    left = shown_seconds(reading.left)
    rest = "time is up" if left == 0 else f"{spoken(abs(left))} {'left' if left > 0 else 'over time'}"
    return f"Timer {state}: {rest}"


def spoken_mark(minutes_left: int) -> str:
    """What is said at a mark: one minute left, none, or so many over."""
    if minutes_left > 0:
        return f"{spoken(minutes_left * 60)} left"
    return "Time is up" if minutes_left == 0 else f"{spoken(-minutes_left * 60)} over time"


def not_started(reading: Reading) -> str:
    """The sentence that reminds of a timer which nobody has started in this phase."""
    if reading.spent <= 0:
        return "Timer not started. F5 starts it."
    return f"The timer is paused at {_digits(int(reading.spent + EARLY))}; F5 starts it."


def slept_words(seconds: float) -> str:
    """ "8 hours", "1 hour 20 minutes", "12 minutes", "40 seconds": as nearly as matters."""
    return spoken(seconds if round(seconds) < 60 else round(seconds / 60) * 60)
