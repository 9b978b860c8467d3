"""Whom a question can be asked, by name, and which audience they are."""

from app.practice import practice_session
from models.asked import who_can_be_asked
from models.cards import Audience
from models.genogram import ChildOf, Descent, Partnership, Person
from models.people import Child
from models.session import Session


def test_the_family_of_the_practice_session() -> None:
    asked = who_can_be_asked(practice_session())
    audiences = {name: asked[name.casefold()].audience for name in ("Jade", "Tanya", "Mum", "Nan", "Steph", "Marcus")}
    assert audiences == {
        "Jade": Audience.CHILD,
        "Tanya": Audience.PARENT,
        "Mum": Audience.PARENT,
        "Nan": Audience.RELATIVE,
        "Steph": Audience.RELATIVE,
        "Marcus": Audience.PARENT,
    }
    assert asked["bernie"].audience is Audience.NONE  # a friend may be anybody
    assert asked["jade whitlock"].person and not asked["gp"].person


def test_words_for_people_are_known_without_a_family() -> None:
    asked = who_can_be_asked(Session("s"))
    assert (asked["mum"].name, asked["mum"].audience) == ("Mum", Audience.PARENT)
    assert (asked["gp"].name, asked["gp"].audience) == ("GP", Audience.PROFESSIONAL)


def family(*people: Person, descent: Descent = Descent.BIRTH) -> Session:
    couple = Partnership("c", "carer")
    links = [ChildOf(f"of-{person.id}", person.id, "c", descent) for person in people if person.id != "carer"]
    return Session("s", [*people, couple, *links])


def test_a_grown_up_brother_is_a_relative_and_a_young_one_a_child() -> None:
    session = family(
        Person("carer", "Gill"),
        Person("leo", "Leo", index=True),
        Person("max", "Max", age="25"),
        Person("amy", "Amy", age="9"),
    )
    asked = who_can_be_asked(session)
    assert (asked["max"].audience, asked["amy"].audience) == (Audience.RELATIVE, Audience.CHILD)


def test_a_foster_carer_is_a_parent() -> None:
    session = family(Person("carer", "Gill"), Person("leo", "Leo", index=True), descent=Descent.FOSTER)
    assert who_can_be_asked(session)["gill"].audience is Audience.PARENT


def test_a_child_of_the_case_is_known_on_the_genogram_without_a_ring() -> None:
    session = family(Person("carer", "Gill"), Person("leo", "Leo"))
    session = Session("s", [*session.entities(), Child("k", "Leo Marsh")])
    asked = who_can_be_asked(session)
    assert (asked["leo"].audience, asked["gill"].audience) == (Audience.CHILD, Audience.PARENT)


def test_two_people_of_one_name_are_of_no_one_audience() -> None:
    session = family(Person("carer", "Marie"), Person("leo", "Marie", index=True))
    assert who_can_be_asked(session)["marie"].audience is Audience.NONE
