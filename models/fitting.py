"""The plan fitted to a finish time, before anybody says yes to it: step by step, where it ends, and what would help."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from models import plan
from models.plan import PhaseTime
from models.process import PhaseKind, Process, Step
from models.session import Session

#: Planned seconds are given out in half minutes: nobody leads by "4 minutes 17".
UNIT = 30.0

#: Seconds by which a plan may miss the time and still be called fitted.
CLOSE = 60.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the room is: step, phase, and the seconds spent in that phase."""

    step_id: str
    phase_id: str
    spent: float


@dataclass(frozen=True, slots=True)
class StepFit:
    """A step to come: its planned seconds now and then. `begun` steps cannot be left out any more; one that `keeps` its
    minutes has nothing in it that gives way."""

    step: Step
    now: float
    then: float
    left_out: bool
    begun: bool
    keeps: bool


@dataclass(frozen=True, slots=True)
class Fitting:
    """A plan that is offered. `planned` has the seconds of each phase that would change, by its key; `seconds` is how
    long it takes from now, `speaking` the part of that which a slow group stretches; `missing` by how much it is too
    long, below 0 too short. `helps` are steps that could be left out where it is too long, and `then_missing` what is
    too long even so."""

    steps: tuple[StepFit, ...]
    planned: Mapping[str, float]
    seconds: float
    speaking: float
    missing: float
    helps: tuple[Step, ...] = ()
    then_missing: float = 0.0

    @property
    def fits(self) -> bool:
        """Whether it ends at the time asked for."""
        return abs(self.missing) < CLOSE


def fitted(session: Session, process: Process, at: Place, available: float, left_out: Collection[str]) -> Fitting:
    """The plan to come, less the steps to be left out, fitted to the seconds available."""
    made = _fitted(session, process, at, available, left_out)
    if made.missing < CLOSE:
        return made
    helps, then_missing = _what_helps(session, process, at, available, left_out)
    return replace(made, helps=helps, then_missing=then_missing)


def _fitted(session: Session, process: Process, at: Place, available: float, left_out: Collection[str]) -> Fitting:
    times = plan.to_come(session, process, at.step_id, at.phase_id, left_out)
    wished = plan.fit(times, at.spent, available).planned
    given = _in_units([time for time in times if time.key in wished], wished)
    then = [replace(time, planned=given.get(time.key, time.planned)) for time in times]
    seconds = plan.seconds_to_come(then, at.spent)
    changed = {new.key: new.planned for old, new in zip(times, then, strict=True) if new.planned != old.planned}
    speaking = plan.seconds_to_come(then, at.spent, 2.0) - seconds
    steps = _steps(session, process, at, changed, left_out)
    return Fitting(steps, changed, seconds, speaking, seconds - available)


def _in_units(times: list[PhaseTime], wished: Mapping[str, float]) -> dict[str, float]:
    """Seconds in whole units, those that lose most by it rounded up, so that the sum stays as it was wished."""
    if all(abs(wished[each.key] - each.planned) < UNIT / 2 for each in times):
        return {}
    given = {}
    for each in times:
        low, _high = plan.limits(each)
        down = math.floor(wished[each.key] / UNIT) * UNIT
        given[each.key] = down if down >= low else wished[each.key]
    over = round((sum(wished[each.key] for each in times) - sum(given.values())) / UNIT)
    for each in sorted(times, key=lambda one: given[one.key] - wished[one.key]):
        if over > 0 and given[each.key] + UNIT <= plan.limits(each)[1]:
            given[each.key] += UNIT
            over -= 1
    return given


def _steps(
    session: Session, process: Process, at: Place, planned: Mapping[str, float], left_out: Collection[str]
) -> tuple[StepFit, ...]:
    """The step under way and all that are not done, those left out, too."""
    rows = []
    for step in process.steps:
        held = plan.step_time(session, step)
        here = step.id == at.step_id
        if (held.done and not here) or process.number(step.id) < process.number(at.step_id):
            continue
        parts = [plan.phase_time(session, step, phase) for phase in step.phases]
        out = step.id in left_out and not here
        then = 0.0 if out else sum(planned.get(part.key, part.planned) for part in parts)
        now = 0.0 if held.left_out and not here else held.planned
        keeps = not any(part.gives_way for part in parts)
        rows.append(StepFit(step, now, then, out, here or held.begun, keeps))
    return tuple(rows)


def _what_helps(
    session: Session, process: Process, at: Place, available: float, left_out: Collection[str]
) -> tuple[tuple[Step, ...], float]:
    """The fewest steps that could be left out to end in time, or those that come nearest, and what is still missing."""
    aimed_by = {rough for step in process.steps if step.id not in left_out for rough in step.rough}
    rows = _steps(session, process, at, {}, left_out)
    may_go = [row for row in rows if not (row.begun or row.left_out or row.step.id in aimed_by) and _writes(row.step)]
    out, helps, missing = set(left_out), [], math.inf
    while may_go and missing >= CLOSE:
        tried = [(_fitted(session, process, at, available, out | {row.step.id}).missing, row) for row in may_go]
        enough = [(miss, row) for miss, row in tried if miss < CLOSE]
        # The shortest of those that suffice, or else the one that helps most.
        missing, row = max(enough, key=lambda pair: pair[0]) if enough else min(tried, key=lambda pair: pair[0])
        helps.append(row.step)
        out.add(row.step.id)
        may_go.remove(row)
    return tuple(helps), max(0.0, missing) if helps else 0.0


def _writes(step: Step) -> bool:
    return any(phase.kind is PhaseKind.WRITE for phase in step.phases)


def wished_finish(finish_by: str, now: datetime) -> datetime | None:
    """The moment meant by a local time "HH:MM": the one nearest to `now`, an aware local time; None for "" or what is
    no such time."""
    try:
        wish = time.fromisoformat(finish_by)
    except ValueError:
        return None
    meant = now.replace(hour=wish.hour, minute=wish.minute, second=0, microsecond=0)
    half, day = timedelta(hours=12), timedelta(days=1)
    if meant - now > half:
        return meant - day
    return meant + day if now - meant > half else meant


def against_wish(ends: datetime, wish: datetime | None) -> str:
    """ "12 min after 15:45", "1 h 5 min before 15:45", "as wished"; "" where no finish time is set."""
    if wish is None:
        return ""
    late = minutes_late(ends, wish)
    if not late:
        return "as wished"
    return f"{length_words(60 * abs(late))} {'after' if late > 0 else 'before'} {wish:%H:%M}"


def minutes_late(ends: datetime, wish: datetime) -> int:
    """The minutes between two times as a clock shows them: whoever reads both can do the sum."""
    return round((ends.replace(second=0, microsecond=0) - wish.replace(second=0, microsecond=0)).total_seconds() / 60)


def length_words(seconds: float) -> str:
    """ "12 min", "1 h 5 min"."""
    hours, minutes = divmod(plan.minutes(seconds), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
