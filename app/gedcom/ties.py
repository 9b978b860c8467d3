"""ASSO: who else matters to somebody; as a friend outside the family, or as a line between two people."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from app.gedcom import tags
from app.gedcom.errors import at_line
from app.gedcom.nodes import VOID, Node
from app.gedcom.people import phrase_of
from models.genogram import ChildOf, Line, Partnership, Person, Relationship
from models.words import one_line

#: What a role of 7.0 stands for; the other roles are those of family members and of people at an event.
_ROLES = {
    "FRIEND": "friend", "GODP": "godparent", "NGHBR": "neighbour", "CLERGY": "clergy", "OFFICIATOR": "officiator",
    "WITN": "witness", "SPOU": "spouse", "HUSB": "husband", "WIFE": "wife", "PARENT": "parent", "FATH": "father",
    "MOTH": "mother", "CHIL": "child", "MULTIPLE": "twin",
}  # fmt: skip
_LINES = {line.value: line for line in Line}


@dataclass
class Ties:
    """People with whose friends they are, children with their twins, and the lines between people."""

    people: dict[str, Person]
    children: list[ChildOf]
    relationships: list[Relationship] = field(default_factory=list)


def read_ties(
    individuals: Mapping[str, Node],
    people: dict[str, Person],
    couples: Mapping[str, Partnership],
    children: list[ChildOf],
    xrefs: frozenset[str],
    name: Callable[[str], str],
) -> Ties:
    """Everything that people's ASSO say; GedcomError where they name somebody who is not in the file."""
    ties = Ties(people, children)
    tied = {person for couple in couples.values() for person in (couple.first, couple.second)}
    tied |= {link.child for link in children}
    for xref, node in individuals.items():
        outside = node.sub(tags.OUTSIDE)
        if outside is not None:
            whose = outside.pointer if outside.pointer in individuals else ""
            people[xref] = replace(people[xref], outside=True, friend_of=whose)
    for xref, node in individuals.items():
        for asso in node.all("ASSO"):
            if asso.pointer in individuals:
                _read(ties, xref, asso, tied)
            elif asso.pointer != VOID and asso.pointer not in xrefs:
                said = f"@{one_line(asso.pointer, 60)}@" if asso.pointer else f"“{one_line(asso.text, 40)}”"
                raise at_line(asso.line, f"{said} is named beside {name(xref)}, and is not in the file.")
    return ties


def _read(ties: Ties, one: str, asso: Node, tied: set[str]) -> None:
    other, line = asso.pointer, asso.sub(tags.LINE)
    if line is not None and line.text in _LINES:
        _add(ties, one, other, _LINES[line.text], phrase_of(line))
        return
    role = _role(asso)
    friend, owner = ties.people[other], ties.people[one]
    if one == other or owner.friend_of == other:
        return  # said already, from the other side
    if re.fullmatch(r"twin( brother| sister)?|identical twin", role, re.I) and _twins(ties, one, other, role):
        return
    stranger = other not in tied
    if stranger and not friend.friend_of:
        ties.people[other] = friend = replace(friend, outside=True, friend_of=one)
    if role.lower() != "friend" or friend.friend_of != one:
        _add(ties, one, other, Line.OTHER, role)


def _role(asso: Node) -> str:
    """What the other one is to this one: RELA of 5.5.1, ROLE of 7.0."""
    role = asso.sub("ROLE")
    if role is None:
        return " ".join(asso.said("RELA").split())
    said = role.text.strip().upper()
    return phrase_of(role).strip() or _ROLES.get(said, "" if said == "OTHER" else said.lower())


def _add(ties: Ties, one: str, other: str, line: Line, label: str) -> None:
    number = len(ties.relationships) + 1
    ties.relationships.append(Relationship(f"R{number}", one, other, line, label))


def _twins(ties: Ties, one: str, other: str, role: str) -> bool:
    """Two children of one couple come from one point; whether they are that."""
    of = {link.partnership: place for place, link in enumerate(ties.children) if link.child == one}
    for place, link in enumerate(ties.children):
        if link.child == other and link.partnership in of:
            mine = ties.children[of[link.partnership]]
            key = mine.twins or link.twins or f"{one}+{other}"
            identical = mine.identical or role.lower().startswith("identical")
            ties.children[of[link.partnership]] = replace(mine, twins=key, identical=identical)
            ties.children[place] = replace(link, twins=key, identical=identical)
            return True
    return False
