"""Where the lines between two people run: straight where that is free, else past others with a bend or two.

Symbols and labels of others are never crossed. Past a row a line runs through a gap; between two of one row who do not
stand side by side it runs above the row. Several lines at one person leave side by side.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot

from app.genogram.bars import head_of
from app.genogram.drawing import SYMBOL, DrawnHousehold, DrawnLine, Placed, Point
from app.genogram.field import Field, FieldRow
from models.genogram import Gender, Life, Person, Relationship
from models.kin import Family

AWAY = 4.0  # from the symbol to the line
SIDE_BY_SIDE = 10.0  # between several lines of the same two people
PORT = 8.0  # between the ends of lines at one person
GAPS = 4  # how many gaps to each side are tried in a row to be passed
LEVELS = (14.0, 21.0, 34.5, 47.5)  # above a row; the children's bars lie between
BUCKET = 12.0  # uprights are looked up by places of that width
CUT = 12.0  # of the corners above a row, so that an arrow points at somebody
BESIDE = 9.0  # between what passes a row in one gap, if there is room
CROWDED = 12.0  # what each pixel nearer than that costs, in pixels of a longer way
SAME = 3.0  # nearer than this, two uprights are one


def relationship_lines(
    family: Family,
    people: Mapping[str, Placed],
    lines: Sequence[DrawnLine] = (),
    homes: Sequence[DrawnHousehold] = (),
) -> tuple[DrawnLine, ...]:
    """The path of each line between two people who are there, clear of everybody else; `lines` are those of couples
    and children, on which it must not lie, nor on the outlines of `homes`."""
    ties = [tie for tie in family.relationships if tie.first != tie.second and {tie.first, tie.second} <= people.keys()]
    if not ties:
        return ()
    ways = _Ways(family, people, lines, ties)
    for home in homes:
        ways.take_uprights((*home.outline, home.outline[0]))
    return tuple(DrawnLine("relationship", tie.id, (tie.first, tie.second), tuple(ways.way(tie))) for tie in ties)


class _Ways:
    """Finds paths one after the other, and remembers what is taken."""

    def __init__(
        self, family: Family, people: Mapping[str, Placed], lines: Sequence[DrawnLine], ties: Sequence[Relationship]
    ) -> None:
        self._family, self._people = family, people
        self._field = Field(people)
        self._ends: dict[tuple[str, bool], list[float]] = defaultdict(list)  # person and whether below: taken x
        self._uprights: dict[int, list[tuple[float, float, float]]] = defaultdict(list)  # x, top, bottom by x
        self._levels: dict[tuple[float, float], list[tuple[float, float]]] = defaultdict(list)  # taken from x to x
        self._of_pair: dict[frozenset[str], list[str]] = defaultdict(list)
        for tie in ties:
            self._of_pair[frozenset((tie.first, tie.second))].append(tie.id)
        for line in lines:
            self._take(line)

    def take_uprights(self, points: Sequence[Point]) -> None:
        """Say that the upright pieces of a path are drawn."""
        for (x, y), (to_x, to_y) in pairwise(points):
            if abs(x - to_x) < 0.5:
                self._uprights[int(x // BUCKET)].append((x, min(y, to_y), max(y, to_y)))

    def _take(self, line: DrawnLine) -> None:
        self.take_uprights(line.points)
        if line.kind == "couple":
            self._ends[line.people[0], True].append(line.points[0][0])
            self._ends[line.people[-1], True].append(line.points[-1][0])
        else:
            self._ends[line.people[-1], False].append(line.points[-1][0])
            if len(line.people) == 2:
                self._ends[line.people[0], True].append(line.points[0][0])

    def way(self, tie: Relationship) -> list[Point]:
        """The path of one line, from the first of the two to the second."""
        one, other = self._people[tie.first], self._people[tie.second]
        of_pair = self._of_pair[frozenset((one.id, other.id))]
        aside = (of_pair.index(tie.id) - (len(of_pair) - 1) / 2) * SIDE_BY_SIDE
        if one.id > other.id:
            aside = -aside  # the same side, whichever way the line leads
        straight = self._straight(one, other, aside)
        if straight:
            return straight
        upper, lower = (one, other) if one.y <= other.y else (other, one)
        way = self._past(upper, lower) if lower.top > upper.bottom else self._over(upper, lower)
        return way if upper is one else way[::-1]

    # Straight

    def _straight(self, one: Placed, other: Placed, aside: float) -> list[Point] | None:
        """Straight from symbol to symbol, `aside` of their middles, if nobody and no line is in the way."""
        long = hypot(other.x - one.x, other.y - one.y)
        if long < 1:
            return None
        step = (other.x - one.x) / long, (other.y - one.y) / long
        for by in (aside, aside + 12.0, aside - 12.0):
            across = -step[1] * by, step[0] * by
            start, end = self._edge(one, step, across), self._edge(other, (-step[0], -step[1]), across)
            if start is None or end is None or (end[0] - start[0]) * step[0] + (end[1] - start[1]) * step[1] < 8:
                return None
            if not self._field.blocked(start, end, (one.id, other.id)) and not self._on_upright(start, end):
                return [start, end]
        return None

    def _edge(self, placed: Placed, step: Point, across: Point) -> Point | None:
        """Where a ray leaves a symbol, or the label if it runs down from under the symbol; None if it grazes it."""
        away = _reach(self._family.people[placed.id], step) + AWAY
        x, y = placed.x + across[0], placed.y + across[1]
        foot = placed.y + SYMBOL / 2 + 1
        if step[1] > 0.05 and placed.height > SYMBOL:
            at_top = x + step[0] * (foot - y) / step[1]
            at_bottom = x + step[0] * (placed.bottom - y) / step[1]
            half = SYMBOL / 2 - 2
            if abs(at_top - placed.x) < half and placed.left < at_bottom < placed.right:
                away = (placed.bottom + AWAY - y) / step[1]
            elif min(at_top, at_bottom) < placed.right + AWAY and max(at_top, at_bottom) > placed.left - AWAY:
                return None
        return x + step[0] * away, y + step[1] * away

    def _on_upright(self, start: Point, end: Point) -> bool:
        """Whether a line lies on an upright piece of a couple's or child's line."""
        if abs(start[0] - end[0]) > 0.15 * abs(start[1] - end[1]):
            return False
        middle, top, bottom = (start[0] + end[0]) / 2, min(start[1], end[1]), max(start[1], end[1])
        return any(
            abs(x - middle) < PORT and low < bottom - SAME and high > top + SAME for x, low, high in self._near(middle)
        )

    def _near(self, x: float) -> list[tuple[float, float, float]]:
        """The uprights at and beside a place."""
        at = int(x // BUCKET)
        return self._uprights.get(at - 1, []) + self._uprights.get(at, []) + self._uprights.get(at + 1, [])

    # With bends

    def _port(self, placed: Placed, below: bool, towards: float) -> float:
        """Where a line ends at somebody's foot or head: beside other lines' ends."""
        taken = self._ends[placed.id, below]
        reach = max(8.0, placed.width / 2 - 6) if below else SYMBOL / 2 - 5
        wish = min(max(towards, placed.x - reach), placed.x + reach)
        steps = [number * PORT / 2 for number in range(int(2 * reach / PORT * 2) + 1)]
        places = [wish + sign * step for step in steps for sign in (1, -1)]
        inside = [x for x in places if abs(x - placed.x) <= reach + 0.01]
        apart = [x for x in inside if all(abs(x - other) >= PORT * 0.7 for other in taken)]
        x = apart[0] if apart else inside[0]
        taken.append(x)
        return x

    def _head(self, placed: Placed, x: float) -> Point:
        return x, head_of(self._family.people[placed.id], placed, x) - AWAY

    def _over(self, one: Placed, other: Placed) -> list[Point]:
        """Above the row in which both stand."""
        start, end = self._port(one, False, other.x), self._port(other, False, one.x)
        low, high = sorted((start, end))
        among = self._field.across(min(one.top, other.top), max(one.bottom, other.bottom))
        tops = [each.top for row in among for each in row.among(low, high)]
        top = min(one.top, other.top, *tops)
        for height in LEVELS:
            taken = self._levels[top, height]
            if all(high + PORT < its_low or low - PORT > its_high for its_low, its_high in taken):
                break
        taken.append((low, high))
        cut = min(CUT, (high - low) / 3) * (1 if start < end else -1)
        over = (start + cut, top - height), (end - cut, top - height)
        return [self._head(one, start), *over, self._head(other, end)]

    def _past(self, upper: Placed, lower: Placed) -> list[Point]:
        """Down from one to another, through gaps of the rows between them."""
        rows = self._field.between(upper.bottom, lower.top)
        places = self._through(upper, lower, rows)
        start = self._port(upper, True, places[0] if places else lower.x)
        end = self._port(lower, False, places[-1] if places else start)
        way = [(start, upper.bottom + AWAY)]
        own = next((row for row in self._field.rows if row.top - 1 <= upper.top <= row.bottom), None)
        if own and own.bottom > upper.bottom + 1:
            way.append((start, own.bottom + AWAY))
        for x, row in zip(places, rows, strict=True):
            way += [(x, row.top - AWAY), (x, row.bottom + AWAY)]
        top = min([lower.top, *(row.top for row in self._field.across(lower.top, lower.bottom))])
        return self._pulled([*way, (end, top - AWAY - 3), self._head(lower, end)], (upper.id, lower.id))

    def _through(self, upper: Placed, lower: Placed, rows: Sequence[FieldRow]) -> list[float]:
        """In which gap each row is passed, so that the way is short."""
        reached: list[tuple[float, Point, list[float]]] = [(0.0, (upper.x, upper.bottom), [])]
        for row in rows:
            wish = upper.x + (lower.x - upper.x) * (row.top - upper.bottom) / max(1.0, lower.top - upper.bottom)
            fresh = []
            for x, crowded in self._places(row, wish):
                cost, before = min(
                    ((cost + hypot(x - at[0], row.top - at[1]), before) for cost, at, before in reached),
                    key=lambda found: found[0],
                )
                fresh.append((cost + crowded + abs(x - wish) * 0.1, (x, row.bottom), [*before, x]))
            reached = fresh
        _cost, places = min(
            ((cost + hypot(lower.x - at[0], lower.top - at[1]), places) for cost, at, places in reached),
            key=lambda found: found[0],
        )
        for x, row in zip(places, rows, strict=True):
            self._uprights[int(x // BUCKET)].append((x, row.top, row.bottom))
        return places

    def _places(self, row: FieldRow, wish: float) -> Iterator[tuple[float, float]]:
        """In each near gap of a row the free place nearest to where a line would like to pass, and what it costs that
        others pass too near to it."""
        for low, high in row.gaps(wish, GAPS):
            nearest = min(max(wish, low), high)
            steps = [nearest, *(nearest + sign * step * 4.0 for step in range(1, 8) for sign in (1, -1))]
            best, room = nearest, -1.0
            for x in steps:
                if low <= x <= high and (apart := self._apart(x, row)) > room:
                    best, room = x, apart
                    if room >= BESIDE:
                        break
            yield best, (BESIDE - room) * CROWDED

    def _apart(self, x: float, row: FieldRow) -> float:
        """How far from a place the nearest other upright passes a row, at most `BESIDE`."""
        near = (abs(there - x) for there, low, high in self._near(x) if low < row.bottom and high > row.top)
        return min([BESIDE, *near])

    def _pulled(self, way: list[Point], both: tuple[str, str]) -> list[Point]:
        """The path without bends that it does not need."""
        place = 1
        while place < len(way) - 1:
            before, after = way[place - 1], way[place + 1]
            if self._field.blocked(before, after, both) or self._on_upright(before, after):
                place += 1
            else:
                del way[place]
                place = max(1, place - 1)
        return way


def _reach(person: Person, step: Point) -> float:
    """How far from its middle a symbol's edge is in a direction."""
    half = SYMBOL / 2
    if person.life is Life.PERSON and person.gender is Gender.MALE:
        return half / max(abs(step[0]), abs(step[1]))
    if person.life is Life.PERSON and person.gender is not Gender.FEMALE:
        return half / (abs(step[0]) + abs(step[1]))
    return half
