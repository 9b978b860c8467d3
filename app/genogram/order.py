"""In which order people stand in their rows: a walk over the couples, from the top of each line down.

Birth order always holds. An earlier partner stands left, the man of a couple left; a partner who brings a family of
their own stands on the outer side of the brothers and sisters, with that family beyond.
"""

from dataclasses import dataclass, field

from models.genogram import Gender
from models.kin import Family, age_in_years


def order_rows(family: Family, row_of: dict[str, int]) -> list[list[str]]:
    """The people of each row, from left to right."""
    walk = _Walk(family)
    order: list[str] = []
    for person in sorted(row_of, key=lambda person: not family.people[person].index):
        if person not in walk.seen:
            order += walk.line_of(person)
    rows: list[list[str]] = [[] for _ in range(max(row_of.values(), default=-1) + 1)]
    for person in order:
        rows[row_of[person]].append(person)
    return rows


def man_left(family: Family, one: str, other: str) -> bool:
    """Whether `one` stands left of `other`: man left; of one gender, the elder."""
    first, second = family.people[one], family.people[other]
    if first.gender is not second.gender:
        return first.gender is Gender.MALE or second.gender is Gender.FEMALE
    ages = age_in_years(first), age_in_years(second)
    if ages[0] is not None and ages[1] is not None and ages[0] != ages[1]:
        return ages[0] > ages[1]
    return first.rank < second.rank


@dataclass
class _Kin:
    """Partners who bring their family, by where it stands: outside the whole brood, or beside the child at a place."""

    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    before: dict[int, list[str]] = field(default_factory=dict)
    after: dict[int, list[str]] = field(default_factory=dict)


class _Walk:
    """Gives people as one sequence from left to right; a row's order is that sequence less everybody else."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.seen: set[str] = set()  # standing, or with a place kept for them
        self.placed: set[str] = set()
        self.closed: set[str] = set()  # whose partners all have been looked for
        self.drawn: set[str] = set()  # partnerships whose children have their place

    def line_of(self, person: str) -> list[str]:
        """Everybody who hangs from the first ancestor of a person's line."""
        outer, order = self._brood([self._top(person)])
        return outer + order

    def _top(self, person: str) -> str:
        passed = {person}
        while True:
            parents = [other for other in self.family.parents(person) if other not in self.seen]
            parents.sort(key=lambda other: (other not in self.family.origins, self._woman(other)))
            if not parents or parents[0] in passed:
                return person
            person = parents[0]
            passed.add(person)

    def _woman(self, person: str) -> bool:
        return self.family.people[person].gender is Gender.FEMALE

    def _brood(self, children: list[str]) -> tuple[list[str], list[str]]:
        """Brothers and sisters, each with partners and descendants, and the families their partners bring.

        Given apart, those on the far left: they stand left of the children's parents, too.
        """
        children = [child for child in children if child not in self.seen]
        self.seen.update(children)
        kin = self._kin(children)
        outer = self._lines(kin.left)
        order: list[str] = []
        for place, child in enumerate(children):
            order += self._lines(kin.before.get(place, []))
            far, down = self._down(child)
            if place == 0 and not order:
                outer += far
                order += down
            else:
                order += far + down
            order += self._lines(kin.after.get(place, []))
        order += self._lines(kin.right)
        fresh = [person for person in order if person not in self.closed]
        self.closed.update(fresh)
        late = [other for person in fresh for other in self._partners(person) if other not in self.seen]
        return outer, order + self._lines(late)

    def _lines(self, people: list[str]) -> list[str]:
        return [each for person in people if person not in self.seen for each in self.line_of(person)]

    def _partners(self, person: str) -> list[str]:
        """All partners, the earliest first."""
        couples = self.family.couples.get(person, ())
        return [other for couple in couples if (other := self.family.partner_in(couple, person))]

    def _down(self, person: str) -> tuple[list[str], list[str]]:
        """A person between the partners who bring nobody, and the children of each couple once both partners stand.

        Given apart, whoever stands left of all of them.
        """
        left, right = self._beside(person)
        outer: list[str] = []
        order: list[str] = []
        first = True
        for each in (*left, person, *right):
            order.append(each)
            self.placed.add(each)
            for couple in self.family.couples.get(each, ()):
                if couple.id in self.drawn or not self.placed.issuperset(self.family.partners(couple)):
                    continue
                self.drawn.add(couple.id)
                far, down = self._brood([link.child for link in self.family.broods.get(couple.id, ())])
                if first:
                    outer += far
                    order += down
                else:
                    order += far + down
                first = False
        return outer, order

    def _beside(self, person: str) -> tuple[list[str], list[str]]:
        """Partners without parents, on the left and the right, and beyond each the partners that one has."""
        left: list[str] = []
        right: list[str] = []
        for other in self._partners(person):
            if other in self.seen or other in self.family.origins:
                continue
            self.seen.add(other)
            beyond = [far for side in self._beside(other) for far in side]
            if self._goes_left(person, other):
                left += [*beyond, other]
            else:
                right += [other, *beyond]
        return left, right

    def _goes_left(self, person: str, other: str) -> bool:
        """Of several partners the earlier half stands left; one alone stands by gender."""
        partners = self._partners(person)
        if len(partners) > 1:
            return partners.index(other) < len(partners) // 2
        return man_left(self.family, other, person)

    def _kin(self, children: list[str]) -> _Kin:
        """Where partners stand who bring their family, and those who care for a child beside its own parents."""
        kin = _Kin()
        for place, child in enumerate(children):
            for other in self._partners(child):
                if other not in self.seen and other in self.family.origins:
                    self._put(kin, children, place, other)
            for link in self.family.origins.get(child, ())[1:]:
                carers = self.family.partners(self.family.partnerships[link.partnership])
                (kin.right if place >= len(children) / 2 else kin.left).extend(carers[:1])
        return kin

    def _put(self, kin: _Kin, children: list[str], place: int, other: str) -> None:
        theirs = self.family.siblings(other)
        at = theirs.index(other)
        between_left = children[:place] + theirs[at + 1 :]
        between_right = children[place + 1 :] + theirs[:at]
        child = children[place]
        several = len(self._partners(child)) > 1
        cost_left, cost_right = len(between_left), len(between_right)
        left = self._goes_left(child, other) if several or cost_left == cost_right else cost_left < cost_right
        outer = kin.left if left else kin.right
        between = between_left if left else between_right
        if not outer and not any(self.family.couples.get(person) for person in between):
            outer.append(other)
        elif left:
            kin.before.setdefault(place, []).append(other)
        else:
            kin.after.setdefault(place, []).append(other)
