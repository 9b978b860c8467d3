"""Corridors between the blocks of a household: narrow, where nobody stands, not along a line or another outline."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from app.genogram.drawing import DrawnLine, Placed
from app.genogram.field import Field
from app.genogram.outline import Box

HALF = 5.0  # half the width
CLEAR = 3.0  # from a corridor's edge to somebody
EDGE = 6.0  # from a row to the nearest corridor along it
ALONG = 3.5  # nearer than this, an edge lies on a line
BUCKET = 16.0
STEP = 3.0
GAPS = 6

Run = tuple[float, float, float, int]  # where it lies, from, to, whose; -1 for a family's line
Joint = tuple[int, Box]  # a block's row, -1 beside the rows, and its box


class Corridors:
    """Leads corridors, each clear of those before."""

    def __init__(self, field: Field, lines: Sequence[DrawnLine]) -> None:
        self._field = field
        self._levels: dict[int, list[Run]] = defaultdict(list)  # level pieces, by y // BUCKET
        self._uprights: dict[int, list[Run]] = defaultdict(list)  # upright pieces, by x // BUCKET
        for line in lines:
            for (x, y), (to_x, to_y) in pairwise(line.points):
                if y == to_y:
                    self._levels[int(y // BUCKET)].append((y, min(x, to_x), max(x, to_x), -1))
                elif x == to_x:
                    self._uprights[int(x // BUCKET)].append((x, min(y, to_y), max(y, to_y), -1))

    def take(self, box: Box, home: int) -> None:
        """Say that the edges of a box are drawn."""
        left, top, right, bottom = box
        for y in (top, bottom):
            self._levels[int(y // BUCKET)].append((y, left, right, home))
        for x in (left, right):
            self._uprights[int(x // BUCKET)].append((x, top, bottom, home))

    def join(self, one: Joint, other: Joint, home: int, members: Collection[str], above: bool) -> list[Box]:
        """Rectangles that join two blocks of a household; with `above`, of one row perhaps above it."""
        if -1 in (one[0], other[0]):
            boxes = self._freely(one[1], other[1], members)
        elif one[0] == other[0]:
            boxes = self._along(one, other, home, above)
        else:
            boxes = self._down(one, other, home)
        for box in boxes:
            self.take(box, home)
        return boxes

    # Two blocks of one row

    def _along(self, one: Joint, other: Joint, home: int, above: bool) -> list[Box]:
        row, left, right = one[0], one[1], other[1]
        ways = []
        for over in (True, False) if above else (False,):
            y_one, y_other = (left[1], right[1]) if over else (left[3], right[3])
            start, cost_one = self._upright(left[0], left[2], left[2], min(y_one, y_other) - 20, y_one, home)
            end, cost_other = self._upright(right[0], right[2], right[0], min(y_one, y_other) - 20, y_other, home)
            y, cost = self._level(row if over else row + 1, start, end, y_one, home)
            cost += cost_one + cost_other + abs(y - y_one) + abs(y - y_other) + (0 if over else 5)
            inner = 2 * HALF if over else -2 * HALF
            ways.append(
                (cost, [_upright(start, y_one + inner, y), _level(y, start, end), _upright(end, y_other + inner, y)])
            )
        return min(ways, key=lambda way: way[0])[1]

    # Two blocks of different rows

    def _down(self, one: Joint, other: Joint, home: int) -> list[Box]:
        (row, upper), (row_below, lower) = (one, other) if one[0] < other[0] else (other, one)
        low, high = max(upper[0], lower[0]), min(upper[2], lower[2])
        if row_below == row + 1 and high - low >= 4 * HALF:
            wide = low, upper[3] - 1, high, lower[1] + 1
            if not any(_touches(wide, stray) for stray in self._field.strays):
                left = self._edge(low, high - 4 * HALF, wide, home)
                right = self._edge(high, left + 4 * HALF, wide, home)
                return [(left, upper[1], right, lower[3])]
        boxes: list[Box] = []
        target = (lower[0] + lower[2]) / 2
        top = upper[3]
        x, _ = self._upright(upper[0], upper[2], target, top, top + 20, home)
        inside = 2 * HALF
        for passed in range(row + 1, row_below):
            to = self._through(passed, x, target, home)
            y, _ = self._level(passed, x, to, None, home)
            boxes += [_upright(x, top - inside, y), _level(y, x, to)]
            x, top, inside = to, y, 0.0
        end, _ = self._upright(lower[0], lower[2], x, lower[1] - 20, lower[1], home)
        if abs(end - x) < 2 * HALF and lower[0] + HALF + 2 <= x <= lower[2] - HALF - 2:
            return [*boxes, _upright(x, top - inside, lower[1] + 2 * HALF)]
        y, _ = self._level(row_below, x, end, None, home)
        return [*boxes, _upright(x, top - inside, y), _level(y, x, end), _upright(end, y, lower[1] + 2 * HALF)]

    def _edge(self, x: float, last: float, wide: Box, home: int) -> float:
        """Where the edge of two blocks joined into one runs: at `x` or inwards of it, not along a line."""
        sign = 1.0 if last > x else -1.0
        for step in range(int(min(abs(last - x), 6 * STEP) / STEP) + 1):
            place = x + sign * step * STEP
            runs = _runs(self._uprights, place - ALONG, place + ALONG)
            if not any(whose != home and top < wide[3] and bottom > wide[1] for _, top, bottom, whose in runs):
                return place
        return x

    def _through(self, row: int, x: float, target: float, home: int) -> float:
        """Where a row is passed."""
        of = self._field.rows[row]
        best, least = x, float("inf")
        for low, high in of.gaps(x, GAPS, HALF + CLEAR):
            nearest = min(max(x, low), high)
            for step in range(6):
                for place in {nearest + step * STEP, nearest - step * STEP}:
                    if low <= place <= high:
                        cost = abs(place - x) + 0.5 * abs(place - target)
                        if cost < least:
                            cost += self._beside(place, of.top, of.bottom, home)
                        if cost < least:
                            best, least = place, cost
        return best

    def _upright(
        self, left: float, right: float, wish: float, top: float, bottom: float, home: int
    ) -> tuple[float, float]:
        """Where a corridor leaves a block, as near to a place as it does not run along a line; and what it costs."""
        low, high = left + HALF + 4, right - HALF - 4
        wish = min(max(wish, low), high)
        best, least = wish, float("inf")
        for step in range(14):
            for place in {wish + step * STEP, wish - step * STEP}:
                if low <= place <= high:
                    cost = step * 0.5 + self._beside(place, top, bottom, home)
                    if cost < least:
                        best, least = place, cost
            if least <= step * 0.5:
                break
        return best, least

    def _beside(self, x: float, top: float, bottom: float, home: int) -> float:
        """What it costs to lie along other lines there."""
        cost = 0.0
        for there, low, high, whose in _runs(self._uprights, x - 3 * HALF, x + 3 * HALF):
            if whose != home and low < bottom and high > top:
                cost += _cost(abs(there - x), whose)
        return cost

    def _level(self, row: int, start: float, end: float, wish: float | None, home: int) -> tuple[float, float]:
        """The height above a row, which may be the one after the last, at which a corridor runs; and what it costs."""
        rows = self._field.rows
        low = rows[row - 1].bottom + EDGE + HALF if row else rows[0].top - 90
        high = rows[row].top - EDGE - HALF if row < len(rows) else rows[-1].bottom + 90
        wish = (low + high) / 2 if wish is None else min(max(wish, low), high)
        left, right = sorted((start, end))
        near = [
            (there, whose)
            for there, its_low, its_high, whose in _runs(self._levels, low - 3 * HALF, high + 3 * HALF)
            if whose != home and its_low < right + HALF and its_high > left - HALF
        ]
        strays = [one for one in self._field.strays if one.left - 9 < right and one.right + 9 > left]
        places = [low + step * STEP for step in range(int((high - low) / STEP) + 1)]
        costs = [abs(y - wish) * 0.05 for y in places]
        for there, whose in near:
            first = int((there - low - 2 * HALF) / STEP)
            for step in range(max(0, first), min(len(places), first + int(4 * HALF / STEP) + 2)):
                costs[step] += _cost(abs(there - places[step]), whose)
        for one in strays:
            for step, y in enumerate(places):
                if one.top - HALF - CLEAR < y < one.bottom + HALF + CLEAR:
                    costs[step] += 200.0
        least = min(costs)
        return places[costs.index(least)], least

    # Somebody beside the rows

    def _freely(self, one: Box, other: Box, members: Collection[str]) -> list[Box]:
        """Across and down, or down and across, or with two bends: whichever way runs through fewest people."""
        ways = list(_bent(one, other))
        return min(ways, key=lambda way: (sum(self._through_people(box, members) for box in way), _long(way)))

    def _through_people(self, box: Box, members: Collection[str]) -> int:
        found = [one for row in self._field.across(box[1], box[3]) for one in row.among(box[0] - 9, box[2] + 9)]
        return sum(one.id not in members and _touches(box, one) for one in (*found, *self._field.strays))


def _runs(index: dict[int, list[Run]], low: float, high: float) -> Iterator[Run]:
    for bucket in range(int(low // BUCKET), int(high // BUCKET) + 1):
        for run in index.get(bucket, ()):
            if low <= run[0] <= high:
                yield run


def _cost(distance: float, whose: int) -> float:
    """What it costs that a line lies so far from a corridor's middle: along its edge; another household's, inside."""
    if abs(distance - HALF) < ALONG:
        return 40.0 if whose < 0 else 80.0
    return 60.0 if whose >= 0 and distance < HALF + ALONG else 0.0


def _upright(x: float, y: float, to: float) -> Box:
    return x - HALF, min(y, to), x + HALF, max(y, to)


def _level(y: float, x: float, to: float) -> Box:
    return min(x, to) - HALF, y - HALF, max(x, to) + HALF, y + HALF


def _touches(box: Box, one: Placed) -> bool:
    return (
        box[0] < one.right + CLEAR
        and box[2] > one.left - CLEAR
        and box[1] < one.bottom + CLEAR
        and box[3] > one.top - CLEAR
    )


def _bent(one: Box, other: Box) -> Iterator[list[Box]]:
    """Ways from one box to another with one or two bends."""
    xs = [(box[0] + box[2]) / 2 for box in (one, other)]
    ys = [(box[1] + box[3]) / 2 for box in (one, other)]
    yield [_level(ys[0], xs[0], xs[1]), _upright(xs[1], ys[0], ys[1])]
    yield [_upright(xs[0], ys[0], ys[1]), _level(ys[1], xs[0], xs[1])]
    edges_y = (one[1], one[3], other[1], other[3])
    edges_x = (one[0], one[2], other[0], other[2])
    for aside in (-14.0, 14.0, -30.0, 30.0):
        for y in (edge + aside for edge in edges_y):
            yield [_upright(xs[0], ys[0], y), _level(y, xs[0], xs[1]), _upright(xs[1], y, ys[1])]
        for x in (edge + aside for edge in edges_x):
            yield [_level(ys[0], xs[0], x), _upright(x, ys[0], ys[1]), _level(ys[1], x, xs[1])]


def _long(way: Sequence[Box]) -> float:
    return sum(max(box[2] - box[0], box[3] - box[1]) for box in way)
