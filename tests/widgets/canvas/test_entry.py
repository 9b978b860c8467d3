"""The genogram typed in: every key, what each asks, and that nothing typed is a trap."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.document import Document
from app.masking import Masking
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
from models.kin import family_of
from models.session import Session
from tests.helpers import counted_ids
from widgets.canvas.canvas import GenogramCanvas
from widgets.canvas.commands import COMMANDS
from widgets.canvas.modes import Idle

UP, DOWN, LEFT, RIGHT, ESC = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape,
)  # fmt: skip


class Typist:
    """Presses keys one by one on whatever has the keyboard, and counts them."""

    def __init__(self, canvas: GenogramCanvas) -> None:
        self.canvas = canvas
        self.count = 0

    def __call__(self, *parts: str | Qt.Key) -> None:
        for part in parts:
            for key in [part] if isinstance(part, Qt.Key) else part:
                target = self.canvas.window().focusWidget() or self.canvas
                QTest.keyClick(target, Qt.Key.Key_Return if key == "\n" else key)
                self.count += 1

    @property
    def session(self) -> Session:
        return self.canvas.document.session

    def who(self, name: str) -> Person:
        return next(person for person in self.session.all(Person) if person.name == name)

    def names(self, people) -> list[str]:
        return [self.session.get(Person, person).name for person in people]

    def parents(self, name: str) -> set[str]:
        return set(self.names(family_of(self.session).parents(self.who(name).id)))

    def origins(self, name: str) -> dict[Descent, list[str]]:
        family = family_of(self.session)
        links = family.origins.get(self.who(name).id, [])
        return {link.descent: self.names(family.partners(family.partnerships[link.partnership])) for link in links}

    def focus(self) -> str:
        return self.session.get(Person, self.canvas.control.focus).name

    def go(self, name: str) -> None:
        self.canvas.control.focus_on(self.who(name).id)
        self.canvas.view.setFocus()

    def said(self) -> str:
        return self.canvas.foot.prompt.text()


@pytest.fixture
def made(qtbot) -> Callable[..., Typist]:
    def make(*entities, size: tuple[int, int] = (1100, 620)) -> Typist:
        document = Document(Session("s", entities), counted_ids())
        masking = Masking(document)
        canvas = GenogramCanvas(document, masking)
        document.setParent(canvas)
        masking.setParent(canvas)
        qtbot.addWidget(canvas)
        canvas.resize(*size)
        canvas.show()
        qtbot.waitExposed(canvas)
        canvas.activateWindow()
        canvas.first_field().setFocus()
        qtbot.waitUntil(canvas.first_field().hasFocus)
        return Typist(canvas)

    return make


@pytest.fixture
def typist(made) -> Typist:
    return made()


# The reference family

REFERENCE = (
    "Jim 78m\n", "bRose 75\n", "cGill 40f\n", "sKelly 38f\n", "bDave 41\n", "/", "cTyler 16m\n", "sMia 13f\n",
    UP, "bSean 36\n", "c2", "Leo 7m\n", "i", "hf\n", UP, "h\n",
)  # fmt: skip


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
    assert typist.origins("Leo") == {Descent.ADOPTED: ["Kelly", "Sean"]}
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
    ],
)
def test_what_cannot_be_is_said_and_kept(typist: Typist, keys: tuple[str, ...], said: str) -> None:
    typist(*keys)
    assert said in typist.said()
    assert typist.who("Jim")


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


# What must not break


@pytest.mark.parametrize("name", ["=1+1 <b>", "فاطمة", "x" * 380, "👶🏽 Zoë", "A & B", "Smith, John", "%s {0}"])
def test_any_name_is_taken_everywhere(typist: Typist, name: str) -> None:
    typist.canvas.foot.field.setText(f"{name} 38 f")
    typist("\n")
    assert typist.session.all(Person)[0].name == name
    for command in COMMANDS:
        if command.id not in ("delete", "details"):
            typist.canvas.control.run(command.id)
            assert typist.canvas.foot.width() <= typist.canvas.width()
            typist.canvas.control.rest()
    typist("bSean 36\n", "m", "cLeo 7\n", "t")
    assert len(typist.session.all(Person)) == 3


def test_typing_while_names_are_masked(typist: Typist) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "/")
    typist.canvas._masking.set_on(True)
    typist("cLeopold 7m\n", "sMia 5f\n")
    assert {person.name for person in typist.session.all(Person)} == {"Kelly", "Sean", "Leopold", "Mia"}
    assert "Mia" not in typist.said() and "Leopold" not in typist.said()
    typist("\n")
    assert "masked" in typist.said() and not typist.canvas.foot.field.isVisible()
    typist("p")
    assert not any(name in typist.said() for name in ("Kelly", "Sean", "Mia"))


def test_several_index_children_and_their_deletion(typist: Typist) -> None:
    typist("Kelly 38f\n", "cLeo 7m\n", "i", "sMia 5f\n", "i")
    assert [person.name for person in typist.session.all(Person) if person.index] == ["Leo", "Mia"]
    typist(Qt.Key.Key_Delete)
    assert "Mia is deleted" in typist.said() and typist.focus() == "Kelly"
    typist.canvas.document.undo_stack.undo()
    assert typist.who("Mia").index


def test_everybody_deleted_one_by_one(typist: Typist) -> None:
    typist(*REFERENCE)
    for _ in range(9):
        typist(Qt.Key.Key_Delete)
    assert [kind for kind in (Person, Partnership, ChildOf, Household) if typist.session.all(kind)] == []
    assert typist.canvas.foot.field.isVisible()


def test_a_person_without_a_name_can_do_everything(typist: Typist) -> None:
    typist("?\n", "c?\n", "s? f\n", "p", "\n", "hx\n", "x", "i")
    assert [person.name for person in typist.session.all(Person)] == [""] * 3
    typist("\n")
    assert typist.canvas.foot.field.text() == "? f died"
    typist(ESC)


def test_change_marks_only_name_age_and_gender(typist: Typist) -> None:
    typist("Sam 15 m (trans boy)\n", "\n", "Sammy 16 m\n")
    sam = typist.session.all(Person)[0]
    assert (sam.name, sam.age, sam.label) == ("Sammy", "16", "trans boy")


def test_half_typed_people_are_kept_and_half_typed_years_are_not(typist: Typist) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "/20")
    assert typist.canvas.foot.half_typed() == ""
    typist(ESC, "cLe")
    assert typist.canvas.foot.half_typed() == "Le"


def test_details_are_asked_for(typist: Typist, qtbot) -> None:
    typist("Kelly 38f\n")
    with qtbot.waitSignal(typist.canvas.control.details_wanted) as seen:
        typist("e")
    assert seen.args == [typist.who("Kelly").id]


# The line at the foot


@pytest.mark.parametrize("size", [(1000, 560), (560, 300), (300, 250)])
@pytest.mark.parametrize("name", ["Jo", "Bartholomew Featherstonehaugh-Cholmondeley"])
@pytest.mark.parametrize("scale", [1, 2])
def test_the_guide_is_one_line_and_never_cut(made, size: tuple[int, int], name: str, scale: int) -> None:
    typist = made(Person("j", name, Gender.FEMALE, "38"), Person("k", "Kim"), Partnership("c", "j", "k"), size=size)
    foot = typist.canvas.foot
    font = foot.prompt.font()
    font.setPixelSize(15 * scale)
    foot.prompt.setFont(font)
    foot._fit_guide()
    text = foot.prompt.text()
    assert QFontMetrics(font).horizontalAdvance(text) <= foot.width() - 14 or "   " not in text
    assert text.startswith(name[:2])
    if size[0] >= 1000:
        assert "p parents" in text and "walk" in text


def test_the_guide_says_what_matters_for_this_person(typist: Typist) -> None:
    typist("Kelly 38f\n")
    assert "p parents" in typist.said() and "parted" not in typist.said()
    typist("bSean 36m\n")
    assert "/ parted" in typist.said()
    typist("cLeo 7m\n")
    assert "p parents" not in typist.said()


def test_no_two_commands_share_a_key() -> None:
    keys = [command.key for command in COMMANDS]
    assert len(set(keys)) == len(keys)
