"""The genogram typed in: the reference family, and relatives of every kind."""

import pytest
from PySide6.QtCore import Qt

from models.genogram import (
    ChildOf,
    Descent,
    Gender,
    Household,
    Life,
    Parting,
    Partnership,
    Person,
)  # fmt: skip
from models.kin import family_of
from tests.widgets.canvas.typist import REFERENCE, UP, Typist

# The reference family


def test_the_reference_family_takes_ninety_four_keys(typist: Typist) -> None:
    typist(*REFERENCE)
    assert typist.count == 94
    people = typist.session.all(Person)
    assert {person.name: (person.age, person.gender.value[0], person.index) for person in people} == {
        "Jim": ("78", "m", False), "Rose": ("75", "f", False), "Gill": ("40", "f", False), "Kelly": ("38", "f", False),
        "Dave": ("41", "m", False), "Tyler": ("16", "m", False), "Mia": ("13", "f", False), "Sean": ("36", "m", False),
        "Leo": ("7", "m", True),
    }  # fmt: skip
    for child, both in {
        "Gill": {"Jim", "Rose"}, "Kelly": {"Jim", "Rose"}, "Tyler": {"Kelly", "Dave"}, "Mia": {"Kelly", "Dave"},
        "Leo": {"Kelly", "Sean"}, "Jim": set(), "Dave": set(), "Sean": set(),
    }.items():  # fmt: skip
        assert typist.parents(child) == both
    couples = {
        frozenset(typist.names([couple.first, couple.second])): couple.parting
        for couple in typist.session.all(Partnership)
    }
    assert couples == {
        frozenset({"Jim", "Rose"}): Parting.NONE,
        frozenset({"Kelly", "Dave"}): Parting.SEPARATED,
        frozenset({"Kelly", "Sean"}): Parting.NONE,
    }
    homes = {home.name: set(typist.names(home.people)) for home in typist.session.all(Household)}
    assert homes == {"foster care": {"Leo"}, "": {"Kelly", "Sean", "Tyler", "Mia"}}


def test_the_reference_family_is_drawn_as_it_was_told(typist: Typist) -> None:
    typist(*REFERENCE)
    drawing = typist.canvas.view.drawing
    x = {typist.session.get(Person, person).name: placed.x for person, placed in drawing.people.items()}
    row = {typist.session.get(Person, person).name: placed.row for person, placed in drawing.people.items()}
    assert [sorted(name for name in row if row[name] == at) for at in range(3)] == [
        ["Jim", "Rose"], ["Dave", "Gill", "Kelly", "Sean"], ["Leo", "Mia", "Tyler"],
    ]  # fmt: skip
    assert x["Jim"] < x["Rose"]
    assert x["Gill"] < x["Kelly"]
    assert x["Dave"] < x["Kelly"] < x["Sean"]  # the earlier partner left, the shared one in the middle
    assert x["Tyler"] < x["Mia"] < x["Leo"]
    assert {home.name for home in drawing.households} == {"foster care", ""}


# Relatives


def test_unknown_parents_are_people_too(typist: Typist) -> None:
    typist("Leo 7m\n", "p?\n", "?\n")
    assert len(family_of(typist.session).parents(typist.who("Leo").id)) == 2
    typist("pKelly 38 f\n")
    assert "Kelly" in typist.parents("Leo") and len(typist.session.all(Person)) == 3
    assert typist.canvas.foot.field.isVisible()  # the other one is not known yet
    typist("Sean 36\n")
    assert typist.parents("Leo") == {"Kelly", "Sean"}


def test_two_mothers_are_entered_as_easily(typist: Typist) -> None:
    typist("Leo 7m\n", "pAnn 30 f\n", "Bea 31 f\n")
    assert {typist.who(name).gender for name in ("Ann", "Bea")} == {Gender.FEMALE}


def test_a_guessed_gender_is_said_and_set_right_at_once(typist: Typist) -> None:
    typist("Ann 30f\n", "bBea 31\n")
    assert "Bea is drawn as male" in typist.said() and typist.focus() == "Ann"
    typist("gf")
    assert typist.who("Bea").gender is Gender.FEMALE
    typist("g")
    assert typist.said().startswith("Ann")  # once set right, it is the person in focus again
    typist("o")
    assert typist.who("Ann").gender is Gender.OTHER


def test_a_typed_gender_is_not_spoken_of(typist: Typist) -> None:
    typist("Ann 30f\n", "bBea 31 f\n")
    assert "drawn as" not in typist.said()


def test_somebody_drawn_already_is_asked_about(typist: Typist) -> None:
    typist("Jim 78m\n", "bRose 75\n", "cKelly 38f\n", UP)
    typist.go("Kelly")
    typist("bSean 36\n", "cLeo 7m\n", "kk", "Rose\n")
    assert "Is this Rose 75" in typist.said()
    typist("y")
    assert "Together with Jim?" in typist.said()
    typist("y")
    assert typist.origins("Leo") == {Descent.BIRTH: ["Kelly", "Sean"], Descent.KINSHIP: ["Jim", "Rose"]}
    assert len(typist.session.all(Person)) == 5


def test_another_person_of_the_same_name_is_another(typist: Typist) -> None:
    typist("Jim 78m\n", "cJim 40m\n")  # another age: nothing is asked
    assert len(typist.session.all(Person)) == 2
    typist("cJim\n")
    assert "Who is this?" in typist.said() or "Is this" in typist.said()
    typist("n" if "Is this" in typist.said() else "2")
    assert len(typist.session.all(Person)) == 3


@pytest.mark.parametrize(("key", "descent"), [("f", Descent.FOSTER), ("a", Descent.ADOPTED), ("k", Descent.KINSHIP)])
def test_carers_beside_the_birth_parents(typist: Typist, key: str, descent: Descent) -> None:
    typist("Leo 7m\n", "pKelly 38f\n", "Sean 36\n", "k", key, "Ann 50f\n", "Bob 52m\n")
    assert typist.origins("Leo") == {Descent.BIRTH: ["Kelly", "Sean"], descent: ["Ann", "Bob"]}
    assert typist.focus() == "Leo"
    typist.canvas.document.undo_stack.undo()
    assert len(typist.session.all(Person)) == 3


def test_one_carer_alone_and_none(typist: Typist) -> None:
    typist("Leo 7m\n", "kfAnn 50f\n", "\n")
    assert typist.origins("Leo") == {Descent.FOSTER: ["Ann"]}
    typist("kf", "\n")
    assert len(typist.session.all(Person)) == 2
    typist("pKelly 38f\n", "\n")  # p still means birth parents
    assert typist.origins("Leo") == {Descent.FOSTER: ["Ann"], Descent.BIRTH: ["Kelly"]}


def test_a_step_parent_is_a_parents_partner(typist: Typist) -> None:
    typist("Leo 7m\n", "pKelly 38f\n", "Sean 36\n", "ks", "1", "Tom 40m\n")
    assert typist.origins("Leo")[Descent.STEP] == ["Kelly", "Tom"]
    assert len(family_of(typist.session).couples[typist.who("Kelly").id]) == 2


def test_how_a_child_is_whose_is_changed(typist: Typist) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "cLeo 7m\n", "aa")
    assert typist.said() == "Adopted by whom?"
    typist("1")
    assert typist.origins("Leo") == {Descent.ADOPTED: ["Kelly", "Sean"]}
    typist("a")
    assert typist.said().startswith("Leo is adopted by Kelly and Sean.")
    typist("f")  # they are no birth parents: nothing more is asked
    assert typist.origins("Leo") == {Descent.FOSTER: ["Kelly", "Sean"]}
    typist("an")
    assert typist.origins("Leo") == {}


def test_words_after_a_comma(typist: Typist) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "cLeo 7m, foster\n", "sMia 7f, twin, sings\n")
    assert typist.session.all(ChildOf)[0].descent is Descent.FOSTER
    assert typist.who("Mia").label == "sings"
    keys = {link.twins for link in typist.session.all(ChildOf)}
    assert len(keys) == 1 and keys != {""}


def test_twins_by_key(typist: Typist) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "cLeo 7m\n", "tMia f\n")
    assert typist.who("Mia").age == "7"  # twins are of one age
    links = typist.session.all(ChildOf)
    assert len({link.twins for link in links}) == 1 and links[0].twins and not links[0].identical
    typist("t")
    assert all(link.identical for link in typist.session.all(ChildOf))
    typist("t")
    assert not any(link.twins or link.identical for link in typist.session.all(ChildOf))
    typist("t1")
    assert all(link.twins for link in typist.session.all(ChildOf))


@pytest.mark.parametrize(
    ("typed", "life", "age", "born"),
    [
        ("18\n", Life.PREGNANCY, "18w", ""), ("stillbirth 2014\n", Life.STILLBIRTH, "", "2014"),
        ("miscarriage 12w\n", Life.MISCARRIAGE, "12w", ""), ("termination\n", Life.TERMINATION, "", ""),
    ],
)  # fmt: skip
def test_pregnancies_and_losses(typist: Typist, typed: str, life: Life, age: str, born: str) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "u", typed)
    child = typist.session.get(Person, typist.canvas.control.focus)
    assert (child.life, child.age, child.born) == (life, age, born)


@pytest.mark.parametrize("keys", [("uPoppy stillbirth 2020 f\n",), ("ustillbirth\n", "\n", "Poppy f 2020\n")])
def test_a_loss_has_a_name_a_year_and_a_gender(typist: Typist, keys: tuple[str, ...]) -> None:
    typist("Kelly 38f\n", *keys)
    poppy = typist.who("Poppy")
    assert (poppy.life, poppy.born, poppy.gender, poppy.age) == (Life.STILLBIRTH, "2020", Gender.FEMALE, "")


@pytest.mark.parametrize(
    ("key", "life"), [("m", Life.MISCARRIAGE), ("s", Life.STILLBIRTH), ("t", Life.TERMINATION), ("b", Life.PERSON)]
)
def test_how_a_pregnancy_ended(typist: Typist, key: str, life: Life) -> None:
    typist("Kelly 38f\n", "u18\n", "x", key)
    assert typist.session.get(Person, typist.canvas.control.focus).life is life


def test_friends_keep_whose_they_are(typist: Typist) -> None:
    typist("Kelly 38f\n", "fMs Bell f (social worker)\n")
    bell = typist.who("Ms Bell")
    assert (bell.outside, bell.friend_of, bell.label) == (True, typist.who("Kelly").id, "social worker")
    typist(Qt.Key.Key_Delete)
    assert typist.who("Ms Bell").friend_of == "" and typist.focus() == "Ms Bell"


def test_years_are_typed(typist: Typist) -> None:
    typist("Jim 1946-2019 m\n", "cGill b 1984 f\n")
    jim, gill = typist.who("Jim"), typist.who("Gill")
    assert (jim.born, jim.death, jim.died, gill.born) == ("1946", "2019", True, "1984")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("Jim 2019-1946 m\n", "\n", "\n"), "Jim was born after the year of death"),
        (("Jim 1946-2000 m\n", "cGill b 2010\n"), "Gill was born after Jim had died"),
        (("Jim 40 m\n", "cGill 41 f\n"), "Gill is not younger than Jim"),
        (("Jim 40 m\n", "cKelly 38 f\n"), "Kelly is only 2 years younger than Jim, the parent, as typed."),
        (("Jim 40 m\n", "cKelly 39 f\n"), "Kelly is only 1 year younger than Jim"),
    ],
)
def test_what_cannot_be_is_said_and_kept(typist: Typist, keys: tuple[str, ...], said: str) -> None:
    typist(*keys)
    assert said in typist.said()
    assert typist.who("Jim")
