"""What a layout gives: people, lines and households with their places, in pixels at 100 %, y downwards."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.genogram import Person
from models.kin import Family

Point = tuple[float, float]
#: The size of a person's label: width and height of all its lines.
Measure = Callable[[Person], tuple[float, float]]

SYMBOL = 40.0
LABEL_GAP = 5.0  # between symbol and label


@dataclass(frozen=True, slots=True)
class Placed:
    """A person's place: `x`, `y` the centre of the symbol; `width`, `height` hold symbol and label."""

    id: str
    x: float
    y: float
    width: float
    height: float
    row: int

    @property
    def left(self) -> float:
        """The left edge of symbol and label."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """Their right edge."""
        return self.x + self.width / 2

    @property
    def top(self) -> float:
        """The upper edge of the symbol."""
        return self.y - SYMBOL / 2

    @property
    def bottom(self) -> float:
        """The lower edge of the label."""
        return self.y - SYMBOL / 2 + self.height


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line: `kind` is "couple", "descent" or "relationship", `of` the id of what it stands for."""

    kind: str
    of: str
    people: tuple[str, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class DrawnHousehold:
    """A closed outline round the people who live under one roof."""

    id: str
    name: str
    people: tuple[str, ...]
    outline: tuple[Point, ...]


@dataclass(frozen=True)
class Drawing:
    """A family laid out. `bounds` is left, top, right, bottom of all of it."""

    people: dict[str, Placed]
    lines: tuple[DrawnLine, ...] = ()
    households: tuple[DrawnHousehold, ...] = ()
    bounds: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


def drawing_to_plain(drawing: Drawing, family: Family, seconds: float) -> dict[str, Any]:
    """The drawing as JSON types, for tests and other programs (see genogram.md, "In and out")."""
    return {
        "layout_seconds": seconds,
        "people": [
            {
                "id": placed.id,
                "name": family.people[placed.id].name,
                "x": placed.x,
                "y": placed.y,
                "width": placed.width,
                "height": placed.height,
                "row": placed.row,
            }
            for placed in drawing.people.values()
        ],
        "lines": [
            {"kind": line.kind, "people": list(line.people), "points": [list(point) for point in line.points]}
            for line in drawing.lines
        ],
        "households": [
            {"name": home.name, "people": list(home.people), "outline": [list(point) for point in home.outline]}
            for home in drawing.households
        ],
    }
