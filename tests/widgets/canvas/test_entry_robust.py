"""What must not break while a family is typed in, and the line at the foot that says what the keys do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from models.genogram import (
    ChildOf,
    Gender,
    Household,
    Partnership,
    Person,
)  # fmt: skip
from models.references import dangling
from tests.widgets.canvas.typist import DOWN, ESC, REFERENCE, UP, Typist
from widgets.canvas.commands import COMMANDS

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


def undo(typist: Typist) -> None:
    typist.canvas.document.undo_stack.undo()


@pytest.mark.parametrize("keys", [("h",), ("r1", UP), ("b",), ("c",)])
def test_a_question_about_somebody_whom_undo_took_away_is_dropped(typist: Typist, keys: tuple[str, ...]) -> None:
    typist("Kelly 38f\n", "cLeo 7m\n", UP if keys != ("r1", UP) else DOWN, *keys)
    undo(typist)
    typist("\n", ESC)
    session = typist.session
    assert [person.name for person in session.all(Person)] == ["Kelly"]
    assert not list(dangling(session))
    assert not session.all(Household)


def test_what_was_half_typed_comes_back_with_its_question(typist: Typist, made) -> None:
    typist("Zelda 33f\n", "sBeth 30f\n", UP, "c", "Half Ty")
    again = made(*typist.session.entities()).canvas
    assert again.foot.field.text() == "Half Ty"
    assert again.foot.prompt.text() == typist.canvas.foot.prompt.text() != "Add person"
    assert again.control.focus == typist.canvas.control.focus
