"""What the team's own pages say of the time: planned against spent, in words and bars. Nothing of the case."""

from app.export.blocks import Bar
from models.plan import StepTime, minutes, step_times, total
from models.process import Process
from models.session import Session

#: Stands in the foot of each page, so that none of them is filed with the case.
NOT_THE_RECORD = "about the group’s work, never for a child’s record"


def time_bars(session: Session, process: Process) -> tuple[Bar, ...]:
    """Every step's minutes, spent beside planned; a step left out has no plan."""
    return tuple(
        Bar(
            f"{number}  {time.step.title}",
            time.spent / 60,
            0.0 if time.left_out else time.planned / 60,
            _step_words(time),
        )
        for number, time in enumerate(step_times(session, process), 1)
    )


def time_sentences(session: Session, process: Process) -> list[str]:
    """The whole session's time, the steps that took more or less than planned, and those left out; a sentence each."""
    times = step_times(session, process)
    planned, spent = map(minutes, total(times))
    timed = [time for time in times if time.spent > 0 and not time.left_out]
    if not timed:
        return ["No time was kept."]
    ended = [time for time in timed if time.done]
    over = [f"{time.step.short} (by {_late(time)} min)" for time in ended if _late(time) > 0]
    under = [f"{time.step.short} (by {-_late(time)} min)" for time in ended if _late(time) < 0]
    missing = [time.step.short for time in times if not time.begun and not time.left_out]
    out = [time.step.short for time in times if time.left_out]
    return [
        f"{spent} min of {planned} planned: {_late_words(spent - planned)}.",
        *(f"{words}: {', '.join(steps)}." for words, steps in (
            ("Longer than planned", over), ("Shorter than planned", under), ("Not begun", missing), ("Left out", out),
        ) if steps),
    ]  # fmt: skip


def _late(time: StepTime) -> int:
    """Minutes over the plan, below 0 under it; what is read as "14 of 12 min" is 2."""
    return minutes(time.spent) - minutes(time.planned)


def _late_words(late: int) -> str:
    return f"{late} min over" if late > 0 else f"{-late} min under" if late else "as planned"


def _step_words(time: StepTime) -> str:
    spent, planned = minutes(time.spent), minutes(time.planned)
    if time.left_out:
        return f"left out after {spent} min" if spent else "left out"
    if not time.begun:
        return f"not begun, {planned} min planned"
    if not time.spent:
        return f"not timed, {planned} min planned"
    return f"{spent} of {planned} min, {_late_words(_late(time)) if time.done else 'not ended'}"
