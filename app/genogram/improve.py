"""Betters an order by moving whole lines: whoever hangs together with one partner of a couple, where lines still cross.

A line moves to either side of what holds the other partner: the person, the sibship, the parents and theirs, and so on
out. What is won is counted exactly, in the rows that change only: crossings first, then couples apart. Birth order, and
that an earlier partner stands left of a later one, is never given up.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from app.genogram.crossings import Nets
from app.genogram.sides import Sides
from models.kin import Family

CROSSING, APART = 10, 3
PASSES = 3
FEW = 20  # where people keep their places, one in so many may be moved to undo a crossing
OUTWARDS = 6  # how many times it is looked further out for a place
WORK, WORK_EACH = 3_000, 12  # how many people may be looked at: in any family, and for each of its people


def improved(
    family: Family, row_of: Mapping[str, int], order: Sequence[str], near: Collection[str] | None = None
) -> tuple[list[list[str]], int]:
    """The rows of an order from left to right, bettered for as long as it is worth the time, and their crossings.

    With `near`, only crossings of these people's lines count, and only few people are moved to undo one.
    """
    better = _Improving(family, row_of, order, near)
    better.run()
    return better.rows, sum(sum(channel.values()) for channel in better.channels)


class _Improving:
    def __init__(
        self, family: Family, row_of: Mapping[str, int], order: Sequence[str], near: Collection[str] | None
    ) -> None:
        self.family, self.row_of, self.order = family, row_of, list(order)
        self.rows: list[list[str]] = [[] for _ in range(max(row_of.values(), default=-1) + 1)]
        for person in order:
            self.rows[row_of[person]].append(person)
        self.nets = Nets(family, row_of)
        self.channels = [self.nets.crossings(*self._around(number)) for number in range(len(self.rows))]
        self.sides = Sides(family, row_of)
        self.work = WORK + WORK_EACH * len(order)
        self.most = len(order) * 0.6 if near is None else max(2, len(order) // FEW)
        self.least = 1 if near is None else CROSSING - 2 * APART
        self.only = None if near is None else self._nets_of(near)
        self.near = near or ()
        self._twins = {link.child: (couple, link.twins) for couple, links in family.broods.items()
                       for link in links if link.twins}  # fmt: skip

    def _nets_of(self, people: Collection[str]) -> set[str]:
        family = self.family
        nets = {couple.id for person in people for couple in family.couples.get(person, ())}
        return nets | {link.partnership for person in people for link in family.origins.get(person, ())}

    def _around(self, number: int) -> tuple[list[str], list[str]]:
        return self.rows[number], self.rows[number + 1] if number + 1 < len(self.rows) else []

    def run(self) -> None:
        """Until nothing is won, or the work is done that it may cost."""
        for _time in range(PASSES):
            won = False
            for link in list(self._links()):
                if self.work <= 0:
                    return
                won = self._move(*link) or won
            if not won:
                return

    def _links(self) -> Iterator[tuple[str, str, str]]:
        """Couples near crossings whose partners both bring kin: partner who moves, partner who stays, the couple."""
        busy: Counter[str] = Counter()
        for channel in self.channels:
            for pair, count in channel.items():
                if self.only is None or not self.only.isdisjoint(pair):
                    busy.update(dict.fromkeys(pair, count))
        seen = set()
        for net, _count in sorted(busy.items(), key=lambda each: (-each[1], each[0])):
            family = self.family
            near = [*family.partners(family.partnerships[net]), *(link.child for link in family.broods.get(net, ()))]
            for person in near:
                for couple in family.couples.get(person, ()):
                    both = family.partners(couple)
                    if couple.id not in seen and len(both) == 2 and all(one in family.origins for one in both):
                        seen.add(couple.id)
                        yield both[0], both[1], couple.id
                        yield both[1], both[0], couple.id

    def _move(self, mover: str, stays: str, couple: str) -> bool:
        """Try the places for a line; whether one was better."""
        origins = {link.partnership for link in self.family.origins[mover]}
        alone = self._hangs_on(mover, origins | {couple})
        may = alone and stays not in alone and self._few(alone)
        if may and self._try(alone, mover, stays, self._ring_out(stays, 1)):
            return True
        line = self._hangs_on(mover, {couple})
        if not line or stays in line or not self._few(line):
            return False
        return self._try(line, mover, stays, self._ring_out(stays, OUTWARDS))

    def _few(self, moving: set[str]) -> bool:
        """Whether no more people move than may; whoever is new has no place to lose."""
        return len(moving) - sum(person in moving for person in self.near) <= self.most

    def _hangs_on(self, person: str, cut: set[str]) -> set[str]:
        """Everybody who is joined to a person other than by the couples cut; nobody where these are too many."""
        family, found, cut = self.family, {person}, set(cut)
        most = self.most + len(self.near)
        ahead = [person]
        while ahead:
            one = ahead.pop()
            nets = [couple.id for couple in family.couples.get(one, ())]
            nets += [link.partnership for link in family.origins.get(one, ())]
            for net in nets:
                if net not in cut:
                    cut.add(net)
                    ends = [
                        *family.partners(family.partnerships[net]),
                        *(link.child for link in family.broods.get(net, ())),
                    ]
                    fresh = [end for end in ends if end not in found and end in self.row_of]
                    found.update(fresh)
                    ahead += fresh
            if len(found) > most:
                return set()
        self.work -= len(found)
        return found

    def _ring_out(self, person: str, times: int) -> list[set[str]]:
        """Who stands round a person, further out each time: the person, the sibship with partners, parents, theirs…"""
        family, ring = self.family, {person}
        rings = [ring]
        for number in range(1, times):
            if number % 2:
                ring = ring | {other for one in ring for other in family.siblings(one)}
                ring = ring | {other for one in ring for other in self.sides.partners(one)}
            else:
                ring = ring | {parent for one in ring for parent in family.parents(one)}
            rings.append(ring)
        return rings

    def _try(self, moving: set[str], mover: str, stays: str, rings: Sequence[set[str]]) -> bool:
        """Put the moving people at the ends of each ring; keep the best place if it is better than now."""
        rest = [person for person in self.order if person not in moving]
        block = [person for person in self.order if person in moving]
        at = {person: place for place, person in enumerate(rest)}
        places: dict[int, None] = {}
        for ring in rings:
            known = [at[person] for person in ring if person in at]
            if known:
                places |= {max(known) + 1: None, min(known): None}
        numbers = sorted({self.row_of[person] for person in block})
        left = {number: [one for one in self.rows[number] if one not in moving] for number in numbers}
        index = {number: [at[one] for one in row] for number, row in left.items()}
        parts = {number: [one for one in self.rows[number] if one in moving] for number in numbers}
        self.work -= 2 * len(self.order) // 10
        best, kept = self._cost(numbers, {}) - self.least + 1, None
        known_ways: set[tuple[int, ...]] = set()
        for place in places:
            way = tuple(bisect_left(index[number], place) for number in numbers)
            if way in known_ways:
                continue
            known_ways.add(way)
            rows = {
                number: [*left[number][:cut], *parts[number], *left[number][cut:]]
                for number, cut in zip(numbers, way, strict=True)
            }
            if self._allowed(rows, mover, stays):
                cost = self._cost(numbers, rows, best)
                if cost < best:
                    best, kept = cost, (place, rows)
        if kept is None:
            return False
        self.order = [*rest[: kept[0]], *block, *rest[kept[0] :]]
        for number, row in kept[1].items():
            self.rows[number] = row
        for number in self._touched(numbers):
            self.channels[number] = self.nets.crossings(*self._around(number))
        return True

    def _touched(self, numbers: Sequence[int]) -> list[int]:
        return sorted({channel for number in numbers for channel in (number - 1, number) if channel >= 0})

    def _cost(self, numbers: Sequence[int], rows: Mapping[int, list[str]], best: float = float("inf")) -> float:
        """What the rows that change cost, as they are or with others in their place; more than `best` is not counted
        to the end."""
        together, total = self.nets.together, 0.0
        for number in numbers:
            total -= APART * sum(pair in together for pair in pairwise(rows.get(number, self.rows[number])))
        for number in self._touched(numbers):
            if total >= best:
                break
            if not rows:
                total += CROSSING * sum(self.channels[number].values())
                continue
            upper = rows.get(number, self.rows[number])
            lower = self.rows[number + 1] if number + 1 < len(self.rows) else []
            lower = rows.get(number + 1, lower)
            crossings = sum(self.nets.crossings(upper, lower).values())
            self.work -= len(upper) + len(lower) + crossings
            total += CROSSING * crossings
        return total

    def _allowed(self, rows: Mapping[int, list[str]], mover: str, stays: str) -> bool:
        """Whether birth order, the order of partners and twins side by side hold as well as they did."""
        row = rows.get(self.row_of[mover], self.rows[self.row_of[mover]])  # in a circle of descent another row moves
        was = {person: place for place, person in enumerate(self.rows[self.row_of[mover]])}
        at = {person: place for place, person in enumerate(row)}
        siblings = [one for one in self.family.siblings(mover) if one in at]
        if any(at[one] > at[other] for one, other in pairwise(siblings)):
            return False
        for person in (mover, stays):
            partners = [one for one in self.sides.partners(person) if one in at]
            for one, other in pairwise(partners):
                if at[one] > at[other] and was[one] < was[other]:
                    return False
        twins = self._twins
        return not twins or all(
            abs(at[one] - at[other]) <= max(1, abs(was[one] - was[other]))
            for one in twins if one in at for other in twins if other in at and twins[one] == twins[other]
        )  # fmt: skip
