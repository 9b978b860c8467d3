"""Ten families that children's services meet, each with what is told of it. All are invented.

Run `uv run python -m tests.app.genogram.ten_families FOLDER` for a picture of each.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from models.genogram import (
    Bond,
    ChildOf,
    Descent,
    Gender,
    Household,
    Life,
    Line,
    Parting,
    Partnership,
    Person,
    Relationship,
)  # fmt: skip
from models.kin import Family

_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE, "o": Gender.OTHER, "?": Gender.UNKNOWN}


class Sketch:
    """A family put down by names. A person is `"Kelly", "f38"`; children of a couple are given eldest first."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.couples: dict[str, Partnership] = {}
        self.links: list[ChildOf] = []
        self.homes: list[Household] = []
        self.lines: list[Relationship] = []

    def person(self, key: str, what: str = "?", **more: Any) -> None:
        """Somebody: gender letter, then age. The key is the name, too, where none is given."""
        more.setdefault("name", key)
        self.people[key] = Person(key, gender=_GENDERS[what[0]], age=what[1:], rank=len(self.people), **more)

    def couple(self, first: str, second: str = "", *children: str, **more: Any) -> str:
        """A couple, or one parent alone, and their children by birth."""
        name = f"{first}+{second}"
        self.couples[name] = Partnership(name, first, second, rank=len(self.couples), **more)
        for child in children:
            self.child(name, child)
        return name

    def child(self, couple: str, child: str, descent: Descent = Descent.BIRTH, **more: Any) -> None:
        """Somebody who hangs from a couple."""
        self.links.append(ChildOf(f"{couple}>{child}", child, couple, descent, **more))

    def home(self, name: str, *people: str) -> None:
        """Who lives together."""
        self.homes.append(Household(name, name, people, len(self.homes)))

    def line(self, first: str, second: str, kind: Line, label: str = "") -> None:
        """A line between two people."""
        self.lines.append(Relationship(f"{first}~{second}", first, second, kind, label))

    def family(self) -> Family:
        """The family as put down."""
        return Family(self.people, self.couples, tuple(self.links), tuple(self.homes), tuple(self.lines))


def two_fathers_and_one_unknown() -> Family:
    """A mother of four: two by her first partner, one by her second, one whose father is not known."""
    s = Sketch()
    s.person("Donna", "f36")
    s.person("Craig", "m41")
    s.person("Lee", "m34")
    s.person("Jayden", "m16")
    s.person("Chelsea", "f14")
    s.person("Riley", "o9", index=True)
    s.person("Kai", "m3", index=True)
    s.couple("Donna", "Craig", "Jayden", "Chelsea", parting=Parting.DIVORCED, bond=Bond.MARRIED, dates="m 2007, d 2014")
    s.person("father of Riley", "m", name="")
    s.couple("Donna", "father of Riley", "Riley")
    s.couple("Donna", "Lee", "Kai", bond=Bond.LIVING_TOGETHER)
    s.home("Donna's flat", "Donna", "Lee", "Riley", "Kai")
    s.home("with Craig", "Craig", "Jayden")
    s.line("Lee", "Donna", Line.VIOLENCE)
    s.line("Chelsea", "Donna", Line.CUT_OFF)
    return s.family()


def grandparents_beside_foster_carers() -> Family:
    """Two sisters apart: the elder with her grandparents, the younger with foster carers."""
    s = Sketch()
    for name, what in (("Winston", "m67"), ("Gloria", "f64"), ("Marcia", "f41"), ("Simone", "f33"), ("Andre", "m35")):
        s.person(name, what)
    s.person("Aaliyah", "f11", index=True)
    s.person("Nevaeh", "f4", index=True)
    s.person("Pat", "f58")
    s.person("Colin", "m60")
    grandparents = s.couple("Winston", "Gloria", "Marcia", "Simone", bond=Bond.MARRIED, dates="m 1981")
    s.couple("Andre", "Simone", "Aaliyah", "Nevaeh", parting=Parting.SEPARATED)
    carers = s.couple("Colin", "Pat", bond=Bond.MARRIED)
    s.child(grandparents, "Aaliyah", Descent.KINSHIP)
    s.child(carers, "Nevaeh", Descent.FOSTER)
    s.home("Grandparents' house", "Winston", "Gloria", "Aaliyah")
    s.home("Foster carers, since May", "Colin", "Pat", "Nevaeh")
    s.line("Gloria", "Aaliyah", Line.VERY_CLOSE)
    s.line("Simone", "Nevaeh", Line.WORRY)
    return s.family()


def same_sex_parents() -> Family:
    """Two mothers, married; one child by birth, one adopted, and the donor a friend of the family."""
    s = Sketch()
    s.person("Ruth", "f42")
    s.person("Ayesha", "f38")
    s.person("Noah", "m8")
    s.person("Maya", "f5", index=True)
    s.person("Tom", "m44", outside=True, friend_of="Ruth", label="donor")
    s.person("Ruth's mother", "f70", name="Miriam")
    s.couple("Ruth's mother", "", "Ruth")
    both = s.couple("Ruth", "Ayesha", "Noah", bond=Bond.MARRIED, dates="m 2014")
    s.child(both, "Maya", Descent.ADOPTED)
    s.home("", "Ruth", "Ayesha", "Noah", "Maya")
    return s.family()


def twins_one_adopted_away() -> Family:
    """Identical twins, of whom one was adopted; a pregnancy."""
    s = Sketch()
    for name, what in (("Kirsty", "f27"), ("Darren", "m29"), ("Ellie", "f8"), ("Harry", "m6"), ("Oliver", "m6")):
        s.person(name, what, index=name == "Harry")
    s.people["baby"] = Person("baby", "", age="24w", life=Life.PREGNANCY, rank=9)
    s.person("Jane", "f45")
    s.person("Philip", "m47")
    both = s.couple("Darren", "Kirsty", "Ellie", bond=Bond.LIVING_TOGETHER)
    s.child(both, "Harry", twins="t", identical=True)
    s.child(both, "Oliver", twins="t", identical=True)
    s.child(both, "baby")
    adopters = s.couple("Philip", "Jane", bond=Bond.MARRIED)
    s.child(adopters, "Oliver", Descent.ADOPTED)
    s.home("14 Mill Lane", "Darren", "Kirsty", "Ellie", "Harry")
    return s.family()


def stillbirth() -> Family:
    """Losses: a miscarriage, a stillborn girl with a name, a termination, and a boy of two; the father died."""
    s = Sketch()
    s.person("Agnieszka", "f31")
    s.person("Paweł", "m33", died=True, death="2024")
    s.person("first", "?", name="", life=Life.MISCARRIAGE)
    s.person("Zofia", "f", life=Life.STILLBIRTH, death="2019")
    s.person("third", "?", name="", life=Life.TERMINATION)
    s.person("Kuba", "m2", index=True)
    s.person("Barbara", "f59")
    s.couple("Paweł", "Agnieszka", "first", "Zofia", "third", "Kuba", bond=Bond.MARRIED, dates="m 2017")
    s.couple("Barbara", "", "Agnieszka")
    s.home("", "Agnieszka", "Kuba")
    s.line("Barbara", "Agnieszka", Line.DISTANT)
    return s.family()


def his_hers_and_theirs() -> Family:
    """A step-family: his two, her one, and one of both, who all live together."""
    s = Sketch()
    for name, what in (
        ("Steve", "m43"), ("Lorraine", "f40"), ("Gemma", "f37"), ("Nathan", "m39"), ("Ben", "m17"), ("Lucy", "f15"),
        ("Amber", "f12"), ("Alfie", "m2"),
    ):  # fmt: skip
        s.person(name, what, index=name == "Amber")
    s.couple("Steve", "Lorraine", "Ben", "Lucy", bond=Bond.MARRIED, parting=Parting.DIVORCED, dates="m 2005, d 2016")
    s.couple("Steve", "Gemma", "Alfie", bond=Bond.MARRIED, dates="m 2021")
    s.couple("Gemma", "Nathan", "Amber", parting=Parting.SEPARATED)
    s.home("The house in Ash Road", "Steve", "Gemma", "Ben", "Lucy", "Amber", "Alfie")
    s.line("Amber", "Steve", Line.CONFLICT)
    s.line("Amber", "Lucy", Line.CLOSE)
    return s.family()


def cousins_who_married() -> Family:
    """First cousins who married; their child; the grandparents they share."""
    s = Sketch()
    for name, what in (
        ("Yusuf", "m74"), ("Khadija", "f70"), ("Imran", "m50"), ("Nadia", "f47"), ("Salma", "f46"), ("Bilal", "m49"),
        ("Hamza", "m26"), ("Sana", "f24"), ("Zara", "f3"),
    ):  # fmt: skip
        s.person(name, what, index=name == "Zara")
    s.couple("Yusuf", "Khadija", "Imran", "Salma", bond=Bond.MARRIED)
    s.couple("Imran", "Nadia", "Hamza", bond=Bond.MARRIED)
    s.couple("Bilal", "Salma", "Sana", bond=Bond.MARRIED)
    s.couple("Hamza", "Sana", "Zara", bond=Bond.MARRIED, dates="m 2020")
    s.home("", "Hamza", "Sana", "Zara", "Imran", "Nadia")
    return s.family()


def trans_parent() -> Family:
    """A father who is a trans man and bore both children; their other father; a child who is non-binary."""
    s = Sketch()
    s.person("Alex", "m37", label="trans man")
    s.person("Robin", "m40")
    s.person("Sky", "o13", label="non-binary, they", index=True)
    s.person("Finn", "m9")
    s.person("Margaret", "f66")
    s.person("Derek", "m69")
    s.couple("Derek", "Margaret", "Alex", bond=Bond.MARRIED)
    s.couple("Robin", "Alex", "Sky", "Finn", parting=Parting.REUNITED, bond=Bond.LIVING_TOGETHER)
    s.home("", "Robin", "Alex", "Sky", "Finn")
    s.line("Derek", "Alex", Line.CUT_OFF)
    s.line("Margaret", "Sky", Line.CLOSE)
    return s.family()


def unaccompanied_child() -> Family:
    """A boy who came alone: parents not known, a brother thought to be on the way, a carer, a friend."""
    s = Sketch()
    s.person("فاطمة", "f", label="mother, not heard of since 2023")
    s.person("father", "m", name="")
    s.person("Idris", "m17", label="brother, perhaps in France")
    s.person("Ibrahim", "m15", index=True, label="age disputed")
    s.person("Joyce", "f55")
    s.person("Tesfay", "m16", outside=True, friend_of="Ibrahim", label="friend from the journey")
    s.person("Ms Adeyemi", "f", outside=True, friend_of="Ibrahim", label="solicitor")
    s.couple("father", "فاطمة", "Idris", "Ibrahim")
    carer = s.couple("Joyce", "")
    s.child(carer, "Ibrahim", Descent.FOSTER)
    s.home("Foster carer, since August", "Joyce", "Ibrahim")
    s.line("Ibrahim", "Tesfay", Line.VERY_CLOSE)
    return s.family()


def four_generations() -> Family:
    """A great-grandmother, two lines of grandparents, brothers and sisters of both parents, and three children."""
    s = Sketch()
    for name, what in (
        ("Edith", "f91"), ("Albert", "m"), ("Roy", "m68"), ("Sheila", "f66"), ("Doreen", "f71"), ("Ken", "m72"),
        ("Maureen", "f69"), ("Karen", "f45"), ("Wayne", "m42"), ("Tracy", "f39"), ("Mark", "m41"), ("Julie", "f37"),
        ("Paul", "m35"), ("Josh", "m18"), ("Kayleigh", "f15"), ("Mason", "m6"), ("Tia", "f16"),
    ):  # fmt: skip
        s.person(name, what, index=name in ("Kayleigh", "Mason"))
    s.people["Albert"] = Person("Albert", "Albert", Gender.MALE, "77", died=True, born="1930", death="2007", rank=1)
    s.couple("Albert", "Edith", "Doreen", "Roy", bond=Bond.MARRIED)
    s.couple("Roy", "Sheila", "Karen", "Wayne", "Tracy", bond=Bond.MARRIED, parting=Parting.SEPARATED)
    s.couple("Ken", "Maureen", "Mark", "Julie", "Paul", bond=Bond.MARRIED)
    s.couple("Mark", "Tracy", "Josh", "Kayleigh", "Mason", bond=Bond.MARRIED, parting=Parting.DIVORCED)
    s.couple("Karen", "", "Tia")
    s.home("Tracy's", "Tracy", "Kayleigh", "Mason")
    s.home("With Nan", "Ken", "Maureen", "Josh")
    s.line("Edith", "Tracy", Line.CLOSE)
    s.line("Mark", "Tracy", Line.CONFLICT)
    return s.family()


FAMILIES: Mapping[str, Callable[[], Family]] = {
    each.__name__: each
    for each in (
        two_fathers_and_one_unknown, grandparents_beside_foster_carers, same_sex_parents, twins_one_adopted_away,
        stillbirth, his_hers_and_theirs, cousins_who_married, trans_parent, unaccompanied_child, four_generations,
    )
}  # fmt: skip


def main(folder: Path) -> None:
    """A picture of each family."""
    from app.genogram.files import offscreen_application
    from app.genogram.page import genogram_image

    application = offscreen_application()
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in FAMILIES.items():
        genogram_image(make(), 1400, 900).save(str(folder / f"{name}.png"))
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
