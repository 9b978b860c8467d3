"""The layout of a family: rows by generations, order by the couples, places by least squares, lines in lanes.

Plain Python, so that it runs in tests, on the command line and on a thread. See genogram.md, "Layout".
"""

from collections.abc import Mapping, Sequence
from statistics import median

from app.genogram import routes
from app.genogram.drawing import LABEL_GAP, SYMBOL, Drawing, DrawnHousehold, DrawnLine, Measure, Placed, Point
from app.genogram.homes import draw_household
from app.genogram.order import order_rows
from app.genogram.rows import rows_of
from app.genogram.spacing import GAP, Spacing
from models.kin import Family

OUTSIDE_GAP = 64.0  # from the generations to those who stand outside them


def layout(family: Family, measure: Measure, previous: Mapping[str, Placed] | None = None) -> Drawing:
    """Places for everybody. `previous` are the places so far, which people keep as nearly as the family allows."""
    previous = previous or {}
    row_of = rows_of(family)
    rows = order_rows(family, row_of)
    outsiders = [person for person in family.people if person not in row_of]
    labels = {person: measure(who) for person, who in family.people.items()}
    width = {person: max(SYMBOL, size[0]) for person, size in labels.items()}
    spacing = Spacing(
        family,
        rows,
        width,
        _start(rows, width, previous),
        {person: placed.x for person, placed in previous.items()},
        _date_room(family, width),
    )
    spacing.settle()
    x = spacing.x
    _anchor_x(x, previous, bool(spacing.pinned))
    couples = routes.couple_routes(family, row_of, x)
    broods = routes.brood_routes(family, row_of, x, couples)
    height = {person: SYMBOL + LABEL_GAP + size[1] if size[1] else SYMBOL for person, size in labels.items()}
    _place_outsiders(outsiders, rows, x, width)
    levels = _Levels(rows, height, couples, broods)
    levels.shift_to(previous)
    people = {
        person: Placed(person, x[person], levels.y[number], width[person], height[person], number)
        for number, row in enumerate(levels.rows)
        for person in row
    }
    lines = (*_couple_lines(couples, people, levels), *_descent_lines(broods, people, levels))
    in_rows = [[people[person] for person in row] for row in levels.rows]
    homes = [drawn for home in family.households if (drawn := draw_household(home, in_rows))]
    lines += _relationship_lines(family, people)
    return Drawing(people, lines, tuple(homes), _bounds(people, lines, homes))


def _start(
    rows: Sequence[Sequence[str]], width: Mapping[str, float], previous: Mapping[str, Placed]
) -> dict[str, float]:
    """Where the sweeps begin: the places so far; somebody new beside the neighbour."""
    x: dict[str, float] = {}
    for row in rows:
        at = -sum(width[person] + GAP for person in row) / 2
        known = next((previous[person].x for person in row if person in previous), None)
        if known is not None:
            at = known - GAP
        for person in row:
            at = previous[person].x if person in previous else at + GAP + width[person] / 2
            x[person] = at
            at += width[person] / 2
    return x


def _date_room(family: Family, width: Mapping[str, float]) -> dict[str, float]:
    """How far apart a couple's dates set the partners, by partnership id."""
    room = {}
    for couple in family.partnerships.values():
        partners = family.partners(couple)
        if couple.dates and len(partners) == 2:
            room[couple.id] = (
                (width[partners[0]] + width[partners[1]]) / 2 + 6.5 * len(couple.dates) + (56 if couple.parting else 16)
            )
    return room


def _anchor_x(x: dict[str, float], previous: Mapping[str, Placed], pinned: bool) -> None:
    """Shift everybody so that most stand where they stood."""
    kept = [previous[person].x - at for person, at in x.items() if person in previous]
    if kept and not pinned:
        shift = median(kept)
        for person in x:
            x[person] += shift


def _place_outsiders(
    outsiders: Sequence[str], rows: list[list[str]], x: dict[str, float], width: Mapping[str, float]
) -> None:
    """Friends and professionals in columns of their own, right of all generations, level with the rows."""
    if not outsiders:
        return
    everyone = [person for row in rows for person in row]
    left = max((x[person] + width[person] / 2 for person in everyone), default=-OUTSIDE_GAP) + OUTSIDE_GAP
    if not rows:
        rows.append([])
    high, wide = len(rows), max(width[person] for person in outsiders)
    for place, person in enumerate(outsiders):
        x[person] = left + wide / 2 + place // high * (wide + GAP)
        rows[place % high].append(person)


class _Levels:
    """The heights of rows and lanes."""

    def __init__(
        self,
        rows: list[list[str]],
        height: Mapping[str, float],
        couples: Sequence[routes.CoupleRoute],
        broods: Sequence[routes.BroodRoute],
    ) -> None:
        self.rows = rows
        depth = [max((height[person] for person in row), default=SYMBOL) for row in self.rows]
        couple_lanes, brood_lanes = [0] * len(self.rows), [0] * (len(self.rows) + 1)
        for route in couples:
            if len(route.people) == 2:
                couple_lanes[route.row] = max(couple_lanes[route.row], route.lane + 1)
        for brood in broods:
            brood_lanes[brood.row] = max(brood_lanes[brood.row], brood.lane + 1)
        self.y: list[float] = []
        self._couple_level: list[float] = []
        self._brood_level: list[float] = []
        top = 0.0
        for number in range(len(self.rows)):
            self._brood_level.append(top - routes.AIR - max(brood_lanes[number] - 1, 0) * routes.LANE)
            self.y.append(top + SYMBOL / 2)
            self._couple_level.append(top + depth[number] + routes.FIRST_LANE)
            lanes = max(couple_lanes[number] - 1, 0) + max(brood_lanes[number + 1] - 1, 0)
            top += depth[number] + routes.FIRST_LANE + lanes * routes.LANE + routes.BRANCH + routes.AIR

    def couple(self, route: routes.CoupleRoute) -> float:
        """The height of a couple's bar."""
        return self._couple_level[route.row] + route.lane * routes.LANE

    def brood(self, route: routes.BroodRoute) -> float:
        """The height of the bar over children."""
        return self._brood_level[route.row] + route.lane * routes.LANE

    def shift_to(self, previous: Mapping[str, Placed]) -> None:
        """Shift all levels so that most people stand as high as they stood."""
        kept = [
            previous[person].y - self.y[number]
            for number, row in enumerate(self.rows)
            for person in row
            if person in previous
        ]
        if kept:
            shift = median(kept)
            for levels in (self.y, self._couple_level, self._brood_level):
                levels[:] = [level + shift for level in levels]


def _couple_lines(
    couples: Sequence[routes.CoupleRoute], people: Mapping[str, Placed], levels: _Levels
) -> list[DrawnLine]:
    lines = []
    for route in couples:
        if len(route.people) == 2:
            level = levels.couple(route)
            left, right = (people[person].y + SYMBOL / 2 for person in route.people)
            points = ((route.left, left), (route.left, level), (route.right, level), (route.right, right))
            lines.append(DrawnLine("couple", route.couple.id, route.people, points))
    return lines


def _descent_lines(
    broods: Sequence[routes.BroodRoute], people: Mapping[str, Placed], levels: _Levels
) -> list[DrawnLine]:
    """A line for each child, all of a brood along the same bar; twins leave the bar at one point."""
    lines = []
    for brood in broods:
        parents, drop, bar = brood.parents, brood.parents.drop, levels.brood(brood)
        alone = len(parents.people) == 1
        start = people[parents.people[0]].y + SYMBOL / 2 if alone else levels.couple(parents)
        twins: dict[str, list[float]] = {}
        for link in brood.links:
            twins.setdefault(link.twins or link.id, []).append(people[link.child].x)
        for link in brood.links:
            child = people[link.child]
            of_twins = twins[link.twins or link.id]
            at = sum(of_twins) / len(of_twins)
            straight = abs(at - drop) < 0.5 and len(of_twins) == 1
            bends: tuple[Point, ...] = () if straight else ((drop, bar), (at, bar))
            points = ((drop, start), *bends, (child.x, child.top))
            lines.append(DrawnLine("descent", link.id, (*parents.people, child.id), points))
    return lines


def _relationship_lines(family: Family, people: Mapping[str, Placed]) -> tuple[DrawnLine, ...]:
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


def _bounds(
    people: Mapping[str, Placed], lines: Sequence[DrawnLine], homes: Sequence[DrawnHousehold]
) -> tuple[float, float, float, float]:
    if not people:
        return 0.0, 0.0, 0.0, 0.0
    points = [point for line in lines for point in line.points]
    points += [point for home in homes for point in home.outline]
    points += [corner for one in people.values() for corner in ((one.left, one.top), (one.right, one.bottom))]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
