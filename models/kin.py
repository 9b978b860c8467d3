"""Who is whose: a family read from a session once, and the questions that drawing, keys and speech ask of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    """Eldest first by what is known; a child of whom nothing is known keeps the place in which it was entered.

    Of whom only a year is known, such as a loss, stands by it among those whose year is known as well. A pregnancy is
    the youngest.
    """
    entered = sorted(brood, key=lambda link: people[link.child].rank)
    coming = [link for link in entered if people[link.child].life is Life.PREGNANCY]
    here = [link for link in entered if people[link.child].life is not Life.PREGNANCY]
    years = {link: _year(people[link.child]) for link in here}
    ages: dict[ChildOf, float | None]
    if all(years[link] or not _age_tells(people[link.child]) for link in here):
        ages = {link: None if year is None else -year for link, year in years.items()}
        here = _filled(here, ages)
    else:
        ages = {link: age_in_years(people[link.child]) for link in here}
        here = _among_years(_filled(here, ages), ages, years)
    return [*here, *sorted(coming, key=lambda link: -(age_in_years(people[link.child]) or 0))]


def _filled(links: Sequence[ChildOf], ages: Mapping[ChildOf, float | None]) -> list[ChildOf]:
    """Those with an age, the oldest first, in the places that they have between them; the others stay."""
    known = iter(sorted((link for link in links if ages[link] is not None), key=lambda link: -(ages[link] or 0)))
    return [link if ages[link] is None else next(known) for link in links]


def _among_years(
    links: Sequence[ChildOf], ages: Mapping[ChildOf, float | None], years: Mapping[ChildOf, float | None]
) -> list[ChildOf]:
    """Those of whom only a year is known, put where it belongs among the years of those who have an age."""
    only_year = [link for link in links if ages[link] is None and years[link] is not None]
    placed = [link for link in links if link not in only_year]
    if not any(years[link] for link in placed):
        return _filled(links, {link: -(years[link] or 0) if link in only_year else None for link in links})
    for link in sorted(only_year, key=lambda link: years[link] or 0):
        year = years[link] or 0
        before = [at for at, other in enumerate(placed) if (years[other] or year + 1) <= year]
        after = [at for at, other in enumerate(placed) if (years[other] or 0) > year]
        placed.insert(before[-1] + 1 if before else after[0], link)
    return placed


def _age_tells(person: Person) -> bool:
    """Whether somebody has an age as of today; of a loss it is weeks."""
    return person.life is Life.PERSON and bool(person.age)


def _year(person: Person) -> float | None:
    """The year of birth; of a loss, when it was."""
    year = _number(person.born, r"\d{4}")
    return year if year or person.life is Life.PERSON else _number(person.death, r"\d{4}")


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
