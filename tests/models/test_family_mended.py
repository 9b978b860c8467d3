"""What a family as it is typed is taken to mean: who lives together, who was married, in which order children stand."""

import pytest

from models import family_couples as couples
from models.family_checks import doubt
from models.family_homes import likely_household
from models.genogram import Bond, ChildOf, Descent, Parting, Partnership, Person
from models.kin import Family


def family(*children: ChildOf) -> Family:
    people = [Person(name, name.title()) for name in ("kelly", "sean", "leo", "mia", "ann", "bob")]
    pairs = [Partnership("birth", "kelly", "sean"), Partnership("care", "ann", "bob")]
    return Family({one.id: one for one in people}, {pair.id: pair for pair in pairs}, children)


@pytest.mark.parametrize("descent", [Descent.ADOPTED, Descent.FOSTER, Descent.KINSHIP])
def test_a_child_who_is_cared_for_elsewhere_does_not_live_with_the_birth_parents(descent: Descent) -> None:
    here = family(
        ChildOf("1", "leo", "birth"), ChildOf("2", "mia", "birth"), ChildOf("3", "leo", "care", descent)
    )  # fmt: skip
    assert likely_household(here, "kelly") == ("kelly", "sean", "mia")
    assert likely_household(here, "ann") == ("ann", "bob", "leo")


def test_a_stepchild_and_a_child_adopted_by_the_household_itself_live_there() -> None:
    here = family(ChildOf("1", "leo", "birth", Descent.ADOPTED), ChildOf("2", "leo", "care", Descent.STEP))
    assert likely_household(here, "kelly") == ("kelly", "sean", "leo")


@pytest.mark.parametrize("bond", Bond)
def test_who_is_divorced_was_married(bond: Bond) -> None:
    [change] = couples.part_further(Partnership("p", "a", "b", bond, Parting.SEPARATED))
    assert change.after.parting is Parting.DIVORCED
    assert change.after.bond is (Bond.MARRIED if bond is Bond.RELATIONSHIP else bond)
    [change] = couples.part_further(Partnership("p", "a", "b", bond))
    assert change.after.bond is bond


@pytest.mark.parametrize(("age", "noted"), [("28", False), ("29", True), ("30", True)])
def test_a_parent_of_less_than_twelve_is_noted(age: str, noted: bool) -> None:
    people = {one.id: one for one in (Person("gill", "Gill", age="40"), Person("kelly", "Kelly", age=age))}
    here = Family(people, {"p": Partnership("p", "gill")}, (ChildOf("1", "kelly", "p"),))
    assert (doubt(here, "kelly") is not None) is noted
    assert (doubt(here, "gill") is not None) is noted
