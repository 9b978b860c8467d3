"""What people do on the genogram, as changes: each function reads the session and gives the changes to make."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.genogram import (
    Bond,
    ChildOf,
    Descent,
    Gender,
    Household,
    Life,
    Line,
    Parting,
    Partnership,
    Person,
    Relationship,
)  # fmt: skip
from models.kin import Family, called, family_of
from models.person_text import PersonText
from models.session import Change, Session

NewId = Callable[[], str]

_ACROSS = {Gender.MALE: Gender.FEMALE, Gender.FEMALE: Gender.MALE}


def likely_partner_gender(person: Person) -> Gender:
    """What a partner's gender is taken to be where it was not typed; it shows at once and can be set right."""
    return _ACROSS.get(person.gender, Gender.UNKNOWN)


def person_from(session: Session, text: PersonText, person_id: str, gender: Gender = Gender.UNKNOWN) -> Person:
    """The person that was typed, last in rank; `gender` where none was typed."""
    return Person(
        person_id,
        text.name,
        gender if text.gender is None else text.gender,
        text.age,
        life=text.life,
        rank=session.next_rank(Person),
    )


def add_person(person: Person) -> list[Change]:
    """Somebody on the genogram, tied to nobody yet."""
    return [Change(None, person)]


def is_placeholder(person: Person) -> bool:
    """Whether this stands for a parent of whom nothing has been said."""
    return not person.name and not person.age and person.gender is Gender.UNKNOWN and person.life is Life.PERSON


def parents_wanted(family: Family, child: str) -> int:
    """How many parents can still be entered: two, one, or none."""
    known = [parent for parent in family.parents(child) if not is_placeholder(family.people[parent])]
    return 2 - len(known)


def add_parent(session: Session, child: str, parent: Person, new_id: NewId) -> list[Change]:
    """A parent: into the place of one not known yet, or beside the one who is known; none where both are."""
    family = family_of(session)
    links = family.origins.get(child, [])
    if not links:
        couple = Partnership(new_id(), parent.id, rank=session.next_rank(Partnership))
        return [Change(None, parent), Change(None, couple), Change(None, ChildOf(new_id(), child, couple.id))]
    couple = family.partnerships[links[0].partnership]
    for known in map(family.people.__getitem__, family.partners(couple)):
        if is_placeholder(known):
            return [Change(known, replace(parent, id=known.id, rank=known.rank))]
    if len(family.partners(couple)) > 1:
        return []
    return [Change(None, parent), Change(couple, replace(couple, second=parent.id))]


def add_child(
    session: Session, couple: Partnership | str, child: Person, new_id: NewId, descent: Descent = Descent.BIRTH
) -> list[Change]:
    """A child of a partnership, or of one person alone, whose id is given."""
    changes = [Change(None, child)]
    if isinstance(couple, str):
        alone = next((held for held in family_of(session).couples.get(couple, ()) if not held.second), None)
        if alone is None:
            alone = Partnership(new_id(), couple, rank=session.next_rank(Partnership))
            changes.append(Change(None, alone))
        couple = alone
    return [*changes, Change(None, ChildOf(new_id(), child.id, couple.id, descent))]


def add_sibling(session: Session, person: str, sibling: Person, new_id: NewId) -> list[Change]:
    """A child of the same parents; where none are known, of a parent of whom nothing is said yet."""
    links = family_of(session).origins.get(person, [])
    if links:
        return [Change(None, sibling), Change(None, ChildOf(new_id(), sibling.id, links[0].partnership))]
    parent = Person(new_id(), "", rank=sibling.rank + 1)
    couple = Partnership(new_id(), parent.id, rank=session.next_rank(Partnership))
    return [
        Change(None, sibling),
        Change(None, parent),
        Change(None, couple),
        Change(None, ChildOf(new_id(), person, couple.id)),
        Change(None, ChildOf(new_id(), sibling.id, couple.id)),
    ]


def children_without_second_parent(family: Family, person: str) -> list[str]:
    """The children of whom only this parent is known: a new partner may be a parent of theirs."""
    alone = [couple for couple in family.couples.get(person, ()) if not couple.second]
    return [link.child for couple in alone for link in family.broods.get(couple.id, ())]


def add_partner(
    session: Session, person: str, partner: Person, new_id: NewId, also_parent: bool = False
) -> list[Change]:
    """A partner; with `also_parent`, of the children too of whom only `person` is known as a parent."""
    alone = next((held for held in family_of(session).couples.get(person, ()) if not held.second), None)
    if also_parent and alone is not None:
        return [Change(None, partner), Change(alone, replace(alone, second=partner.id))]
    couple = Partnership(new_id(), person, partner.id, rank=session.next_rank(Partnership))
    return [Change(None, partner), Change(None, couple)]


def add_friend(session: Session, person: str, friend: Person) -> list[Change]:
    """A friend or other important person, outside the generations."""
    whose = session.get(Person, person)
    return [Change(None, replace(friend, outside=True, label=f"friend of {called(whose)}"))]


def latest_couple(family: Family, person: str) -> Partnership | None:
    """The partnership that was entered last, of those with two partners."""
    both = [couple for couple in family.couples.get(person, ()) if len(family.partners(couple)) == 2]
    return both[-1] if both else None


_NEXT_PARTING = {
    Parting.NONE: Parting.SEPARATED,
    Parting.SEPARATED: Parting.DIVORCED,
    Parting.DIVORCED: Parting.NONE,
    Parting.REUNITED: Parting.SEPARATED,
}


def part_further(couple: Partnership) -> list[Change]:
    """One slash more: together, separated, divorced, and together again."""
    return [Change(couple, replace(couple, parting=_NEXT_PARTING[couple.parting]))]


_NEXT_BOND = {
    Bond.RELATIONSHIP: Bond.MARRIED,
    Bond.MARRIED: Bond.LIVING_TOGETHER,
    Bond.LIVING_TOGETHER: Bond.RELATIONSHIP,
}


def bond_next(couple: Partnership) -> list[Change]:
    """Married, living together, in a relationship, by turns."""
    return [Change(couple, replace(couple, bond=_NEXT_BOND[couple.bond]))]


def turn_died(person: Person) -> list[Change]:
    """Died, or not after all; a pregnancy that ended is a miscarriage."""
    if person.life is not Life.PERSON:
        other = Life.MISCARRIAGE if person.life is Life.PREGNANCY else Life.PREGNANCY
        return [Change(person, replace(person, life=other))]
    return [Change(person, replace(person, died=not person.died))]


def set_index(session: Session, person_id: str) -> list[Change]:
    """Make this the index child, the only one; or take the mark away where it is already."""
    return [
        Change(person, replace(person, index=person.id == person_id and not person.index))
        for person in session.all(Person, lambda person: person.index or person.id == person_id)
    ]


def set_gender(person: Person, gender: Gender) -> list[Change]:
    """The gender that the person has."""
    return [Change(person, replace(person, gender=gender))]


def set_text(person: Person, text: PersonText) -> list[Change]:
    """Name, age and gender typed anew; a gender that was left out stays."""
    gender = person.gender if text.gender is None else text.gender
    life = text.life if text.life is Life.PREGNANCY else person.life
    return [Change(person, replace(person, name=text.name, age=text.age, gender=gender, life=life))]


def likely_household(family: Family, person: str) -> tuple[str, ...]:
    """Who would live with a person, as a beginning: a partner not parted from, and children who live nowhere else."""
    people = [person]
    for couple in family.couples.get(person, ()):
        other = family.partner_in(couple, person)
        if other and couple.parting in (Parting.NONE, Parting.REUNITED):
            people.append(other)
    people += [child for child in family.children_of(person) if family.people[child].life is Life.PERSON]
    free = [other for other in people if not family.household_of(other) and not family.people[other].died]
    return tuple(dict.fromkeys([person, *free]))


def set_household(
    session: Session, household: Household | None, people: Sequence[str], name: str, new_id: NewId
) -> list[Change]:
    """Who lives under one roof. Nobody lives under two; a household of nobody is none."""
    changes: list[Change] = []
    for other in session.all(Household, lambda other: household is None or other.id != household.id):
        stay = tuple(person for person in other.people if person not in people)
        changes.append(Change(other, replace(other, people=stay) if stay else None))
    if not people:
        return [*changes, Change(household, None)] if household else changes
    if household is None:
        after = Household(new_id(), name, tuple(people), session.next_rank(Household))
        return [*changes, Change(None, after)]
    return [*changes, Change(household, replace(household, people=tuple(people), name=name))]


def add_relationship(first: str, second: str, line: Line, relationship_id: str) -> list[Change]:
    """A line from one person to another."""
    return [Change(None, Relationship(relationship_id, first, second, line))]


def delete_person(session: Session, person_id: str) -> list[Change]:
    """Take a person away, with what hangs from them alone; a parent who stays keeps the children."""
    family = family_of(session)
    changes = [Change(link, None) for link in family.origins.get(person_id, ())]
    for couple in family.couples.get(person_id, ()):
        other = family.partner_in(couple, person_id)
        brood = family.broods.get(couple.id, [])
        if other and brood:
            changes.append(Change(couple, replace(couple, first=other, second="")))
        else:
            changes += [Change(couple, None), *(Change(link, None) for link in brood)]
    for home in family.households:
        stay = tuple(person for person in home.people if person != person_id)
        if stay != home.people:
            changes.append(Change(home, replace(home, people=stay) if stay else None))
    changes += [Change(line, None) for line in family.relationships if person_id in (line.first, line.second)]
    return [*changes, Change(session.get(Person, person_id), None)]
