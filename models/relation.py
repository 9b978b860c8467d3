"""What one person is to another: "half-brother", "mother's partner", "great-grandmother", "foster carer".

Two ways lead from one person to another: the nearest of kin alone, up to somebody both come from and down again, and
the nearest of any kind, through partners and carers as well. Kin goes first where it is about as near; a carer who is
kin is both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from models.genogram import Bond, ChildOf, Descent, Gender, Life, Parting, Partnership, Person
from models.kin import Family
from models.saying import plain

_KIN = (Descent.BIRTH, Descent.ADOPTED)
_COST = {Descent.BIRTH: 10, Descent.ADOPTED: 11, Descent.STEP: 14, Descent.KINSHIP: 16, Descent.FOSTER: 16}
_TOGETHER, _PARTED = 12, 15
#: How much farther round kin may be and still be what somebody is called.
_KIN_FIRST = 25
#: Nobody follows "mother's brother's wife's cousin".
_MOST_WORDS = 3

_PARENT = ("father", "mother", "parent")
_CHILD = ("son", "daughter", "child")
_SIBLING = ("brother", "sister", "sibling")
_SPOUSE = ("husband", "wife", "spouse")
_CARE_UP = {Descent.FOSTER: "foster carer", Descent.KINSHIP: "kinship carer"}
_MANY = {2: "twin ", 3: "triplet "}
_DEGREES = {2: "cousin", 3: "second cousin", 4: "third cousin"}


@dataclass(frozen=True, slots=True)
class _Step:
    """One step of a way: "u" to a parent, "d" to a child, "p" to a partner."""

    way: str
    before: str
    to: str
    couple: Partnership
    link: ChildOf | None = None

    @property
    def descent(self) -> Descent | None:
        """How the child is a child, None between partners."""
        return self.link.descent if self.link else None

    @property
    def kin(self) -> bool:
        """Whether the step is between parent and child, by birth or adoption."""
        return self.descent in _KIN

    @property
    def cost(self) -> int:
        """How far the step leads; partners who parted are farther apart."""
        if self.link:
            return _COST[self.link.descent]
        return _TOGETHER if self.couple.parting in (Parting.NONE, Parting.REUNITED) else _PARTED


_Way = tuple[_Step, ...]


def relation(family: Family, of: str, person: str) -> str:
    """What `person` is to `of`; "" for themself, for strangers and where nobody has a word. For many people ask one
    `Kinship`."""
    return Kinship(family, of).word(person)


def kin_of_partner(family: Family, of: str, partner: str) -> str:
    """What a partner is besides by kin, "cousin"; "" where they come from nobody in common."""
    if _ancestors(family, of).isdisjoint(_ancestors(family, partner)):
        return ""
    return Kinship(family, of).kin_word(partner)


def _ancestors(family: Family, person: str) -> set[str]:
    """Somebody and everybody they come from, by birth or adoption."""
    found, waiting = {person}, [person]
    while waiting:
        for link in family.origins.get(waiting.pop(), ()):
            if link.descent in _KIN:
                fresh = set(family.partners(family.partnerships[link.partnership])) - found
                found |= fresh
                waiting += sorted(fresh)
    return found


class Kinship:
    """How everybody is related to one person; the ways are walked once."""

    def __init__(self, family: Family, of: str) -> None:
        self.family = family
        self.of = of
        self._kin = _walked(family, of, kin_only=True)
        self._any = _walked(family, of, kin_only=False)

    def distance(self, person: str) -> int:
        """How far somebody is, 10 for a parent; very far where no way leads there."""
        found = self._best(person)
        return sum(step.cost for step in found) if found else 1_000_000

    def word(self, person: str) -> str:
        """What somebody is to this person; "" where there is no short word."""
        if person == self.of:
            return ""
        found, nearest = self._best(person), self._any.get(person, ())
        if not found:
            return self._friend(person)
        said = self._said(found)
        if nearest != found and len(nearest) == 1 and nearest[0].way != "p":
            care = self._said(nearest)
            return f"{said} and {care}" if said else care
        return said

    def kin_word(self, person: str) -> str:
        """The same by kin alone."""
        return self._said(self._kin.get(person, ()))

    def _best(self, person: str) -> _Way:
        kin, nearest = self._kin.get(person, ()), self._any.get(person, ())
        near = sum(step.cost for step in nearest)
        return kin if kin and sum(step.cost for step in kin) <= near + _KIN_FIRST else nearest

    def _friend(self, person: str) -> str:
        """A friend, of this person or of somebody who has a word."""
        friend = self.family.people[person]
        whose = friend.friend_of
        if whose not in self.family.people or whose == person:
            return ""
        label = plain(friend.label)
        if label and not label.lower().startswith("friend"):
            return label if whose == self.of else ""
        through = self.word(whose) if self._best(whose) else ""
        return "friend" if whose == self.of else f"{through}'s friend" if through else ""

    # Words for a way

    def _said(self, way: _Way) -> str:
        words = []
        while way:
            took, word = self._piece(way)
            way = way[took:]
            words.append(word.removeprefix("identical ") if way else word)
        return "'s ".join(words) if len(words) <= _MOST_WORDS else ""

    def _piece(self, way: _Way) -> tuple[int, str]:
        """The longest beginning of a way that has a word of its own, as how many steps, and the word."""
        shape = "".join(step.way for step in way)
        for pattern, word in (("upd", _SIBLING), ("pd", _CHILD)):
            steps = way[: len(pattern)]
            if shape.startswith(pattern) and all(step.kin or _is_together(step) for step in steps):
                return len(pattern), f"step{'-' if word is _SIBLING else ''}{self._by_gender(way, len(pattern), word)}"
        if shape[0] == "p":
            return 1, self._partner(way[0])
        if shape.startswith("ud") and not (way[0].kin and way[1].kin):
            beside = {way[0].descent, way[1].descent}
            for descent, prefix in ((Descent.FOSTER, "foster "), (Descent.STEP, "step-")):
                if descent in beside:
                    return 2, prefix + self._by_gender(way, 2, _SIBLING)
        return self._kin_piece(way) if way[0].kin else (1, self._carer(way[0]))

    def _carer(self, step: _Step) -> str:
        person = self.family.people[step.to]
        if step.descent is Descent.STEP:
            return f"step{_by_gender(person, _PARENT if step.way == 'u' else _CHILD)}"
        if step.way == "u":
            return _CARE_UP[step.descent or Descent.FOSTER]
        return f"foster {_by_gender(person, _CHILD)}" if step.descent is Descent.FOSTER else "child in kinship care"

    def _partner(self, step: _Step) -> str:
        person, couple = self.family.people[step.to], step.couple
        married = couple.bond is Bond.MARRIED
        word = _by_gender(person, _SPOUSE) if married else "partner"
        if couple.parting is Parting.SEPARATED and married:
            return f"separated {word}"
        if not _is_together(step):
            return f"former {word}"
        return f"late {word}" if person.died else word

    def _kin_piece(self, way: _Way) -> tuple[int, str]:
        """Parents, children and everybody of one blood or adopted: up, and down again."""
        ups = _leading(way, "u")
        downs = _leading(way[ups:], "d")
        if ups == 1 and downs == 1:
            return 2, self._sibling(way[0], way[1])
        if downs and ups > max(downs, 1) and downs > 1:
            ups, downs = ups - downs, 0  # "grandfather's cousin" says more than "cousin twice removed"
        elif ups > 1 and downs > ups:
            downs = ups
        took = ups + downs
        return took, self._kin_word(way[:took], ups, downs)

    def _kin_word(self, way: _Way, ups: int, downs: int) -> str:
        person = self.family.people[way[-1].to]
        if not downs or not ups:
            return self._line_word(way[0], person, ups, downs)
        if ups == downs:
            return _DEGREES.get(ups, "distant cousin")
        if downs == 1:
            return "great-" * (ups - 2) + _by_gender(person, ("uncle", "aunt", "aunt or uncle"))
        return "great-" * (downs - 2) + _by_gender(person, ("nephew", "niece", "niece or nephew"))

    def _line_word(self, step: _Step, person: Person, ups: int, downs: int) -> str:
        """Parents and grandparents, children and grandchildren."""
        far, words = max(ups, downs), _PARENT if ups else _CHILD
        if far > 1:
            return "great-" * (far - 2) + "grand" + _by_gender(person, words)
        if step.descent is Descent.ADOPTED:
            return ("adoptive " if ups else "adopted ") + _by_gender(person, words)
        adopted_too = step.link is not None and any(
            link.descent is Descent.ADOPTED for link in self.family.origins[step.link.child]
        )
        return ("birth " if adopted_too else "") + _by_gender(person, words)

    def _sibling(self, up: _Step, down: _Step) -> str:
        word = _by_gender(self.family.people[down.to], _SIBLING)
        shared = set(self._kin_couples(up.before)) & set(self._kin_couples(down.to))
        if not shared:
            both = self._kin_parents(up.before) & self._kin_parents(down.to)
            return word if len(both) > 1 else f"half-{word}"
        if Descent.ADOPTED in (up.descent, down.descent) and up.couple.id == down.couple.id:
            return f"{'adopted' if down.descent is Descent.ADOPTED else 'adoptive'} {word}"
        return self._twin(up, down) + word

    def _twin(self, up: _Step, down: _Step) -> str:
        one, other = up.link, down.link
        if one is None or other is None or not one.twins or (one.partnership, one.twins) != (
            other.partnership, other.twins
        ):  # fmt: skip
            return ""
        together = [link for link in self.family.broods[one.partnership] if link.twins == one.twins]
        identical = "identical " if one.identical and other.identical else ""
        return f"{identical}{_MANY[len(together)]}" if len(together) in _MANY else ""

    def _kin_couples(self, person: str) -> Iterator[str]:
        return (link.partnership for link in self.family.origins.get(person, ()) if link.descent in _KIN)

    def _kin_parents(self, person: str) -> set[str]:
        couples = map(self.family.partnerships.__getitem__, self._kin_couples(person))
        return {parent for couple in couples for parent in self.family.partners(couple)}

    def _by_gender(self, way: _Way, steps: int, words: tuple[str, str, str]) -> str:
        return _by_gender(self.family.people[way[steps - 1].to], words)


def _by_gender(person: Person, words: tuple[str, str, str]) -> str:
    if person.life not in (Life.PERSON, Life.STILLBIRTH):
        return words[2]
    return {Gender.MALE: words[0], Gender.FEMALE: words[1]}.get(person.gender, words[2])


def _is_together(step: _Step) -> bool:
    return step.way == "p" and step.couple.parting in (Parting.NONE, Parting.REUNITED)


def _leading(way: Sequence[_Step], direction: str) -> int:
    count = 0
    while count < len(way) and way[count].way == direction and way[count].kin:
        count += 1
    return count


def _steps(family: Family, person: str, kin_only: bool) -> Iterator[_Step]:
    for link in family.origins.get(person, ()):
        couple = family.partnerships[link.partnership]
        for parent in family.partners(couple):
            if not kin_only or link.descent in _KIN:
                yield _Step("u", person, parent, couple, link)
    for couple in family.couples.get(person, ()):
        for link in family.broods.get(couple.id, ()):
            if not kin_only or link.descent in _KIN:
                yield _Step("d", person, link.child, couple, link)
        other = family.partner_in(couple, person)
        if other and not kin_only:
            yield _Step("p", person, other, couple)


def _walked(family: Family, of: str, kin_only: bool) -> dict[str, _Way]:
    """The nearest way to everybody who can be reached (Dijkstra); among equals the one found first. Kin is reached by
    ways that never turn up again once they went down."""
    heap: list[tuple[int, int, _Way, str, bool]] = [(0, 0, (), of, False)]
    seen: set[tuple[str, bool]] = set()
    found: dict[str, _Way] = {}
    number = 0
    while heap:
        cost, _, way, person, down = heappop(heap)
        if (person, down) in seen:
            continue
        seen.add((person, down))
        found.setdefault(person, way)
        for step in _steps(family, person, kin_only):
            after = kin_only and (down or step.way == "d")
            if (step.to, after) in seen or (kin_only and down and step.way == "u"):
                continue
            number += 1
            heappush(heap, (cost + step.cost, number, (*way, step), step.to, after))
    return found
