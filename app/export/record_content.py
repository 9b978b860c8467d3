"""What stands on the group supervision record (Appendix 4), part by part, before it is a page, a text or a clipboard.

The labels are those of the printed form. Nothing of step 13, private notes, timings or who spoke is read here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.export.options import REFERENCE_LABEL, ExportOptions
from models.drafting import current_rating
from models.people import Case, CaseStatus, Child
from models.record import PART_LABELS as PART_LABELS  # the form's labels, all from here
from models.record import Amendment, NextStep, Part
from models.session import Session
from models.signing import given_sign_off, signed_off

TITLE = "Group Supervision Record"
DATE = "Date of group supervision"
CHILDREN = "Child/ family details"
CHILD_HEADS = ("Child/ren’s name", "DOB")  # then what the case system calls its number
STATUS = "Case status"
PREVIOUS = "Previous safety scale rating"
CURRENT = "Current safety scale rating"
MEANING = (
    "On this scale, 10 says that the children are safe enough and the service is no longer needed; "
    "0 says that home is too unsafe a place for the children to stay."
)
NEXT_STEPS = "What are the next steps?"
STEP_HEADS = ("SMART steps", "Timescale", "Lead")
#: The mark on each page until the record is signed off.
DRAFT = "Draft"

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
    """The record's fields as text; "" and None are empty fields. `standing` says in a line whether it is a draft or
    signed off, by whom and when; `amendments` when it was changed since, by whom and why."""

    agency_name: str
    held_on: str
    child_heads: tuple[str, str, str]
    children: tuple[tuple[str, str, str], ...]
    status: tuple[tuple[str, bool], ...]
    previous: int | None
    parts: tuple[tuple[Part, str], ...]
    current: int | None
    next_steps: tuple[tuple[str, str, str], ...]
    signed_on: str
    draft: bool
    standing: str
    amendments: tuple[str, ...]

    @property
    def closing(self) -> tuple[str, ...]:
        """Lines at the end of the form: none for a draft that nobody has signed yet, which is marked on each page."""
        return (*((self.standing,) if self.signed_on or not self.draft else ()), *self.amendments)

    @property
    def ticked(self) -> str:
        """The case statuses that hold, in words."""
        return ", ".join(name for name, holds in self.status if holds)


def in_words(day: date | None) -> str:
    """A date as people write it, whatever the computer's language: 3 May 2019."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def record_content(session: Session, options: ExportOptions) -> RecordContent:
    """The record of a session as it stands."""
    case, given = session.one(Case), given_sign_off(session)
    return RecordContent(
        agency_name=options.agency_name.strip(),
        held_on=in_words(session.details.held_on),
        child_heads=(*CHILD_HEADS, options.reference_label.strip() or REFERENCE_LABEL),
        children=tuple((child.name, in_words(child.born), child.reference) for child in session.all(Child)),
        status=tuple((status.value, status in case.status) for status in CaseStatus),
        previous=case.previous_rating,
        parts=tuple((part, session.part(part).text) for part in PART_LABELS),
        current=current_rating(session),
        next_steps=tuple((step.text, step.timescale, step.lead) for step in session.all(NextStep)),
        signed_on=in_words(given.signed_on) if given else "",
        draft=signed_off(session) is None,
        standing=_standing(session),
        amendments=_amendments(session),
    )


def _standing(session: Session) -> str:
    given = given_sign_off(session)
    if given is None:
        return "Draft: the presenting worker has not signed it off yet."
    who = " on ".join(filter(None, (given.name.strip() or "the presenting worker", in_words(given.signed_on))))
    if signed_off(session) is None:
        return f"Draft: changed since it was signed off by {who}."
    return f"Signed off by {who}."


def _amendments(session: Session) -> tuple[str, ...]:
    """When and by whom the record was changed after the session was closed, and why."""
    return tuple(
        f"Amended on {in_words(each.at.astimezone().date())} by {each.by.strip()}: {each.note.strip()}"
        for each in session.all(Amendment)
    )
