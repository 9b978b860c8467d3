"""The form about one person: what it shows, what each field changes, one step of undo each."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

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
from models.session import Session
from tests.helpers import counted_ids
from widgets.canvas.person_form import PersonForm

W = TypeVar("W", bound=QWidget)


def session() -> Session:
    """Kelly with Dave (Tyler, Mia) and with Sean (Leo, in foster care with Ann); Bev is Kelly's friend."""
    people = [
        Person("kelly", "Kelly", Gender.FEMALE, "38", rank=0), Person("dave", "Dave", Gender.MALE, "41", rank=1),
        Person("sean", "Sean", Gender.MALE, "36", rank=2), Person("tyler", "Tyler", Gender.MALE, "16", rank=3),
        Person("mia", "Mia", Gender.FEMALE, "16", rank=4), Person("leo", "Leo", Gender.MALE, "7", rank=5),
        Person("ann", "Ann", Gender.FEMALE, "50", rank=6),
        Person("bev", "Bev", outside=True, friend_of="kelly", rank=7),
    ]  # fmt: skip
    return Session("s", [
        *people,
        Partnership("kd", "kelly", "dave", parting=Parting.SEPARATED, rank=0),
        Partnership("ks", "kelly", "sean", rank=1), Partnership("a", "ann", rank=2),
        ChildOf("1", "tyler", "kd"), ChildOf("2", "mia", "kd"), ChildOf("3", "leo", "ks"),
        ChildOf("4", "leo", "a", Descent.FOSTER),
        Household("h", "Flat", ("kelly", "sean", "mia")), Relationship("r", "dave", "leo", Line.VIOLENCE),
    ])  # fmt: skip


@pytest.fixture
def form(qtbot) -> PersonForm:
    document = Document(session(), counted_ids())
    masking = Masking(document)
    form = PersonForm(document, masking)
    document.setParent(form)
    masking.setParent(form)
    form.document, form.masking = document, masking  # type: ignore[attr-defined]
    qtbot.addWidget(form)
    form.resize(360, 700)
    form.show()
    qtbot.waitExposed(form)
    return form


def find(form: PersonForm, kind: type[W], name: str) -> W:
    found = [each for each in form.findChildren(kind) if each.accessibleName() == name and each.isVisibleTo(form)]
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0]


def pick(form: PersonForm, name: str, option: str) -> None:
    box = find(form, QComboBox, name)
    box.setFocus()
    if box.findText(option) < 0:
        box._fill()  # as the popup would
    place = box.findText(option)
    assert place >= 0, [box.itemText(each) for each in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def type_in(form: PersonForm, name: str, text: str) -> None:
    line = find(form, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def held(form: PersonForm, kind: type, entity: str):
    return form.document.session.get(kind, entity)


ACTS: dict[str, tuple[str, Callable[[PersonForm], None], Callable[[PersonForm], bool]]] = {
    "name": ("leo", lambda f: type_in(f, "Name", "Leon"), lambda f: held(f, Person, "leo").name == "Leon"),
    "age": ("leo", lambda f: type_in(f, "Age", "8"), lambda f: held(f, Person, "leo").age == "8"),
    "born": ("leo", lambda f: type_in(f, "Born", "2016"), lambda f: held(f, Person, "leo").born == "2016"),
    "label": ("leo", lambda f: type_in(f, "Label", "the boss"), lambda f: held(f, Person, "leo").label == "the boss"),
    "gender": ("leo", lambda f: pick(f, "Gender", "Other"), lambda f: held(f, Person, "leo").gender is Gender.OTHER),
    "died": ("leo", lambda f: find(f, QCheckBox, "Died").click(), lambda f: held(f, Person, "leo").died),
    "index": ("leo", lambda f: find(f, QCheckBox, "Index child").click(), lambda f: held(f, Person, "leo").index),
    "life": ("leo", lambda f: pick(f, "What this is", "Stillbirth"),
             lambda f: held(f, Person, "leo").life is Life.STILLBIRTH),
    "descent": ("leo", lambda f: pick(f, "How, child of Ann", "Kinship care"),
                lambda f: held(f, ChildOf, "4").descent is Descent.KINSHIP),
    "not their child": ("leo", lambda f: find(f, QPushButton, "Not their child, child of Ann").click(),
                        lambda f: f.document.session.find(ChildOf, "4") is None),
    "twin": ("mia", lambda f: pick(f, "Twin of, child of Kelly and Dave", "Tyler"),
             lambda f: held(f, ChildOf, "1").twins == held(f, ChildOf, "2").twins != ""),
    "bond": ("kelly", lambda f: pick(f, "Together how, Sean", "Married"),
             lambda f: held(f, Partnership, "ks").bond is Bond.MARRIED),
    "parting": ("kelly", lambda f: pick(f, "Parted how, Dave", "Reunited"),
                lambda f: held(f, Partnership, "kd").parting is Parting.REUNITED),
    "dates": ("kelly", lambda f: type_in(f, "Dates, Dave", "m 2009, s 2014"),
              lambda f: held(f, Partnership, "kd").dates == "m 2009, s 2014"),
    "order": ("kelly", lambda f: find(f, QPushButton, "Earlier partner, Sean").click(),
              lambda f: held(f, Partnership, "ks").rank < held(f, Partnership, "kd").rank),
    "no couple": ("kelly", lambda f: find(f, QPushButton, "No couple, Sean").click(),
                  lambda f: held(f, Partnership, "ks").second == ""),
    "place": ("kelly", lambda f: type_in(f, "Name of the place", "Nans"),
              lambda f: held(f, Household, "h").name == "Nans"),
    "take out": ("kelly", lambda f: find(f, QPushButton, "Take out Mia").click(),
                 lambda f: held(f, Household, "h").people == ("kelly", "sean")),
    "take in": ("kelly", lambda f: pick(f, "Lives here too", "Tyler"),
                lambda f: "tyler" in held(f, Household, "h").people),
    "move": ("leo", lambda f: pick(f, "Lives in", "a place of their own"),
             lambda f: [home.people for home in f.document.session.all(Household)][-1] == ("leo",)),
    "move in": ("leo", lambda f: pick(f, "Lives in", "Flat"), lambda f: "leo" in held(f, Household, "h").people),
    "kind of line": ("leo", lambda f: pick(f, "Line, Dave", "Worry"),
                     lambda f: held(f, Relationship, "r").line is Line.WORRY),
    "words": ("leo", lambda f: type_in(f, "Words, Dave", "in 2024"),
              lambda f: held(f, Relationship, "r").label == "in 2024"),
    "turn": ("leo", lambda f: find(f, QPushButton, "Turn round, Dave").click(),
             lambda f: held(f, Relationship, "r").first == "leo"),
    "remove line": ("leo", lambda f: find(f, QPushButton, "Remove line, Dave").click(),
                    lambda f: not f.document.session.all(Relationship)),
    "new line": ("leo", lambda f: pick(f, "New line to", "Mia"),
                 lambda f: len(f.document.session.all(Relationship)) == 2),
    "friend of": ("bev", lambda f: pick(f, "Friend of", "Leo"), lambda f: held(f, Person, "bev").friend_of == "leo"),
    "outside": ("bev", lambda f: find(f, QCheckBox, "Outside the family").click(),
                lambda f: not held(f, Person, "bev").outside),
}  # fmt: skip


@pytest.mark.parametrize("what", ACTS)
def test_each_field_is_one_step_of_undo(form: PersonForm, what: str) -> None:
    person, act, seen = ACTS[what]
    form.point_at(person)
    assert not seen(form)
    act(form)
    assert seen(form)
    stack = form.document.undo_stack
    assert stack.count() == 1 and stack.undoText()
    stack.undo()
    assert form.document.session == session()
    stack.redo()
    assert seen(form)


def test_the_form_mirrors_the_document(form: PersonForm) -> None:
    form.point_at("leo")
    leo = held(form, Person, "leo")
    form.document.set("Change person", leo, name="Leon", died=True, death="2024", gender=Gender.OTHER)
    assert find(form, QLineEdit, "Name").text() == "Leon"
    assert find(form, QLineEdit, "Died, when").text() == "2024"
    assert find(form, QLineEdit, "Died, when").isEnabled()
    assert find(form, QComboBox, "Gender").currentText() == "Other"
    form.document.undo_stack.undo()
    assert find(form, QLineEdit, "Name").text() == "Leo"
    assert not find(form, QLineEdit, "Died, when").isEnabled()


def test_masked_names_are_shown_masked_and_cannot_be_edited(form: PersonForm) -> None:
    form.point_at("leo")
    form.masking.set_on(True)
    texts = [each.text() for each in form.findChildren(QLineEdit)]
    texts += [each.text() for each in form.findChildren(QPushButton)]
    texts += [each.currentText() for each in form.findChildren(QComboBox)]
    texts += [each.accessibleName() for each in form.findChildren(QWidget) if each.isVisibleTo(form)]
    assert not any(name in text for text in texts for name in ("Kelly", "Sean", "Leo", "Ann", "Dave"))
    type_in(form, "Name", "x")
    assert held(form, Person, "leo").name == "Leo"
    type_in(form, "Age", "9")
    assert held(form, Person, "leo").age == "9"
    form.masking.set_on(False)
    assert find(form, QLineEdit, "Name").text() == "Leo"


def test_who_is_deleted_leaves_the_form_empty(form: PersonForm) -> None:
    form.point_at("bev")
    form.document.remove("Delete person", held(form, Person, "bev"))
    assert not [each for each in form.findChildren(QLineEdit) if each.isVisibleTo(form)]
    form.point_at("kelly")
    assert find(form, QLineEdit, "Name").text() == "Kelly"
    form.point_at("")
    assert not [each for each in form.findChildren(QLineEdit) if each.isVisibleTo(form)]
    assert len(form.document.session.all(Person)) == 7


def test_every_control_is_named_and_nothing_is_wider_than_a_narrow_form(form: PersonForm) -> None:
    form.resize(250, 300)
    for person in ("kelly", "leo", "bev"):
        form.point_at(person)
        controls = [
            each for kind in (QLineEdit, QComboBox, QPushButton, QCheckBox) for each in form.findChildren(kind)
            if each.isVisibleTo(form)
        ]  # fmt: skip
        assert all(each.accessibleName() for each in controls)
        names = [each.accessibleName() for each in controls]
        assert len(set(names)) == len(names)
        assert all(each.mapTo(form, each.rect().topRight()).x() <= form.width() for each in controls)


def test_escape_and_enter_do_nothing_in_a_field(form: PersonForm) -> None:
    form.point_at("leo")
    line = find(form, QLineEdit, "Name")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert held(form, Person, "leo").name == "Leo" and form.document.undo_stack.count() == 0
