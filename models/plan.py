"""The plan: minutes planned and spent, where the present pace leads, and fitting the rest to a finish time.

Which phases give way is ours (process.md): reading, mapping and talking; writing and fixed phases keep their minutes.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from models.process import Phase, PhaseKind, Process, Step
from models.session import Change, Session, set_fields
from models.timing import PhaseTiming, StepPlan, phase_key

#: Kinds of phase that give way when the plan is fitted to a finish time.
GIVE_WAY = frozenset({PhaseKind.READ, PhaseKind.MAP, PhaseKind.TALK})

#: Without a range from the method, a phase gives way to half its minutes and stretches to twice.
SHORTEST, LONGEST = 0.5, 2.0

#: Seconds of finished speaking phases before their pace says anything.
PACE_FROM = 600.0


@dataclass(frozen=True, slots=True)
class PhaseTime:
    """A phase's seconds, planned and spent."""

    step: Step
    phase: Phase
    planned: float
    spent: float
    done: bool

    @property
    def key(self) -> str:
        """The id under which its time is kept."""
        return phase_key(self.step.id, self.phase.id)

    @property
    def gives_way(self) -> bool:
        """Whether its minutes may change to fit a finish time."""
        return self.phase.kind in GIVE_WAY and not (self.phase.fixed or self.phase.uninterrupted)


@dataclass(frozen=True, slots=True)
class StepTime:
    """A step's seconds over all its phases. `begun` and `done` as the facilitator moved on from its phases."""

    step: Step
    planned: float
    spent: float
    begun: bool
    done: bool
    left_out: bool

    @property
    def minutes_over(self) -> int:
        """Whole minutes by which it took longer than planned."""
        return max(0, minutes(self.spent) - minutes(self.planned))


def phase_time(session: Session, step: Step, phase: Phase) -> PhaseTime:
    """One phase's time as the session keeps it."""
    timing = session.find(PhaseTiming, phase_key(step.id, phase.id))
    if timing is None:
        return PhaseTime(step, phase, phase.minutes * 60, 0.0, False)
    planned = phase.minutes * 60 if timing.planned is None else timing.planned
    return PhaseTime(step, phase, planned, timing.spent, timing.done)


def phase_that_gives(session: Session, step: Step) -> PhaseTime:
    """The phase of a step that takes a minute more or less: the longest that gives way and is not done."""
    times = [phase_time(session, step, phase) for phase in step.phases]
    to_do = [time for time in times if not time.done] or times
    return max([time for time in to_do if time.gives_way] or to_do, key=lambda time: time.planned)


def step_time(session: Session, step: Step) -> StepTime:
    """One step's time."""
    parts = [phase_time(session, step, phase) for phase in step.phases]
    return StepTime(
        step,
        sum(part.planned for part in parts),
        sum(part.spent for part in parts),
        begun=any(part.done or part.spent > 0 for part in parts),
        done=parts[-1].done,
        left_out=step.id in session.left_out(),
    )


def step_times(session: Session, process: Process) -> list[StepTime]:
    """Every step's time, those left out too."""
    return [step_time(session, step) for step in process.steps]


def total(times: Iterable[StepTime]) -> tuple[float, float]:
    """Seconds planned and spent over the session; a step left out plans nothing, but what it took stands."""
    times = list(times)
    return sum(time.planned for time in times if not time.left_out), sum(time.spent for time in times)


def to_come(
    session: Session, process: Process, step_id: str, phase_id: str, left_out: Collection[str] | None = None
) -> list[PhaseTime]:
    """The phases still before the room: the one it is in, and the later ones that are neither done nor left out.

    `left_out` are the steps that a plan not yet made leaves out; without it, those that the plan leaves out now.
    """
    out = session.left_out() if left_out is None else left_out
    walk = list(process.walk([left for left in out if left != step_id]))
    here = next(place for place, (step, phase) in enumerate(walk) if (step.id, phase.id) == (step_id, phase_id))
    now, *later = [phase_time(session, step, phase) for step, phase in walk[here:]]
    return [now, *(time for time in later if not time.done)]


def pace(session: Session, process: Process) -> float:
    """How long speaking takes against its plan, 1.5 being half as long again; between 0.5 and 2.

    1.0 until ten planned minutes of it are done: before that one long introduction would say too much.
    """
    done = [
        time
        for time in (phase_time(session, step, phase) for step, phase in process.walk())
        if time.done and time.spent > 0 and time.gives_way
    ]
    planned = sum(time.planned for time in done)
    if planned < PACE_FROM:
        return 1.0
    return min(LONGEST, max(SHORTEST, sum(time.spent for time in done) / planned))


def seconds_to_come(times: list[PhaseTime], spent_here: float, pace_now: float = 1.0) -> float:
    """How much longer the session takes: what is left of this phase, and the later ones, speaking at that pace."""
    here, *later = times
    rest = sum(max(0.0, time.planned - time.spent) * (pace_now if time.gives_way else 1.0) for time in later)
    return max(0.0, here.planned - spent_here) + rest


@dataclass(frozen=True, slots=True)
class Fit:
    """New planned seconds by phase key, and the seconds by which even that misses: above 0 too long."""

    planned: Mapping[str, float]
    missing: float


def fit(times: list[PhaseTime], spent_here: float, available: float) -> Fit:
    """The phases to come, fitted to the seconds available: those that give way share the difference in proportion,
    each within its range. The phase under way keeps its minutes."""
    elastic = {time.key: time for time in times[1:] if time.gives_way}
    rest = seconds_to_come([time for time in times if time.key not in elastic], spent_here)
    wanted = available - rest + sum(time.spent for time in elastic.values())
    planned = {key: time.planned for key, time in elastic.items()}
    free = dict(elastic)
    while free:
        share = wanted - sum(planned[key] for key in elastic if key not in free)
        factor = share / sum(time.planned for time in free.values())
        planned |= {key: time.planned * factor for key, time in free.items()}
        over = {key: planned[key] - _held(time, planned[key]) for key, time in free.items()}
        # Only the side that misses more is held in this round: holding the other may set the first free again.
        side = sum(over.values())
        held = [key for key, miss in over.items() if miss and (miss > 0) == (side > 0)]
        if not held:
            planned |= {key: _held(time, planned[key]) for key, time in free.items()}
            break
        for key in held:
            planned[key] = _held(free.pop(key), planned[key])
    return Fit(planned, sum(planned.values()) - wanted if elastic else -wanted)


def limits(time: PhaseTime) -> tuple[float, float]:
    """The fewest and most seconds to which a phase may be fitted; what somebody set stands, whatever it is."""
    low, high = time.phase.range or (time.phase.minutes * SHORTEST, time.phase.minutes * LONGEST)
    return min(low * 60, time.planned), max(high * 60, time.planned)


def _held(time: PhaseTime, seconds: float) -> float:
    low, high = limits(time)
    return min(high, max(low, seconds))


def leave_out(session: Session, step_id: str, out: bool) -> list[Change]:
    """Leave a step out of the plan, or take it up again."""
    return [set_fields(session, StepPlan(step_id), left_out=out)]


def behind(session: Session, process: Process, step_id: str, phase_id: str, spent_here: float) -> float:
    """Seconds by which the phases so far took longer than planned, below 0 where they were quicker. A phase that nobody
    timed says nothing."""
    key = phase_key(step_id, phase_id)
    times = [phase_time(session, step, phase) for step, phase in process.walk()]
    past = sum(time.spent - time.planned for time in times if time.done and time.spent > 0 and time.key != key)
    here = next(time for time in times if time.key == key)
    return past + max(0.0, spent_here - here.planned)


def minutes(seconds: float) -> int:
    """Whole minutes, half and more rounded up."""
    return int(seconds / 60 + 0.5)
