"""Who is whose: a family read from a session once, and the questions that drawing, keys and speech ask of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.genogram import ChildOf, Descent, Household, Life, Partnership, Person, Relationship
from models.session import Session

_DESCENTS = {descent: place for place, descent in enumerate(Descent)}


@dataclass(frozen=True)
class Family:
    """A family at one moment; everything by id, partnerships and children in the order in which they are drawn."""

    people: dict[str, Person]
    partnerships: dict[str, Partnership]
    children: tuple[ChildOf, ...] = ()
    households: tuple[Household, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    origins: dict[str, list[ChildOf]] = field(init=False)
    couples: dict[str, list[Partnership]] = field(init=False)
    broods: dict[str, list[ChildOf]] = field(init=False)
    _partners: dict[str, tuple[str, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Lay the indexes; what points at people who are not there is left out."""
        origins: dict[str, list[ChildOf]] = defaultdict(list)
        couples: dict[str, list[Partnership]] = defaultdict(list)
        broods: dict[str, list[ChildOf]] = defaultdict(list)
        partners = {}
        for couple in self.partnerships.values():
            both = dict.fromkeys((couple.first, couple.second))
            partners[couple.id] = tuple(person for person in both if person in self.people)
            for person in partners[couple.id]:
                couples[person].append(couple)
        for link in self.children:
            if link.child in self.people and link.partnership in self.partnerships:
                origins[link.child].append(link)
                broods[link.partnership].append(link)
        for of_child in origins.values():
            of_child.sort(key=lambda link: _DESCENTS[link.descent])  # birth parents before carers
        for of_person in couples.values():
            of_person.sort(key=lambda couple: couple.rank)
        for couple_id, brood in broods.items():
            broods[couple_id] = birth_order(brood, self.people)
        object.__setattr__(self, "origins", dict(origins))
        object.__setattr__(self, "couples", dict(couples))
        object.__setattr__(self, "broods", dict(broods))
        object.__setattr__(self, "_partners", partners)

    def partners(self, couple: Partnership) -> tuple[str, ...]:
        """The ids of the one or two partners who are there."""
        return self._partners[couple.id]

    def partner_in(self, couple: Partnership, person: str) -> str:
        """The other one of a couple, "" where there is none."""
        for other in self._partners[couple.id]:
            if other != person:
                return other
        return ""

    def parents(self, person: str) -> tuple[str, ...]:
        """The parents in the first partnership that the person hangs from."""
        links = self.origins.get(person, ())
        return self.partners(self.partnerships[links[0].partnership]) if links else ()

    def siblings(self, person: str) -> list[str]:
        """The children of the partnership that the person hangs from, the person included, eldest first."""
        links = self.origins.get(person, ())
        return [link.child for link in self.broods[links[0].partnership]] if links else [person]

    def children_of(self, person: str) -> list[str]:
        """The children of all the person's partnerships, earlier partnerships first."""
        return [link.child for couple in self.couples.get(person, ()) for link in self.broods.get(couple.id, ())]

    def household_of(self, person: str) -> Household | None:
        """Where the person lives, as far as it is drawn."""
        return next((home for home in self.households if person in home.people), None)


def family_of(session: Session) -> Family:
    """The session's family as it is now."""
    return Family(
        {person.id: person for person in session.all(Person)},
        {couple.id: couple for couple in session.all(Partnership)},
        tuple(session.all(ChildOf)),
        tuple(session.all(Household)),
        tuple(session.all(Relationship)),
    )


def birth_order(brood: Iterable[ChildOf], people: dict[str, Person]) -> list[ChildOf]:
    """Eldest first by what is known; a child of whom nothing is known keeps the place in which it was entered."""
    entered = sorted(brood, key=lambda link: people[link.child].rank)
    ages = _ages([people[link.child] for link in entered])
    known = sorted((place for place, age in enumerate(ages) if age is not None), key=lambda place: -(ages[place] or 0))
    filled = iter(known)
    return [entered[place if age is None else next(filled)] for place, age in enumerate(ages)]


def _ages(siblings: Sequence[Person]) -> list[float | None]:
    """Comparable ages in years: by year of birth where all that is known is that, or else by age."""
    years = [_number(person.born, r"\d{4}") for person in siblings]
    if any(years) and all(year or not person.age for year, person in zip(years, siblings, strict=True)):
        return [None if year is None else -year for year in years]
    return [age_in_years(person) for person in siblings]


def age_in_years(person: Person) -> float | None:
    """Age as a number, below 0 for a pregnancy; None where it is not known or tells nothing about birth order."""
    if person.life is Life.PREGNANCY:
        return (_number(person.age, r"\d+") or 0) / 100 - 1
    if person.died or person.life is not Life.PERSON:
        return None
    age = _number(person.age, r"\d+")
    return age / 12 if age is not None and re.search(r"mo|/12", person.age) else age


def _number(text: str, pattern: str) -> float | None:
    found = re.search(pattern, text)
    return float(found.group()) if found else None


def called(person: Person) -> str:
    """The name, or what is said in its place."""
    if person.name:
        return person.name
    return "baby" if person.life is Life.PREGNANCY else "somebody not known"
