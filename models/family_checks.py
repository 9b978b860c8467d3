"""What about a family cannot quite be so, and who may be meant by a name that is typed."""

import re
from collections.abc import Sequence

from models.family import is_descendant
from models.genogram import ChildOf, Partnership, Person
from models.kin import Family, family_of
from models.person_text import PersonText
from models.session import Change, Session

#: Years between parent and child below which one of the ages is likely to be a slip.
YOUNGEST_PARENT = 12


def same_name(family: Family, text: PersonText) -> list[str]:
    """Those of that name, unless another age or gender was typed."""
    name = text.name.casefold()
    return [
        person.id
        for person in family.people.values()
        if name
        and person.name.casefold() == name
        and text.age in ("", person.age)
        and text.gender in (None, person.gender)
    ]


def doubt(family: Family, person_id: str) -> tuple[str, tuple[str, ...]] | None:
    """What cannot quite be so about a person's years: a sentence with {0}, {1} for people, and their ids.

    Everything is kept all the same: families are told as people know them.
    """
    person = family.people[person_id]
    born, death = year(person.born), year(person.death)
    if born and death and born > death:
        return "{0} was born after the year of death, as typed. Kept all the same.", (person_id,)
    for other, parent in _parents_and_children(family, person_id):
        said = _between(family.people[other], family.people[parent])
        if said:
            return said, (other, parent)
    return None


class OwnAncestorError(Exception):
    """A change would make somebody their own parent, grandparent and so on."""


def refuse_own_ancestors(session: Session, changes: Sequence[Change]) -> None:
    """OwnAncestorError where the changes would make somebody their own ancestor; nothing is changed here."""
    after = session.copy()
    after.apply(changes)
    family = family_of(after)
    tied = {each.child for change in changes if isinstance(each := change.after, ChildOf)}
    couples = {each.id for change in changes if isinstance(each := change.after, Partnership)}
    tied |= {link.child for couple in couples for link in family.broods.get(couple, ())}
    if any(_is_own_ancestor(family, child) for child in tied):
        raise OwnAncestorError


def _is_own_ancestor(family: Family, child: str) -> bool:
    above = [
        parent
        for link in family.origins.get(child, ())
        for parent in family.partners(family.partnerships[link.partnership])
    ]
    return any(is_descendant(family, parent, child) for parent in above)


def _parents_and_children(family: Family, person: str) -> list[tuple[str, str]]:
    """Child and parent, for each parent and each child of a person."""
    above = [
        (person, parent)
        for link in family.origins.get(person, ())
        if link.descent.value == "birth"
        for parent in family.partners(family.partnerships[link.partnership])
    ]
    below = [
        (link.child, person)
        for couple in family.couples.get(person, ())
        for link in family.broods.get(couple.id, ())
        if link.descent.value == "birth"
    ]
    return [*above, *below]


def _between(child: Person, parent: Person) -> str:
    born, before, death = year(child.born), year(parent.born), year(parent.death)
    if born and death and born > death + 1:
        return "{0} was born after {1} had died, as typed. Kept all the same."
    if born and before and born <= before:
        return "{0} is not younger than {1}, as typed. Kept all the same."
    younger = _years_younger(child, parent)
    if younger is None or younger >= YOUNGEST_PARENT:
        return ""
    if younger <= 0:
        return "{0} is not younger than {1}, as typed. Kept all the same."
    years = "1 year" if younger == 1 else f"{younger} years"
    return f"{{0}} is only {years} younger than {{1}}, the parent, as typed. Kept all the same."


def _years_younger(child: Person, parent: Person) -> int | None:
    """By how much, where both live and both ages are whole years."""
    ages = [re.fullmatch(r"\d{1,3}", person.age) for person in (child, parent)]
    if child.died or parent.died or ages[0] is None or ages[1] is None:
        return None
    return int(ages[1][0]) - int(ages[0][0])


def year(text: str) -> int | None:
    """The year in a date as it was said."""
    found = re.search(r"(?<!\d)\d{4}(?!\d)", text)
    return int(found.group()) if found else None
