"""Wakes when the shown second changes, notices sleep, keeps the time, says the marks, and chimes."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from app.clock import Clock
from app.engine import Engine
from app.settings import Settings

#: Seconds: between two puttings-down of the time; asleep before it is said; entered before the reminder.
KEEP_EVERY = 5.0
ASLEEP_FROM = 5.0
REMIND_AFTER = 30.0

#: Minutes left at which it chimes, and from which on each minute is a mark.
CHIMES = (1, 0)
MARKS_FROM = 1

#: A timer that fires a hair early shows the second it was armed for all the same.
EARLY = 0.002


def shown_seconds(left: float) -> int:
    """The whole seconds that a countdown shows: 4.2 left reads 5, and 1.2 over reads -1."""
    return math.ceil(left - EARLY)


def _minutes_left(left: float) -> int:
    """Minutes that are not quite over: 60.5 s gives 2, 60.0 gives 1, 0.0 gives 0, and 60.0 over gives -1."""
    return math.ceil((left - EARLY) / 60)


class Ticker(QObject):
    """One single-shot timer, re-armed to the next whole second of what is shown, only while something is awaited.
    Each second it has the engine emit `ticked`, so that every window shows the same one.

    Signals:
        slept(seconds): the computer slept while the timer ran, and the timer is now paused.
        reminder: a phase was entered half a minute ago and its timer has not been started.
        marked(minutes): one minute is left, none is, or so many are over (below zero), where the minutes are the
            method's.
    """

    slept = Signal(float)
    reminder = Signal()
    marked = Signal(int)

    def __init__(
        self,
        engine: Engine,
        settings: Settings,
        clock: Clock,
        chime: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.engine = engine
        self.clock = clock
        self.chimes_here = engine.phase.chime
        self._settings = settings
        self._chime = chime
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._kept_at = clock.awake()
        self._asleep = self._slept_so_far()
        self._left = engine.read_timer().left
        self._entered_at: float | None = None
        engine.moved.connect(self._moved)
        engine.timer_changed.connect(self._changed)
        self._moved()

    @property
    def armed(self) -> bool:
        """Whether it will wake of itself."""
        return self._timer.isActive()

    @property
    def ticked(self) -> SignalInstance:
        """The engine's signal: the shown time may be another."""
        return self.engine.ticked

    def set_chimes_here(self, chimes: bool) -> None:
        """Ask for a chime in the phase under way, or have none; the next phase has its own."""
        self.chimes_here = chimes

    def tick(self) -> None:
        """Look at the clock now; the timer calls it, and so does whoever held the clock."""
        slept = self._slept_so_far() - self._asleep
        self._asleep += slept
        if self.engine.read_timer().running:
            if slept > ASLEEP_FROM:
                self.engine.pause_timer()
                self.slept.emit(slept)
                return
            self._say_marks()
            self._keep_if_due()
        self._remind_if_due()
        self.engine.ticked.emit()
        self._arm()

    def _slept_so_far(self) -> float:
        return self.clock.with_sleep() - self.clock.awake()

    def _moved(self) -> None:
        self.chimes_here = self.engine.phase.chime
        self._entered_at = self.clock.awake()
        self._changed()

    def _changed(self) -> None:
        reading = self.engine.read_timer()
        if reading.running:
            self._entered_at = None
        self._left = reading.left
        self._asleep = self._slept_so_far()
        self._kept_at = self.clock.awake()
        self.engine.ticked.emit()
        self._arm()

    def _say_marks(self) -> None:
        before, self._left = self._left, self.engine.read_timer().left
        passed = range(_minutes_left(self._left), _minutes_left(before))
        if not passed or passed.start > MARKS_FROM or not self.engine.phase.counts_down:
            return
        if self._settings.values.chime and self.chimes_here and any(mark in passed for mark in CHIMES):
            self._chime()
        self.marked.emit(passed.start)

    def _keep_if_due(self) -> None:
        if self.clock.awake() - self._kept_at >= KEEP_EVERY - 0.1:
            self._kept_at = self.clock.awake()
            self.engine.store_time()

    def _remind_if_due(self) -> None:
        if self._entered_at is not None and self.clock.awake() - self._entered_at >= REMIND_AFTER - EARLY:
            self._entered_at = None
            self.reminder.emit()

    def _arm(self) -> None:
        reading = self.engine.read_timer()
        if reading.running:
            shown = reading.left if self.engine.phase.counts_down else -reading.spent
            wait = (shown - EARLY) % 1.0 or 1.0
        elif self._entered_at is not None:
            wait = max(0.0, self._entered_at + REMIND_AFTER - self.clock.awake())
        else:
            self._timer.stop()
            return
        self._timer.start(math.ceil(wait * 1000))
