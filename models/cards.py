"""Cards, and the notes of what was said."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CardKind(StrEnum):
    """What is written on a card."""

    QUESTION = "question"
    SCALING_QUESTION = "scaling_question"
    HARM_QUESTION = "harm_question"
    ROUGH_DANGER_STATEMENT = "rough_danger_statement"
    DANGER_STATEMENT = "danger_statement"
    ROUGH_SAFETY_GOAL = "rough_safety_goal"
    SAFETY_GOAL = "safety_goal"
    FURTHER_FOCUS_QUESTION = "further_focus_question"


class Audience(StrEnum):
    """Whom a question would be asked; NONE where the writer did not say."""

    NONE = ""
    CHILD = "child"
    PARENT = "parent"
    RELATIVE = "relative"
    PROFESSIONAL = "professional"


class HarmElement(StrEnum):
    """The four sides of harm that a question can ask after (Appendix 8, 9.1)."""

    NONE = ""
    BEHAVIOUR = "behaviour"
    SEVERITY = "severity"
    INCIDENCE = "incidence"
    IMPACT = "impact"


#: Kinds that ask somebody something.
QUESTIONS = frozenset({
    CardKind.QUESTION, CardKind.SCALING_QUESTION, CardKind.HARM_QUESTION, CardKind.FURTHER_FOCUS_QUESTION,
})  # fmt: skip
#: Kinds whose share of relationship questions the method asks for, or leaves to the writer (Appendix 8, 7.1).
RELATIONSHIP = frozenset({CardKind.QUESTION, CardKind.FURTHER_FOCUS_QUESTION})


@dataclass(frozen=True, slots=True)
class Card:
    """One card. Every card goes home with the presenting worker.

    `author` is a participant's id, "" where nobody was named. `asked_of` is a person by name ("Mum").
    `ten` and `zero` are a scale's ends in words; `scale` is "safety" or "other".
    `chosen`: the worker picked it (questions) or takes it up (danger statements, safety goals);
    `chosen_with` says with whom it will be used. `review_round` is the further focus it was written for.
    """

    id: str
    step: str
    kind: CardKind
    author: str
    text: str
    rank: int = 0
    audience: Audience = Audience.NONE
    asked_of: str = ""
    relationship: bool = False
    scale: str = ""
    ten: str = ""
    zero: str = ""
    element: HarmElement = HarmElement.NONE
    read: bool = False
    strongest: bool = False
    chosen: bool = False
    chosen_with: str = ""
    review_round: str = ""
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One time-stamped line of the worker's exact words. `at` is UTC."""

    id: str
    step: str
    phase: str
    text: str
    at: datetime
    rank: int = 0
