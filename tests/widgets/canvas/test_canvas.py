"""The canvas as it is used: real keys, buttons, list and mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.document import Document
from app.masking import Masking
from models.genogram import ChildOf, Gender, Household, Life, Line, Parting, Partnership, Person, Relationship
from models.kin import family_of
from models.session import Session
from tests.helpers import counted_ids
from widgets.canvas.canvas import GenogramCanvas

NAMED = {"\n": Qt.Key.Key_Return}


@pytest.fixture
def canvas(qtbot) -> GenogramCanvas:
    document = Document(Session("s"), counted_ids())
    masking = Masking(document)
    canvas = GenogramCanvas(document, masking)
    document.setParent(canvas)
    masking.setParent(canvas)
    qtbot.addWidget(canvas)
    canvas.resize(1100, 620)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.activateWindow()
    canvas.first_field().setFocus()
    qtbot.waitUntil(canvas.first_field().hasFocus)
    return canvas


def press(canvas: GenogramCanvas, keys: str | Qt.Key) -> int:
    """Press keys one by one on whatever has the focus; how many they were."""
    for key in [keys] if isinstance(keys, Qt.Key) else keys:
        target = canvas.window().focusWidget() or canvas
        if isinstance(key, str) and key not in NAMED:
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, NAMED.get(key, key))
    return len(keys) if isinstance(keys, str) else 1


def type_all(canvas: GenogramCanvas, *parts: str | Qt.Key) -> int:
    return sum(press(canvas, part) for part in parts)


def someone(canvas: GenogramCanvas, name: str) -> Person:
    return next(person for person in canvas.document.session.all(Person) if person.name == name)


def parents(canvas: GenogramCanvas, name: str) -> set[str]:
    family = family_of(canvas.document.session)
    return {family.people[parent].name for parent in family.parents(someone(canvas, name).id)}


REFERENCE = (
    "Jim 78m\n", "bRose 75\n", "cGill 40f\n", "sKelly 38f\n", "bDave 41\n", "/", "cTyler 16m\n", "sMia 13f\n",
    Qt.Key.Key_Up, "bSean 36\n", "c2", "Leo 7m\n", "i", "hf\n", Qt.Key.Key_Up, "h\n",
)  # fmt: skip


def test_reference_family_is_typed_in_a_hundred_keys(canvas: GenogramCanvas) -> None:
    assert type_all(canvas, *REFERENCE) <= 100
    for child, both in {
        "Gill": {"Jim", "Rose"}, "Kelly": {"Jim", "Rose"}, "Tyler": {"Kelly", "Dave"}, "Mia": {"Kelly", "Dave"},
        "Leo": {"Kelly", "Sean"},
    }.items():  # fmt: skip
        assert parents(canvas, child) == both
    session = canvas.document.session
    assert {person.name: (person.age, person.gender.value[0]) for person in session.all(Person)} == {
        "Jim": ("78", "m"), "Rose": ("75", "f"), "Gill": ("40", "f"), "Kelly": ("38", "f"), "Dave": ("41", "m"),
        "Tyler": ("16", "m"), "Mia": ("13", "f"), "Sean": ("36", "m"), "Leo": ("7", "m"),
    }  # fmt: skip
    assert [person.name for person in session.all(Person) if person.index] == ["Leo"]
    partings = {couple.parting for couple in session.all(Partnership, lambda c: c.second == someone(canvas, "Dave").id)}
    assert partings == {Parting.SEPARATED}
    names = {person.id: person.name for person in session.all(Person)}
    homes = {home.name: {names[person] for person in home.people} for home in session.all(Household)}
    assert homes == {"foster care": {"Leo"}, "": {"Kelly", "Sean", "Tyler", "Mia"}}


def test_every_edit_of_the_reference_family_is_undone_and_redone(canvas: GenogramCanvas) -> None:
    type_all(canvas, *REFERENCE)
    stack, session = canvas.document.undo_stack, canvas.document.session
    full = session.copy()
    while stack.canUndo():
        assert stack.undoText()
        stack.undo()
    assert not session.all(Person) and not session.all(ChildOf) and not canvas.list.texts()
    while stack.canRedo():
        stack.redo()
    assert session == full
    assert len(canvas.list.texts()) == 9


def test_slash_once_separates_twice_divorces(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Ann 30f\n", "bBen 31\n", "//")
    assert canvas.document.session.all(Partnership)[0].parting is Parting.DIVORCED


def test_parents_are_asked_for_one_after_the_other(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Leo 7m\n", "p", "Kelly 38\n", "Sean 36\n")
    assert parents(canvas, "Leo") == {"Kelly", "Sean"}
    assert someone(canvas, "Sean").gender is Gender.MALE
    assert canvas.control.focus == someone(canvas, "Leo").id


def test_one_parent_alone_and_the_other_later(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Leo 7m\n", "p", "Kelly 38\n", "\n")
    assert parents(canvas, "Leo") == {"Kelly"}
    type_all(canvas, Qt.Key.Key_Up, "b", "Sean 36\n")
    assert "Also parent of Leo?" in canvas.foot.prompt.text()
    press(canvas, "y")
    assert parents(canvas, "Leo") == {"Kelly", "Sean"}


def test_new_partner_who_is_no_parent(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Kelly 38f\n", "cLeo 7m\n", Qt.Key.Key_Up, "bSean 36\n", "n")
    assert parents(canvas, "Leo") == {"Kelly"}


def test_pregnancy_hangs_from_the_couple(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Kelly 38f\n", "bSean 36\n", "u18\n")
    baby = next(person for person in canvas.document.session.all(Person) if person.life is Life.PREGNANCY)
    assert baby.age == "18w"
    assert len(family_of(canvas.document.session).parents(baby.id)) == 2


def test_line_between_two_people_by_keys(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Kelly 38f\n", "bSean 36\n", "r4", Qt.Key.Key_Left, "\n")
    [tie] = canvas.document.session.all(Relationship)
    assert (tie.first, tie.second, tie.line) == (
        someone(canvas, "Kelly").id, someone(canvas, "Sean").id, Line.CONFLICT)  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "seen"),
    [("x", lambda p: p.died), ("i", lambda p: p.index), ("\nKelly Ann 39 o\n", lambda p: p.gender is Gender.OTHER)],
)
def test_keys_change_the_person_in_focus(canvas: GenogramCanvas, keys: str, seen: Callable[[Person], bool]) -> None:
    type_all(canvas, "Kelly 38f\n", keys)
    assert seen(canvas.document.session.all(Person)[0])


def test_delete_asks_for_a_first_person_again(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Kelly 38f\n", Qt.Key.Key_Delete)
    assert not canvas.document.session.all(Person)
    assert canvas.foot.field.isVisible()
    type_all(canvas, "Ann\n")
    assert someone(canvas, "Ann").age == ""


def test_escape_leaves_a_question_with_nothing_done(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Kelly 38f\n", "cLe", Qt.Key.Key_Escape, "x")
    assert [person.died for person in canvas.document.session.all(Person)] == [True]


@pytest.mark.parametrize("name", ["Parents", "Sibling", "Child", "Partner", "Friend", "Pregnancy", "Add person"])
def test_buttons_do_what_keys_do(canvas: GenogramCanvas, name: str) -> None:
    type_all(canvas, "Kelly 38f\n")
    button = next(button for button in canvas.findChildren(QPushButton) if button.accessibleName() == name)
    button.click()
    assert canvas.foot.field.isVisible() and canvas.foot.field.accessibleName() == "Person"
    press(canvas, "Ada 5\n")
    ada = someone(canvas, "Ada")
    assert ada.name == "Ada" and len(canvas.document.session.all(Person)) == (3 if name == "Sibling" else 2)


def test_list_says_who_is_whose_and_follows_both_ways(canvas: GenogramCanvas) -> None:
    type_all(canvas, *REFERENCE)
    said = canvas.list.texts()
    assert any(text.startswith("Leo, 7, male, index child; child of Kelly and Sean") for text in said)
    kelly = next(text for text in said if text.startswith("Kelly"))
    assert "separated from Dave; partner of Sean; mother of Tyler, Mia and Leo; child of Jim and Rose" in kelly
    canvas.list.fill()
    canvas.list.setCurrentIndex(canvas.list.rows.index(0))
    assert canvas.control.focus == someone(canvas, "Jim").id
    canvas.view.setFocus()
    press(canvas, Qt.Key.Key_Right)
    assert canvas.list.texts()[canvas.list.currentIndex().row()].startswith("Rose")


def test_names_are_masked_everywhere(canvas: GenogramCanvas) -> None:
    type_all(canvas, *REFERENCE)
    canvas._masking.set_on(True)
    shown = canvas.list.texts()
    shown += [canvas.foot.prompt.text(), canvas.view.accessibleDescription()]
    assert not any(name in text for text in shown for name in ("Kelly", "Leo", "Rose"))


@pytest.mark.parametrize("name", ["=1+1 <b>", "محمد علي", "  Anna   Lena ", "A & B", "x" * 300])
def test_a_name_may_hold_anything(canvas: GenogramCanvas, name: str) -> None:
    canvas.foot.field.setText(f"{name} 7 m")
    press(canvas, "\n")
    [person] = canvas.document.session.all(Person)
    assert (person.name, person.age) == (name.strip(), "7")
    assert canvas.list.texts()[0].startswith(name.strip())


def test_dragging_pins_and_double_click_lets_go(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Kelly 38f\n", "bSean 36\n")
    sean = someone(canvas, "Sean")
    at = canvas.view.place_of(sean.id).toPoint()
    QTest.mousePress(canvas.view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas.view, at - QPoint(20, 0))
    QTest.mouseMove(canvas.view, at - QPoint(80, 0))
    QTest.mouseRelease(canvas.view, Qt.MouseButton.LeftButton, pos=at - QPoint(80, 0))
    pinned = someone(canvas, "Sean")
    assert pinned.x is not None
    assert abs(canvas.view.drawing.people[sean.id].x - pinned.x) < 0.01
    QTest.mouseDClick(canvas.view, Qt.MouseButton.LeftButton, pos=canvas.view.place_of(sean.id).toPoint())
    assert someone(canvas, "Sean").x is None


def test_click_takes_into_a_household(canvas: GenogramCanvas) -> None:
    type_all(canvas, "Kelly 38f\n", "sGill 40f\n", "h")
    kelly = someone(canvas, "Kelly")
    QTest.mouseClick(canvas.view, Qt.MouseButton.LeftButton, pos=canvas.view.place_of(kelly.id).toPoint())
    press(canvas, "Flat\n")
    [home] = canvas.document.session.all(Household)
    assert (home.name, len(home.people)) == ("Flat", 2)
