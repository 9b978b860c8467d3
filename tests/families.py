"""Families grown from a seed, as tests and benchmarks need them: of any size, with and without loops.

`Grown` is for families as children's services meet them: several partners, half-brothers and -sisters, one parent not
known, people who marry in with parents and brothers or sisters of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from models.genogram import Bond, ChildOf, Descent, Gender, Household, Life, Parting, Partnership, Person
from models.kin import Family

_PARTINGS = (Parting.NONE, Parting.NONE, Parting.NONE, Parting.SEPARATED, Parting.DIVORCED)


@dataclass(frozen=True, slots=True)
class Habits:
    """How likely what is, from 0 to 1. `kin`: that who marries in brings parents; `siblings`: brothers and sisters,
    too; `again`: a further partner; `alone`: that one parent is not known."""

    kin: float = 0.3
    siblings: float = 0.5
    again: float = 0.15
    alone: float = 0.1
    ages: float = 0.85


class Grown:
    """A family of `size` people grown from `seed`; without loops: whoever marries in is nobody's relative yet."""

    def __init__(self, size: int, seed: int, habits: Habits | None = None) -> None:
        self.random = Random(seed)
        self.habits = habits or Habits()
        self.size = size
        self.people: dict[str, Person] = {}
        self.couples: dict[str, Partnership] = {}
        self.links: list[ChildOf] = []
        self._waiting: list[tuple[str, int]] = []  # couples who may have children still, and the children's age
        self._grow()

    def family(self) -> Family:
        """What was grown."""
        return Family(dict(self.people), dict(self.couples), tuple(self.links))

    def person(self, age: int, gender: Gender | None = None) -> str:
        """Somebody new."""
        name = f"p{len(self.people)}"
        shown = str(max(0, age)) if self.random.random() < self.habits.ages else ""
        gender = gender or self.random.choice((Gender.MALE, Gender.FEMALE))
        self.people[name] = Person(name, f"Name{len(self.people)}", gender, shown, rank=len(self.people))
        return name

    def couple(self, one: str, other: str = "") -> str:
        """A couple of two people who are there, or one parent alone."""
        name = f"c{len(self.couples)}"
        bond, parting = self.random.choice(tuple(Bond)), self.random.choice(_PARTINGS)
        self.couples[name] = Partnership(name, one, other, bond, parting, rank=len(self.couples))
        return name

    def child(self, couple: str, child: str, descent: Descent = Descent.BIRTH) -> None:
        """Hang somebody from a couple."""
        self.links.append(ChildOf(f"{couple}-{child}", child, couple, descent))

    def _grow(self) -> None:
        man, woman = self.person(80, Gender.MALE), self.person(78, Gender.FEMALE)
        self._waiting.append((self.couple(man, woman), 54))
        while len(self.people) < self.size and self._waiting:
            couple, age = self._waiting.pop(0)
            self._brood(couple, age)
            if not self._waiting and len(self.people) < self.size:
                self._marry(self.random.choice(self._alone() or sorted(self.people)), age + 25)

    def _alone(self) -> list[str]:
        """Those who have no partner yet."""
        paired = {person for couple in self.couples.values() for person in (couple.first, couple.second)}
        return sorted(set(self.people) - paired)

    def _brood(self, couple: str, age: int) -> None:
        for _ in range(self.random.choice((1, 2, 2, 3, 3, 4))):
            if len(self.people) >= self.size:
                return
            child = self.person(age)
            self.child(couple, child)
            age -= self.random.randint(1, 4)
            if self.random.random() < 0.65:
                self._marry(child, age)

    def _marry(self, person: str, age: int) -> None:
        random, habits = self.random, self.habits
        while True:
            if len(self.people) >= self.size:
                return
            if random.random() < habits.alone:
                self._waiting.append((self.couple(person), age - random.randint(20, 30)))
            else:
                across = Gender.FEMALE if self.people[person].gender is Gender.MALE else Gender.MALE
                other = self.person(age + random.randint(-4, 4), across)
                if random.random() < habits.kin and len(self.people) < self.size - 2:
                    self._kin(other, age)
                self._waiting.append((self.couple(person, other), age - random.randint(20, 30)))
            if random.random() >= habits.again:
                return

    def _kin(self, person: str, age: int) -> None:
        """Parents for whoever marries in, and perhaps brothers and sisters."""
        random = self.random
        parents = self.couple(self.person(age + 26, Gender.MALE), self.person(age + 25, Gender.FEMALE))
        if random.random() < self.habits.siblings and len(self.people) < self.size:
            for _ in range(random.randint(1, 2)):
                if len(self.people) < self.size:
                    self.child(parents, self.person(age + random.randint(-5, 5)))
        self.child(parents, person)


def grown(size: int, seed: int, habits: Habits | None = None) -> Family:
    """A family without loops."""
    return Grown(size, seed, habits).family()


def looped(size: int, seed: int) -> Family:
    """A family with cousins who marry, brothers with sisters, carers of other lines, and losses and twins."""
    made = Grown(size, seed)
    random = made.random
    people = sorted(made.people)
    for _ in range(max(1, size // 25)):
        one, other = random.sample(people, 2)
        if one != other:
            made.couple(one, other)
    for _ in range(max(1, size // 25)):
        child, couple = random.choice(people), random.choice(sorted(made.couples))
        partners = (made.couples[couple].first, made.couples[couple].second)
        if child not in partners and all((link.child, link.partnership) != (child, couple) for link in made.links):
            made.child(couple, child, random.choice(tuple(Descent)))
    for person in random.sample(people, max(1, size // 20)):
        if not any(person in (couple.first, couple.second) for couple in made.couples.values()):
            made.people[person] = replace(made.people[person], life=random.choice(tuple(Life)), age="")
    return made.family()


def with_homes(family: Family, seed: int, homes: int = 3) -> Family:
    """The same people, of whom some live together."""
    random = Random(seed)
    free = sorted(family.people)
    made = []
    for number in range(homes):
        couple = family.partnerships[random.choice(sorted(family.partnerships))]
        together = [*family.partners(couple), *(link.child for link in family.broods.get(couple.id, ()))]
        members = tuple(person for person in dict.fromkeys(together) if person in free)
        if members:
            made.append(Household(f"h{number}", f"Home {number}", members))
            free = [person for person in free if person not in members]
    return Family(family.people, family.partnerships, family.children, tuple(made), family.relationships)


def with_one_more(family: Family, seed: int) -> Family:
    """The family and one more child of one of its couples, or one more partner of somebody."""
    random = Random(seed)
    people, links, couples = dict(family.people), list(family.children), dict(family.partnerships)
    fresh = Person("new", "Fresh", Gender.FEMALE, "", rank=len(people) + 1000)
    people["new"] = fresh
    if random.random() < 0.6 and couples:
        links.append(ChildOf("new-link", "new", random.choice(sorted(couples))))
    else:
        couples["new-couple"] = Partnership("new-couple", random.choice(sorted(family.people)), "new", rank=10_000)
    return Family(people, couples, tuple(links), family.households, family.relationships)


def seeds(family_sizes: Iterable[int], of_each: int) -> list[tuple[int, int]]:
    """Sizes and seeds to go through."""
    return [(size, seed) for size in family_sizes for seed in range(of_each)]
