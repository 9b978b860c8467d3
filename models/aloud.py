"""A person of the genogram read aloud: for the list beside the picture, and for whoever hears the screen."""

from collections.abc import Iterable, Mapping, Sequence

from models.genogram import Bond, Descent, Gender, Life, Line, Parting, Partnership, Person, Relationship
from models.kin import Family
from models.relation import Kinship
from models.saying import MARK, introduced, joined, name_of, plain, unborn

_PARENT = {Gender.MALE: "father", Gender.FEMALE: "mother"}
_HOW = {Descent.ADOPTED: "adopted by", Descent.FOSTER: "fostered by", Descent.KINSHIP: "in kinship care with",
        Descent.STEP: "stepchild of"}  # fmt: skip
_CHILDREN = {Descent.ADOPTED: "adopted", Descent.FOSTER: "fosters", Descent.KINSHIP: "kinship carer of",
             Descent.STEP: "step-parent of"}  # fmt: skip
_APART = {Parting.SEPARATED: "separated from", Parting.DIVORCED: "divorced from"}
#: A line as said at its first person's and at its second's.
_LINES: Mapping[Line, tuple[str, str]] = {
    Line.CLOSE: ("close to", "close to"),
    Line.VERY_CLOSE: ("very close to", "very close to"),
    Line.DISTANT: ("distant from", "distant from"),
    Line.CONFLICT: ("in conflict with", "in conflict with"),
    Line.CUT_OFF: ("cut off from", "cut off from"),
    Line.VIOLENCE: ("violence towards", "violence from"),
    Line.ABUSE: ("abuse towards", "abuse from"),
    Line.WORRY: ("worrying tie to", "worrying tie to"),
    Line.OTHER: ("tie to", "tie to"),
}


def index_people(family: Family) -> list[str]:
    """The index child or children, in the order in which they were entered."""
    return [person.id for person in family.people.values() if person.index]


def described(family: Family, person_id: str) -> str:
    """A person in words, most important first: "Kelly, 38, Leo's mother; partner of Sean; …".

    For more than one person of a family an `Aloud` is quicker.
    """
    return Aloud(family).described(person_id)


class Aloud:
    """Says the people of one family; who is related how is found out once."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self._views = [Kinship(family, child) for child in index_people(family)]

    def described(self, person_id: str) -> str:
        """A person in words."""
        return _described(self.family, person_id, self._views)


def nearest_relation(family: Family, views: Sequence[Kinship], person: str, all_of_them: str = "") -> str:
    """Whose what somebody is, seen from the nearest of some people: "Leo's mother", "Ama and Kofi's aunt"; ""
    where there is no word. Of those people themselves, only those after the first are somebody's.

    `all_of_them`, "the children", stands for the names where somebody is the same to several and to all.
    """
    own = [view.of for view in views]
    if person in own:
        views = views[: own.index(person)][:1]
    words = [(view.distance(person), view.of, view.word(person)) for view in views]
    said = [each for each in words if each[2]]
    if not said:
        return ""
    nearest, _, word = min(said, key=lambda each: each[0])
    whose = [_child(family.people[of]) for distance, of, same in said if (distance, same) == (nearest, word)]
    whole = all_of_them and len(whose) == len(own) > 1
    return f"{all_of_them if whole else joined(whose)}'s {word}"


def _child(person: Person) -> str:
    return plain(person.name) or ("the child" if person.life is Life.PERSON else "the baby")


def _described(family: Family, person_id: str, views: Sequence[Kinship]) -> str:
    person = family.people[person_id]
    relation = nearest_relation(family, views, person_id)
    parts = [_self(person, relation), *_couples(family, person), *_children(family, person)]
    for link in family.origins.get(person_id, ()):
        parents = family.partners(family.partnerships[link.partnership])
        parts.append(f"{_HOW.get(link.descent, 'child of')} {_parents(family, parents)}")
        parts += _twins(family, person_id, link.partnership, link.twins)
    parts += [*_home(family, person_id), *_friends(family, person, relation), *_lines(family, person_id)]
    return "; ".join(parts).removeprefix(MARK)  # whoever types a name in a list finds it by its first letter


def _parents(family: Family, parents: Sequence[str]) -> str:
    people = [family.people[parent] for parent in parents]
    unknown = "a {} not known"
    return joined(plain(each.name) or unknown.format(_PARENT.get(each.gender, "parent")) for each in people) or (
        "nobody known"
    )


def _self(person: Person, relation: str) -> str:
    said = introduced(person, relation)
    label = plain(person.label)
    at = len(said) - (bool(label) and said[-1] == label)
    return ", ".join([*said[:at], *(["index child"] if person.index else []), *said[at:]])


def _couples(family: Family, person: Person) -> list[str]:
    return [
        f"{_partner_of(couple, person, family.people[other])} {name_of(family.people[other])}"
        for couple in family.couples.get(person.id, ())
        if (other := family.partner_in(couple, person.id))
    ]


def _partner_of(couple: Partnership, person: Person, other: Person) -> str:
    if couple.parting in _APART:
        return _APART[couple.parting]
    past = "was " if person.died or other.died else ""
    return f"{past}{'married to' if couple.bond is Bond.MARRIED else 'partner of'}"


def _children(family: Family, person: Person) -> list[str]:
    ties = []
    links = [link for couple in family.couples.get(person.id, ()) for link in family.broods.get(couple.id, ())]
    for descent in Descent:
        children = [link.child for link in links if link.descent is descent]
        alive = [child for child in children if family.people[child].life is Life.PERSON]
        if alive:
            what = _CHILDREN.get(descent, f"{_PARENT.get(person.gender, 'parent')} of")
            ties.append(f"{what} {_names(family, alive)}")
        ties += [unborn(family.people[child]) for child in children if child not in alive]
    return ties


def _twins(family: Family, person: str, partnership: str, twins: str) -> list[str]:
    together = [link for link in family.broods[partnership] if twins and link.twins == twins]
    others = [link.child for link in together if link.child != person]
    if not others:
        return []
    identical = "identical " if all(link.identical for link in together) else ""
    word = {1: "twin", 2: "triplet"}.get(len(others), "born together")
    return [f"{identical}{word} {'with' if len(others) > 2 else 'of'} {_names(family, others)}"]


def _home(family: Family, person: str) -> list[str]:
    home = family.household_of(person)
    if home is None:
        return []
    others = [other for other in home.people if other != person and other in family.people]
    with_whom = f"with {_names(family, others)}" if others else ""
    name = plain(home.name)
    if not with_whom and not name:
        return ["lives alone"]
    return [" ".join(each for each in ("lives", with_whom, f"({name})" if name else "") if each)]


def _friends(family: Family, person: Person, relation: str) -> list[str]:
    friends = [other for other in family.people.values() if other.friend_of == person.id and other.id != person.id]
    said = [f"friend or professional: {_names(family, [friend.id for friend in friends])}"] if friends else []
    whose = family.people.get(person.friend_of)
    if whose is not None and whose.id != person.id and not (relation and whose.index):
        said.insert(0, f"known to {name_of(whose)}" if plain(person.label) else f"friend of {name_of(whose)}")
    return said


def _lines(family: Family, person: str) -> list[str]:
    said = []
    for line in family.relationships:
        if person in (line.first, line.second) and line.first in family.people and line.second in family.people:
            other = line.second if person == line.first else line.first
            said.append(_line(line, person, name_of(family.people[other])))
    return list(dict.fromkeys(said))


def _line(line: Relationship, person: str, other: str) -> str:
    label = plain(line.label)
    if line.line is Line.OTHER and label:
        return f"{label}: {other}"
    return f"{_LINES[line.line][person != line.first]} {other}{f' ({label})' if label else ''}"


def _names(family: Family, ids: Iterable[str]) -> str:
    return joined(name_of(family.people[person]) for person in dict.fromkeys(ids)) or "nobody known"
