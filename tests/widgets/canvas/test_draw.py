"""The draw workspace, and the genogram as a picture on other pages."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from app.document import Document
from app.masking import Masking
from app.open_session import OpenSession
from models.genogram import Gender, Person
from models.session import Session, Unfinished
from tests.helpers import counted_ids
from widgets.workspaces.draw import DrawWorkspace


@pytest.fixture
def make(qtbot) -> Callable[[Session], DrawWorkspace]:
    def made(session: Session) -> DrawWorkspace:
        document = Document(session, counted_ids())
        engine = SimpleNamespace(step=None, phase=None)
        workspace = DrawWorkspace(OpenSession(document, None, engine, Masking(document), None))
        qtbot.addWidget(workspace)
        workspace.resize(900, 500)
        workspace.show()
        return workspace

    return made


def test_empty_genogram_waits_for_the_first_person(make, qtbot) -> None:
    workspace = make(Session("s"))
    field = workspace.first_field()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "Kelly 38 f\r")
    [kelly] = workspace.document.session.all(Person)
    assert (kelly.name, kelly.age, kelly.gender) == ("Kelly", "38", Gender.FEMALE)
    assert workspace.first_field().accessibleName() == "Genogram"


@pytest.mark.parametrize("size", [(640, 280), (1000, 560), (1900, 900)])
def test_everything_stays_inside(make, size: tuple[int, int]) -> None:
    workspace = make(Session("s", [Person("k", "Kelly", Gender.FEMALE, "38")]))
    workspace.resize(*size)
    canvas = workspace.canvas
    assert (workspace.width(), workspace.height()) == size
    for part in (canvas.view, canvas.list, canvas.foot):
        corners = QRect(part.mapTo(workspace, QPoint(0, 0)), part.size())
        assert workspace.rect().contains(corners), part.accessibleName()
    assert canvas.view.height() >= 110


# What was half-typed


def half_typed(session: Session) -> dict[str, str]:
    return {held.id: held.text for held in session.all(Unfinished)}


@pytest.mark.parametrize("family", [[], [Person("t", "Tilly", Gender.FEMALE, "7")]])
def test_half_typed_people_are_there_after_a_crash(make, family: list[Person]) -> None:
    before = make(Session("s", family))
    if family:
        before.canvas.control.run("add")
    QTest.keyClicks(before.canvas.foot.field, "Kelly 3")
    assert half_typed(before.document.session) == {"genogram/person": "Kelly 3"}
    after = make(before.document.session.copy())
    field = after.canvas.foot.field
    assert field.isVisible() and field.text() == "Kelly 3"
    QTest.keyClicks(field, "8 f\r")
    assert after.document.session.all(Person)[-1].name == "Kelly"
    assert half_typed(after.document.session) == {}


def test_half_typed_text_that_is_left_is_gone(make) -> None:
    workspace = make(Session("s", [Person("t", "Tilly")]))
    for leave in (
        lambda foot: QTest.keyClick(foot.field, Qt.Key.Key_Escape),
        lambda foot: foot.cancel.click(),
        lambda foot: workspace.canvas.control.focus_on("t"),
    ):
        workspace.canvas.control.run("child")
        assert workspace.canvas.foot.field.text() == ""
        QTest.keyClicks(workspace.canvas.foot.field, "Ann")
        leave(workspace.canvas.foot)
        assert half_typed(workspace.document.session) == {}


def test_a_half_typed_change_is_kept_for_its_person(make) -> None:
    workspace = make(Session("s", [Person("t", "Tilly"), Person("u", "Una")]))
    control, field = workspace.canvas.control, workspace.canvas.foot.field
    control.focus_on("t")
    control.run("change")
    assert half_typed(workspace.document.session) == {}
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " x")
    again = make(workspace.document.session.copy())
    again.canvas.control.focus_on("u")
    again.canvas.control.run("change")
    assert again.canvas.foot.field.text().startswith("Una")
    again.canvas.control.focus_on("t")
    again.canvas.control.run("change")
    assert again.canvas.foot.field.text().endswith(" x")


def test_the_name_of_a_place_is_nobody_half_typed(make) -> None:
    workspace = make(Session("s", [Person("t", "Tilly")]))
    workspace.canvas.control.run("household")
    QTest.keyClicks(workspace.canvas.foot.field, "Nan")
    assert half_typed(workspace.document.session) == {}
