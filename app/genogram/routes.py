"""Where lines run: couples' bars in lanes below their row, then the children's bars in lanes above theirs.

All horizontals lie between the labels of one row and the symbols of the next, so that no line passes through anybody.
Bars that would lie on one another take different lanes (interval colouring).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.genogram import ChildOf, Partnership
from models.kin import Family

LANE = 13.0  # between lanes
FIRST_LANE = 11.0  # from the labels to the first couple's bar
BRANCH = 16.0  # from the last couple's bar to the first children's bar
AIR = 24.0  # from the last bar to the next row
FOOT = 14.0  # between the feet of one person's couples
MARGIN = 5.0


@dataclass
class CoupleRoute:
    """A couple's U: its two feet, `drop` where the children's line leaves it. `foot` of one parent alone is both."""

    couple: Partnership
    row: int
    left: float
    right: float
    people: tuple[str, ...]  # left to right
    drop: float = 0.0
    lane: int = 0


@dataclass
class BroodRoute:
    """The bar over those children of a couple who stand in one row."""

    parents: CoupleRoute
    links: list[ChildOf]
    row: int
    children: list[float]
    lane: int = 0
    low: float = field(init=False)
    high: float = field(init=False)

    def __post_init__(self) -> None:
        self.low = min(self.parents.drop, *self.children)
        self.high = max(self.parents.drop, *self.children)

    @property
    def straight(self) -> bool:
        """Whether it needs no bar."""
        return self.high - self.low < 0.5


def couple_routes(family: Family, row_of: dict[str, int], x: dict[str, float]) -> list[CoupleRoute]:
    """The U of each couple, in lanes below its row."""
    feet = _feet(family, row_of, x)
    routes = []
    for couple in family.partnerships.values():
        people = sorted((person for person in family.partners(couple) if person in row_of), key=lambda one: x[one])
        brood = [x[link.child] for link in family.broods.get(couple.id, ()) if link.child in row_of]
        if not people or (len(people) == 1 and not brood):
            continue
        ends = [feet[couple.id, person] for person in people]
        route = CoupleRoute(couple, max(row_of[person] for person in people), ends[0], ends[-1], tuple(people))
        middle = (min(brood) + max(brood)) / 2 if brood else 0.0
        inset = min(12.0, (route.right - route.left) / 2)
        route.drop = min(max(middle, route.left + inset), route.right - inset)
        routes.append(route)
    by_row: dict[int, list[CoupleRoute]] = defaultdict(list)
    for route in routes:
        if len(route.people) == 2:
            by_row[route.row].append(route)
    for of_row in by_row.values():
        _nest(of_row)
    return routes


def _feet(family: Family, row_of: dict[str, int], x: dict[str, float]) -> dict[tuple[str, str], float]:
    """Where each partnership's line leaves each partner: side by side, in the order of the others' places."""
    feet = {}
    for person, couples in family.couples.items():
        if person not in row_of:
            continue
        others = {couple.id: x.get(family.partner_in(couple, person), x[person]) for couple in couples}
        order = sorted(couples, key=lambda couple: others[couple.id])
        step = min(FOOT, 36.0 / len(order))
        for place, couple in enumerate(order):
            feet[couple.id, person] = x[person] + (place - (len(order) - 1) / 2) * step
    return feet


def _nest(routes: list[CoupleRoute]) -> None:
    """Lanes for one row's couples: a short U above a long one that passes beneath it."""
    lanes: list[list[CoupleRoute]] = []
    for route in sorted(routes, key=lambda route: route.right - route.left):
        free = (
            number
            for number, lane in enumerate(lanes)
            if all(route.left > other.right + MARGIN or route.right < other.left - MARGIN for other in lane)
        )
        route.lane = next(free, len(lanes))
        if route.lane and route.couple.dates:
            route.lane = len(lanes) + 1  # its dates stand above it
        lanes += [[] for _ in range(route.lane + 1 - len(lanes))]
        lanes[route.lane].append(route)


def brood_routes(
    family: Family, row_of: dict[str, int], x: dict[str, float], couples: Sequence[CoupleRoute]
) -> list[BroodRoute]:
    """The children's bars, in lanes above their row."""
    broods: dict[int, list[BroodRoute]] = defaultdict(list)
    for route in couples:
        by_row: dict[int, list[ChildOf]] = defaultdict(list)
        for link in family.broods.get(route.couple.id, ()):
            if link.child in row_of:
                by_row[row_of[link.child]].append(link)
        for row, links in by_row.items():
            broods[row].append(BroodRoute(route, links, row, [x[link.child] for link in links]))
    for of_row in broods.values():
        _lanes([brood for brood in of_row if not brood.straight])
    return [brood for of_row in broods.values() for brood in of_row]


def _lanes(bars: list[BroodRoute]) -> None:
    """Lanes for bars that overlap; of two, the one above with which fewer lines cross."""
    bars.sort(key=lambda bar: bar.low)
    above: dict[int, list[int]] = {place: [] for place in range(len(bars))}
    touching: dict[int, list[int]] = {place: [] for place in range(len(bars))}
    for one, bar in enumerate(bars):
        for other in range(one + 1, len(bars)):
            if bars[other].low > bar.high + MARGIN:
                break
            touching[one].append(other)
            touching[other].append(one)
            if _crossings(bar, bars[other]) <= _crossings(bars[other], bar):
                above[other].append(one)
            else:
                above[one].append(other)
    done: set[int] = set()
    for place in range(len(bars)):
        _settle(place, bars, above, touching, done)


def _settle(
    place: int,
    bars: list[BroodRoute],
    above: dict[int, list[int]],
    touching: dict[int, list[int]],
    done: set[int],
) -> None:
    """Give a bar, and before it those that belong above it, the first lane that is free below them."""
    stack, entered = [place], set(done)
    while stack:
        here = stack[-1]
        first = [other for other in above[here] if other not in entered] if here not in done else []
        entered.add(here)
        if first:
            stack.append(first[0])
            continue
        stack.pop()
        if here in done:
            continue
        lane = max((bars[other].lane + 1 for other in above[here] if other in done), default=0)
        taken = {bars[other].lane for other in touching[here] if other in done}
        while lane in taken:
            lane += 1
        bars[here].lane = lane
        done.add(here)


def _crossings(upper: BroodRoute, lower: BroodRoute) -> int:
    """How often lines cross where `upper` lies above `lower`."""
    through = sum(lower.low < child < lower.high for child in upper.children)
    return through + (upper.low < lower.parents.drop < upper.high)
