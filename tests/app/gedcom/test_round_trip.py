"""Out as GEDCOM 7.0 and in again: the same family, whatever people wrote."""

from dataclasses import replace
from pathlib import Path

import gedcom7
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.gedcom import tags
from app.gedcom.reader import circle, read_gedcom
from app.gedcom.writer import gedcom_text
from app.session_file import read_file
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
)
from models.kin import Family, family_of
from models.session import Session
from tests.app.gedcom.made import without_circles
from tests.app.gedcom.same import as_kept, told
from tests.families import grown, looped, with_homes
from tests.strategies import entities

PRACTICE = Path("resources/practice_session.json")


def session_of(family: Family) -> Session:
    rows = (family.people, family.partnerships)
    return Session(
        "s",
        [
            *(one for row in rows for one in row.values()),
            *family.children,
            *family.households,
            *family.relationships,
        ],
    )


def back(session: Session) -> Session:
    text = gedcom_text(session)
    found = gedcom7.loads(text)
    assert gedcom7.validate(found) == []
    read = read_gedcom(text.encode())
    return Session("back", read.entities)


def in_circles(session: Session) -> bool:
    family = family_of(session)
    below: dict[str, list[str]] = {}
    for link in family.children:
        if link.partnership in family.partnerships:
            for parent in family.partners(family.partnerships[link.partnership]):
                below.setdefault(parent, []).append(link.child)
    return circle(below) is not None


@st.composite
def genograms(draw: st.DrawFn) -> Session:
    """Families in which anything may stand that people can bring about."""
    people = draw(st.lists(entities(Person), max_size=6, unique_by=lambda person: person.id))
    ids = [person.id for person in people]
    friends = st.sampled_from(["", *ids])
    people = [replace(person, friend_of=draw(friends)) for person in people]
    if not ids:
        return Session("s")
    one = st.sampled_from(ids)
    couples = draw(st.lists(st.builds(replace, entities(Partnership), first=one, second=friends), max_size=4))
    couples = list({couple.id: couple for couple in couples}.values())
    links: list[ChildOf] = []
    if couples:
        of = st.sampled_from([couple.id for couple in couples])
        links = draw(st.lists(st.builds(replace, entities(ChildOf), child=one, partnership=of), max_size=5))
        links = list({(link.child, link.partnership): link for link in links}.values())
    members = st.lists(one, unique=True, max_size=3).map(tuple)
    homes = draw(st.lists(st.builds(replace, entities(Household), people=members), max_size=3))
    lines = draw(st.lists(st.builds(replace, entities(Relationship), first=one, second=one), max_size=4))
    return Session("s", [*people, *couples, *links, *homes, *lines])


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(genograms())
def test_any_family_comes_back_whole(session: Session) -> None:
    assume(not in_circles(session))
    assert told(back(session)) == told(as_kept(session))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("size", [9, 60, 300])
def test_grown_families_come_back_whole(size: int, seed: int) -> None:
    session = session_of(with_homes(grown(size, seed), seed))
    assert told(back(session)) == told(as_kept(session))


@pytest.mark.parametrize("seed", range(20))
def test_families_with_loops_come_back_whole(seed: int) -> None:
    session = session_of(without_circles(looped(60, seed)))
    assert told(back(session)) == told(as_kept(session))


def test_the_practice_family_comes_back_whole_and_twice_is_the_same_file() -> None:
    session = read_file(PRACTICE)
    assert told(back(session)) == told(as_kept(session))
    assert gedcom_text(back(session)) == gedcom_text(session)


def everything() -> Session:
    people = [Person(f"P{number}", f"Name {number}", rank=number) for number in range(12)]
    people[0] = replace(people[0], gender=Gender.MALE, died=True, age="78", born="about 1940", death="3 May 2018")
    people[1] = replace(people[1], gender=Gender.FEMALE, age="about 75", label="Nan\nlives next door")
    people[2] = replace(people[2], gender=Gender.OTHER, age="8 mo", index=True, name="=1+1 <b> /x/ @home")
    people[3] = replace(people[3], life=Life.STILLBIRTH, death="2019")
    people[4] = replace(people[4], life=Life.PREGNANCY, age="18w")
    people[5] = replace(people[5], outside=True, friend_of="P1", label="social worker")
    people[6] = replace(people[6], outside=True)
    couples = [
        Partnership("C0", "P0", "P1", Bond.MARRIED, Parting.DIVORCED, "m 2009, s 2012, d 2014", 0),
        Partnership(
            "C1", "P1", "P7", Bond.LIVING_TOGETHER, Parting.REUNITED, "lt 2015, s 2017, together again 2018", 1
        ),
        Partnership("C2", "P8", "", Bond.RELATIONSHIP, Parting.NONE, "summer of 2020?", 2),
    ]
    ways = list(Descent)
    children = [ChildOf(f"L{place}", f"P{place + 2}", "C1", ways[place % 5]) for place in range(3)]
    children += [ChildOf(f"T{place}", f"P{place}", "C0", ways[place % 5], "t", place == 9) for place in (9, 10)]
    children += [ChildOf("K", "P11", "C2", Descent.KINSHIP), ChildOf("S", "P11", "C0", Descent.STEP)]
    lines = [Relationship(f"R{place}", "P0", f"P{place + 1}", line, "godmother" if place % 2 else "")
             for place, line in enumerate(Line)]  # fmt: skip
    return Session("s", [*people, *couples, *children, Household("h", "Mum’s flat", ("P1", "P7", "P2")), *lines])


def test_everything_that_can_be_drawn_comes_back() -> None:
    assert told(back(everything())) == told(as_kept(everything()))
    assert [person.id for person in back(everything()).all(Person)] == [f"P{number}" for number in range(12)]


def test_the_standard_says_what_it_can() -> None:
    lines = gedcom_text(everything()).splitlines()
    for said in (
        "2 PEDI ADOPTED",
        "2 PEDI FOSTER",
        "2 PEDI OTHER",
        "3 PHRASE Kinship care",
        "3 PHRASE Stepchild",
        "2 DATE 3 MAY 2018",
        "2 DATE ABT 1940",
        "2 AGE 78y",
        "2 ROLE FRIEND",
        "1 SEX X",
        "3 PHRASE Stillborn",
        "2 TYPE Separated",
        "1 NAME =1+1 <b> x @home",
        "2 CONT lives next door",
    ):
        assert said in lines, said  # fmt: skip
    married = lines.index("1 MARR")
    assert lines[married + 1] == "2 DATE 2009"
    assert "1 DIV" in lines


def test_every_extension_is_declared() -> None:
    lines = gedcom_text(everything()).splitlines()
    used = {word for line in lines for word in line.split()[1:3] if word.startswith("_")}
    declared = {line.split()[2] for line in lines if line.startswith("2 TAG ")}
    assert used == declared <= set(tags.TAGS.values())


def test_ids_that_gedcom_cannot_hold_are_counted() -> None:
    people = [Person("a-b", "A"), Person("I1", "B", rank=1), Person("VOID", "C", rank=2), Person("é", "D", rank=3)]
    assert [person.id for person in back(Session("s", people)).all(Person)] == ["I2", "I1", "I3", "I4"]
