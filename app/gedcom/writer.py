"""A session's genogram as GEDCOM 7.0: what the standard can say in its own words, the rest in documented extensions."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from app.gedcom import tags
from app.gedcom.couples import dated
from app.gedcom.dates import age_line, date_line
from app.gedcom.people import GENDERS, clean_name
from models.genogram import Bond, ChildOf, Descent, Household, Life, Line, Parting, Partnership, Person, Relationship
from models.kin import Family, family_of
from models.references import without_dangling
from models.session import Session
from models.words import whole

if TYPE_CHECKING:
    from gedcom7.types import GedcomStructure

_XREF = re.compile(r"(?!VOID$)[A-Z0-9_]{1,60}")
_BANNED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SEX = {gender: letter for letter, gender in GENDERS.items()}
_PEDIGREE = {
    Descent.BIRTH: ("BIRTH", ""), Descent.ADOPTED: ("ADOPTED", ""), Descent.FOSTER: ("FOSTER", ""),
    Descent.KINSHIP: ("OTHER", "Kinship care"), Descent.STEP: ("OTHER", "Stepchild"),
}  # fmt: skip
_LINES = {
    Line.CLOSE: "close", Line.VERY_CLOSE: "very close", Line.DISTANT: "distant", Line.CONFLICT: "conflict",
    Line.CUT_OFF: "cut off", Line.VIOLENCE: "violent to", Line.ABUSE: "abusive to", Line.WORRY: "worried about",
}  # fmt: skip


def gedcom_text(session: Session) -> str:
    """The genogram as the text of a GEDCOM 7.0 file, always the same for the same family. Names stand in it in full.

    Ids that GEDCOM allows stay; others become I1, F1, H1. Control characters, which it does not allow, become spaces.
    """
    import gedcom7

    return gedcom7.dumps(_Writer(without_dangling(session)).records(), byte_order_mark=False)


def _part(tag: str, text: str = "", *parts: "GedcomStructure | None", to: str = "") -> "GedcomStructure":
    from gedcom7.types import GedcomStructure

    made = GedcomStructure(tag=tags.TAGS.get(tag, tag), text=_sound(text), pointer=f"@{to}@" if to else None)
    for part in parts:
        if part is not None:
            made.append_child(part)
    return made


def _sound(text: str) -> str:
    return _BANNED.sub(" ", whole(text))


def _xrefs(entities: Iterable[Any], letter: str, taken: set[str]) -> dict[str, str]:
    """A cross-reference for each entity: its id where that is one."""
    entities = list(entities)
    found = {}
    for entity in entities:
        if _XREF.fullmatch(entity.id) and entity.id not in taken:
            found[entity.id] = entity.id
            taken.add(entity.id)
    number = 0
    for entity in entities:
        while entity.id not in found:
            number += 1
            if f"{letter}{number}" not in taken:
                found[entity.id] = f"{letter}{number}"
                taken.add(f"{letter}{number}")
    return found


class _Writer:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.family: Family = family_of(session)
        taken: set[str] = set()
        self.people = _xrefs(self.family.people.values(), "I", taken)
        self.couples = _xrefs(self.family.partnerships.values(), "F", taken)
        self.homes = _xrefs(self.family.households, "H", taken)
        self.friends: dict[str, list[str]] = {}
        for person in self.family.people.values():
            if person.outside and person.friend_of in self.family.people:
                self.friends.setdefault(person.friend_of, []).append(person.id)
        self.lines: dict[str, list[Relationship]] = {}
        for line in self.family.relationships:
            self.lines.setdefault(line.first, []).append(line)

    def records(self) -> "list[GedcomStructure]":
        body = [
            *(self._person(person) for person in self.family.people.values()),
            *(self._couple(couple) for couple in self.family.partnerships.values()),
            *(self._home(home) for home in self.family.households),
        ]
        return [self._head(body), *body, _part("TRLR")]

    def _head(self, body: "list[GedcomStructure]") -> "GedcomStructure":
        used: set[str] = set()
        ahead = list(body)
        while ahead:
            part = ahead.pop()
            used.add(part.tag)
            ahead += part.children
        known = [_part("TAG", f"{tag} {uri}") for uri, tag in tags.TAGS.items() if tag in used]
        return _part(
            "HEAD",
            "",
            _part("GEDC", "", _part("VERS", "7.0")),
            _part("SCHMA", "", *known) if known else None,
            _part("SOUR", tags.SOURCE, _part("NAME", "Askwell")),
        )

    # People

    def _person(self, person: Person) -> "GedcomStructure":
        name = clean_name(_sound(person.name))
        record = _part(
            "INDI",
            "",
            _part("NAME", name) if name else None,
            _part(tags.NAME, person.name) if name != person.name else None,
            _part("SEX", _SEX[person.gender]),
            _part("BIRT", "", _dated("DATE", person.born)) if person.born else None,
            _death(person),
            _age(person),
            _life(person),
            _part(tags.INDEX, "Y") if person.index else None,
            _part(tags.LABEL, person.label) if person.label else None,
            self._outside(person),
            *(self._child_of(link) for link in self.family.origins.get(person.id, ())),
            *(_part("FAMS", to=self.couples[couple.id]) for couple in self.family.couples.get(person.id, ())),
            *(
                _part("ASSO", "", _part("ROLE", "FRIEND"), to=self.people[friend])
                for friend in self.friends.get(person.id, ())
            ),
            *(self._line(line) for line in self.lines.get(person.id, ())),
        )
        record.xref = f"@{self.people[person.id]}@"
        return record

    def _outside(self, person: Person) -> "GedcomStructure | None":
        if not person.outside:
            return None
        whose = self.people.get(person.friend_of, "")
        return _part(tags.OUTSIDE, "" if whose else "Y", to=whose)

    def _child_of(self, link: ChildOf) -> "GedcomStructure":
        pedigree, phrase = _PEDIGREE[link.descent]
        twins = _part(tags.TWINS, link.twins, _part(tags.IDENTICAL, "Y") if link.identical else None)
        return _part(
            "FAMC",
            "",
            _part("PEDI", pedigree, _part("PHRASE", phrase) if phrase else None),
            twins if link.twins else None,
            to=self.couples[link.partnership],
        )

    def _line(self, line: Relationship) -> "GedcomStructure":
        words = line.label or _LINES.get(line.line, "")
        return _part(
            "ASSO",
            "",
            _part("ROLE", "OTHER", _part("PHRASE", words) if words else None),
            _part(tags.LINE, line.line.value, _part("PHRASE", line.label) if line.label else None),
            to=self.people[line.second],
        )

    # Couples and homes

    def _couple(self, couple: Partnership) -> "GedcomStructure":
        partners = list(self.family.partners(couple))
        sexes = [_SEX[self.family.people[partner].gender] for partner in partners]
        if sexes in (["F", "M"], ["U", "M"], ["X", "M"], ["F", "U"], ["F", "X"]):
            partners.reverse()
        record = _part(
            "FAM",
            "",
            *(_part(tag, to=self.people[who]) for tag, who in zip(_as(partners, sexes), partners, strict=True)),
            *(_part("CHIL", to=self.people[link.child]) for link in self.family.broods.get(couple.id, ())),
            *_events(couple),
        )
        record.xref = f"@{self.couples[couple.id]}@"
        return record

    def _home(self, home: Household) -> "GedcomStructure":
        members = (_part(tags.MEMBER, to=self.people[person]) for person in home.people)
        record = _part(tags.HOUSE, home.name, *members)
        record.xref = f"@{self.homes[home.id]}@"
        return record


def _as(partners: list[str], sexes: list[str]) -> list[str]:
    """A couple's tags; a mother whose partner is not known stands as WIFE."""
    return ["HUSB", "WIFE"] if len(partners) == 2 else ["WIFE" if sexes == ["F"] else "HUSB"][: len(partners)]


def _dated(tag: str, said: str) -> "GedcomStructure | None":
    if not said:
        return None
    line, phrase = date_line(said)
    return _part(tag, line, _part("PHRASE", phrase) if phrase else None)


def _death(person: Person) -> "GedcomStructure | None":
    stillborn = person.life is Life.STILLBIRTH
    if not (person.died or stillborn or (person.death and person.life is not Life.PERSON)):
        return None
    age = None
    if stillborn:
        age = _part("AGE", "0y", _part("PHRASE", "Stillborn"))
    elif person.age and person.died and person.life is Life.PERSON:
        line, phrase = age_line(person.age)
        age = _part("AGE", line, _part("PHRASE", phrase) if phrase else None)
    return _part("DEAT", "" if person.death else "Y", _dated("DATE", person.death), age)


def _age(person: Person) -> "GedcomStructure | None":
    at_death = person.died and person.life is Life.PERSON
    return _part(tags.AGE, person.age) if person.age and not at_death else None


def _life(person: Person) -> "GedcomStructure | None":
    return _part(tags.LIFE, person.life.value) if person.life is not Life.PERSON else None


_EVENTS: Mapping[str, tuple[str, str]] = {
    "m": ("MARR", ""), "lt": ("EVEN", "Living together"), "s": ("EVEN", "Separated"), "d": ("DIV", ""),
    "together again": ("EVEN", "Together again"),
}  # fmt: skip


def _events(couple: Partnership) -> "list[GedcomStructure]":
    """How a couple began and ended; their dates to the letter, where the events do not say them so."""
    dates = dated(couple.dates, couple.bond, couple.parting)
    happened = {Bond.MARRIED: ["m"], Bond.LIVING_TOGETHER: ["lt"], Bond.RELATIONSHIP: []}[couple.bond]
    happened += {
        Parting.NONE: [], Parting.SEPARATED: ["s"], Parting.DIVORCED: ["s", "d"] if "s" in dates else ["d"],
        Parting.REUNITED: ["s", "together again"] if "s" in dates else ["together again"],
    }[couple.parting]  # fmt: skip
    made = []
    for word in happened:
        tag, kind = _EVENTS[word]
        date = dates.get(word, "")
        sure = "" if date or kind else "Y"
        made.append(_part(tag, sure, _part("TYPE", kind) if kind else None, _dated("DATE", date)))
    if couple.dates and not dates:
        made.append(_part(tags.DATES, couple.dates))
    return made
