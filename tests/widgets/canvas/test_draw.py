"""The draw workspace, and the genogram as a picture on other pages."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtTest import QTest

from app.document import Document
from app.masking import Masking
from app.open_session import OpenSession
from models.genogram import Gender, Person
from models.session import Session
from tests.helpers import counted_ids
from widgets.canvas.picture import GenogramPicture
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


def test_picture_shows_a_family(qtbot) -> None:
    picture = GenogramPicture()
    qtbot.addWidget(picture)
    picture.resize(300, 200)
    empty = picture.grab().toImage()
    picture.show_session(Session("s", [Person("k", "Kelly", Gender.FEMALE, "38")]))
    assert picture.grab().toImage() != empty


@pytest.mark.parametrize("size", [(640, 280), (1000, 560), (1900, 900)])
def test_everything_stays_inside(make, size: tuple[int, int]) -> None:
    workspace = make(Session("s", [Person("k", "Kelly", Gender.FEMALE, "38")]))
    workspace.resize(*size)
    canvas = workspace.canvas
    assert (workspace.width(), workspace.height()) == size
    for part in (canvas.view, canvas.list, canvas.foot):
        assert workspace.rect().contains(part.geometry()), part.accessibleName()
    assert canvas.view.height() >= 110
