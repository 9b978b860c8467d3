"""Where a partner goes who brings parents, brothers and sisters: outside the sibship with the kin beyond, on the side
where fewest lines cross; or in among it, where there is no such side."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from app.genogram.chain import Group, Stretch
from app.genogram.sides import Sides, man_left
from models.kin import Family

APART = 0.3  # a couple with somebody between, beside 1 for a crossing
AMONG = 0.4  # kin among brothers and sisters of others, whose lines may cross more than they must
WOMAN_LEFT = 0.05
REACH = 20  # of how many people of a line it is asked how high it rises


class How(Enum):
    """What goes where: partner and kin outside the sibship; the partner alone in it; all of them in it."""

    OUTSIDE = 1
    INSIDE = 2
    AMONG = 3


@dataclass(frozen=True)
class Room:
    """A place for a partner who brings kin, and how bad it is. `left` of the person, `kin_left` of the sibship."""

    cost: float
    left: bool
    how: How
    where: Stretch | Group | None = None
    kin_left: bool = False


class KinRoom:
    """Looks for the room, knowing who is placed already and who stands in which group."""

    def __init__(
        self,
        family: Family,
        row_of: Mapping[str, int],
        sides: Sides,
        placed: Collection[str],
        group_of: Mapping[str, Group],
    ) -> None:
        self.family, self.row_of, self.sides = family, row_of, sides
        self.placed, self.group_of = placed, group_of
        self._bearing = {
            person: sum(couple.id in family.broods for couple in couples) for person, couples in family.couples.items()
        }

    def best(self, stretch: Stretch, place: int, person: str, other: str) -> Room:
        """The best place for `other`, partner of a `person` of the stretch's group at `place`."""
        theirs = [one for one in self.family.siblings(other) if one not in self.placed]
        if other not in theirs:
            theirs = [other]
        must, rise = self.sides.only_left(person, other), self._rise(other, person)
        lefts = (True, False) if must is None else (must,)
        rooms = [room for left in lefts for room in self._rooms(stretch, place, person, other, theirs, left, rise)]
        return min(rooms, key=lambda room: room.cost)

    def _rooms(
        self, stretch: Stretch, place: int, person: str, other: str, theirs: list[str], left: bool, rise: list[int]
    ) -> Iterable[Room]:
        """What there is on one side."""
        group, at = stretch.groups[place], theirs.index(other)
        here = group.people.index(person)
        beyond = [one.child for one in (stretch.groups[:place] if left else stretch.groups[place + 1 :])]
        own = group.people[:here] if left else group.people[here + 1 :]
        facing = theirs[at + 1 :] if left else theirs[:at]
        odd = 0.0 if man_left(self.family, other, person) is left else WOMAN_LEFT
        climb, where = self._climb(stretch, left, rise)
        between = sum(self._bearing.get(one, 0) for one in (*beyond, *own, *facing))
        apart = APART if beyond or own or facing else 0.0
        yield Room(between + apart + climb + odd, left, How.OUTSIDE, where, left)
        if not beyond or own:
            return
        if at in (0, len(theirs) - 1):
            kin_left = left if len(theirs) == 1 else at > 0
            climb, where = self._climb(stretch, kin_left, rise)
            yield Room(1.0 + climb + odd, left, How.INSIDE, where, kin_left)
        apart = APART if facing else 0.0
        yield Room(1.0 + AMONG + apart + sum(rise[1:]) + odd, left, How.AMONG)

    def _rise(self, person: str, whose: str) -> list[int]:
        """How many couples with children there are in the family that comes with a person, by row: in that of the
        person's parents, the one above, and so on up."""
        above, family = self.row_of[person] - 1, self.family
        lines: dict[int, set[str]] = {}
        met = {person, whose}
        ahead = [*self.sides.partners(person), *family.siblings(person), *family.parents(person)]
        while ahead and len(met) < REACH:
            one = ahead.pop()
            if one in met or one in self.placed or one not in self.row_of:
                continue
            met.add(one)
            for couple in family.couples.get(one, ()):
                if couple.id in family.broods:
                    lines.setdefault(self.row_of[one], set()).add(couple.id)
            ahead += [*family.siblings(one), *self.sides.partners(one), *family.children_of(one), *family.parents(one)]
        return [len(lines[row]) for row in range(above, min(lines, default=above + 1) - 1, -1) if row in lines]

    def _climb(self, stretch: Stretch, left: bool, rise: list[int]) -> tuple[float, Stretch | Group]:
        """How far out of what holds a sibship a line of kin goes that rises above its parents, and how many lines
        cross at least: those of whatever it stays in, and of whatever then stands between."""
        places: list[Stretch | Group] = [stretch]
        stay, leave, level = [], [], 0
        where: Stretch | Group = stretch
        while level < len(rise):
            if isinstance(where, Group):
                level += 1
                if level == len(rise):
                    break
                groups = where.among.groups
                place = groups.index(where)
                beyond = [one.child for one in (groups[:place] if left else groups[place + 1 :])]
                stay.append(rise[level] if beyond else 0)
                leave.append(self._bearing_below(beyond))
                where = where.among
            elif where.parents:
                lines, below = self._beside_in_group(where.parents, left)
                stay.append(lines * rise[level])
                leave.append(below)
                where = self.group_of[where.parents[0 if left else 1]]
            else:
                break
            places.append(where)
        costs = [sum(leave[:count]) + sum(stay[count:]) for count in range(len(places))]
        best = min(range(len(places)), key=costs.__getitem__)
        return costs[best], places[best]

    def _bearing_below(self, people: Iterable[str]) -> int:
        """How many couples with children there are among the children of people."""
        return sum(self._bearing.get(child, 0) for one in people for child in self.family.children_of(one))

    def _beside_in_group(self, parents: tuple[str, str], left: bool) -> tuple[int, int]:
        """How many couples' lines there are in a group beyond those of one couple, and how many couples with children
        among those couples' children."""
        parent = parents[0 if left else 1]
        people = self.group_of[parent].people
        at = people.index(parent)
        beyond = people[:at] if left else people[at + 1 :]
        lines, below = len(beyond), self._bearing_below(beyond)
        if parents[0] != parents[1]:
            for couple in self.family.couples[parent]:
                if couple.id in self.family.broods and not self.family.partner_in(couple, parent):
                    lines += 1
                    below += sum(self._bearing.get(link.child, 0) for link in self.family.broods[couple.id])
        return lines, below
