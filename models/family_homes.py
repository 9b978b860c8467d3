"""Who lives where, and what goes on between two people: as changes."""

from collections.abc import Sequence
from dataclasses import replace

from models.family import NewId
from models.genogram import Descent, Household, Life, Line, Parting, Relationship
from models.kin import Family
from models.session import Change, Session

#: Names of places that are offered while one is typed, after those that this genogram has already.
PLACES = (
    "foster care",
    "residential home",
    "kinship care",
    "hospital",
    "prison",
    "supported housing",
    "temporary housing",
    "refuge",
    "adoptive home",
)

#: Lines that go from one person to the other; the others go both ways.
DIRECTED = frozenset({Line.VIOLENCE, Line.ABUSE, Line.WORRY, Line.OTHER})


_CARE = (Descent.ADOPTED, Descent.FOSTER, Descent.KINSHIP)


def likely_household(family: Family, person: str) -> tuple[str, ...]:
    """Who would live with a person, as a beginning: a partner not parted from, and children who live nowhere else and
    are not fostered, adopted or looked after by anybody else."""
    people = [person]
    for couple in family.couples.get(person, ()):
        other = family.partner_in(couple, person)
        if other and couple.parting in (Parting.NONE, Parting.REUNITED):
            people.append(other)
    grown_ups = frozenset(people)
    people += [
        child
        for child in family.children_of(person)
        if family.people[child].life is Life.PERSON and not _cared_for_elsewhere(family, child, grown_ups)
    ]
    free = [other for other in people if not family.household_of(other) and not family.people[other].died]
    return tuple(dict.fromkeys([person, *free]))


def _cared_for_elsewhere(family: Family, child: str, grown_ups: frozenset[str]) -> bool:
    """Whether somebody fosters, adopted or looks after a child, and none of these grown-ups does."""
    carers = [
        family.partners(family.partnerships[link.partnership])
        for link in family.origins.get(child, ())
        if link.descent in _CARE
    ]
    return bool(carers) and all(grown_ups.isdisjoint(each) for each in carers)


def completed_place(family: Family, begun: str) -> str:
    """The name of a place that begins like that, else "": those drawn already come first."""
    names = [*(home.name for home in family.households), *PLACES]
    return next((name for name in names if begun and name.casefold().startswith(begun.casefold())), "")


def set_household(
    session: Session, household: Household | None, people: Sequence[str], name: str, new_id: NewId
) -> list[Change]:
    """Who lives under one roof. Nobody lives under two; a household of nobody is none."""
    changes: list[Change] = []
    for other in session.all(Household, lambda other: household is None or other.id != household.id):
        stay = tuple(person for person in other.people if person not in people)
        if stay != other.people:
            changes.append(Change(other, replace(other, people=stay) if stay else None))
    if not people:
        return [*changes, Change(household, None)] if household else changes
    if household is None:
        after = Household(new_id(), name, tuple(people), session.next_rank(Household))
        return [*changes, Change(None, after)]
    return [*changes, Change(household, replace(household, people=tuple(people), name=name))]


def add_relationship(first: str, second: str, line: Line, relationship_id: str, label: str = "") -> list[Change]:
    """A line from one person to another."""
    return [Change(None, Relationship(relationship_id, first, second, line, label))]


def lines_between(family: Family, one: str, other: str) -> list[Relationship]:
    """The lines between two people, whichever way they go."""
    return [line for line in family.relationships if {line.first, line.second} == {one, other}]


def same_line(held: Relationship, first: str, line: Line) -> bool:
    """Whether a line between two people is this one already; of those with a direction, from the same person."""
    return held.line is line and (line not in DIRECTED or held.first == first)
