"""What the record's form asks for and nobody has said yet. It is only pointed out: the export works all the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from models.drafting import current_rating
from models.people import Case, Child
from models.record import PART_LABELS, NextStep
from models.session import Session


@dataclass(frozen=True, slots=True)
class Missing:
    """A few words, and the field that they are about: the form's section, and in a table the row and its attribute."""

    words: str
    section: str
    row: str = ""
    attribute: str = ""


def missing_details(session: Session) -> list[Missing]:
    """All that is missing, in the form's order."""
    missing = [] if session.details.held_on else [Missing("Date of group supervision", "held_on")]
    children = session.all(Child)
    if not children:
        missing.append(Missing("Child/ren’s name, date of birth and reference number", "children"))
    for place, child in enumerate(children, 1):
        missing += _of_child(session, child, place)
    if not session.one(Case).status:
        missing.append(Missing("Case status", "status"))
    for part, label in PART_LABELS.items():
        if not session.part(part).text.strip():
            missing.append(Missing(f"“{label}”", part.value))
    if current_rating(session) is None:
        missing.append(Missing("Current safety scale rating", "current"))
    return [*missing, *_of_steps(session)]


def _of_child(session: Session, child: Child, place: int) -> Iterator[Missing]:
    name, held_on = child.name.strip() or f"Child {place}", session.details.held_on
    if not child.name.strip():
        yield Missing(f"{name}: name", "children", child.id, "name")
    if child.born is None:
        yield Missing(f"{name}: date of birth", "children", child.id, "born")
    elif held_on is not None and child.born > held_on:
        yield Missing(f"{name}: the date of birth lies after the day of the supervision", "children", child.id, "born")
    if not child.reference.strip():
        yield Missing(f"{name}: reference number", "children", child.id, "reference")


def _of_steps(session: Session) -> Iterator[Missing]:
    """Counted, since each row says so itself as well."""
    steps = session.all(NextStep)
    if not steps:
        yield Missing("Next steps", "next_steps")
    for attribute in ("timescale", "lead"):
        read = attrgetter(attribute)
        without = [(place, step) for place, step in enumerate(steps, 1) if not read(step).strip()]
        if without:
            place, first = without[0]
            which = f"next step {place}" if len(without) == 1 else f"{len(without)} next steps"
            yield Missing(f"{attribute.capitalize()} of {which}", "next_steps", first.id, attribute)
