"""Who is added to the genogram and taken away, as changes: each function reads the session and gives the changes.

Wherever somebody is added beside others, a person may be given who is there already: then only the ties are new.
What couples and children are to each other stands in `family_couples`, who lives where in `family_homes`.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from models.genogram import ChildOf, Descent, Gender, Life, Partnership, Person
from models.kin import Family, family_of
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
        text.born,
        text.died,
        label=text.label,
        life=text.life,
        rank=session.next_rank(Person),
        death=text.death,
    )


def _arrives(session: Session, person: Person) -> list[Change]:
    """The change that adds a person, none where they are there already."""
    return [] if session.find(Person, person.id) else [Change(None, person)]


def add_person(person: Person) -> list[Change]:
    """Somebody on the genogram, tied to nobody yet."""
    return [Change(None, person)]


def is_known(person: Person) -> bool:
    """Whether this is somebody who was born: neither a pregnancy nor a loss."""
    return person.life is Life.PERSON


def is_placeholder(person: Person) -> bool:
    """Whether this stands for a parent of whom nothing has been said."""
    said = (person.name, person.age, person.born, person.death, person.label, person.died, person.index)
    return not any(said) and person.gender is Gender.UNKNOWN and person.life is Life.PERSON


def first_origin(family: Family, child: str) -> ChildOf | None:
    """How the child is whose: by birth, else by adoption, else by what else is drawn."""
    return next(iter(family.origins.get(child, ())), None)


def own_origin(family: Family, child: str) -> ChildOf | None:
    """By birth; or else the only ties to parents there are, unless those are carers."""
    link = first_origin(family, child)
    return None if link is None or link.descent in (Descent.FOSTER, Descent.KINSHIP, Descent.STEP) else link


def own_parents(family: Family, child: str) -> tuple[str, ...]:
    """The parents, carers left out."""
    link = own_origin(family, child)
    return family.partners(family.partnerships[link.partnership]) if link else ()


def parents_wanted(family: Family, child: str) -> int:
    """How many parents can still be entered: two, one, or none."""
    known = [parent for parent in own_parents(family, child) if not is_placeholder(family.people[parent])]
    return 2 - len(known)


def is_descendant(family: Family, person: str, of: str) -> bool:
    """Whether `of` is among the person's parents, their parents and so on, or is the person."""
    seen, ahead = set(), [person]
    while ahead:
        at = ahead.pop()
        if at == of:
            return True
        if at not in seen:
            seen.add(at)
            for link in family.origins.get(at, ()):
                ahead += family.partners(family.partnerships[link.partnership])
    return False


def couple_of(family: Family, one: str, other: str) -> Partnership | None:
    """The partnership of two people."""
    held = family.couples.get(one, ())
    return next((couple for couple in held if other and family.partner_in(couple, one) == other), None)


def alone_couple(family: Family, person: str) -> Partnership | None:
    """What the children hang from of whom only this parent is known."""
    return next((couple for couple in family.couples.get(person, ()) if not family.partner_in(couple, person)), None)


def add_parent(session: Session, child: str, parent: Person, new_id: NewId) -> list[Change]:
    """A parent: into the place of one not known yet, or beside the one who is known; none where both are."""
    family = family_of(session)
    link = own_origin(family, child)
    arrives = _arrives(session, parent)
    if link is None:
        couple = Partnership(new_id(), parent.id, rank=session.next_rank(Partnership))
        return [*arrives, Change(None, couple), Change(None, ChildOf(new_id(), child, couple.id))]
    couple = family.partnerships[link.partnership]
    partners = family.partners(couple)
    if len(partners) == 1 and (is_placeholder(parent) or not is_placeholder(family.people[partners[0]])):
        together = couple_of(family, partners[0], parent.id)
        if together is not None:  # they are a couple already: the child is theirs
            return [Change(link, replace(link, partnership=together.id)), *_emptied(family, couple, link)]
        return [*arrives, Change(couple, replace(couple, first=partners[0], second=parent.id))]
    if is_placeholder(parent):
        return []
    for known in map(family.people.__getitem__, partners):
        if is_placeholder(known):
            return _in_place_of(family, known, parent, bool(arrives))
    return []


def _in_place_of(family: Family, unknown: Person, person: Person, new: bool) -> list[Change]:
    """Somebody stands where one not known stood, in all that one's partnerships."""
    if new:
        return [Change(unknown, replace(person, id=unknown.id, rank=unknown.rank))]
    changes: list[Change] = []
    for couple in family.couples.get(unknown.id, ()):
        first, second = (person.id if each == unknown.id else each for each in (couple.first, couple.second))
        if first == second or couple_of(family, first, second):
            return []
        changes.append(Change(couple, replace(couple, first=first, second=second)))
    return [*changes, *_loose_ends(family, unknown.id), Change(unknown, None)]


def _emptied(family: Family, couple: Partnership, *leaving: ChildOf) -> list[Change]:
    """The end of a one-parent partnership that nobody hangs from any more."""
    stays = [link for link in family.broods.get(couple.id, ()) if link not in leaving]
    return [] if stays or len(family.partners(couple)) > 1 else [Change(couple, None)]


def add_child(
    session: Session, couple: Partnership | str, child: Person, new_id: NewId, descent: Descent = Descent.BIRTH
) -> list[Change]:
    """A child of a partnership, or of one person alone, whose id is given."""
    changes = _arrives(session, child)
    if isinstance(couple, str):
        alone = alone_couple(family_of(session), couple)
        if alone is None:
            alone = Partnership(new_id(), couple, rank=session.next_rank(Partnership))
            changes.append(Change(None, alone))
        couple = alone
    return [*changes, Change(None, ChildOf(new_id(), child.id, couple.id, descent))]


def add_sibling(
    session: Session, person: str, sibling: Person, new_id: NewId, descent: Descent = Descent.BIRTH
) -> list[Change]:
    """A child of the same parents; where none are known, of a parent of whom nothing is said yet."""
    family = family_of(session)
    arrives = _arrives(session, sibling)
    link, other = first_origin(family, person), first_origin(family, sibling.id)
    if link is not None:
        return [*arrives, Change(None, ChildOf(new_id(), sibling.id, link.partnership, descent))]
    if other is not None:
        return [Change(None, ChildOf(new_id(), person, other.partnership, descent))]
    parent = Person(new_id(), "", rank=session.next_rank(Person) + 1)
    couple = Partnership(new_id(), parent.id, rank=session.next_rank(Partnership))
    return [
        *arrives,
        Change(None, parent),
        Change(None, couple),
        Change(None, ChildOf(new_id(), person, couple.id)),
        Change(None, ChildOf(new_id(), sibling.id, couple.id, descent)),
    ]


def children_without_second_parent(family: Family, person: str) -> list[str]:
    """The children of whom only this parent is known: a new partner may be a parent of theirs."""
    alone = alone_couple(family, person)
    return [link.child for link in family.broods.get(alone.id, ())] if alone else []


def add_partner(
    session: Session, person: str, partner: Person, new_id: NewId, also_parent: bool = False
) -> list[Change]:
    """A partner; with `also_parent`, of the children too of whom only `person` is known as a parent."""
    arrives = _arrives(session, partner)
    alone = alone_couple(family_of(session), person)
    if also_parent and alone is not None:
        return [*arrives, Change(alone, replace(alone, first=person, second=partner.id))]
    couple = Partnership(new_id(), person, partner.id, rank=session.next_rank(Partnership))
    return [*arrives, Change(None, couple)]


def add_friend(session: Session, person: str, friend: Person) -> list[Change]:
    """A friend, professional or other important person, outside the generations."""
    held = session.find(Person, friend.id)
    return [Change(held, replace(friend, outside=True, friend_of=person))]


def set_gender(person: Person, gender: Gender) -> list[Change]:
    """The gender that the person has."""
    return [Change(person, replace(person, gender=gender))]


def turn_died(person: Person) -> list[Change]:
    """Died, or not after all, and then on no day."""
    return [Change(person, replace(person, died=not person.died, death="" if person.died else person.death))]


def set_life(person: Person, life: Life) -> list[Change]:
    """A pregnancy, how it ended, or somebody born; who is born is no longer so many weeks old. A year that was due is
    the year of the loss."""
    if life not in (Life.PERSON, Life.PREGNANCY) and not person.born and re.fullmatch(r"\d{4}", person.age):
        return [Change(person, replace(person, life=life, age="", born=person.age))]
    born = life is Life.PERSON and person.life is not Life.PERSON
    return [Change(person, replace(person, life=life, age="" if born else person.age))]


def turn_index(person: Person) -> list[Change]:
    """An index child, or not after all; several may be."""
    return [Change(person, replace(person, index=not person.index))]


def delete_person(session: Session, person_id: str) -> list[Change]:
    """Take a person away, with what hangs from them alone; a parent who stays keeps the children."""
    family = family_of(session)
    changes: list[Change] = []
    for couple in family.couples.get(person_id, ()):
        other = family.partner_in(couple, person_id)
        brood = family.broods.get(couple.id, [])
        if other and brood:
            changes.append(Change(couple, replace(couple, first=other, second="")))
        else:
            changes += [Change(couple, None), *(Change(link, None) for link in brood)]
    return [*_each_once([*_loose_ends(family, person_id), *changes]), Change(session.get(Person, person_id), None)]


def _loose_ends(family: Family, person_id: str) -> list[Change]:
    """What else speaks of a person who goes: ties to parents, households, lines, and whose friend somebody is."""
    changes: list[Change] = []
    for link in family.origins.get(person_id, ()):
        changes += [Change(link, None), *_emptied(family, family.partnerships[link.partnership], link)]
    for home in family.households:
        stay = tuple(person for person in home.people if person != person_id)
        if stay != home.people:
            changes.append(Change(home, replace(home, people=stay) if stay else None))
    changes += [Change(line, None) for line in family.relationships if person_id in (line.first, line.second)]
    changes += [
        Change(friend, replace(friend, friend_of=""))
        for friend in family.people.values()
        if friend.friend_of == person_id and friend.id != person_id
    ]
    return changes


def _each_once(changes: list[Change]) -> list[Change]:
    """Without what is there twice: a couple may end for two reasons."""
    return list({(change.kind, change.id): change for change in changes}.values())
