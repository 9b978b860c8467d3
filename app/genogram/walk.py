"""In which order people stand when a family is laid out afresh: from a line's first ancestor down, sibship by sibship.

All stand in one chain from left to right, and a row is that chain less everybody else. Each sibship, and each line of
kin that a partner brings, is a stretch of the chain: its people stand together in every row, and no line needs to
cross. Birth order always holds. Nothing here calls itself, so that a family may be as deep as it likes.
"""

from collections.abc import Mapping

from app.genogram.chain import Chain, Group, Link, Stretch
from app.genogram.kinroom import How, KinRoom, Room
from app.genogram.sides import Sides
from models.genogram import ChildOf, Gender, Partnership
from models.kin import Family


def walked(family: Family, row_of: Mapping[str, int]) -> list[str]:
    """Everybody who has a row, from left to right; the index child's line first."""
    walk = _Walk(family, row_of)
    for person in sorted(row_of, key=lambda person: not family.people[person].index):
        if person not in walk.placed:
            walk.place_all_of(person)
    return list(walk.chain)


class _Walk:
    def __init__(self, family: Family, row_of: Mapping[str, int]) -> None:
        self.family, self.row_of = family, row_of
        self.chain = Chain()
        self.placed: set[str] = set()
        self.group_of: dict[str, Group] = {}
        self.sides = Sides(family, row_of)
        self._rooms = KinRoom(family, row_of, self.sides, self.placed, self.group_of)
        self._drawn: set[str] = set()  # partnerships whose children have their stretch
        self._planned: dict[str, tuple[str, str]] = {}  # by couple, who was planned left and right
        self._todo: list[Stretch | tuple[Room, Group, str]] = []  # the last first

    def place_all_of(self, person: str) -> None:
        """Everybody who is joined to a person."""
        self._line(person, 1, left=True)
        while self._todo:
            following = self._todo.pop()
            if isinstance(following, Stretch):
                self._fill(following)
            else:
                self._bring(*following)

    def _line(self, person: str, there: Link, left: bool) -> Stretch:
        """Begin the line of a person's first ancestor beside a place."""
        stretch = self._stretch(there, self.family.siblings(self._top(person)), left)
        self._todo.append(stretch)
        return stretch

    def _stretch(self, there: Link, children: list[str], left: bool) -> Stretch:
        marks = self.chain.marks()
        (self.chain.put_before if left else self.chain.put_after)(there, *marks)
        return Stretch(*marks, children, *marks, marks[0])

    def _top(self, person: str) -> str:
        passed = {person}
        while True:
            parents = [other for other in self.family.parents(person) if other not in self.placed]
            parents.sort(key=lambda other: (other not in self.family.origins, self._woman(other)))
            if not parents or parents[0] in passed:
                return self._middle(person)
            person = parents[0]
            passed.add(person)

    def _middle(self, person: str) -> str:
        """Whoever has most partners of somebody without kin and their partners: the one whom those stand round."""
        free = [other for other in self.sides.partners(person) if self._brings_nobody(other)]
        if person in self.family.origins or not free:
            return person
        return max(person, *free, key=lambda one: len(self.sides.partners(one)))

    def _brings_nobody(self, person: str) -> bool:
        return person not in self.placed and person not in self.family.origins

    def _woman(self, person: str) -> bool:
        return self.family.people[person].gender is Gender.FEMALE

    def _fill(self, stretch: Stretch) -> None:
        """Put brothers and sisters in their stretch, each between partners, and look for room for partners' kin."""
        children = [child for child in stretch.children if child in self.row_of and child not in self.placed]
        self.placed.update(children)
        for child in children:
            marks = self.chain.marks()
            self.chain.put_before(stretch.close, *marks)
            group = Group(*marks, child, stretch, *marks)
            stretch.groups.append(group)
            left, right = self._beside(child)
            self._join(group, 0, [*reversed(left), child, *right])
        brought: list[tuple[Room, Group, str]] = []
        for place, group in enumerate(stretch.groups):
            for person in list(group.people):
                brought += self._kin_of(stretch, place, person)
            self._draw(group)
        outer = [each for each in brought if each[0].how is How.OUTSIDE]
        # The kin of those who come in between stand nearest; then the partner's of whoever stands outermost.
        self._todo += [each for each in outer if not each[0].left]
        self._todo += [each for each in reversed(outer) if each[0].left]
        self._todo += [each for each in brought if each[0].how is not How.OUTSIDE]
        for place, group in enumerate(stretch.groups):
            self._carers(group, place < len(children) / 2)

    def _join(self, group: Group, at: int, people: list[str]) -> None:
        group.people[at:at] = people
        self.group_of.update(dict.fromkeys(people, group))

    def _carers(self, group: Group, left: bool) -> None:
        """Those who care for a child beside its own parents stand outside, on the nearer side, once all else does."""
        for link in self.family.origins.get(group.child, ())[1:]:
            for carer in self.family.partners(self.family.partnerships[link.partnership])[:1]:
                if carer in self.row_of and carer not in self.placed:
                    self._todo.insert(0, (Room(0.0, left, How.OUTSIDE, group.among, left), group, carer))

    def _beside(self, person: str) -> tuple[list[str], list[str]]:
        """Partners who bring nobody, on the left and on the right of a person, and beyond each those whom that one
        has; nearest first."""
        sides: dict[bool, list[str]] = {True: [], False: []}
        for left, side in sides.items():
            near = [(other, person) for other in self._free(person, left)]
            while near:
                other, whose = near.pop()
                if other not in self.placed:
                    self.placed.add(other)
                    self.sides.came_with[other] = whose, left
                    side.append(other)
                    near += [(far, other) for toward in (left, not left) for far in self._free(other, toward)]
        return sides[True], sides[False]

    def _free(self, person: str, left: bool) -> list[str]:
        """Partners not placed who bring nobody, on one side, the nearest last."""
        others = [
            other
            for other in self.sides.partners(person)
            if self._brings_nobody(other) and self.sides.goes_left(person, other) is left
        ]
        return others if left else others[::-1]

    def _kin_of(self, stretch: Stretch, place: int, person: str) -> list[tuple[Room, Group, str]]:
        """Where the partners of a person who bring kin go; who comes in alone joins the group at once."""
        brought, group = [], stretch.groups[place]
        for other in self.sides.partners(person):
            if other in self.placed or other not in self.family.origins:
                continue
            room = self._rooms.best(stretch, place, person, other)
            self.sides.came_with.setdefault(other, (person, room.left))
            if room.how is How.INSIDE:
                self.placed.add(other)
                near, far = self._beside(other)
                at = group.people.index(person)
                if room.left:
                    self._join(group, at, [*reversed(near + far), other])
                else:
                    self._join(group, at + 1, [other, *far, *near])
            else:
                for couple in self.family.couples[person]:
                    if self.family.partner_in(couple, person) == other:
                        self._planned[couple.id] = (other, person) if room.left else (person, other)
            brought.append((room, group, other))
        return brought

    def _bring(self, room: Room, group: Group, other: str) -> None:
        """Put the line of a partner where it was chosen to go."""
        if room.how is How.INSIDE:
            kin = (*self.family.parents(other), *self.family.siblings(other))
            if all(one in self.placed for one in kin):
                return
        elif other in self.placed:
            return
        where, left = room.where, room.kin_left
        if where is None:
            self._line(other, group.open if room.left else group.close, room.left)
            return
        there = where.left if left else where.right
        if room.how is How.INSIDE and where is group.among:
            there = where.near if left else where.close
        line = self._line(other, there, left)
        if left and where.left == there:
            where.left = line.open
        elif not left and where.right == there:
            where.right = line.close

    def _draw(self, group: Group) -> None:
        """Put a group into the chain, and a stretch for each couple's children once both partners stand."""
        for person in group.people:
            self.chain.put_before(group.close, person)
            couples = self.family.couples.get(person, ())
            for couple in sorted(couples, key=lambda couple: not self.family.partner_in(couple, person)):
                both = [one for one in self.family.partners(couple) if one in self.row_of]
                due = couple.id in self.family.broods and couple.id not in self._drawn
                if due and all(one in self.chain for one in both):
                    self._brood(couple, person, group)

    def _first_home(self, link: ChildOf) -> bool:
        """Whether a child who hangs from several couples stands among this one's children."""
        return self.family.origins[link.child][0].partnership == link.partnership

    def _brood(self, couple: Partnership, person: str, group: Group) -> None:
        """A stretch for a couple's children, right of both."""
        self._drawn.add(couple.id)
        other = self.family.partner_in(couple, person)
        left, right = self._planned.get(couple.id, (other, person))
        if left not in self.chain or right not in self.chain:
            left, right = person, person
        children = [link.child for link in self.family.broods[couple.id] if self._first_home(link)]
        if right == person:
            stretch = self._stretch(group.close, children, left=True)
        else:
            stretch = self._stretch(right, children, left=False)
        stretch.parents = left, right
        of_left = self.group_of[left]
        if of_left.people[0] == left:
            stretch.left = stretch.near = of_left.open
        self._todo.append(stretch)
