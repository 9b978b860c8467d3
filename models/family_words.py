"""A whole family in words: the genogram for whoever cannot see it, and for the record.

People are said as seen from the index child, each with all that is known where they are first named. Couples and their
children come first, from the index child outwards; then where people live, friends and professionals, and the lines
between people.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.aloud import index_people, nearest_relation
from models.genogram import Bond, ChildOf, Descent, Gender, Household, Life, Line, Parting, Partnership, Relationship
from models.kin import Family
from models.relation import Kinship, kin_of_partner
from models.saying import begun, introduced, joined, name_of, plain, together

_CARE = (Descent.FOSTER, Descent.KINSHIP)
_OTHER_PARENT = {Gender.FEMALE: "father not known", Gender.MALE: "mother not known"}
_LINES = {
    Line.CLOSE: "{} and {} are close",
    Line.VERY_CLOSE: "{} and {} are very close",
    Line.DISTANT: "{} and {} are distant from one another",
    Line.CONFLICT: "There is conflict between {} and {}",
    Line.CUT_OFF: "{} and {} are cut off from one another",
    Line.VIOLENCE: "There is violence from {} towards {}",
    Line.ABUSE: "There is abuse from {} towards {}",
    Line.WORRY: "The tie between {} and {} is a worry",
    Line.OTHER: "{} and {} have a tie",
}
_TWINS = {2: "twins", 3: "triplets"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, and what is said under it, one paragraph each."""

    heading: str
    paragraphs: tuple[str, ...]


def family_in_words(family: Family) -> list[Passage]:
    """The family, passage by passage; nothing where nobody is drawn."""
    return list(_Teller(family).passages()) if family.people else []


def family_text(family: Family) -> str:
    """The same as plain text."""
    return passages_text(family_in_words(family))


def passages_text(passages: Sequence[Passage]) -> str:
    """Passages as plain text: headings on lines of their own, an empty line before each but the first."""
    return "\n\n".join("\n".join((passage.heading, *passage.paragraphs)) for passage in passages)


class _Teller:
    """Tells one family; remembers who was introduced and which couples were told."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.index = index_people(family)
        self.views = [Kinship(family, person) for person in self.index or list(family.people)[:1]]
        self.introduced: set[str] = set()
        self.told: set[str] = set()
        self.relations: dict[str, str] = {}
        self.namesakes = {name for name, count in Counter(map(name_of, family.people.values())).items() if count > 1}

    def passages(self) -> Iterator[Passage]:
        """Everything, in its order; passages with nothing to say are left out."""
        yield Passage(*self._about())
        for heading, couples in self._couples_by_passage():
            paragraphs = list(filter(None, map(self._couple, couples)))
            if paragraphs:
                yield Passage(heading, tuple(map(begun, paragraphs)))
        for heading, said in (
            ("Friends and professionals", self._friends()),
            ("Tied to nobody", self._alone()),
            ("Who lives where", self._homes()),
            ("Between people", self._lines()),
        ):
            paragraphs = list(dict.fromkeys(map(begun, said)))
            if paragraphs:
                yield Passage(heading, tuple(paragraphs))

    # One person

    def said(self, person: str) -> str:
        """Everything about somebody the first time, later the name."""
        if person in self.introduced:
            return self.name(person)
        self.introduced.add(person)
        return ", ".join(introduced(self.family.people[person], self._relation(person)))

    def name(self, person: str) -> str:
        """The name; of two with one name, with who it is."""
        held = self.family.people[person]
        if held.life is not Life.PERSON and not plain(held.name):
            return introduced(held, "")[0]
        relation = self._relation(person)
        if relation and not plain(held.name):
            return relation
        apart = relation or plain(held.age)
        return f"{name_of(held)} ({apart})" if apart and name_of(held) in self.namesakes else name_of(held)

    def _relation(self, person: str) -> str:
        if person not in self.relations:
            self.relations[person] = nearest_relation(self.family, self.views, person, "the children")
        return self.relations[person]

    def _about(self) -> tuple[str, tuple[str, ...]]:
        people = sum(person.life is Life.PERSON for person in self.family.people.values())
        shown = f"{people} {'person is' if people == 1 else 'people are'} drawn."
        if not self.index:
            first = self.name(self.views[0].of)
            return "The family", (f"No index child is marked; people are told as seen from {first}. {shown}",)
        heading = "The child" if len(self.index) == 1 else "The children"
        return heading, (f"This genogram is about {joined(map(self.said, self.index), '; ')}. {shown}",)

    # Couples and their children

    def _couples_by_passage(self) -> Iterator[tuple[str, list[Partnership]]]:
        """Every couple once, nearest first: the parents', the carers', the child's own, then line by line."""
        family, index = self.family, [view.of for view in self.views]
        links = [link for person in index for link in family.origins.get(person, ())]
        parents = self._untold(link.partnership for link in links if link.descent not in _CARE)
        both = [person for couple in parents for person in family.partners(couple)]
        parents += self._untold(couple.id for person in both for couple in family.couples[person])
        yield "Parents, brothers and sisters", parents
        carers = self._untold(link.partnership for link in links if link.descent in _CARE)
        yield "Carers", carers
        own = self._untold(couple.id for person in index for couple in family.couples.get(person, ()))
        yield f"{joined(map(self.name, index))}'s own partners and children", own
        grown = [person for told in (parents, carers, own) for person in self._people(told, False)]
        near = [*grown, *(person for told in (parents, own, carers) for person in self._people(told, True))]
        yield from self._lines_of_family(list(dict.fromkeys(near)))
        apart: list[Partnership] = []
        for person in family.people:
            if any(couple not in self.told for couple in self._beside(person)):
                apart += [couple for _, couples in self._lines_of_family([person]) for couple in couples]
        yield f"Not joined to {joined(map(self.name, index))}", apart

    def _untold(self, couples: Iterable[str]) -> list[Partnership]:
        fresh = [couple for couple in dict.fromkeys(couples) if couple not in self.told]
        self.told.update(fresh)
        return [self.family.partnerships[couple] for couple in fresh]

    def _people(self, couples: Iterable[Partnership], children: bool) -> list[str]:
        family = self.family
        if children:
            return [link.child for couple in couples for link in family.broods.get(couple.id, ())]
        return [person for couple in couples for person in family.partners(couple)]

    def _beside(self, person: str) -> list[str]:
        """The couples that somebody comes from or is one of."""
        family = self.family
        origins = [link.partnership for link in family.origins.get(person, ())]
        return origins + [couple.id for couple in family.couples.get(person, ())]

    def _lines_of_family(self, roots: Sequence[str]) -> Iterator[tuple[str, list[Partnership]]]:
        """What is joined to some people, each couple with whom it is nearest to, and nearest first."""
        lines: dict[str, list[Partnership]] = {root: [] for root in roots}
        waiting = deque((root, root) for root in roots)
        seen = set(roots)
        while waiting:
            person, root = waiting.popleft()
            couples = self._untold(self._beside(person))
            lines[root] += couples
            for other in (*self._people(couples, False), *self._people(couples, True)):
                if other not in seen:
                    seen.add(other)
                    waiting.append((other, root))
        for root, couples in lines.items():
            yield f"{self.name(root)}'s family", couples

    def _couple(self, couple: Partnership) -> str:
        """A couple, or one parent, and their children."""
        family = self.family
        partners, brood = family.partners(couple), family.broods.get(couple.id, [])
        births = [link.child for link in brood if link.descent is Descent.BIRTH]
        sentences = []
        if len(partners) == 2:
            whose, them = "Their", "them"
            sentences.append(self._pair(couple, partners, bool(births)))
            if kin := kin_of_partner(family, *partners):
                sentences.append(f"{self.name(partners[1])} is {self.name(partners[0])}'s {kin}.")
        elif partners:
            new = partners[0] not in self.introduced
            whose, them = f"{self.name(partners[0])}'s", self.name(partners[0])
            sentences += [f"{self.said(partners[0])}."] if new else []
        else:
            whose, them = "Parents not known; their", "parents not known"
        if births:
            sentences.append(self._births(couple, partners, whose, births))
        sentences += self._twins(brood)
        for descent, how in (
            (Descent.ADOPTED, f"Adopted by {them}"),
            (Descent.STEP, f"Stepchildren of {them}"),
            (Descent.KINSHIP, f"In kinship care with {them}"),
            (Descent.FOSTER, f"Fostered by {them}"),
        ):
            children = [link.child for link in brood if link.descent is descent]
            if children:
                sentences.append(f"{how}: {self._each(children)}.")
        return " ".join(sentences)

    def _pair(self, couple: Partnership, partners: Sequence[str], parents: bool) -> str:
        people = [self.family.people[person] for person in partners]
        one, other = (self._aside(person) for person in partners)
        unsaid = couple.bond is Bond.RELATIONSHIP and couple.parting is Parting.NONE and not couple.dates
        if parents and unsaid and not all(plain(person.name) for person in people):
            return f"{one} and {other} have children together."
        return f"{one} and {other} {together(couple, any(person.died for person in people))}."

    def _aside(self, person: str) -> str:
        """Somebody in the middle of a sentence, closed by a comma where commas are within."""
        said = self.said(person)
        return f"{said}," if ", " in said and person in self.introduced else said

    def _births(self, couple: Partnership, partners: Sequence[str], whose: str, births: Sequence[str]) -> str:
        people = self.family.people
        what = "child" if len(births) == 1 else "children"
        if len(partners) == 1 and not couple.second:
            what += f", {_OTHER_PARENT.get(people[partners[0]].gender, 'other parent not known')}"
        if len(births) > 1 and any(people[child].age or people[child].born for child in births):
            what += ", eldest first"
        return f"{whose} {what}: {self._each(births)}."

    def _twins(self, brood: Sequence[ChildOf]) -> list[str]:
        sets: dict[str, list[ChildOf]] = {}
        for link in brood:
            if link.twins:
                sets.setdefault(link.twins, []).append(link)
        said = []
        for links in sets.values():
            if len(links) > 1:
                identical = "identical " if all(link.identical for link in links) else ""
                names = joined(self.name(link.child) for link in links)
                said.append(f"{names} are {identical}{_TWINS.get(len(links), 'children of one birth')}.")
        return said

    def _each(self, people: Iterable[str]) -> str:
        return joined(map(self.said, people), "; ")

    # Beyond the generations

    def _friends(self) -> Iterator[str]:
        family = self.family
        for person in family.people.values():
            whose = family.people.get(person.friend_of)
            if whose is None or whose.id == person.id:
                if person.outside and person.id not in self.introduced:
                    said = self.said(person.id)
                    yield f"{said}." if plain(person.label) else f"{said}, friend or professional."
                continue
            known = (
                ""
                if whose.index and self._relation(person.id)
                else f", {'known to' if plain(person.label) else 'friend of'}"
            )
            yield f"{self.said(person.id)}{f'{known} {self.said(whose.id)}' if known else ''}."

    def _alone(self) -> Iterator[str]:
        for person in self.family.people:
            if person not in self.introduced:
                yield f"{self.said(person)}."

    def _homes(self) -> Iterator[str]:
        for home in self.family.households:
            people = [person for person in home.people if person in self.family.people]
            if people:
                yield self._home(home, people)
        for person in self.index:
            held = self.family.people[person]
            if held.life is Life.PERSON and not held.died and self.family.household_of(person) is None:
                yield f"Where {self.name(person)} lives is not drawn."

    def _home(self, home: Household, people: Sequence[str]) -> str:
        names, name = joined(map(self.name, people)), plain(home.name)
        many = len(people) > 1
        if not name:
            return f"{names} live together." if many else f"{names} has a household of their own."
        return f"{name}: {names} {'live' if many else 'lives'} there{' together' if many else ''}."

    def _lines(self) -> Iterator[str]:
        people = self.family.people
        for line in self.family.relationships:
            if line.first in people and line.second in people:
                yield self._line(line)

    def _line(self, line: Relationship) -> str:
        one, other, label = self.name(line.first), self.name(line.second), plain(line.label)
        if line.line is Line.OTHER and label:
            return f"{one} and {other}: {label}."
        return f"{_LINES[line.line].format(one, other)}{f' ({label})' if label else ''}."
