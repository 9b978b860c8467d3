"""The lines of couples and children as they are drawn, once rows and lanes have their heights."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from app.genogram.drawing import SYMBOL, DrawnLine, Placed, Point
from app.genogram.routes import AIR, Bend, BroodRoute, CoupleRoute
from models.genogram import Gender, Life, Person
from models.kin import Family


class Heights(Protocol):
    """How high bars lie."""

    def couple(self, route: CoupleRoute) -> float:
        """The height of a couple's bar."""

    def above(self, row: int, lane: int) -> float:
        """The height of a lane of children's bars above a row."""


def couple_lines(
    couples: Sequence[CoupleRoute], family: Family, people: Mapping[str, Placed], heights: Heights
) -> list[DrawnLine]:
    """The U of each couple, from the left partner's symbol to the right one's."""
    lines = []
    for route in couples:
        if len(route.people) < 2:
            continue
        level = heights.couple(route)
        ways: list[list[Point]] = []
        for person in route.people:
            foot = route.feet[person]
            start = foot_of(family.people[person], people[person], foot)
            if person == route.upper:
                ways.append([(foot, start), *_way(route.way, heights), (_end(route.way, foot), level)])
            else:
                ways.append([(foot, start), (foot, level)])
        lines.append(DrawnLine("couple", route.couple.id, route.people, (*ways[0], *reversed(ways[1]))))
    return lines


def descent_lines(
    broods: Sequence[BroodRoute], family: Family, people: Mapping[str, Placed], heights: Heights
) -> list[DrawnLine]:
    """A line for each child, all of a brood along the same bar; twins leave the bar at one point."""
    lines = []
    for brood in broods:
        parents = brood.parents
        if len(parents.people) == 1:
            alone = parents.people[0]
            start = foot_of(family.people[alone], people[alone], parents.drop)
        else:
            start = heights.couple(parents)
        trunk = [(parents.drop, start), *_way(brood.way, heights)]
        bar = heights.above(brood.row, brood.lane)
        for link in brood.links:
            tip, head = brood.tips[link.id], brood.heads[link.id]
            points = list(trunk)
            if abs(tip - brood.entry) >= 0.5 or (brood.way and brood.row <= parents.row):
                points += [(brood.entry, bar), (tip, bar)]
            child = family.people[link.child]
            if abs(tip - head) >= 0.5:
                points.append((tip, people[link.child].top - AIR))
            points.append((head, head_of(child, people[link.child], head)))
            lines.append(DrawnLine("descent", link.id, (*parents.people, link.child), _without_twice(points)))
    return lines


def _way(way: Sequence[Bend], heights: Heights) -> list[Point]:
    return [
        point
        for bend in way
        if not bend.straight
        for level in (heights.above(bend.row, bend.lane),)
        for point in ((bend.x, level), (bend.to, level))
    ]


def _end(way: Sequence[Bend], start: float) -> float:
    return way[-1].to if way else start


def _without_twice(points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple(point for place, point in enumerate(points) if not place or point != points[place - 1])


def foot_of(person: Person, placed: Placed, x: float) -> float:
    """How high a couple's line meets the lower edge of a partner's symbol."""
    if person.life is not Life.PERSON:
        return placed.y + SYMBOL / 2
    return placed.y + SYMBOL / 2 - _recess(person.gender, x - placed.x)


def head_of(person: Person, placed: Placed, x: float) -> float:
    """How high a child's line meets the upper edge of the child's symbol."""
    if person.life is Life.PERSON:
        return placed.top + _recess(person.gender, x - placed.x)
    steep = {Life.STILLBIRTH: 0.0}.get(person.life, 5 / 3)
    return placed.top + min(abs(x - placed.x), SYMBOL / 4) * steep


def _recess(gender: Gender, aside: float) -> float:
    """How far a symbol's edge lies inside its box, so far from its middle."""
    half, aside = SYMBOL / 2, min(abs(aside), SYMBOL / 2)
    if gender is Gender.MALE:
        return 0.0
    if gender is Gender.FEMALE:
        return float(half - (half * half - aside * aside) ** 0.5)
    return float(aside)
