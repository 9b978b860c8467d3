"""What undo says it took back, and where, since it reaches through every step: "Undone: Add card in step 7."."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.cards import Card, Note
from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.mapping import MapPoint, Rating, SafetyScale, ScaleKind
from models.people import Case, Child
from models.process import Capture, Process
from models.record import DraftSource, NameSeen, NextStep, RecordPart, SignOff
from models.review import CheckIn, Goal, LearningPoint, ReviewRound
from models.session import Change
from models.timing import Heard, StepPlan

#: Kinds that stand in whatever step captures them.
_CAPTURED: Mapping[type[Any], Capture] = {
    Person: Capture.GENOGRAM, Partnership: Capture.GENOGRAM, ChildOf: Capture.GENOGRAM, Household: Capture.GENOGRAM,
    Relationship: Capture.GENOGRAM, Goal: Capture.GOAL, SafetyScale: Capture.SAFETY_SCALE,
    ReviewRound: Capture.REVIEW, LearningPoint: Capture.GROUP_REVIEW,
}  # fmt: skip

#: Kinds that stand on another page than the session's: the pages, and how they are called.
_ELSEWHERE: Mapping[type[Any], tuple[tuple[str, ...], str]] = {
    Case: (("prepare", "after"), "in people and case"),
    Child: (("prepare", "after"), "in people and case"),
    **dict.fromkeys((RecordPart, NextStep, DraftSource, SignOff, NameSeen), (("after",), "in the record")),
}


def undone_words(label: str, changes: Sequence[Change], process: Process, in_view: str, again: bool = False) -> str:
    """The sentence for the foot. The place is left out where it is what is in view: the id of a step, or of a page;
    `again` where it was brought back."""
    place = _place(changes, process, in_view)
    what = f"{label} {place}" if place else label
    return f"Done again: {what}." if again else f"Undone: {what}. Ctrl+Shift+Z brings it back."


def _place(changes: Sequence[Change], process: Process, in_view: str) -> str:
    """Where it happened: the first change that says so; what changes along with it comes after it."""
    for change in changes:
        step = _step(change, process)
        if step is not None:
            return "" if step == in_view else f"in step {process.number(step)}"
        if change.kind in _ELSEWHERE:
            pages, words = _ELSEWHERE[change.kind]
            return "" if in_view in pages else words
    return ""


def _step(change: Change, process: Process) -> str | None:
    """The id of the step in which a change was made; None where it belongs to none, or to one the process lacks."""
    entity = change.before if change.after is None else change.after
    if isinstance(entity, Card | Note | MapPoint):
        step = entity.step
    elif isinstance(entity, CheckIn | StepPlan | Heard):
        step = entity.id.partition("/")[0]
    else:
        step = _capturing(_capture(entity), process)
    return step if step in {each.id for each in process.steps} else None


def _capture(entity: Any) -> Capture | None:
    if isinstance(entity, Rating):
        return Capture.HARM_CLARITY if entity.scale is ScaleKind.HARM_CLARITY else Capture.SAFETY_SCALE
    return _CAPTURED.get(type(entity))


def _capturing(capture: Capture | None, process: Process) -> str:
    """The first step that leaves this behind."""
    phases = ((step.id, phase) for step, phase in process.walk())
    return next((step for step, phase in phases if capture is not None and capture in phase.captures), "")
