"""Where people stand, asked often: what a straight line would run through, and where a row can be passed."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from statistics import median

from app.genogram.drawing import SYMBOL, Placed, Point

CLEAR = 4.0  # from a line to somebody's symbol or label
PASS = 7.0  # from a line that passes a row to those beside it: zigzags are wide

Box = tuple[float, float, float, float]


class FieldRow:
    """The people of one row from left to right; `top` and `bottom` hold all of them."""

    def __init__(self, people: list[Placed]) -> None:
        self.people = sorted(people, key=lambda one: one.left)
        self.lefts = [one.left for one in self.people]
        self.widest = max(one.width for one in people)
        self.top = min(one.top for one in people)
        self.bottom = max(one.bottom for one in people)

    def among(self, low: float, high: float) -> list[Placed]:
        """Those who stand from one x to another."""
        start = bisect_left(self.lefts, low - self.widest)
        return [one for one in self.people[start : bisect_left(self.lefts, high)] if one.right > low]

    def gaps(self, x: float, most: int, clear: float = PASS) -> Iterator[tuple[float, float]]:
        """The gaps nearest to a place, each from its left to its right end, `clear` of people."""
        at = bisect_left(self.lefts, x)
        for number in range(max(0, at - most), min(len(self.people), at + most) + 1):
            low = self.people[number - 1].right + clear if number else -1e9
            high = self.people[number].left - clear if number < len(self.people) else 1e9
            if low <= high:
                yield low, high


class Field:
    """All people by rows; `strays` are those who stand beside the rows' heights, put there by hand."""

    def __init__(self, people: Mapping[str, Placed]) -> None:
        by_row: dict[int, list[Placed]] = {}
        for one in people.values():
            by_row.setdefault(one.row, []).append(one)
        self.rows: list[FieldRow] = []
        self.strays: list[Placed] = []
        for number in sorted(by_row):
            level = median(one.y for one in by_row[number]) if len(by_row[number]) > 2 else by_row[number][0].y
            inside = [one for one in by_row[number] if abs(one.y - level) < 1]
            self.strays += [one for one in by_row[number] if abs(one.y - level) >= 1]
            if inside:
                self.rows.append(FieldRow(inside))
        self.rows.sort(key=lambda row: row.top)

    def between(self, top: float, bottom: float) -> list[FieldRow]:
        """The rows that lie wholly between two heights."""
        return [row for row in self.rows if row.top >= top - 1 and row.bottom <= bottom + 1]

    def across(self, top: float, bottom: float) -> list[FieldRow]:
        """The rows that a line from one height to another touches."""
        return [row for row in self.rows if row.top < bottom and row.bottom > top]

    def blocked(self, start: Point, end: Point, but: Collection[str] = ()) -> bool:
        """Whether a straight line runs through somebody else, or nearer than `CLEAR`."""
        top, bottom = sorted((start[1], end[1]))
        for row in self.across(top - CLEAR, bottom + CLEAR):
            low, high = _span(start, end, row.top - CLEAR, row.bottom + CLEAR)
            for one in row.among(low - CLEAR, high + CLEAR):
                if one.id not in but and hits(start, end, one):
                    return True
        return any(one.id not in but and hits(start, end, one) for one in self.strays)


def _span(start: Point, end: Point, top: float, bottom: float) -> tuple[float, float]:
    """From which to which x a straight line is between two heights."""
    (x, y), (to_x, to_y) = start, end
    if abs(to_y - y) < 1e-6:
        return min(x, to_x), max(x, to_x)
    ends = []
    for level in (top, bottom):
        along = min(1.0, max(0.0, (level - y) / (to_y - y)))
        ends.append(x + (to_x - x) * along)
    return min(ends), max(ends)


def hits(start: Point, end: Point, one: Placed, clear: float = CLEAR) -> bool:
    """Whether a straight line runs through somebody's symbol or label, or nearer to them than `clear`."""
    half = SYMBOL / 2
    symbol = (one.x - half - clear, one.top - clear, one.x + half + clear, one.y + half + clear)
    if crosses(start, end, symbol):
        return True
    label = (one.left - clear, one.y + half, one.right + clear, one.bottom + clear)
    return one.height > SYMBOL and crosses(start, end, label)


def crosses(start: Point, end: Point, box: Box) -> bool:
    """Whether a straight line passes through a box (Liang and Barsky)."""
    (x, y), (to_x, to_y) = start, end
    low, high = 0.0, 1.0
    for delta, near, far in ((to_x - x, box[0] - x, box[2] - x), (to_y - y, box[1] - y, box[3] - y)):
        if abs(delta) < 1e-9:
            if near > 0 or far < 0:
                return False
            continue
        first, last = near / delta, far / delta
        if first > last:
            first, last = last, first
        low, high = max(low, first), min(high, last)
        if low > high:
            return False
    return True
