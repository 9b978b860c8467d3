"""Sentences at the foot after an edit: what was guessed, and what cannot quite be so."""

from typing import TYPE_CHECKING

from models.family_checks import doubt

if TYPE_CHECKING:
    from widgets.canvas.control import CanvasControl


def described_guess(control: "CanvasControl", person: str) -> str:
    """That a gender was not typed, and how it is set right."""
    gender = control.family.people[person].gender.value
    return f"{control.name(person)} is drawn as {gender}: g changes it."


def doubts(control: "CanvasControl", person: str) -> str:
    """What cannot quite be so about a person, "" where all can be."""
    found = doubt(control.family, person)
    return found[0].format(*map(control.name, found[1])) if found else ""
