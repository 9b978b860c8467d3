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
        self._stood = self.rows
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
            rows: dict[int, list[str]] = {}
            for link in brood:
                if link.child in at:
                    rows.setdefault(self.row_of[link.child], []).append(link.child)
            for standing in rows.values():
                wrong |= set(standing) - set(_rising(standing, at))
        wrong |= {mine for mine, _other in self._turned(at)}
        for person in self.row_of:
            if person not in at:
                wrong |= self._makes_way(person, at)
        partners = {other for person in wrong for other in self.sides.partners(person)}
        return wrong | {other for other in partners if other in at and other not in self.family.origins}

    def _makes_way(self, person: str, at: Mapping[str, int]) -> set[str]:
        """Of whoever gets a further partner now, the earlier one who stands right and brings nobody; where that one
        brings kin, the new one will go to the free side."""
        found: set[str] = set()
        for shared in self.sides.partners(person):
            others = [one for one in self.sides.partners(shared) if one in at]
            if shared not in at or len(others) != 1:
                continue
            other, on_left = others[0], at[others[0]] < at[shared]
            if not self._level(shared, other) or self.sides.goes_left(shared, other) is on_left:
                continue
            if other in self.family.origins or len(self.sides.partners(other)) > 1:
                self.sides.came_with[shared] = other, not on_left
            else:
                found.add(other)
        return found

    def _level(self, one: str, other: str) -> bool:
        return self.row_of[one] == self.row_of[other]

    def _turned(self, at: Mapping[str, int]) -> list[tuple[str, str]]:
        """Partners who bring nobody and stand on the wrong side, each with the other; of people with one partner. Where
        brothers and sisters stand on the right side, that partner stands well on the outer one."""
        turned = []
        for couple in self.family.partnerships.values():
            both = [one for one in self.family.partners(couple) if one in at and len(self.sides.partners(one)) == 1]
            if len(both) == 2 and self._level(*both):
                mine, other = both if both[0] not in self.family.origins else both[::-1]
                is_left = at[mine] < at[other]
                if mine in self.family.origins or self.sides.goes_left(other, mine) is is_left:
                    continue
                kin = [one for one in self.family.siblings(other) if one in at and one != other]
                if not any((at[one] > at[other]) is is_left for one in kin):
                    turned.append((mine, other))
        return turned

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
        everybody = sum(map(len, self._stood)) == len(self.row_of)
        if everybody and self._broken(self._stood) <= self._broken(self.rows):
            self.rows, self.loose = self._stood, set()  # a loop's birth orders contradict one another

    def _broken(self, rows: Sequence[Sequence[str]]) -> tuple[int, int]:
        """How many neighbours among children stand against birth order, and couples the wrong way round."""
        at = {person: place for row in rows for place, person in enumerate(row)}
        pairs = [pair for brood in self.family.broods.values() for pair in pairwise(link.child for link in brood)]
        found = [pair for pair in pairs if at.get(pair[0], -1) > at.get(pair[1], len(at)) and self._level(*pair)]
        return len(found), len(self._turned(at))

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

    def crossed_before(self) -> int:
        """How many lines crossed in the order that stood."""
        return sum(self.nets.all_crossings(self._stood).values())

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
