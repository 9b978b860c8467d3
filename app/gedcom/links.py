"""Who is said to be whose, from both sides: families name their people, people name their families."""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.gedcom import tags
from app.gedcom.errors import at_line
from app.gedcom.nodes import VOID, Node
from models.genogram import Descent
from models.words import one_line

_PEDIGREE = {
    "BIRTH": Descent.BIRTH, "NATURAL": Descent.BIRTH, "ADOPTED": Descent.ADOPTED, "FOSTER": Descent.FOSTER,
    "STEP": Descent.STEP, "SEALING": Descent.BIRTH, "": Descent.BIRTH,
}  # fmt: skip
_SAID = (
    (r"adopt", Descent.ADOPTED),
    (r"foster|looked after", Descent.FOSTER),
    (r"\bstep", Descent.STEP),
    (r"kin\b|kinship|relative|guardian|connected person|raised|brought up", Descent.KINSHIP),
    (r"birth|natural|biolog|genetic|own\b", Descent.BIRTH),
)


@dataclass(frozen=True, slots=True)
class Tie:
    """How a child is a couple's child. `odd` is what was said and not understood; `known` where anything was said."""

    descent: Descent = Descent.BIRTH
    twins: str = ""
    identical: bool = False
    odd: str = ""
    line: int = 0
    known: bool = False


class Links:
    """Families by cross-reference, checked: whoever is named is there, and nobody is named twice."""

    def __init__(
        self, individuals: Mapping[str, Node], families: Mapping[str, Node], name: Callable[[str], str]
    ) -> None:
        self._name = name
        self._partners: dict[str, list[str]] = {}
        self._children: dict[str, dict[str, Node]] = {xref: {} for xref in families}
        self._ties: dict[tuple[str, str], Node] = {}
        self._adoptions: set[tuple[str, str]] = set()
        for xref, node in families.items():
            self._read_family(xref, node, individuals)
        for xref, node in individuals.items():
            self._read_person(xref, node)

    def partners(self, family: str) -> list[str]:
        """The one or two partners; "" for one who is said to be and not in the file. None for a family of none."""
        return self._partners[family]

    def children(self, family: str) -> list[str]:
        """The children as they stand, eldest first; "" for one who is not in the file."""
        return list(self._children[family])

    def descent(self, family: str, child: str) -> Tie:
        """How a child is the family's."""
        node = self._ties.get((child, family))
        if node is not None and (node.sub("PEDI") is not None or node.sub(tags.TWINS) is not None):
            return _tie(node)
        if (child, family) in self._adoptions:
            return Tie(Descent.ADOPTED, known=True)
        named = self._children[family].get(child)
        said = [named.said("_FREL"), named.said("_MREL")] if named is not None else []
        ways = [way for each in said if each and (way := _way(each)) is not None]
        other = next((way for way in ways if way is not Descent.BIRTH), None)
        if other is not None and Descent.BIRTH in ways:
            return Tie(Descent.STEP if other is Descent.STEP else other, known=True)
        return Tie(other or Descent.BIRTH, known=bool(other))

    # Reading

    def _read_family(self, xref: str, node: Node, individuals: Mapping[str, Node]) -> None:
        partners: list[str] = []
        for each in _named(node, "HUSB", "WIFE"):
            person = self._pointed(each, individuals, f"a partner in the family @{one_line(xref)}@")
            if person in partners and person:
                raise at_line(each.line, f"{self._name(person)} cannot be a couple alone.")
            partners.append(person)
            if len(partners) > 2:
                raise at_line(each.line, f"the family @{one_line(xref)}@ has more than two partners.")
        self._partners[xref] = partners
        for each in _named(node, "CHIL"):
            child = self._pointed(each, individuals, f"a child of the family @{one_line(xref)}@")
            self._children[xref].setdefault(child, each)

    def _pointed(self, node: Node, among: Container[str], what: str) -> str:
        if node.pointer in among:
            return node.pointer
        if node.pointer == VOID:
            return ""
        said = f"@{one_line(node.pointer, 60)}@" if node.pointer else f"“{one_line(node.text, 40)}”"
        raise at_line(node.line, f"{said} is named as {what}, and is not in the file.")

    def _read_person(self, xref: str, node: Node) -> None:
        for each in _named(node, "FAMC"):
            family = self._pointed(each, self._children, f"the family that {self._name(xref)} is a child of")
            if family:
                self._ties.setdefault((xref, family), each)
                self._children[family].setdefault(xref, each)
        for each in _named(node, "FAMS"):
            family = self._pointed(each, self._children, f"a family of {self._name(xref)}")
            if family and xref not in self._partners[family]:
                self._join(xref, family, each)
        for adoption in node.all("ADOP"):
            for each in _named(adoption, "FAMC"):
                family = self._pointed(each, self._children, f"the family that adopted {self._name(xref)}")
                if family:
                    self._adoptions.add((xref, family))
                    self._children[family].setdefault(xref, each)

    def _join(self, person: str, family: str, node: Node) -> None:
        """Somebody who names a family that does not name them."""
        if len(self._partners[family]) == 2:
            both = " and ".join(self._name(each) for each in self._partners[family])
            raise at_line(
                node.line, f"{self._name(person)} is said to be a partner in a family that is of {both} already."
            )
        self._partners[family].append(person)


def _named(node: Node, *tags_: str) -> Iterator[Node]:
    """The parts of those tags that name anybody; programs leave empty ones."""
    return (each for each in node.all(*tags_) if each.pointer or each.text.strip())


def _tie(node: Node) -> Tie:
    """What FAMC says: PEDI of 5.5.1 or 7.0, and our twins."""
    pedigree = node.sub("PEDI")
    said = pedigree.text.strip() if pedigree is not None else ""
    way: Descent | None = None
    if pedigree is not None and said.upper() == "OTHER":
        said = pedigree.said("PHRASE")
        way = _way(said) if said else None
    else:
        way = _PEDIGREE.get(said.upper()) or _way(said)
    twins = node.sub(tags.TWINS)
    return Tie(
        way or Descent.BIRTH,
        twins.text if twins is not None else "",
        twins is not None and twins.sub(tags.IDENTICAL) is not None,
        "" if way else said or "OTHER",
        pedigree.line if pedigree is not None else node.line,
        known=True,
    )


def _way(said: str) -> Descent | None:
    return next((way for words, way in _SAID if re.search(words, said, re.I)), None)


def in_order(couples: Sequence[str], years: Mapping[str, int | None], named: Sequence[str]) -> list[str]:
    """Somebody's couples, earlier first: by year where every one has one, else as they themselves name them."""
    if all(years[couple] is not None for couple in couples):
        return sorted(couples, key=lambda couple: years[couple] or 0)
    if set(named) >= set(couples):
        return sorted(couples, key=named.index)
    return list(couples)
