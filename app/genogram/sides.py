"""On which side of a person each partner stands: the man left; an earlier partner left, a later one right."""

from collections.abc import Collection

from models.genogram import Gender
from models.kin import Family, age_in_years

_SIDE = {Gender.MALE: -1, Gender.FEMALE: 1}


def man_left(family: Family, one: str, other: str) -> bool:
    """Whether `one` stands left of `other`: man left, woman right; where that does not tell, the elder left."""
    first, second = family.people[one], family.people[other]
    sides = _SIDE.get(first.gender, 0), _SIDE.get(second.gender, 0)
    if sides[0] != sides[1]:
        return sides[0] < sides[1]
    ages = age_in_years(first), age_in_years(second)
    if ages[0] is not None and ages[1] is not None and ages[0] != ages[1]:
        return ages[0] > ages[1]
    return first.rank < second.rank


class Sides:
    """Answers for a family whose people find their places one by one; `came_with` holds how somebody came in."""

    def __init__(self, family: Family, inside: Collection[str]) -> None:
        self.family = family
        #: Beside whom a person was put who came as a partner, and whether left of them.
        self.came_with: dict[str, tuple[str, bool]] = {}
        self._partners: dict[str, list[str]] = {}
        self._split: dict[str, int] = {}
        self._twin: dict[str, bool] = {}  # of twins, whether their partner stands left
        for person, couples in family.couples.items():
            others = (family.partner_in(couple, person) for couple in couples)
            self._partners[person] = [other for other in dict.fromkeys(others) if other in inside]
        self._note_twins()

    def _note_twins(self) -> None:
        """Nobody stands between twins: the first one's partner goes left, the last one's right."""
        of_key: dict[tuple[str, str], list[str]] = {}
        for couple, brood in self.family.broods.items():
            for link in brood:
                if link.twins:
                    of_key.setdefault((couple, link.twins), []).append(link.child)
        for born in of_key.values():
            if len(born) > 1:
                self._twin[born[0]], self._twin[born[-1]] = True, False

    def partners(self, person: str) -> list[str]:
        """All partners, the earliest first."""
        return self._partners.get(person, [])

    def goes_left(self, person: str, other: str) -> bool:
        """Whether a partner stands left of a person. Where two people who have several partners each say otherwise of
        one another, the one who came in has the others on the far side."""
        partners = self.partners(person)
        if len(partners) < 2:
            return self._twin.get(person, man_left(self.family, other, person))
        split = self._split_of(person, partners)
        turned = False
        if person in self.came_with:
            with_whom, left = self.came_with[person]
            turned = (partners.index(with_whom) < split) is left
        return (partners.index(other) < split) is not turned

    def only_left(self, person: str, other: str) -> bool | None:
        """The side on which a partner must stand because one of the two has several; None where either side will do."""
        sides = set()
        if len(self.partners(person)) > 1:
            sides.add(self.goes_left(person, other))
        if len(self.partners(other)) > 1:
            sides.add(not self.goes_left(other, person))
        return sides.pop() if len(sides) == 1 else None

    def _split_of(self, person: str, partners: list[str]) -> int:
        """How many partners stand left: as many as leave fewest couples with children in the way of others; then so
        that whoever lives with the person stands beside; then half of them."""
        if len(partners) < 3:
            return 1
        if person not in self._split:
            broods, couples = self.family.broods, self.family.couples[person]
            bearing = {self.family.partner_in(couple, person) for couple in couples if couple.id in broods}
            bears = [other in bearing for other in partners]
            count = len(bears)
            left, right = [0], [0]
            for place in range(count):
                left.append(left[-1] + bears[place] * place)
                right.append(right[-1] + bears[count - 1 - place] * place)
            home = self.family.household_of(person)
            mates = {place for place, other in enumerate(partners) if home and other in home.people}
            self._split[person] = min(
                range(count + 1),
                key=lambda split: (
                    left[split] + right[count - split],
                    mates.isdisjoint((split - 1, split)),
                    abs(split - count / 2 + 0.1),
                ),
            )
        return self._split[person]
