"""The map: three columns, the safety scale across its foot, and the ratings."""

from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """The map's columns."""

    WORRIED = "worried"
    WORKING_WELL = "working_well"
    NEEDS = "needs"


class AnalysisTerm(StrEnum):
    """What a point is, once analysed; NONE until somebody says."""

    NONE = ""
    PAST_HARM = "past_harm"
    DANGER_STATEMENT = "danger_statement"
    COMPLICATING_FACTOR = "complicating_factor"
    EXISTING_STRENGTH = "existing_strength"
    EXISTING_SAFETY = "existing_safety"
    SAFETY_GOAL = "safety_goal"
    NEXT_STEP = "next_step"


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A short point in the worker's or family's words. `card` and `step` say where it came from."""

    id: str
    column: Column
    text: str
    rank: int = 0
    term: AnalysisTerm = AnalysisTerm.NONE
    card: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class SafetyScale:
    """The worker's own safety scale, as refined in step 8. One in a session; its id is "safety"."""

    id: str = "safety"
    question: str = ""
    ten: str = ""
    zero: str = ""


class ScaleKind(StrEnum):
    """Which scale a rating is on."""

    SAFETY = "safety"
    HARM_CLARITY = "harm_clarity"


@dataclass(frozen=True, slots=True)
class Rating:
    """A name and a number 0–10. `worker` marks the presenting worker's own, which the record shows."""

    id: str
    scale: ScaleKind
    rater: str
    value: int | None = None
    worker: bool = False
    rank: int = 0
