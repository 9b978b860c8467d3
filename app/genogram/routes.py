"""Where lines run: couples' bars in lanes below their row, then the children's bars in lanes above theirs.

All level pieces lie between the labels of one row and the symbols of the next; a line that must pass a row, as loops
ask for, passes between its people. So no line runs through anybody. Which bar lies above which: see lanes.py.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.genogram.ends import Ends
from app.genogram.lanes import Bar, lay
from app.genogram.uprights import Gaps, Uprights
from models.genogram import ChildOf, Partnership
from models.kin import Family

LANE = 13.0  # between lanes
FIRST_LANE = 15.0  # from the labels to the first couple's bar
BRANCH = 16.0  # from the last couple's bar to the first children's bar
AIR = 28.0  # from the last bar to the next row
INSET = 12.0  # from a couple's foot to where the children's line may leave
SPAN = 44.0  # from the foot of the lower of two partners to where the line of the upper comes down, if possible
SNAP = 6.0  # a bend smaller than this is no bend


@dataclass
class Bend:
    """Where a line on its way past rows shifts sideways, above `row`; `up` when the next piece leads up again."""

    row: int
    x: float
    to: float
    bar: Bar

    @property
    def lane(self) -> int:
        """Its lane among the children's bars above that row."""
        return self.bar.lane

    @property
    def straight(self) -> bool:
        """Whether it needs no bar."""
        return abs(self.x - self.to) < 0.5


@dataclass
class CoupleRoute:
    """A couple's U: its two feet, `drop` where the children's line leaves it. `foot` of one parent alone is both.

    Where the partners stand in two rows the U lies below the lower; `way` leads there from `feet` of the upper.
    """

    couple: Partnership
    row: int
    left: float
    right: float
    people: tuple[str, ...]  # left to right
    drop: float = 0.0
    feet: dict[str, float] = field(default_factory=dict)
    upper: str = ""
    way: list[Bend] = field(default_factory=list)
    bar: Bar = field(default_factory=lambda: Bar((0.0,), (0.0,)))

    @property
    def lane(self) -> int:
        """Its lane below the row, 0 at the top."""
        return self.bar.lane


@dataclass
class BroodRoute:
    """The bar over those children of a couple who stand in one row; `way` leads there from the couple's `drop`, and
    meets the bar at `entry`. `heads` are where lines end, `tips` where they leave the bar, by link."""

    parents: CoupleRoute
    links: list[ChildOf]
    row: int
    heads: dict[str, float]
    tips: dict[str, float]
    entry: float
    way: list[Bend] = field(default_factory=list)
    bar: Bar = field(default_factory=lambda: Bar((0.0,), (0.0,)))

    @property
    def lane(self) -> int:
        """Its lane above the row, 0 at the top."""
        return self.bar.lane

    @property
    def straight(self) -> bool:
        """Whether it needs no bar."""
        return all(abs(tip - self.entry) < 0.5 for tip in self.tips.values())


class Routes:
    """All lines of couples and children: `couples`, `broods`, and the `bends` of those that pass rows."""

    def __init__(
        self, family: Family, rows: Sequence[Sequence[str]], x: Mapping[str, float], width: Mapping[str, float]
    ) -> None:
        self._family, self._rows, self._x = family, rows, x
        self._row_of = {person: number for number, row in enumerate(rows) for person in row}
        self._ends = Ends(family, self._row_of, x)
        self._gaps = Gaps(rows, x, width)
        self._uprights = Uprights()
        self.couples: list[CoupleRoute] = []
        self.broods: list[BroodRoute] = []
        self.bends: list[Bend] = []
        self._place = {person: place for row in rows for place, person in enumerate(row)}
        self._draw_couples()
        self._draw_broods()

    # Couples

    def _draw_couples(self) -> None:
        feet = self._ends.feet()
        for (_couple, person), foot in feet.items():
            self._uprights.add(foot, _below(self._row_of[person]))
        for couple in self._family.partnerships.values():
            people = self._ends.standing(couple)
            if len(people) == 2 or (people and self._ends.brood(couple)):
                self.couples.append(self._couple(couple, people, feet))
        by_row: dict[int, list[CoupleRoute]] = defaultdict(list)
        self._heads = heads = self._ends.heads()
        for route in self.couples:
            if len(route.people) == 2:
                by_row[route.row].append(route)
            route.drop = self._wished_drop(route, heads)
        for routes in by_row.values():
            for route in routes:
                self._lay_couple(route)
            lay([route.bar for route in routes])
            self._move_drops(routes)
        self._clear_drops(heads)

    def _couple(self, couple: Partnership, people: list[str], feet: Mapping[tuple[str, str], float]) -> CoupleRoute:
        row_of = self._row_of
        row = max(row_of[person] for person in people)
        of_both = {person: feet[couple.id, person] for person in people}
        upper, ends = "", dict(of_both)
        way: list[Bend] = []
        if len(people) == 2 and row_of[people[0]] != row_of[people[1]]:
            upper, lower = sorted(people, key=row_of.__getitem__)
            side = SPAN if of_both[upper] > of_both[lower] else -SPAN
            ends[upper], way = self._down(of_both[upper], row_of[upper], row, of_both[lower] + side)
        left_to_right = tuple(sorted(people, key=ends.__getitem__))
        left, right = ends[left_to_right[0]], ends[left_to_right[-1]]
        return CoupleRoute(couple, row, left, right, left_to_right, 0.0, of_both, upper, way)

    def _wished_drop(self, route: CoupleRoute, heads: Mapping[str, float]) -> float:
        """Over the middle of the children, where that is between the feet; straight over one of them if near."""
        if not self._family.broods.get(route.couple.id):
            return (route.left + route.right) / 2
        inset = min(INSET, (route.right - route.left) / 2)
        drop = min(max(self._ends.middle(route.couple, route.left), route.left + inset), route.right - inset)
        own = [heads[link.id] for link in self._family.broods[route.couple.id] if link.id in heads]
        near = [x for x in own if abs(x - drop) < SNAP and route.left + inset <= x <= route.right - inset]
        return min(near, key=lambda x: abs(x - drop)) if near else drop

    def _lay_couple(self, route: CoupleRoute) -> None:
        downs = (route.drop,) if self._family.broods.get(route.couple.id) else ()
        room = 1 if route.couple.dates else 0
        one, other = (self._place[person] for person in route.people)
        beside = not route.upper and abs(one - other) == 1  # then dates stand between the labels of both
        route.bar = Bar((route.left, route.right), downs, room, 0 if beside else room)

    def _move_drops(self, routes: Sequence[CoupleRoute]) -> None:
        """Where another couple's bar lies below, the children's line leaves where it need not cross it."""
        bars = sorted((route.bar for route in routes if route.lane), key=lambda bar: bar.low)
        lows = [bar.low for bar in bars]
        longest = max((bar.high - bar.low for bar in bars), default=0.0)
        for route in routes:
            near = bars[bisect_left(lows, route.left - longest) : bisect_left(lows, route.right)]
            below = [bar for bar in near if bar.lane > route.lane and bar.high > route.left]
            if not below:
                continue
            inset = min(INSET, (route.right - route.left) / 2)
            low, high = route.left + inset, route.right - inset
            places = [route.drop, *(x for bar in below for x in (bar.low - 8, bar.high + 8) if low <= x <= high)]
            route.drop = min(
                places,
                key=lambda x: (sum(bar.low - 1 < x < bar.high + 1 for bar in below), abs(x - route.drop)),
            )

    def _clear_drops(self, heads: Mapping[str, float]) -> None:
        """No drop on another line's upright."""
        for link in self._family.children:
            if link.id in heads:
                self._uprights.add(heads[link.id], _above(self._row_of[link.child]))
        for route in self.couples:
            zones = (_below(route.row), _above(route.row + 1))
            own = [heads[link.id] for link in self._family.broods.get(route.couple.id, ()) if link.id in heads]
            if len(route.people) == 1:
                self._uprights.add(route.drop, zones[1])
                continue
            inset = min(INSET, (route.right - route.left) / 2)
            place = self._uprights.nearest(route.drop, zones, route.left + inset, route.right - inset, own)
            route.drop = route.drop if place is None else place
            self._uprights.add(route.drop, *zones)

    # Children

    def _draw_broods(self) -> None:
        zones: dict[int, list[Bar]] = defaultdict(list)
        for route in self.couples:
            by_row: dict[int, list[ChildOf]] = defaultdict(list)
            for link in self._family.broods.get(route.couple.id, ()):
                if link.id in self._heads:
                    by_row[self._row_of[link.child]].append(link)
            for row, links in by_row.items():
                self.broods.append(self._brood(route, row, links))
        for brood in self.broods:
            if not brood.straight or brood.row <= brood.parents.row:
                zones[brood.row].append(brood.bar)
        for bend in self.bends:
            if not bend.straight:
                zones[bend.row].append(bend.bar)
        for bars in zones.values():
            lay(bars)

    def _brood(self, route: CoupleRoute, row: int, links: list[ChildOf]) -> BroodRoute:
        heads = {link.id: self._heads[link.id] for link in links}
        twins: dict[str, list[float]] = {}
        for link in links:
            twins.setdefault(link.twins or link.id, []).append(heads[link.id])
        tips = {link.id: sum(of := twins[link.twins or link.id]) / len(of) for link in links}
        middle = (min(tips.values()) + max(tips.values())) / 2
        down = row > route.row
        entry, way = self._down(route.drop, route.row, row - 1, middle) if down else self._up(route, row, middle)
        if len(links) == 1 and down and abs(entry - tips[links[0].id]) < SNAP + 2:
            heads = tips = {links[0].id: entry}
        ends = sorted(set(tips.values()))
        bar = Bar((entry,), ends) if down else Bar((), (entry, *ends))
        return BroodRoute(route, links, row, heads, tips, entry, way, bar)

    # Ways past rows

    def _down(self, x: float, row: int, last: int, target: float) -> tuple[float, list[Bend]]:
        """From below one row to below another further down, between the people of the rows passed."""
        way = []
        for passed in range(row + 1, last + 1):
            to = self._gaps.through(passed, x, target, self._uprights, (_above(passed), _below(passed)))
            self._uprights.add(to, _above(passed), _below(passed), _above(passed + 1))
            way.append(Bend(passed, x, to, Bar((x,), (to,))))
            x = to
        self.bends += way
        return x, way

    def _up(self, route: CoupleRoute, row: int, target: float) -> tuple[float, list[Bend]]:
        """From a couple's drop round and up to above a row, as a ring of descent asks for."""
        way, x = [], route.drop
        for passed in range(route.row, row - 1, -1):
            to = self._gaps.through(passed, x, target, self._uprights, (_above(passed), _below(passed)))
            self._uprights.add(to, _above(passed), _below(passed), _above(passed + 1))
            first = passed == route.row
            bar = Bar((x, to), ()) if first else Bar((to,), (x,))
            way.append(Bend(passed + 1, x, to, bar))
            x = to
        self.bends += way
        return x, way


def _below(row: int) -> int:
    return 2 * row + 1


def _above(row: int) -> int:
    return 2 * row
