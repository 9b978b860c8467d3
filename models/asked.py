"""Whom a question can be asked, by the names that a room has for them: the children, the family, and "Mum" or "GP"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.cards import Audience
from models.genogram import Life, Person
from models.kin import Family, age_in_years, family_of
from models.people import Child
from models.relation import Kinship
from models.session import Session

#: What people are called by their part; a sister may be a child or grown up.
CALLED: dict[Audience, tuple[str, ...]] = {
    Audience.PARENT: (
        "mum", "mom", "mam", "mummy", "mother", "dad", "daddy", "father", "stepmum", "stepdad", "carer", "foster-carer",
    ),
    Audience.RELATIVE: (
        "nan", "nana", "nanny", "gran", "granny", "grandma", "grandmother", "grandad", "grandpa", "grandfather",
        "aunt", "auntie", "aunty", "uncle", "cousin",
    ),
    Audience.PROFESSIONAL: (
        "teacher", "school", "nursery", "nurse", "midwife", "doctor", "gp", "police", "health-visitor", "social-worker",
    ),
    Audience.NONE: ("brother", "sister", "neighbour", "friend"),
}  # fmt: skip
_WRITTEN = {"gp": "GP"}
_GROWN_UP = 18
_PARENTS = ("father", "mother", "parent", "carer")
_SIBLINGS = ("brother", "sister", "sibling")


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody to be asked: a name as it stands on the card, and the audience, NONE where it is not known.

    `person` says that it is somebody of this family, and not only a word for one.
    """

    name: str
    audience: Audience = Audience.NONE
    person: bool = False

    @property
    def key(self) -> str:
        """By which they are found, however the name is typed."""
        return self.name.casefold()


def who_can_be_asked(session: Session) -> dict[str, Asked]:
    """By key the children and the family, and then words for people; each name once."""
    found: dict[str, Asked] = {}
    for asked in _people(session):
        held = found.setdefault(asked.key, asked)
        if held.audience is not asked.audience:  # two people of one name
            found[asked.key] = Asked(held.name, Audience.NONE, True)
    for audience, names in CALLED.items():
        for name in names:
            asked = Asked(_WRITTEN.get(name, name.capitalize()), audience)
            found.setdefault(asked.key, asked)
    return found


def _people(session: Session) -> Iterator[Asked]:
    family = family_of(session)
    children = session.all(Child)
    names = {name for child in children for name in _names(child.name)}
    of_the_case = [
        person.id for person in family.people.values() if person.index or names.intersection(_names(person.name))
    ]
    for child in children:
        yield from (Asked(name, Audience.CHILD, True) for name in _names(child.name))
    ways = [Kinship(family, child) for child in of_the_case]
    for person in family.people.values():
        audience = Audience.CHILD if person.id in of_the_case else _audience(family, person, ways)
        called = [*_names(person.name), *_label(person)] if person.life is Life.PERSON else []
        yield from (Asked(name, audience, True) for name in called)


def _names(name: str) -> list[str]:
    """A name in full, and its first word."""
    words = name.split()
    return list(dict.fromkeys((" ".join(words), words[0]))) if words else []


def _label(person: Person) -> list[str]:
    """What stands beside somebody, where it is one word and so may be what they are called: "Nan"."""
    label = person.label.strip()
    return [label[:1].upper() + label[1:]] if label.isalpha() else []


def _audience(family: Family, person: Person, ways: Iterable[Kinship]) -> Audience:
    """What somebody is to the children of the case, as an audience; friends may be anybody."""
    words = [word for kinship in ways if (word := kinship.word(person.id))]
    if person.outside or not words:
        return Audience.NONE
    if any(_is_parent(word) for word in words):
        return Audience.PARENT
    age = age_in_years(family.people[person.id])
    if any(word.endswith(_SIBLINGS) for word in words) and (age is None or age < _GROWN_UP):
        return Audience.CHILD
    return Audience.RELATIVE


def _is_parent(word: str) -> bool:
    """Of "mother", "stepfather", "grandmother and foster carer"; not of "grandmother" or "mother's partner"."""
    return any(
        part.endswith(_PARENTS) and "grand" not in part and "'s" not in part and "-in-law" not in part
        for part in word.split(" and ")
    )
