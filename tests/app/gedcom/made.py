"""GEDCOM files as other programs write them, made from a seed: 5.5.1 and 7.0, of any size, with what real ones have.

Several marriages, one parent not known, cousins who marry, carers, people without names, notes and sources around them.
Nothing here uses Askwell's own writer.
"""

from random import Random

from models.genogram import ChildOf, Descent, Gender, Parting
from models.kin import Family
from tests.families import grown, looped

SEX = {Gender.MALE: "M", Gender.FEMALE: "F", Gender.OTHER: "X", Gender.UNKNOWN: "U"}
_PEDI = {Descent.BIRTH: "birth", Descent.ADOPTED: "adopted", Descent.FOSTER: "foster", Descent.KINSHIP: "foster",
         Descent.STEP: "birth"}  # fmt: skip


def without_circles(family: Family) -> Family:
    """The family less every child who stands above a parent: a file that says so is refused."""
    above: dict[str, set[str]] = {person: set() for person in family.people}
    kept: list[ChildOf] = []
    for link in family.children:
        parents = set(family.partners(family.partnerships[link.partnership]))
        over = parents.union(*(above[parent] for parent in parents))
        if link.child not in over:
            kept.append(link)
            for person, ancestors in above.items():
                if person == link.child or link.child in ancestors:
                    ancestors |= over
    return Family(family.people, family.partnerships, tuple(kept))


def gedcom_of(family: Family, seven: bool, seed: int = 0) -> str:
    """A file that holds a family."""
    random = Random(seed)
    lines = ["0 HEAD", "1 GEDC", f"2 VERS {'7.0' if seven else '5.5.1'}"]
    if not seven:
        lines += ["2 FORM LINEAGE-LINKED", "1 CHAR UTF-8", "1 SUBM @U@"]
    lines += ["1 SOUR ELSEWHERE", "0 @U@ SUBM", "1 NAME Somebody else"]
    names = {person: f"@I{place}@" for place, person in enumerate(family.people)}
    couples = {couple: f"@F{place}@" for place, couple in enumerate(family.partnerships)}
    for person in family.people.values():
        lines += [f"0 {names[person.id]} INDI", f"1 SEX {SEX[person.gender]}"]
        if random.random() < 0.95:
            lines.insert(-1, f"1 NAME {person.name} /Marsh/")
        if person.age.isdigit():
            lines += ["1 BIRT", f"2 DATE {random.choice(('', 'ABT ', '3 MAY '))}{2024 - int(person.age)}"]
        if random.random() < 0.1:
            lines += ["1 DEAT Y"]
        if random.random() < 0.2:
            lines += ["1 NOTE A note", "2 CONT of two lines", "1 OCCU Baker"]
        for link in family.origins.get(person.id, ()):
            way = _PEDI[link.descent]
            lines += [f"1 FAMC {couples[link.partnership]}", f"2 PEDI {way.upper() if seven else way}"]
        lines += [f"1 FAMS {couples[couple.id]}" for couple in family.couples.get(person.id, ())]
    for couple in family.partnerships.values():
        partners = family.partners(couple)
        lines += [f"0 {couples[couple.id]} FAM"]
        lines += [f"1 {tag} {names[who]}" for tag, who in zip(("HUSB", "WIFE"), partners, strict=False)]
        lines += [f"1 CHIL {names[link.child]}" for link in family.broods.get(couple.id, ())]
        lines += ["1 MARR", "2 DATE 1999"] if couple.bond == "married" else []
        lines += ["1 DIV Y"] if couple.parting is Parting.DIVORCED else []
    return "\n".join([*lines, "0 TRLR", ""])


def file_of(size: int, seed: int, seven: bool = False) -> str:
    """A file of so many people, with loops where the seed is odd."""
    family = without_circles(looped(size, seed)) if seed % 2 else grown(size, seed)
    return gedcom_of(family, seven, seed)
