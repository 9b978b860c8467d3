"""Preparing a session by keys alone."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.document import Document
from app.engine import Engine
from app.masking import Masking
from app.open_session import OpenSession
from app.settings import Settings
from models.people import Case, CaseStatus, Child, Participant, Role
from models.session import Session
from widgets.prepare.page import PreparePage, what_is_missing

TODAY = date(2026, 6, 1)


@pytest.fixture
def page(qtbot: QtBot) -> PreparePage:
    document = Document(Session("s"))
    process = resources.process("group_supervision")
    engine = Engine(document, process, lambda: 0.0, parent=document)
    opened = OpenSession(document, process, engine, Masking(document, document), Settings(None, document))
    page = PreparePage(opened, lambda: TODAY)
    document.setParent(page)
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def people(page: PreparePage, qtbot: QtBot) -> Callable[..., list[Participant]]:
    def typed(*names: str) -> list[Participant]:
        page.people.name.setFocus()
        for name in names:
            qtbot.keyClicks(page.people.name, name)
            qtbot.keyClick(page.people.name, Qt.Key.Key_Return)
        return page.open.session.all(Participant)

    return typed


def test_names_and_enter_make_a_room(people: Callable[..., list[Participant]]) -> None:
    found = people("Farah", "Wren", "Bea", "Bea")
    assert [(person.name, person.role) for person in found] == [
        ("Farah", Role.FACILITATOR),
        ("Wren", Role.PRESENTING_WORKER),
        ("Bea", Role.OBSERVER),
        ("Bea", Role.OBSERVER),
    ]


def test_an_empty_name_is_nobody(people: Callable[..., list[Participant]]) -> None:
    assert people("", "   ") == []


def test_the_session_begins_with_a_facilitator_and_a_worker(
    page: PreparePage, people: Callable[..., list[Participant]], qtbot: QtBot
) -> None:
    assert "a facilitator and a presenting worker" in what_is_missing(page.open.session)
    assert not page._begin.isEnabled()
    people("Farah")
    assert page._missing.text() == "To begin, add a presenting worker; everything else can wait."
    people("Wren")
    with qtbot.waitSignal(page.begin):
        qtbot.keyClick(page._begin, Qt.Key.Key_Space)


def test_one_facilitator_holds_the_role(page: PreparePage, people: Callable[..., list[Participant]]) -> None:
    _, _, third = people("Farah", "Wren", "Bea")
    row = page.people._rows[third.id]
    row.role.setCurrentIndex(row.role.findData(Role.FACILITATOR))
    row.role.activated.emit(row.role.currentIndex())
    assert [person.name for person in page.open.session.people_in_role(Role.FACILITATOR)] == ["Bea"]
    first = page.open.session.all(Participant)[0]
    assert page.people._rows[first.id].role.currentData() == Role.OBSERVER


def test_undo_takes_a_person_and_the_row_back(page: PreparePage, people: Callable[..., list[Participant]]) -> None:
    people("Farah", "Wren")
    page.open.document.undo_stack.undo()
    assert len(page.people._rows) == 1
    page.open.document.undo_stack.redo()
    assert len(page.people._rows) == 2


def test_half_typed_names_are_in_the_document(page: PreparePage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.people.name, "Far")
    assert PreparePage(page.open, lambda: TODAY).people.name.text() == "Far"


def test_a_child_with_a_date_of_birth_in_the_future_keeps_everything_else(page: PreparePage, qtbot: QtBot) -> None:
    page.children_panel.add.click()
    (row,) = page.children_panel._rows.values()
    qtbot.keyClicks(row.name, "Tilly")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    qtbot.keyClicks(row.born.field, "2/6/2026")
    qtbot.keyClick(row.born.field, Qt.Key.Key_Return)
    assert "in the future" in row.born.sentence.text()
    assert row.born.sentence.isVisibleTo(page)
    (child,) = page.open.session.all(Child)
    assert (child.name, child.born) == ("Tilly", None)
    row.born.field.clear()
    qtbot.keyClicks(row.born.field, "1/6/2020")
    qtbot.keyClick(row.born.field, Qt.Key.Key_Return)
    assert page.open.session.all(Child)[0].born == date(2020, 6, 1)
    assert not row.born.sentence.isVisibleTo(page)


def test_rows_in_which_nothing_was_typed_are_no_children(page: PreparePage) -> None:
    page.children_panel.add.click()
    page.children_panel.add.click()
    assert len(page.open.session.all(Child)) == 1
    page.children_panel.drop_empty()
    assert page.open.session.all(Child) == []


def test_case_status_and_rating_go_through_undo(page: PreparePage) -> None:
    case = page.children_panel.case
    case._boxes[CaseStatus.CHILD_PROTECTION].click()
    case._boxes[CaseStatus.IN_NEED].click()
    assert page.open.session.one(Case).status == (CaseStatus.CHILD_PROTECTION, CaseStatus.IN_NEED)
    page.open.document.undo_stack.undo()
    assert not case._boxes[CaseStatus.IN_NEED].isChecked()


def test_a_running_session_is_gone_back_to(page: PreparePage, people: Callable[..., list[Participant]]) -> None:
    people("Farah", "Wren")
    page.open.engine.begin()
    assert page._begin.accessibleName() == "Back to the session"


def test_a_name_typed_without_enter_is_somebody_when_the_session_begins(
    page: PreparePage, people: Callable[..., list[Participant]], qtbot: QtBot
) -> None:
    people("Farah", "Wren")
    qtbot.keyClicks(page.people.name, "Bea")
    page._begin.click()
    assert [person.name for person in page.open.session.all(Participant)] == ["Farah", "Wren", "Bea"]


def test_tab_goes_through_the_people_before_the_line_below_them(
    page: PreparePage, people: Callable[..., list[Participant]]
) -> None:
    people("Farah", "Wren")
    chain: list[str] = []
    widget: QWidget | None = page.people.name
    for _ in range(200):
        widget = widget.previousInFocusChain() if widget is not None else None
        if widget is not None and widget.accessibleName().startswith(("Name of", "Remove")):
            chain.append(widget.accessibleName())
    assert chain[:4] == ["Remove Wren", "Name of Wren", "Remove Farah", "Name of Farah"]
