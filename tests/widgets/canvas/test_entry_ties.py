"""Couples, lines and households typed in, and people drawn already who are tied."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from models.genogram import (
    Bond,
    Household,
    Line,
    Parting,
    Partnership,
    Relationship,
)  # fmt: skip
from models.kin import family_of
from tests.widgets.canvas.typist import DOWN, ESC, LEFT, RIGHT, UP, Typist
from widgets.canvas.modes import Idle

# Couples


def test_which_couple_is_asked_only_where_there_are_several(typist: Typist) -> None:
    typist("Kelly 38f\n", "bDave 41\n", "/")
    assert typist.session.all(Partnership)[0].parting is Parting.SEPARATED
    typist("bSean 36\n", "/", "1", "/")
    assert [couple.parting for couple in typist.session.all(Partnership)] == [Parting.REUNITED, Parting.NONE]
    typist("/")
    assert typist.session.all(Partnership)[0].parting is Parting.NONE


def test_a_couple_is_dated_by_digits(typist: Typist) -> None:
    typist("Kelly 38f\n", "bDave 41\n", "m2009\n", "/2014\n", "/2016\n")
    [couple] = typist.session.all(Partnership)
    assert (couple.bond, couple.parting, couple.dates) == (Bond.MARRIED, Parting.DIVORCED, "m 2009, s 2014, d 2016")
    typist("7")  # digits mean nothing else
    assert typist.canvas.document.undo_stack.undoText() and isinstance(typist.canvas.control.mode, Idle) is False
    typist(ESC)
    typist.go("Dave")
    typist("2")
    assert isinstance(typist.canvas.control.mode, Idle)


def test_reunited(typist: Typist) -> None:
    typist("Kelly 38f\n", "bDave 41\n", "///")
    assert typist.session.all(Partnership)[0].parting is Parting.REUNITED


def test_partners_change_their_order(typist: Typist) -> None:
    typist("Kelly 38f\n", "bDave 41\n", "bSean 36\n", "<2")
    kelly = typist.who("Kelly").id
    family = family_of(typist.session)
    assert typist.names(family.partner_in(each, kelly) for each in family.couples[kelly]) == ["Sean", "Dave"]
    typist.go("Sean")
    typist(">")
    family = family_of(typist.session)
    assert typist.names(family.partner_in(each, kelly) for each in family.couples[kelly]) == ["Dave", "Sean"]


def test_a_letter_that_answers_nothing_is_told_what_is_wanted(typist: Typist) -> None:
    typist("Kelly 38f\n", "bDave 41\n", "bSean 36\n", "c")
    asked = typist.said()
    typist("Leo")
    assert typist.said() == f"First choose: {asked}"
    typist("2", "Leo 7m\n")
    assert typist.parents("Leo") == {"Kelly", "Sean"}
    assert "First choose" not in typist.said()


# People drawn already


def test_two_cousins_become_a_couple(typist: Typist) -> None:
    typist("Jim 78m\n", "cGill 50f\n", "sKelly 48f\n", "cLeo 20m\n")
    typist.go("Gill")
    typist("cZoe 21f\n", "j")
    typist.go("Leo")
    typist("\n", "b")
    leo, zoe = typist.who("Leo").id, typist.who("Zoe").id
    assert any({couple.first, couple.second} == {leo, zoe} for couple in typist.session.all(Partnership))


def test_a_father_drawn_already_becomes_the_father(typist: Typist) -> None:
    typist("Kelly 38f\n", "cLeo 7m\n", "fSean 36m\n", "j")
    typist.go("Sean")
    typist("\n", "c")
    assert typist.parents("Leo") == {"Kelly", "Sean"}


def test_partners_drawn_already_are_asked_about_children(typist: Typist) -> None:
    typist("Kelly 38f\n", "cLeo 7m\n", UP, "sSean 36m\n")
    typist.canvas.control.join(typist.who("Kelly").id, typist.who("Sean").id)
    typist("b")
    assert "Is Sean also parent of Leo?" in typist.said()
    typist("y")
    assert typist.parents("Leo") == {"Kelly", "Sean"}


def test_nobody_becomes_their_own_ancestor(typist: Typist) -> None:
    typist("Jim 78m\n", "cKelly 38f\n", "cLeo 7m\n")
    leo, jim = typist.who("Leo").id, typist.who("Jim").id
    typist.canvas.control.join(leo, jim)
    typist("p")
    assert "cannot be the parent" in typist.said() and typist.parents("Jim") == set()
    typist.canvas.control.join(leo, leo)
    typist.canvas.control.join("nobody", leo)
    assert isinstance(typist.canvas.control.mode, Idle)


def test_siblings_drawn_already(typist: Typist) -> None:
    typist("Jim 78m\n", "cKelly 38f\n", "fGill 40f\n")
    typist.canvas.control.join(typist.who("Gill").id, typist.who("Kelly").id)
    typist("s")
    assert typist.parents("Gill") == {"Jim"}


# Lines


def test_a_line_changes_its_kind_and_goes(typist: Typist) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "r4", LEFT, "\n")
    typist("r1", LEFT, "\n")
    assert "Instead of conflict" in [button.accessibleName() for button in typist.canvas.foot.findChildren(QPushButton)]
    typist("1")
    assert [line.line for line in typist.session.all(Relationship)] == [Line.CLOSE]
    typist("r1", LEFT, "\n")
    assert typist.session.all(Relationship) == []


def test_a_line_of_other_words(typist: Typist) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "r9", LEFT, "\n", "owes money\n")
    [line] = typist.session.all(Relationship)
    assert (line.line, line.label, typist.focus()) == (Line.OTHER, "owes money", "Kelly")


def test_violence_goes_one_way_and_the_other(typist: Typist) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "r6", LEFT, "\n")
    typist.go("Sean")
    typist("r6", RIGHT, "\n", "2")
    ways = {tuple(typist.names([line.first, line.second])) for line in typist.session.all(Relationship)}
    assert ways == {("Kelly", "Sean"), ("Sean", "Kelly")}


# Households


def test_a_household_is_named_renamed_and_left(typist: Typist) -> None:
    typist("Kelly 38f\n", "cLeo 7m\n", UP, "hFlat\n")
    [home] = typist.session.all(Household)
    assert (home.name, typist.names(home.people)) == ("Flat", ["Kelly", "Leo"])
    typist("hNan's\n")
    assert typist.session.all(Household)[0].name == "Nan's"
    typist("h", DOWN, " ", "\n")
    [home] = typist.session.all(Household)
    assert (home.name, typist.names(home.people)) == ("Nan's", ["Kelly"])
    typist.go("Kelly")
    typist("h ", "\n")
    assert typist.session.all(Household) == []


def test_the_name_of_a_place_is_completed_and_may_be_another(typist: Typist) -> None:
    typist("Leo 7m\n", "hFo")
    assert typist.canvas.foot.field.text() == "Foster care"
    typist("x\n")
    assert typist.session.all(Household)[0].name == "Fox"
    typist("hfo", Qt.Key.Key_Backspace, "\n")
    assert typist.session.all(Household)[0].name == "fo"
