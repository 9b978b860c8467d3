"""The heights of rows and lanes."""

from collections.abc import Mapping, Sequence
from statistics import median

from app.genogram import routes
from app.genogram.drawing import SYMBOL, Placed


class Levels:
    """The heights of rows and lanes."""

    def __init__(
        self,
        rows: list[list[str]],
        height: Mapping[str, float],
        couples: Sequence[routes.CoupleRoute],
        broods: Sequence[routes.BroodRoute | routes.Bend],
    ) -> None:
        """`broods` are children's bars and the bends beside them, each above its row."""
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
        self._brood_level.append(top - routes.AIR - max(brood_lanes[-1] - 1, 0) * routes.LANE)

    def couple(self, route: routes.CoupleRoute) -> float:
        """The height of a couple's bar."""
        return self._couple_level[route.row] + route.lane * routes.LANE

    def above(self, row: int, lane: int) -> float:
        """The height of a lane of children's bars above a row; the row may be one below the last."""
        return self._brood_level[row] + lane * routes.LANE

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
