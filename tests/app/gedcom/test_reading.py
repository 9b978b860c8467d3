"""What a file of another program means on a genogram."""

from datetime import date
from typing import Any

import pytest

from app.gedcom.reader import Gedcom, read_gedcom
from models.genogram import Bond, ChildOf, Descent, Gender, Life, Line, Parting, Partnership, Person, Relationship
from models.kin import family_of
from models.session import Session
from tests.app.gedcom.test_bad_files import five, seven

PAIR = "0 @I1@ INDI\n1 NAME Dave\n1 SEX M\n0 @I2@ INDI\n1 NAME Kelly\n1 SEX F\n"
FAMILY = PAIR + "0 @I3@ INDI\n1 NAME Tyler\n{child}0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n1 CHIL @I3@\n{couple}"


def family(child: str = "", couple: str = "", more: str = "") -> Gedcom:
    return read_gedcom(five(FAMILY.format(child=child, couple=couple) + more))


def only(read: Gedcom, kind: type[Any]) -> Any:
    [found] = [entity for entity in read.entities if isinstance(entity, kind)]
    return found


def person(body: str, today: date | None = None) -> Person:
    return only(read_gedcom(five(f"0 @I1@ INDI\n{body}"), today), Person)


def test_people_keep_their_cross_reference() -> None:
    read = family()
    assert [one.id for one in read.entities if isinstance(one, Person)] == ["I1", "I2", "I3"]
    assert only(read, Partnership).id == "F1"


@pytest.mark.parametrize(
    ("said", "name", "label"),
    [
        ("1 NAME Kelly Ann /Marsh/ Jr", "Kelly Ann Marsh Jr", ""),
        ("1 NAME /Marsh/", "Marsh", ""),
        ("1 NAME Elizabeth /Marsh/\n2 NICK Betty", "Elizabeth Marsh", "known as Betty"),
        ("1 NAME //\n2 NICK Betty", "Betty", ""),
        ("1 NAME\n2 GIVN Kelly\n2 SURN Marsh", "Kelly Marsh", ""),
        ("1 NAME //\n1 NAME Kelly", "Kelly", ""),
        ("1 NAME =1+1 <b>", "=1+1 <b>", ""),
    ],
)
def test_names(said: str, name: str, label: str) -> None:
    read = person(f"{said}\n")
    assert (read.name, read.label) == (name, label)


@pytest.mark.parametrize(
    ("said", "gender"),
    [("M", Gender.MALE), ("F", Gender.FEMALE), ("X", Gender.OTHER), ("U", Gender.UNKNOWN), ("?", Gender.UNKNOWN)],
)
def test_sex(said: str, gender: Gender) -> None:
    assert person(f"1 SEX {said}\n").gender is gender


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("3 MAY 2016", "3 May 2016"), ("MAY 2016", "May 2016"), ("ABT 1950", "about 1950"),
        ("BET 1950 AND 1952", "between 1950 and 1952"), ("(in the spring)", "in the spring"),
        ("INT 1950 (the year of the flood)", "the year of the flood"), ("1699/00", "1699"),
        ("@#DHEBREW@ 1 TSH 5758", "about 1998"), ("@#DJULIAN@ 3 MAY 1700", "about 1700"), ("BEF 1900", "before 1900"),
        ("31 FEB 2000", "31 February 2000"), ("once", "once"),
    ],
)  # fmt: skip
def test_dates(said: str, born: str) -> None:
    assert person(f"1 BIRT\n2 DATE {said}\n").born == born


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("1 BIRT\n2 DATE 3 MAY 2016\n", "8"), ("1 BIRT\n2 DATE 2 JUN 2016\n", "7"),
        ("1 BIRT\n2 DATE 2016\n", "about 8"),
        ("1 BIRT\n2 DATE 1 JAN 2024\n", "5 mo"), ("1 BIRT\n2 DATE 1800\n", ""), ("1 BIRT\n2 DATE 2030\n", ""),
        ("1 BIRT\n2 DATE 1940\n1 DEAT\n2 DATE 2018\n", "about 78"), ("1 DEAT\n2 AGE 78y\n", "78"),
        ("1 BIRT\n2 DATE 1940\n1 DEAT\n2 DATE 2018\n2 AGE > 77y\n", "over 77"), ("1 DEAT\n2 AGE 8m\n", "8 mo"),
        ("1 DEAT\n2 AGE INFANT\n", "under 1"), ("1 BIRT\n2 DATE 1940\n1 DEAT Y\n", ""),
    ],
)  # fmt: skip
def test_ages_are_those_of_the_day_or_of_the_death(said: str, age: str) -> None:
    assert person(said, date(2024, 6, 1)).age == age


def test_without_a_day_nobody_living_has_an_age() -> None:
    assert person("1 BIRT\n2 DATE 3 MAY 2016\n").age == ""


@pytest.mark.parametrize("said", ["1 DEAT\n2 AGE STILLBORN\n", "1 EVEN\n2 TYPE Stillbirth\n"])
def test_a_stillbirth(said: str) -> None:
    read = person(said)
    assert (read.life, read.died, read.age) == (Life.STILLBIRTH, False, "")


@pytest.mark.parametrize(("said", "died"), [("1 DEAT Y", True), ("1 DEAT N", False), ("1 BURI", True), ("", False)])
def test_died(said: str, died: bool) -> None:
    assert person(f"{said}\n" if said else "").died is died


@pytest.mark.parametrize(
    ("said", "descent"),
    [
        ("1 FAMC @F1@\n2 PEDI birth\n", Descent.BIRTH), ("1 FAMC @F1@\n2 PEDI adopted\n", Descent.ADOPTED),
        ("1 FAMC @F1@\n2 PEDI Foster\n", Descent.FOSTER), ("1 FAMC @F1@\n2 PEDI stepchild\n", Descent.STEP),
        ("1 FAMC @F1@\n2 PEDI special guardian\n", Descent.KINSHIP), ("1 ADOP Y\n2 FAMC @F1@\n", Descent.ADOPTED),
        ("1 FAMC @F1@\n", Descent.BIRTH), ("", Descent.BIRTH),
    ],
)  # fmt: skip
def test_how_a_child_is_a_child(said: str, descent: Descent) -> None:
    assert only(family(said), ChildOf).descent is descent


def test_programs_that_say_it_under_the_child_are_understood() -> None:
    said = FAMILY.format(child="", couple="").replace("1 CHIL @I3@", "1 CHIL @I3@\n2 _FREL Step\n2 _MREL Natural")
    assert only(read_gedcom(five(said)), ChildOf).descent is Descent.STEP


def test_a_way_that_is_not_understood_is_said() -> None:
    assert family("1 FAMC @F1@\n2 PEDI ward of court\n").warnings == (
        "Line 15: “ward of court” is read as a child by birth.",
    )


@pytest.mark.parametrize(
    ("said", "bond", "parting", "dates"),
    [
        ("", Bond.RELATIONSHIP, Parting.NONE, ""),
        ("1 MARR Y\n", Bond.MARRIED, Parting.NONE, ""),
        ("1 MARR\n2 DATE 2009\n1 DIV\n2 DATE 2014\n", Bond.MARRIED, Parting.DIVORCED, "m 2009, d 2014"),
        ("1 MARR Y\n1 EVEN\n2 TYPE Separation\n2 DATE 2012\n", Bond.MARRIED, Parting.SEPARATED, "s 2012"),
        ("1 _SEPR\n2 DATE 2012\n", Bond.RELATIONSHIP, Parting.SEPARATED, "s 2012"),
        ("1 MARR\n2 TYPE Common law\n2 DATE 2009\n", Bond.LIVING_TOGETHER, Parting.NONE, "lt 2009"),
        ("1 ENGA\n2 DATE 2008\n", Bond.RELATIONSHIP, Parting.NONE, "engaged 2008"),
        ("1 MARR N\n1 DIV N\n", Bond.RELATIONSHIP, Parting.NONE, ""),
        ("1 ANUL Y\n", Bond.RELATIONSHIP, Parting.DIVORCED, ""),
    ],
)  # fmt: skip
def test_couples(said: str, bond: Bond, parting: Parting, dates: str) -> None:
    couple = only(family(couple=said), Partnership)
    assert (couple.bond, couple.parting, couple.dates) == (bond, parting, dates)


def test_two_mothers_and_one_parent_alone() -> None:
    read = read_gedcom(five(PAIR + "0 @F1@ FAM\n1 WIFE @I1@\n1 WIFE @I2@\n0 @F2@ FAM\n1 WIFE @I2@\n1 CHIL @I1@\n"))
    couples = {each.id: (each.first, each.second) for each in read.entities if isinstance(each, Partnership)}
    assert couples == {"F1": ("I1", "I2"), "F2": ("I2", "")}


def test_brothers_and_sisters_of_nobody_known_have_a_parent_not_known() -> None:
    read = read_gedcom(five(PAIR + "0 @F1@ FAM\n1 CHIL @I1@\n1 CHIL @I2@\n"))
    assert only(read, Partnership).first == "F1P"
    assert [one.name for one in read.entities if isinstance(one, Person)] == ["Dave", "Kelly", ""]


def test_a_father_who_is_not_in_the_file_is_somebody_not_known() -> None:
    read = read_gedcom(seven(PAIR + "0 @F1@ FAM\n1 HUSB @VOID@\n1 WIFE @I2@\n1 CHIL @I1@\n"))
    assert only(read, Partnership).second == "I2"
    assert len([one for one in read.entities if isinstance(one, Person)]) == 3


def test_children_stand_as_their_family_names_them() -> None:
    people = "".join(f"0 @I{number}@ INDI\n1 NAME N{number}\n" for number in range(5))
    read = read_gedcom(five(people + "0 @F1@ FAM\n1 HUSB @I0@\n1 CHIL @I3@\n1 CHIL @I1@\n1 CHIL @I4@\n1 CHIL @I2@\n"))
    tree = family_of(Session("s", read.entities))
    assert [link.child for link in tree.broods["F1"]] == ["I3", "I1", "I4", "I2"]


def test_several_couples_stand_in_the_order_of_their_years() -> None:
    people = "".join(f"0 @I{number}@ INDI\n" for number in range(3))
    couples = "0 @F1@ FAM\n1 HUSB @I0@\n1 WIFE @I1@\n1 MARR\n2 DATE 2015\n0 @F2@ FAM\n1 HUSB @I0@\n1 WIFE @I2@\n"
    read = read_gedcom(five(people + couples + "1 MARR\n2 DATE 1999\n"))
    tree = family_of(Session("s", read.entities))
    assert [couple.id for couple in tree.couples["I0"]] == ["F2", "F1"]


def test_children_born_on_one_day_are_twins() -> None:
    child = "1 BIRT\n2 DATE 3 MAY 2016\n1 FAMC @F1@\n"
    read = family(child, more="0 @I4@ INDI\n" + child + "0 @I5@ INDI\n1 BIRT\n2 DATE MAY 2016\n1 FAMC @F1@\n")
    twins = {link.child: link.twins for link in read.entities if isinstance(link, ChildOf)}
    assert twins["I3"] == twins["I4"] != "" == twins["I5"]


def test_a_friend_of_nobody_else_stands_outside() -> None:
    read = read_gedcom(five(PAIR + "1 ASSO @I3@\n2 RELA Friend\n1 ASSO @I1@\n2 RELA Godfather\n0 @I3@ INDI\n"
                            "0 @F1@ FAM\n1 WIFE @I2@\n1 HUSB @I1@\n"))  # fmt: skip
    people = {one.id: one for one in read.entities if isinstance(one, Person)}
    assert (people["I3"].outside, people["I3"].friend_of) == (True, "I2")
    assert not people["I1"].outside
    line = only(read, Relationship)
    assert (line.first, line.second, line.line, line.label) == ("I2", "I1", Line.OTHER, "Godfather")


def test_roles_of_seven_are_said_in_words() -> None:
    roles = "1 ASSO @I1@\n2 ROLE GODP\n1 ASSO @I1@\n2 ROLE OTHER\n3 PHRASE childminder\n1 ASSO @VOID@\n2 ROLE WITN\n"
    read = read_gedcom(seven(PAIR + roles + "0 @F1@ FAM\n1 WIFE @I2@\n1 HUSB @I1@\n"))
    assert [line.label for line in read.entities if isinstance(line, Relationship)] == ["godparent", "childminder"]
