"""The order in which people stand already, with room found in it for whoever is new.

Who stands where the family no longer allows it (birth order, partners' sides) is taken out and put in again. Everybody
else keeps the place between the neighbours.
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from app.genogram.crossings import Nets
from app.genogram.sides import Sides
from models.kin import Family

CROSSING, APART, WRONG_SIDE, BETWEEN_TWINS = 10.0, 3.0, 5.0, 20.0
FAR = 0.01  # for each place from where somebody new would like to stand


class Kept:
    """Rows in the order of earlier places. `x` are these places, and for whoever is put in one between neighbours;
    `loose` is who has none of old that still holds."""

    def __init__(self, family: Family, row_of: Mapping[str, int], x: Mapping[str, float]) -> None:
        self.family, self.row_of = family, row_of
        self.sides = Sides(family, row_of)
        self.nets = Nets(family, row_of)
        self.rows: list[list[str]] = [[] for _ in range(max(row_of.values(), default=-1) + 1)]
        for person in sorted((person for person in row_of if person in x), key=lambda person: (x[person], person)):
            self.rows[row_of[person]].append(person)
        wrong = self._wrong()
        self.loose = {person for person in row_of if person not in x or person in wrong}
        self.rows = [[person for person in row if person not in wrong] for row in self.rows]
        self.x = {person: at for person, at in x.items() if person in row_of and person not in wrong}
        self._twins = {
            link.child: (couple, link.twins) for couple, links in family.broods.items() for link in links if link.twins
        }

    def _wrong(self) -> set[str]:
        """Who stands against birth order, or on the wrong side of a partner."""
        at = {person: place for row in self.rows for place, person in enumerate(row)}
        wrong: set[str] = set()
        for brood in self.family.broods.values():
            standing = [link.child for link in brood if link.child in at]
            wrong |= set(standing) - set(_rising(standing, at))
        for person, couples in self.family.couples.items():
            if person in at and person not in wrong and len(couples) > 1:
                partners = [one for one in self.sides.partners(person) if one in at and one not in self.family.origins]
                wrong |= set(partners) - set(_rising(partners, at))
        for couple in self.family.partnerships.values():
            both = [one for one in self.family.partners(couple) if one in at and one not in wrong]
            if len(both) == 2 and self.row_of[both[0]] == self.row_of[both[1]]:
                alone = [one for one in both if one not in self.family.origins and len(self.sides.partners(one)) == 1]
                if alone:
                    mine, other = alone[-1], both[both[0] == alone[-1]]
                    one_each = len(self.sides.partners(other)) == 1
                    if one_each and self.sides.goes_left(other, mine) is not (at[mine] < at[other]):
                        wrong.add(mine)
        return wrong

    def put_in(self) -> None:
        """Find room for everybody loose: first for those who have somebody standing already."""
        standing = {person for row in self.rows for person in row}
        waiting = deque(person for person in self.row_of if person in self.loose)
        passed = 0
        while waiting:
            person = waiting.popleft()
            if passed <= len(waiting) and not any(one in standing for one in self._near(person)):
                waiting.append(person)
                passed += 1
                continue
            passed = 0
            self._put(person)
            standing.add(person)

    def _near(self, person: str) -> Iterable[str]:
        family = self.family
        yield from self.sides.partners(person)
        yield from family.siblings(person)
        yield from family.parents(person)
        yield from family.children_of(person)

    def _put(self, person: str) -> None:
        """Put one person at the best place of the row."""
        number = self.row_of[person]
        row = self.rows[number]
        wish = self._wish(person)
        at = {one: place for place, one in enumerate(row)}
        low, high = self._bounds(person, at)
        xs = [self.x[one] for one in row]
        best, place = float("inf"), low
        for where in sorted(self._places(person, at, bisect_left(xs, wish), low, high)):
            cost = self._cost(person, number, where, at) + FAR * abs(where - bisect_left(xs, wish))
            if cost < best:
                best, place = cost, where
        row.insert(place, person)
        before = xs[place - 1] if place else None
        after = xs[place] if place < len(xs) else None
        self.x[person] = min(max(wish, wish if before is None else before), wish if after is None else after)

    def _wish(self, person: str) -> float:
        """About where somebody would like to stand."""
        family, at = self.family, self.x
        kin = (self.sides.partners(person), family.siblings(person), family.children_of(person), family.parents(person))
        for people in kin:
            near = [at[one] for one in people if one in at and one != person]
            if near:
                return sum(near) / len(near)
        known = [at[one] for row in self.rows for one in row]
        return max(known, default=0.0) + 1.0

    def _bounds(self, person: str, at: Mapping[str, int]) -> tuple[int, int]:
        """Between which places birth order lets somebody stand."""
        low, high = 0, len(at)
        for link in self.family.origins.get(person, ()):
            brood = [one.child for one in self.family.broods[link.partnership]]
            mine = brood.index(person)
            low = max([low, *(at[one] + 1 for one in brood[:mine] if one in at)])
            high = min([high, *(at[one] for one in brood[mine + 1 :] if one in at)])
        return low, max(low, high)

    def _places(self, person: str, at: Mapping[str, int], wish: int, low: int, high: int) -> set[int]:
        """Places worth a look: beside kin and whoever stands with them, under parents, over children, at the ends."""
        places = {low, high, wish, 0, len(at)}
        kin = [one for one in self._near(person) if one in at]
        for one in kin:
            for beside in (one, *self.sides.partners(one)):
                if beside in at:
                    places |= {at[beside], at[beside] + 1}
        return {min(max(place, low), high) for place in places}

    def _cost(self, person: str, number: int, place: int, at: Mapping[str, int]) -> float:
        row = self.rows[number]
        tried = [*row[:place], person, *row[place:]]
        above = self.rows[number - 1] if number else []
        below = self.rows[number + 1] if number + 1 < len(self.rows) else []
        cost = CROSSING * sum(self.nets.crossings(tried, below).values())
        if number:
            cost += CROSSING * sum(self.nets.crossings(above, tried).values())
        cost -= APART * sum(pair in self.nets.together for pair in pairwise(tried))
        for other in self.sides.partners(person):
            if other in at and self.sides.goes_left(other, person) is not (place <= at[other]):
                cost += WRONG_SIDE
        if 0 < place < len(row) and row[place - 1] in self._twins:
            cost += BETWEEN_TWINS * (self._twins[row[place - 1]] == self._twins.get(row[place]))
        return cost

    def order(self) -> list[str]:
        """Everybody as one sequence from left to right that agrees with the rows."""
        x: dict[str, float] = {}
        for row in self.rows:
            edge = float("-inf")
            for person in row:
                edge = max(edge, self.x[person])
                x[person] = edge
        return sorted(x, key=x.__getitem__)


def _rising(people: Sequence[str], at: Mapping[str, int]) -> list[str]:
    """The most people whose places rise from each to the next."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, person in enumerate(people):
        length = bisect_right(ends, at[person])
        if length and ends[length - 1] == at[person]:
            before.append(-1)
            continue
        ends[length : length + 1] = [at[person]]
        last[length : length + 1] = [number]
        before.append(last[length - 1] if length else -1)
    chosen: list[str] = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(people[number])
        number = before[number]
    return chosen[::-1]
