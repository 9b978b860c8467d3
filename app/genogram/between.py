"""Where the lines between two people run."""

from collections.abc import Mapping

from app.genogram.drawing import SYMBOL, DrawnLine, Placed
from models.kin import Family


def relationship_lines(family: Family, people: Mapping[str, Placed]) -> tuple[DrawnLine, ...]:
    """From the edge of one symbol straight to the edge of the other."""
    lines = []
    for tie in family.relationships:
        if tie.first in people and tie.second in people and tie.first != tie.second:
            one, other = people[tie.first], people[tie.second]
            away = SYMBOL / 2 + 5
            length = max(1.0, ((other.x - one.x) ** 2 + (other.y - one.y) ** 2) ** 0.5)
            step = ((other.x - one.x) / length * away, (other.y - one.y) / length * away)
            ends = ((one.x + step[0], one.y + step[1]), (other.x - step[0], other.y - step[1]))
            lines.append(DrawnLine("relationship", tie.id, (tie.first, tie.second), ends))
    return tuple(lines)
