"""A GEDCOM file's people, couples, children and ties as entities of a session."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from app.gedcom import tags
from app.gedcom.couples import bond_of, dates_of, parting_of, year_of
from app.gedcom.errors import GedcomError, at_line
from app.gedcom.links import Links, in_order
from app.gedcom.nodes import VOID, Cancelled, Node, Progress, records
from app.gedcom.people import Reading, name_said, read_person
from app.gedcom.source import file_bytes, source, unpacked
from app.gedcom.ties import read_ties
from models.descent import circle
from models.genogram import ChildOf, Gender, Household, Partnership, Person
from models.session import Session
from models.words import one_line

_MOST_WARNINGS = 100


@dataclass(frozen=True, slots=True)
class Gedcom:
    """A file that was read: its entities, those that others refer to first, and what is odd about it, in sentences."""

    entities: tuple[Any, ...]
    warnings: tuple[str, ...] = ()


def _never() -> bool:
    return False


def _ignore(_done: int, _of: int) -> None:
    return None


def read_gedcom_file(
    path: Path, today: date | None = None, cancelled: Cancelled = _never, progress: Progress = _ignore
) -> Gedcom:
    """The family in a GEDCOM file or GEDZIP; GedcomError with the file's name and the line."""
    content = file_bytes(path)
    try:
        return read_gedcom(content, today, cancelled, progress)
    except GedcomError as error:
        raise GedcomError(f"{one_line(path.name, 80)}: {error}") from None


def gedcom_session(path: Path) -> Session:
    """A session that holds nothing but the family in a file."""
    return Session("gedcom", read_gedcom_file(path).entities)


def read_gedcom(
    content: bytes, today: date | None = None, cancelled: Cancelled = _never, progress: Progress = _ignore
) -> Gedcom:
    """The family in a file's content.

    People keep their cross-reference as id, couples their family's. `today` is the day on which the family is drawn:
    ages that follow from birthdays are of that day. GedcomError with the line or the person named, and then nothing
    was read; GedcomCancelledError where `cancelled` says so.
    """
    found = source(unpacked(content), cancelled)
    reader = _Reader(records(found, cancelled, progress), found.xrefs, today)
    reader.warnings += found.warnings
    return reader.read()


@dataclass
class _Reader:
    nodes: list[Node]
    xrefs: frozenset[str]
    today: date | None
    warnings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.lines: dict[str, int] = {}  # where each person stands
        self.couples: dict[str, Partnership] = {}
        self.individuals = self._named("INDI")
        self.families = self._named("FAM")
        self.links = Links(self.individuals, self.families, self.name)
        head = self.nodes[0]
        self.reading = Reading(self.today, head.said("SOUR") == tags.SOURCE, self._warn)

    def _named(self, tag: str) -> dict[str, Node]:
        """Records by cross-reference; one that has none is given one that no other has."""
        found = {}
        for node in self.nodes:
            if node.tag == tag:
                found[node.xref or self._fresh(f"{tag[0]}{node.line}")] = node
        return found

    def _fresh(self, wanted: str) -> str:
        while wanted in self.xrefs or wanted in self.people:
            wanted += "X"
        return wanted

    def _warn(self, line: int, sentence: str) -> None:
        if len(self.warnings) < _MOST_WARNINGS:
            self.warnings.append(f"Line {line}: {sentence}")

    def name(self, xref: str) -> str:
        """A person as an error names them."""
        node = self.individuals.get(xref)
        name = one_line(name_said(node), 60) if node is not None else ""
        return f"{name} (@{one_line(xref)}@)" if name else f"@{one_line(xref)}@"

    def read(self) -> Gedcom:
        """Everything, or an error."""
        for xref, node in self.individuals.items():
            self.people[xref] = read_person(node, xref, len(self.people), self.reading)
            self.lines[xref] = node.line
        for xref, node in self.families.items():
            self._family(xref, node)
        children = self._children()
        self._refuse_circles(children)
        if not self.reading.ours:  # our own files name people in the order of their ranks
            self._rank_siblings(children)
        self._rank_couples()
        ties = read_ties(self.individuals, self.people, self.couples, children, self.xrefs, self.name)
        self.people = ties.people
        entities = (*self.people.values(), *self.couples.values(), *ties.children, *self._homes(), *ties.relationships)
        return Gedcom(entities, tuple(self.warnings))

    # Couples

    def _family(self, xref: str, node: Node) -> None:
        partners = [person or self._somebody(f"{xref}P") for person in self.links.partners(xref)]
        children = self.links.children(xref)
        if not partners and (len(children) > 1 or any(self.links.descent(xref, child).known for child in children)):
            partners = [self._somebody(f"{xref}P")]  # brothers and sisters: their parent is not known
        if partners:
            first, second = (*partners, "")[:2]
            self.couples[xref] = Partnership(
                xref, first, second, bond_of(node), parting_of(node), dates_of(node), len(self.couples)
            )

    def _somebody(self, wanted: str) -> str:
        """Somebody who is said to be, and not known."""
        person = self._fresh(wanted)
        self.people[person] = Person(person, "", Gender.UNKNOWN, rank=len(self.people))
        return person

    # Children

    def _children(self) -> list[ChildOf]:
        found = []
        for xref in self.couples:
            for child in self.links.children(xref):
                person = child or self._somebody(f"{xref}C")
                descent = self.links.descent(xref, child)
                if descent.odd:
                    self._warn(descent.line, f"“{one_line(descent.odd, 40)}” is read as a child by birth.")
                found.append(
                    ChildOf(f"{xref}/{person}", person, xref, descent.descent, descent.twins, descent.identical)
                )
        return found if self.reading.ours else _with_twins(found, self.individuals)

    def _refuse_circles(self, children: Iterable[ChildOf]) -> None:
        """Nobody descends from themselves."""
        below: dict[str, list[str]] = defaultdict(list)
        for link in children:
            couple = self.couples[link.partnership]
            for parent in (couple.first, couple.second):
                below[parent].append(link.child)
        who = circle(below)
        if who is not None:
            raise at_line(self.lines.get(who, 1), f"{self.name(who)} would be their own forebear.")

    def _rank_siblings(self, children: list[ChildOf]) -> None:
        """Brothers and sisters stand in the order of their family's CHIL, whatever order the file names them in."""
        broods: dict[str, list[str]] = defaultdict(list)
        for link in children:
            broods[link.partnership].append(link.child)
        for brood in broods.values():
            ranks = sorted(self.people[child].rank for child in brood)
            for child, rank in zip(brood, ranks, strict=True):
                self.people[child] = replace(self.people[child], rank=rank)

    def _rank_couples(self) -> None:
        """Somebody's couples stand in the order of their years, or else of their FAMS."""
        held: dict[str, list[str]] = defaultdict(list)
        for couple in self.couples.values():
            for person in {couple.first, couple.second} - {""}:
                held[person].append(couple.id)
        for person, couples in held.items():
            node = self.individuals.get(person)
            if len(couples) < 2 or node is None:
                continue
            years = {couple: None if self.reading.ours else year_of(self.families[couple]) for couple in couples}
            wanted = in_order(couples, years, [each.pointer for each in node.all("FAMS")])
            ranks = sorted(self.couples[couple].rank for couple in couples)
            for xref, rank in zip(wanted, ranks, strict=True):
                self.couples[xref] = replace(self.couples[xref], rank=rank)

    # Households

    def _homes(self) -> list[Household]:
        homes: list[Household] = []
        for node in self.nodes:
            if node.tag == tags.HOUSE:
                for member in node.all(tags.MEMBER):
                    if member.pointer != VOID and member.pointer not in self.individuals:
                        raise at_line(member.line, f"@{one_line(member.pointer)}@ is not a person in the file.")
                live = tuple(dict.fromkeys(each.pointer for each in node.all(tags.MEMBER) if each.pointer != VOID))
                homes.append(Household(node.xref or f"H{len(homes) + 1}", node.text, live, len(homes)))
        return homes


def _with_twins(children: list[ChildOf], individuals: dict[str, Node]) -> list[ChildOf]:
    """Children of one couple by birth, born on one day, are twins."""
    from app.gedcom.people import date_of

    days: dict[tuple[str, date], list[int]] = defaultdict(list)
    for place, link in enumerate(children):
        node = individuals.get(link.child)
        day = date_of(node.sub("BIRT")).day if node is not None else None
        if day is not None and link.descent == "birth":
            days[link.partnership, day].append(place)
    for (_couple, day), places in days.items():
        if len(places) > 1:
            for place in places:
                children[place] = replace(children[place], twins=children[place].twins or day.isoformat())
    return children
