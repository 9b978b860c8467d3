"""The phase timer: seconds planned and spent, on a monotonic clock that is passed in."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What the timer shows. Seconds. `left` falls below zero in overtime; `running` is False while paused."""

    planned: float
    spent: float
    running: bool

    @property
    def left(self) -> float:
        """Seconds until the planned time is over; negative in overtime."""
        return self.planned - self.spent


class PhaseTimer:
    """Counts the time of one phase. `now` gives seconds on a clock that never jumps."""

    def __init__(self, now: Callable[[], float], planned: float, spent: float = 0.0) -> None:
        self._now = now
        self.planned = planned
        self._spent = spent
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether time is being counted."""
        return self._since is not None

    def read(self) -> Reading:
        """The time as it is now."""
        running_for = 0.0 if self._since is None else self._now() - self._since
        return Reading(self.planned, max(0.0, self._spent + running_for), self.running)

    def start(self) -> None:
        """Count from now; nothing changes where it runs already."""
        if self._since is None:
            self._since = self._now()

    def pause(self) -> None:
        """Stop counting and keep what was spent."""
        self._spent = self.read().spent
        self._since = None

    def shift(self, seconds: float) -> None:
        """That much more was spent than was counted; below zero: less. Running or paused as before."""
        self._spent = max(0.0, self.read().spent + seconds)
        if self._since is not None:
            self._since = self._now()
