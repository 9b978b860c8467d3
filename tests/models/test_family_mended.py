"""What a family as it is typed is taken to mean: who lives together, who was married, in which order children stand."""

from dataclasses import replace
from itertools import permutations

import pytest

from models import family_couples as couples
from models.family_checks import doubt
from models.family_homes import likely_household
from models.genogram import Bond, ChildOf, Descent, Life, Parting, Partnership, Person
from models.kin import Family, birth_order


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


def order(*people: Person) -> str:
    """The names, eldest first, of siblings entered in this order."""
    by_id = {one.name: replace(one, id=one.name, rank=rank) for rank, one in enumerate(people)}
    return "".join(link.child for link in birth_order([ChildOf(name, name, "p") for name in by_id], by_id))


def lost(name: str, born: str = "", death: str = "") -> Person:
    return Person("", name, age="20w", born=born, death=death, life=Life.STILLBIRTH)


A, B, C = Person("", "a", born="2010"), Person("", "b", born="2015"), Person("", "c", age="3", born="2022")
AGES = (replace(A, age="15"), replace(B, born="", age="10"), lost("x", "2013"))
COMING = Person("", "p", age="18w", life=Life.PREGNANCY)


@pytest.mark.parametrize("mixed", list(permutations((A, C, lost("x", "2013"), lost("y", death="2018"), COMING))))
def test_losses_stand_by_their_year_and_a_pregnancy_is_the_youngest(mixed: tuple[Person, ...]) -> None:
    assert order(*mixed) == "axycp"


@pytest.mark.parametrize("mixed", list(permutations(AGES)))
def test_where_not_all_years_are_known_a_loss_stands_after_whoever_was_born_before(mixed: tuple[Person, ...]) -> None:
    assert order(*mixed) == "axb"


def test_a_loss_before_all_years_that_are_known_stands_before_them() -> None:
    assert order(Person("", "a", age="9", born="2016"), Person("", "b", age="3"), lost("x", "2013")) == "xab"


def test_a_pregnancy_is_the_youngest_whatever_else_is_known() -> None:
    assert order(COMING, Person("", "a"), lost("x"), Person("", "b", age="3")) == "axbp"
    assert order(COMING, replace(COMING, name="q", age="30w"), Person("", "a", age="1")) == "aqp"


def test_losses_among_ages_only_keep_their_place_by_their_years() -> None:
    assert order(Person("", "a", age="9"), lost("y", "2018"), Person("", "b", age="3"), lost("x", "2013")) == "axby"
