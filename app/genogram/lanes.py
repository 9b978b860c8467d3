"""Which of several bars lies above which: the order in which their uprights cross fewest others' bars.

Bars that overlap take different lanes. For each two the order with fewer crossings is wanted; where such wants go round
in a ring, the weakest gives way.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

MARGIN = 9.0  # between the ends of bars in one lane
ON_TOP = 30  # what it costs that two uprights lie on one another, in crossings
NEAR = 2.0


@dataclass(slots=True)
class Bar:
    """A level piece of a line: uprights leave it upwards at `ups` and downwards at `downs`. `room` are the lanes that
    must be free above it, `least` the first lane that it may have; `lane` is what it got, 0 at the top."""

    ups: Sequence[float]
    downs: Sequence[float]
    room: int = 0
    least: int = 0
    lane: int = 0
    low: float = field(init=False)
    high: float = field(init=False)

    def __post_init__(self) -> None:
        self.low = min(*self.ups, *self.downs)
        self.high = max(*self.ups, *self.downs)


def crossings(upper: Bar, lower: Bar) -> int:
    """How often lines meet where `upper` lies above `lower`."""
    low, high = lower.low - 1, lower.high + 1
    count = sum(low < x < high for x in upper.downs)
    low, high = upper.low - 1, upper.high + 1
    count += sum(low < x < high for x in lower.ups)
    if count > 1:
        count += ON_TOP * sum(abs(down - up) < NEAR for down in upper.downs for up in lower.ups)
    return count


def lay(bars: Sequence[Bar]) -> None:
    """Give each bar its lane."""
    bars = sorted(bars, key=lambda bar: (bar.low, bar.high))
    near, wants = _pairs(bars)
    order = _order(bars, wants)
    _settle(bars, order, near, wants)


def _pairs(bars: Sequence[Bar]) -> tuple[list[list[int]], list[dict[int, int]]]:
    """For each bar those that overlap it, and how much better it lies above each of them (below 0: worse)."""
    near: list[list[int]] = [[] for _ in bars]
    wants: list[dict[int, int]] = [{} for _ in bars]
    open_: list[int] = []
    for one, bar in enumerate(bars):
        open_ = [other for other in open_ if bars[other].high + MARGIN > bar.low]
        for other in open_:
            near[one].append(other)
            near[other].append(one)
            better = crossings(bars[other], bar) - crossings(bar, bars[other])
            if better:
                wants[one][other], wants[other][one] = better, -better
        open_.append(one)
    return near, wants


def _order(bars: Sequence[Bar], wants: Sequence[dict[int, int]]) -> list[int]:
    """From the top down, always the bar over which least is still wanted; then each where it does the least harm."""
    missing = [sum(-better for better in of.values() if better < 0) for of in wants]
    heap = [(missing[place], bar.high - bar.low, place) for place, bar in enumerate(bars)]
    heapify(heap)
    done = [False] * len(bars)
    order: list[int] = []
    while heap:
        weight, _long, place = heappop(heap)
        if done[place] or weight != missing[place]:
            continue
        done[place] = True
        order.append(place)
        for other, better in wants[place].items():
            if better > 0 and not done[other]:
                missing[other] -= better
                heappush(heap, (missing[other], bars[other].high - bars[other].low, other))
    return _sifted(order, wants)


def _sifted(order: list[int], wants: Sequence[dict[int, int]]) -> list[int]:
    """Move each bar of a want that was not met to where it does the least harm."""
    for _round in range(3):
        at = {place: number for number, place in enumerate(order)}
        unmet = [
            place
            for place in order
            if any(better > 0 and at[other] < at[place] for other, better in wants[place].items())
        ]
        changed = False
        for place in unmet:
            changed |= _sift(place, order, wants)
        if not changed:
            break
    return order


def _sift(place: int, order: list[int], wants: Sequence[dict[int, int]]) -> bool:
    """Whether a better place was found for one bar."""
    start = order.index(place)
    best, best_gain, gain = start, 0, 0
    for number in range(start - 1, -1, -1):
        gain += wants[place].get(order[number], 0)
        if gain > best_gain:
            best, best_gain = number, gain
    gain = 0
    for number in range(start + 1, len(order)):
        gain -= wants[place].get(order[number], 0)
        if gain > best_gain:
            best, best_gain = number, gain
    if best_gain:
        order.insert(best, order.pop(start))
    return bool(best_gain)


def _settle(
    bars: Sequence[Bar], order: Sequence[int], near: Sequence[list[int]], wants: Sequence[dict[int, int]]
) -> None:
    """The first free lane below all that are wanted above, in that order."""
    done = [False] * len(bars)
    for place in order:
        bar = bars[place]
        lane = bar.least
        taken: set[int] = set()
        for other in near[place]:
            if done[other]:
                its = bars[other]
                taken.update(range(its.lane - its.room, its.lane + 1))
                if wants[place].get(other, 0) < 0:
                    lane = max(lane, its.lane + 1 + bar.room)
        while any(number in taken for number in range(max(0, lane - bar.room), lane + 1)):
            lane += 1
        bar.lane = lane
        done[place] = True
