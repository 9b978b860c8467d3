"""Planned and spent time, steps left out, who has been heard, nudges shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhaseTiming:
    """Time of one phase; its id is "step/phase". Seconds. `planned` is None while the process's own minutes hold.
    `done` says that the facilitator has moved on from it. Changed without undo."""

    id: str
    planned: float | None = None
    spent: float = 0.0
    done: bool = False


@dataclass(frozen=True, slots=True)
class StepPlan:
    """What the plan says of a step; its id is the step's."""

    id: str
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """Who had their turn to read in a step; its id is "step/participant". `read` is False where they had no card and
    were passed."""

    id: str
    read: bool = True


@dataclass(frozen=True, slots=True)
class Nudge:
    """How often a ground rule was nudged; its id is the rule's."""

    id: str
    count: int = 0


def phase_key(step: str, phase: str) -> str:
    """The id under which a phase's time is kept."""
    return f"{step}/{phase}"
