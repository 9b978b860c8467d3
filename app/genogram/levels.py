"""The heights of rows and lanes, and the lines of couples and children drawn at them."""

from collections.abc import Mapping, Sequence
from statistics import median

from app.genogram import routes
from app.genogram.drawing import SYMBOL, DrawnLine, Placed, Point


class Levels:
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


def couple_lines(
    couples: Sequence[routes.CoupleRoute], people: Mapping[str, Placed], levels: Levels
) -> list[DrawnLine]:
    lines = []
    for route in couples:
        if len(route.people) == 2:
            level = levels.couple(route)
            left, right = (people[person].y + SYMBOL / 2 for person in route.people)
            points = ((route.left, left), (route.left, level), (route.right, level), (route.right, right))
            lines.append(DrawnLine("couple", route.couple.id, route.people, points))
    return lines


def descent_lines(broods: Sequence[routes.BroodRoute], people: Mapping[str, Placed], levels: Levels) -> list[DrawnLine]:
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
