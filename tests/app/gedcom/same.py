"""Whether two genograms are the same family, whatever ids their people, couples and homes have."""

from dataclasses import astuple, replace
from typing import Any

from app.gedcom.writer import _BANNED
from models.genogram import ChildOf, Gender, Household, Life, Partnership, Person, Relationship
from models.kin import Family, family_of
from models.references import without_dangling
from models.session import Session
from models.words import whole

_LEFT_OF = {Gender.MALE: 0, Gender.OTHER: 1, Gender.UNKNOWN: 1, Gender.FEMALE: 2}


def sound(text: str) -> str:
    """A text as GEDCOM can hold it: control characters are spaces there, and there is one kind of line break."""
    return _BANNED.sub(" ", whole(text)).replace("\r\n", "\n").replace("\r", "\n")


def as_kept(session: Session) -> Session:
    """What of a session's genogram a GEDCOM file keeps: everything that is drawn, in the order in which it stands."""
    session = without_dangling(session)
    family = family_of(session)
    people = [_person(person, rank) for rank, person in enumerate(session.all(Person))]
    genders = {person.id: person.gender for person in people}
    couples = [_couple(couple, genders, rank) for rank, couple in enumerate(session.all(Partnership))]
    links = {(link.child, link.partnership): link for link in reversed(session.all(ChildOf))}
    children = [replace(link, twins=sound(link.twins), identical=link.identical and bool(link.twins))
                for couple in couples for brood in [family.broods.get(couple.id, ())]
                for child in dict.fromkeys(each.child for each in brood)
                for link in [links[child, couple.id]]]  # fmt: skip
    homes = [replace(home, name=sound(home.name), rank=rank) for rank, home in enumerate(session.all(Household))]
    lines = [replace(line, label=sound(line.label)) for line in session.all(Relationship)]
    return Session("kept", [*people, *couples, *children, *homes, *lines])


def _person(person: Person, rank: int) -> Person:
    texts = {name: sound(getattr(person, name)) for name in ("name", "age", "born", "label", "death")}
    if person.life is Life.PERSON and not person.died:
        texts["death"] = ""
    return replace(
        person, **texts, x=None, y=None, rank=rank, died=person.died and person.life is Life.PERSON,
        friend_of=person.friend_of if person.outside else "",
    )  # fmt: skip


def _couple(couple: Partnership, genders: dict[str, Gender], rank: int) -> Partnership:
    both = (couple.first, couple.second)
    if couple.first == couple.second:
        both = (couple.first, "")
    elif couple.second and _LEFT_OF[genders[couple.first]] > _LEFT_OF[genders[couple.second]]:
        both = (couple.second, couple.first)
    return replace(couple, first=both[0], second=both[1], dates=sound(couple.dates), rank=rank)


def told(session: Session) -> dict[str, list[Any]]:
    """A family without its ids: people by the order in which they stand, the rest by whom it names."""
    family: Family = family_of(session)
    number = {person.id: place for place, person in enumerate(session.all(Person))}
    couple = {each.id: place for place, each in enumerate(session.all(Partnership))}
    number[""] = -1
    return {
        "people": [astuple(replace(each, id="", friend_of=str(number[each.friend_of]), rank=0))
                   for each in session.all(Person)],
        "couples": [(number[each.first], number[each.second], each.bond, each.parting, each.dates)
                    for each in session.all(Partnership)],
        "children": [(place, [(number[link.child], link.descent, link.twins, link.identical)
                     for link in family.broods.get(each, ())]) for each, place in couple.items()],
        "homes": [(home.name, [number[person] for person in home.people]) for home in session.all(Household)],
        "lines": sorted((number[line.first], number[line.second], line.line, line.label)
                        for line in session.all(Relationship)),
    }  # fmt: skip
