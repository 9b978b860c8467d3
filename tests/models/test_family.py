"""Edits of the family: what is typed, what each leaves, and that undo takes each back."""

from collections.abc import Callable

import pytest

from models import family as edits
from models import family_couples as couples
from models import family_homes as homes
from models.genogram import Bond, ChildOf, Gender, Household, Life, Line, Parting, Partnership, Person, Relationship
from models.kin import birth_order, family_of
from models.person_text import changed
from models.session import Change, Session
from tests.helpers import counted_ids


def session() -> Session:
    """Kelly with Dave (Tyler, Mia) and with Sean (Leo); Kelly's mother Rose."""
    return Session(
        "s",
        [
            *(
                Person(name, name.title(), gender, age, rank=rank)
                for rank, (name, gender, age) in enumerate([
                    ("kelly", Gender.FEMALE, "38"), ("dave", Gender.MALE, "41"), ("sean", Gender.MALE, "36"),
                    ("tyler", Gender.MALE, "16"), ("mia", Gender.FEMALE, "13"), ("leo", Gender.MALE, "7"),
                    ("rose", Gender.FEMALE, "75"),
                ])
            ),
            Partnership("kd", "kelly", "dave", parting=Parting.SEPARATED, rank=0),
            Partnership("ks", "kelly", "sean", rank=1),
            Partnership("r", "rose", rank=2),
            *(ChildOf(f"{couple}-{child}", child, couple) for couple, child in
              [("kd", "mia"), ("kd", "tyler"), ("ks", "leo"), ("r", "kelly")]),
            Household("home", "Flat", ("kelly", "sean", "mia")),
            Relationship("rel", "sean", "leo", Line.WORRY),
        ],
    )  # fmt: skip


def new(name: str) -> Person:
    return Person(name, name.title(), rank=50)


EDITS: dict[str, Callable[[Session, Callable[[], str]], list[Change]]] = {
    "person": lambda s, i: edits.add_person(new("ann")),
    "parent": lambda s, i: edits.add_parent(s, "dave", new("ann"), i),
    "second parent": lambda s, i: edits.add_parent(s, "kelly", new("jim"), i),
    "sibling": lambda s, i: edits.add_sibling(s, "leo", new("ann"), i),
    "sibling without parents": lambda s, i: edits.add_sibling(s, "dave", new("ann"), i),
    "child": lambda s, i: edits.add_child(s, s.get(Partnership, "ks"), new("ann"), i),
    "child of one": lambda s, i: edits.add_child(s, "sean", new("ann"), i),
    "partner": lambda s, i: edits.add_partner(s, "rose", new("jim"), i, also_parent=False),
    "also parent": lambda s, i: edits.add_partner(s, "rose", new("jim"), i, also_parent=True),
    "friend": lambda s, i: edits.add_friend(s, "kelly", new("bev")),
    "parting": lambda s, i: couples.part_further(s.get(Partnership, "ks")),
    "bond": lambda s, i: couples.bond_next(s.get(Partnership, "ks")),
    "died": lambda s, i: edits.turn_died(s.get(Person, "rose")),
    "index": lambda s, i: edits.turn_index(s.get(Person, "leo")),
    "gender": lambda s, i: edits.set_gender(s.get(Person, "mia"), Gender.OTHER),
    "text": lambda s, i: [Change(s.get(Person, "mia"), changed(s.get(Person, "mia"), "Mia Rose 14"))],
    "household": lambda s, i: homes.set_household(s, None, ["leo", "mia"], "Nan's", i),
    "line": lambda s, i: homes.add_relationship("kelly", "leo", Line.CLOSE, i()),
    "delete": lambda s, i: edits.delete_person(s, "kelly"),
}


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_changes_the_session_and_is_taken_back(name: str) -> None:
    here = session()
    changes = EDITS[name](here, counted_ids())
    here.apply(changes)
    assert here != session()
    here.apply([change.inverse for change in reversed(changes)])
    assert here == session()


def test_second_parent_joins_the_first() -> None:
    here = session()
    here.apply(EDITS["second parent"](here, counted_ids()))
    assert family_of(here).parents("kelly") == ("rose", "jim")
    assert edits.parents_wanted(family_of(here), "kelly") == 0
    assert edits.add_parent(here, "kelly", new("third"), counted_ids()) == []


def test_a_parent_takes_the_place_of_one_not_known() -> None:
    here = session()
    here.apply(EDITS["sibling without parents"](here, counted_ids()))
    assert edits.parents_wanted(family_of(here), "dave") == 2
    here.apply(edits.add_parent(here, "dave", Person("pat", "Pat", Gender.FEMALE), counted_ids("n")))
    family = family_of(here)
    assert [family.people[parent].name for parent in family.parents("dave")] == ["Pat"]
    assert family.siblings("dave") == ["dave", "ann"]


def test_a_child_hangs_from_its_own_couple() -> None:
    here = session()
    here.apply(EDITS["child"](here, counted_ids()))
    assert set(family_of(here).parents("ann")) == {"kelly", "sean"}
    assert "ann" not in family_of(here).children_of("dave")


def test_several_may_be_index_children() -> None:
    here = session()
    for name in ("mia", "leo"):
        here.apply(edits.turn_index(here.get(Person, name)))
    assert [person.id for person in here.all(Person) if person.index] == ["mia", "leo"]
    here.apply(edits.turn_index(here.get(Person, "leo")))
    assert [person.id for person in here.all(Person) if person.index] == ["mia"]


def test_deleted_parent_leaves_the_children_with_the_other() -> None:
    here = session()
    here.apply(edits.delete_person(here, "kelly"))
    family = family_of(here)
    assert family.parents("leo") == ("sean",) and family.parents("tyler") == ("dave",)
    assert here.get(Household, "home").people == ("sean", "mia")
    here.apply(edits.delete_person(here, "sean"))
    assert family_of(here).parents("leo") == ()
    assert not here.all(Relationship)
    left = {person.id for person in here.all(Person)}
    assert all({link.child} <= left for link in here.all(ChildOf))


def test_nobody_lives_in_two_households() -> None:
    here = session()
    here.apply(homes.set_household(here, None, ["mia", "leo"], "Nan's", counted_ids()))
    assert {home.name: home.people for home in here.all(Household)} == {
        "Flat": ("kelly", "sean"),
        "Nan's": ("mia", "leo"),
    }
    assert homes.likely_household(family_of(here), "kelly") == ("kelly", "tyler")


def test_partings_and_bonds_go_round() -> None:
    here = session()
    seen = []
    for _ in range(4):
        here.apply(couples.part_further(here.get(Partnership, "ks")))
        here.apply(couples.bond_next(here.get(Partnership, "ks")))
        couple = here.get(Partnership, "ks")
        seen.append((couple.parting, couple.bond))
    assert seen == [
        (Parting.SEPARATED, Bond.MARRIED), (Parting.DIVORCED, Bond.LIVING_TOGETHER),
        (Parting.REUNITED, Bond.RELATIONSHIP),
        (Parting.NONE, Bond.MARRIED),
    ]  # fmt: skip


def test_birth_order_by_age_then_by_entry() -> None:
    ages = {"a": "5", "b": "", "c": "12", "d": "8 mo", "e": "18w"}
    people = {
        name: Person(name, name, age=age, rank=rank, life=Life.PREGNANCY if "w" in age else Life.PERSON)
        for rank, (name, age) in enumerate(ages.items())
    }
    links = [ChildOf(name, name, "x") for name in "edcba"]
    assert [link.child for link in birth_order(links, people)] == ["c", "b", "a", "d", "e"]
