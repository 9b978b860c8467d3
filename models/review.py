"""What the worker wants from the session, how useful it has been, and what the group learnt."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Goal:
    """The worker's goal for this consultation. One in a session; its id is "goal"."""

    id: str = "goal"
    text: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Most useful so far, and the usefulness scale 0–10. One for each step; its id is the step's. `at` is UTC."""

    id: str
    most_useful: str = ""
    usefulness: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReviewRound:
    """One pass through step 12: high and enough, high and a further focus, or low and a sticking point."""

    id: str
    rank: int = 0
    most_useful: str = ""
    usefulness: int | None = None
    enough: bool | None = None
    further_focus: str = ""
    sticking_point: str = ""
    agreed_way: str = ""
    at: datetime | None = None


class LearningKind(StrEnum):
    """The advisor's three questions about the process (step 13)."""

    USEFUL = "useful"
    LEARNT = "learnt"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """A line of step 13: about the process, never the case, and never on the child's record."""

    id: str
    kind: LearningKind
    text: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class PrivateNote:
    """The facilitator's or the advisor's own notes; its id is the role. Never shown while shared, never exported
    with the case."""

    id: str
    text: str = ""
