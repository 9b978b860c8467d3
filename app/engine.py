"""The engine that walks a session through its process: where the room is, and the phase's clock."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from app.document import Document
from models.plan import phase_that_gives, phase_time
from models.process import Phase, Process, Step
from models.session import Change, Progress, Status, set_fields
from models.timer import PhaseTimer, Reading
from models.timing import PhaseTiming, phase_key


class Engine(QObject):
    """Moves between phases, never by itself, and keeps each phase's time.

    Signals:
        moved: the room is at another step or phase.
        timer_changed: started, paused, restarted, a late start set right, other minutes planned.
        ticked: the time shown may be another; the ticker says so for all windows at once.
    """

    moved = Signal()
    timer_changed = Signal()
    ticked = Signal()

    def __init__(
        self,
        document: Document,
        process: Process,
        monotonic: Callable[[], float],
        utc_now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.process = process
        self._monotonic = monotonic
        self.utc_now = utc_now
        progress = document.session.progress
        self._step = process.step(progress.step) if progress.step else process.steps[0]
        self._phase = self._step.phase(progress.phase) if progress.phase else self._step.phases[0]
        self._timer = self._timer_of_phase()

    @property
    def step(self) -> Step:
        """The step the room is in."""
        return self._step

    @property
    def phase(self) -> Phase:
        """The phase the room is in."""
        return self._phase

    # Moving

    def begin(self) -> None:
        """Put a planned session under way, at its first phase."""
        progress = self.document.session.progress
        if progress.status is Status.PLANNED:
            self.document.set_quietly(progress, status=Status.UNDER_WAY, started_at=self.utc_now())
            self.go_to(self._step.id, self._phase.id)

    def next_phase(self) -> bool:
        """Go on to the phase after this, past steps left out; False at the last one."""
        return self._go_by(1)

    def previous_phase(self) -> bool:
        """Go back one phase; False at the first one."""
        return self._go_by(-1)

    def has_next(self) -> bool:
        """Whether a phase follows."""
        return self._neighbour(1) is not None

    def has_previous(self) -> bool:
        """Whether a phase came before."""
        return self._neighbour(-1) is not None

    def go_to(self, step_id: str, phase_id: str = "") -> None:
        """Open any step, at any time, at its first phase or the one named. The phase left is done where its time was
        counted and the room goes onward."""
        step = self.process.step(step_id)
        phase = step.phase(phase_id) if phase_id else step.phases[0]
        walk = list(self.process.walk())
        onward = walk.index((step, phase)) > walk.index((self._step, self._phase))
        self._go(step, phase, done=onward and self._timer.read().spent > 0)

    def _go(self, step: Step, phase: Phase, done: bool) -> None:
        self.store_time(done=True if done else None)
        self._step, self._phase = step, phase
        self._timer = self._timer_of_phase()
        self.document.set_quietly(self.document.session.one(Progress), step=step.id, phase=phase.id)
        self.moved.emit()

    def _neighbour(self, by: int) -> tuple[Step, Phase] | None:
        walk = list(self.process.walk([s for s in self.document.session.left_out() if s != self._step.id]))
        place = walk.index((self._step, self._phase)) + by
        return walk[place] if 0 <= place < len(walk) else None

    def _go_by(self, by: int) -> bool:
        neighbour = self._neighbour(by)
        if neighbour is None:
            return False
        # Moving on says that the phase is over, whether or not anybody timed it.
        self._go(*neighbour, done=by > 0)
        return True

    # The clock

    def read_timer(self) -> Reading:
        """The phase's time as it is now."""
        return self._timer.read()

    def start_timer(self) -> None:
        """Start counting this phase."""
        self._timer.start()
        self.store_time()
        self.timer_changed.emit()

    def pause_timer(self) -> None:
        """Stop counting."""
        self._timer.pause()
        self.store_time()
        self.timer_changed.emit()

    def toggle_timer(self) -> None:
        """Start where it stands, pause where it runs."""
        if self._timer.running:
            self.pause_timer()
        else:
            self.start_timer()

    def add_minute(self) -> None:
        """Plan one minute more for this phase."""
        self.change_minutes(self._step.id, 1)

    def change_minutes(self, step_id: str, by: int) -> None:
        """Plan so many minutes more for a step, or fewer: for the phase under way; in another step, for the one that
        takes it best. A phase keeps one minute at least."""
        step = self.process.step(step_id)
        time = phase_time(self.document.session, step, self._phase) if step is self._step else None
        time = time or phase_that_gives(self.document.session, step)
        number = "one minute" if abs(by) == 1 else f"{abs(by)} minutes"
        label = f"Add {number} to {step.short}" if by > 0 else f"Take {number} off {step.short}"
        self.plan_phases(label, {time.key: max(min(60.0, time.planned), time.planned + 60 * by)})

    def plan_phases(self, label: str, planned: Mapping[str, float], along: Sequence[Change] = ()) -> None:
        """Plan these seconds for phases, by their keys "step/phase"; undo gives them back the minutes they had, and
        takes back the changes `along`."""
        planned = {key: float(round(seconds)) for key, seconds in planned.items()}
        before = {key: self._planned(key) for key in planned}
        if before != planned or any(change.before != change.after for change in along):
            self.document.do_by_call(label, lambda: self._plan(planned), lambda: self._plan(before), along)

    def restart_timer(self) -> None:
        """Count this phase from nothing; undo brings the time back."""
        self._shift_by_undo("Restart timer", -self._timer.read().spent)

    def began_earlier(self, seconds: float) -> None:
        """Set a late start right: so much was spent already. The timer runs from now on; undo takes the time off."""
        self._timer.start()
        number = round(seconds / 60)
        self._shift_by_undo(f"Set start {number} minute{'' if number == 1 else 's'} earlier", seconds)

    def _shift_by_undo(self, label: str, seconds: float) -> None:
        key = self._key
        self.document.do_by_call(label, lambda: self._shift(key, seconds), lambda: self._shift(key, -seconds))

    def _shift(self, key: str, seconds: float) -> None:
        """So much more was spent in a phase; the clock has gone on since, so it is no value that is put back."""
        if key == self._key:
            self._timer.shift(seconds)
            self.store_time()
        else:
            timing = self._timing(key)
            self.document.set_quietly(timing, spent=max(0.0, timing.spent + seconds))
        self.timer_changed.emit()

    def _plan(self, planned: Mapping[str, float]) -> None:
        self._timer.planned = planned.get(self._key, self._timer.planned)
        self.document.do_quietly(
            [set_fields(self.document.session, self._timing(key), planned=held) for key, held in planned.items()]
        )
        self.timer_changed.emit()

    def _planned(self, key: str) -> float:
        step, phase = key.split("/")
        return phase_time(self.document.session, self.process.step(step), self.process.step(step).phase(phase)).planned

    def store_time(self, done: bool | None = None) -> None:
        """Put the time spent into the document, so that it is kept."""
        timing = self._timing()
        self.document.set_quietly(timing, spent=self._timer.read().spent, done=timing.done if done is None else done)

    @property
    def _key(self) -> str:
        return phase_key(self._step.id, self._phase.id)

    def _timing(self, key: str = "") -> PhaseTiming:
        key = key or self._key
        return self.document.session.find(PhaseTiming, key) or PhaseTiming(key)

    def _timer_of_phase(self) -> PhaseTimer:
        return PhaseTimer(self._monotonic, self._planned(self._key), self._timing().spent)
