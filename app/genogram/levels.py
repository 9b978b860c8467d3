"""The heights of rows and lanes. Rows keep their earlier heights for as long as labels and lanes fit between them."""

from collections.abc import Mapping, Sequence
from statistics import median

from app.genogram import routes
from app.genogram.drawing import SYMBOL

SPARE = routes.LANE  # kept free between rows where these are laid out afresh, so that a lane more shifts nobody
NEAR = 0.01
TOO_MUCH = 260.0  # spare room between two rows that no family asked for


class Levels:
    """The heights of rows and lanes."""

    def __init__(
        self,
        rows: list[list[str]],
        height: Mapping[str, float],
        couples: Sequence[routes.CoupleRoute],
        broods: Sequence[routes.BroodRoute | routes.Bend],
        before: Mapping[str, float] | None = None,
    ) -> None:
        """`broods` are children's bars and the bends beside them, each above its row; `before` people's earlier
        heights."""
        self.rows = rows
        depth = [max((height[person] for person in row), default=SYMBOL) for row in rows]
        couple_lanes, brood_lanes = [0] * len(rows), [0] * (len(rows) + 1)
        for route in couples:
            if len(route.people) == 2:
                couple_lanes[route.row] = max(couple_lanes[route.row], route.lane + 1)
        for brood in broods:
            brood_lanes[brood.row] = max(brood_lanes[brood.row], brood.lane + 1)
        needed = []
        for number in range(len(rows)):
            lanes = max(couple_lanes[number] - 1, 0) + max(brood_lanes[number + 1] - 1, 0)
            needed.append(depth[number] + routes.FIRST_LANE + lanes * routes.LANE + routes.BRANCH + routes.AIR)
        self.y = _heights(rows, needed, before or {})
        self._couple_level = [y - SYMBOL / 2 + deep + routes.FIRST_LANE for y, deep in zip(self.y, depth, strict=True)]
        tops = [y - SYMBOL / 2 for y in self.y]
        tops.append(tops[-1] + needed[-1] if tops else 0.0)
        self._brood_level = [
            top - routes.AIR - max(lanes - 1, 0) * routes.LANE for top, lanes in zip(tops, brood_lanes, strict=True)
        ]

    def couple(self, route: routes.CoupleRoute) -> float:
        """The height of a couple's bar."""
        return self._couple_level[route.row] + route.lane * routes.LANE

    def above(self, row: int, lane: int) -> float:
        """The height of a lane of children's bars above a row; the row may be one below the last."""
        return self._brood_level[row] + lane * routes.LANE


def _heights(rows: Sequence[Sequence[str]], needed: Sequence[float], before: Mapping[str, float]) -> list[float]:
    """The rows' heights, `needed` apart: as they were where that is enough. Where a row needs more room, all below it
    shift, or all above where these are fewer people."""
    was: dict[int, float] = {}
    for number, row in enumerate(rows):
        known = [before[person] for person in row if person in before]
        if known:
            was[number] = median(known)
    tops, top = [], 0.0
    for number in range(len(rows)):
        tops.append(top)
        room = needed[number] + SPARE
        if number in was and number + 1 in was:
            so_far = was[number + 1] - was[number]
            if needed[number] - NEAR <= so_far <= room + TOO_MUCH:
                room = so_far
            elif 0.0 < so_far < room:
                room = needed[number]
        top += room
    votes: dict[float, int] = {}
    for number, y in was.items():
        shift = next((one for one in votes if abs(one - (y - tops[number])) < NEAR), y - tops[number])
        votes[shift] = votes.get(shift, 0) + sum(person in before for person in rows[number])
    shift = max(votes, key=votes.__getitem__) if votes else SYMBOL / 2
    stay = {number: y for number, y in was.items() if abs(y - tops[number] - shift) < NEAR}
    return [stay.get(number, top + shift) for number, top in enumerate(tops)]
