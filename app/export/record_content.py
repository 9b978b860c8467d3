"""What stands on the group supervision record (Appendix 4), part by part, before it is a page, a text or a clipboard.

The labels are those of the printed form. Nothing of step 13, private notes, timings or who spoke is read here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.drafting import current_rating
from models.people import Case, CaseStatus, Child
from models.record import NextStep, Part
from models.session import Session

TITLE = "Group Supervision Record"
DATE = "Date of group supervision"
CHILDREN = "Child/ family details"
CHILD_HEADS = ("Child/ren’s name", "DOB", "LCS Reference No.")
STATUS = "Case status"
PREVIOUS = "Previous safety scale rating"
PART_LABELS = {
    Part.WORKING_WELL: "What’s working well?",
    Part.WORRIED: "What are we worried about and what needs to change?",
    Part.REFLECTION: "Reflection/analysis following group supervision",
}
CURRENT = "Current safety scale rating"
MEANING = (
    "On this scale, 10 says that the children are safe enough and the service is no longer needed; "
    "0 says that home is too unsafe a place for the children to stay."
)
NEXT_STEPS = "What are the next steps?"
STEP_HEADS = ("SMART steps", "Timescale", "Lead")

#: Sections by id, with their labels, in the form's order.
SECTIONS: Mapping[str, str] = {
    "held_on": DATE,
    "children": CHILDREN,
    "status": STATUS,
    "previous": PREVIOUS,
    **{part.value: label for part, label in PART_LABELS.items()},
    "current": CURRENT,
    "next_steps": NEXT_STEPS,
}

#: The genogram in words: no part of the form, at its end where that is asked for.
FAMILY = "family"
FAMILY_LABEL = "Family"

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RecordContent:
    """The record's fields as text; "" and None are empty fields."""

    agency_name: str
    held_on: str
    children: tuple[tuple[str, str, str], ...]
    status: tuple[tuple[str, bool], ...]
    previous: int | None
    parts: tuple[tuple[Part, str], ...]
    current: int | None
    next_steps: tuple[tuple[str, str, str], ...]

    @property
    def ticked(self) -> str:
        """The case statuses that hold, in words."""
        return ", ".join(name for name, holds in self.status if holds)


def in_words(day: date | None) -> str:
    """A date as people write it, whatever the computer's language: 3 May 2019."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def record_content(session: Session, agency_name: str) -> RecordContent:
    """The record of a session as it stands."""
    case = session.one(Case)
    return RecordContent(
        agency_name=agency_name.strip(),
        held_on=in_words(session.details.held_on),
        children=tuple((child.name, in_words(child.born), child.reference) for child in session.all(Child)),
        status=tuple((status.value, status in case.status) for status in CaseStatus),
        previous=case.previous_rating,
        parts=tuple((part, session.part(part).text) for part in PART_LABELS),
        current=current_rating(session),
        next_steps=tuple((step.text, step.timescale, step.lead) for step in session.all(NextStep)),
    )
