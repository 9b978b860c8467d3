"""Where the arrows lead from a person: along the family, and beyond it to whoever stands nearest."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from app.genogram.drawing import Drawing
from models.kin import Family


def walk(drawing: Drawing, family: Family, person: str, key: int, visited: Sequence[str]) -> str:
    """Who has the focus after an arrow key. `visited`: who had it before, the latest last; it decides among equals."""
    placed = drawing.people[person]
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        row = sorted((one for one in drawing.people.values() if one.row == placed.row), key=lambda one: one.x)
        at = row.index(placed) + (1 if key == Qt.Key.Key_Right else -1)
        return row[at].id if 0 <= at < len(row) else person
    up = key == Qt.Key.Key_Up
    kin = list(family.parents(person)) if up else family.children_of(person)
    if kin:
        return _latest(kin, visited) or _own_line(family, kin)
    away = [one for one in drawing.people.values() if (one.row < placed.row if up else one.row > placed.row)]
    nearest = min(away, key=lambda one: (abs(one.row - placed.row), abs(one.x - placed.x)), default=placed)
    return nearest.id


def _latest(people: Sequence[str], visited: Sequence[str]) -> str:
    return next((person for person in reversed(visited) if person in people), "")


def _own_line(family: Family, people: Sequence[str]) -> str:
    """The one whose own parents are drawn, else the first."""
    return next((person for person in people if person in family.origins), people[0])
