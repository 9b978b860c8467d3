"""The upright pieces of lines, and free places for more: clear of one another, and in rows of people between them."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count

APART = 6.0  # between uprights
CLEAR = 5.0  # between an upright and somebody's symbol or label
REACH = 12  # how many gaps to each side are looked at


class Uprights:
    """What stands upright in each zone; a zone is any number that the caller gives it."""

    def __init__(self) -> None:
        self._zones: dict[int, list[float]] = defaultdict(list)

    def add(self, x: float, *zones: int) -> None:
        """Say that there is an upright."""
        for zone in zones:
            insort(self._zones[zone], x)

    def free(self, x: float, zones: Iterable[int], but: Sequence[float] = ()) -> bool:
        """Whether there is room for one more; those of `but` are its own line's."""
        for zone in zones:
            there = self._zones[zone]
            at = bisect_left(there, x - APART + 0.01)
            while at < len(there) and there[at] < x + APART - 0.01:
                if not any(abs(there[at] - own) < 0.01 for own in but):
                    return False
                at += 1
        return True

    def nearest(
        self, x: float, zones: Sequence[int], low: float, high: float, but: Sequence[float] = ()
    ) -> float | None:
        """The free place nearest to `x` from `low` to `high`."""
        x = min(max(x, low), high)
        for step in count():
            sides = (x,) if not step else (x - step * APART / 2, x + step * APART / 2)
            inside = [place for place in sides if low <= place <= high]
            if not inside:
                return None
            for place in inside:
                if self.free(place, zones, but):
                    return place
        return None


class Gaps:
    """The gaps between the people of each row."""

    def __init__(self, rows: Sequence[Sequence[str]], x: Mapping[str, float], width: Mapping[str, float]) -> None:
        self._gaps: list[list[tuple[float, float]]] = []
        for row in rows:
            edges = [(x[person] - width[person] / 2 - CLEAR, x[person] + width[person] / 2 + CLEAR) for person in row]
            lows = [-1e9, *(right for _, right in edges)]
            highs = [*(left for left, _ in edges), 1e9]
            self._gaps.append(list(zip(lows, highs, strict=True)))

    def through(self, row: int, start: float, end: float, uprights: Uprights, zones: Sequence[int]) -> float:
        """Where a line on its way from one place to another passes a row, nearest to its way."""
        gaps = self._gaps[row]
        first, last = sorted((start, end))
        at = bisect_left(gaps, (start, start))
        at = max(0, at - 1)
        best, best_cost = start, float("inf")
        for number in chain.from_iterable(zip(range(at, at - REACH, -1), range(at + 1, at + 1 + REACH), strict=True)):
            if not 0 <= number < len(gaps):
                continue
            low, high = gaps[number]
            nearest = min(max(start, low), high)
            if low > high or max(0.0, nearest - last) + max(0.0, first - nearest) >= best_cost:
                continue
            place = uprights.nearest(nearest, zones, low, high)
            if place is not None:
                cost = max(0.0, place - last) + max(0.0, first - place) + abs(place - start) * 0.1
                if cost < best_cost:
                    best, best_cost = place, cost
        return best
