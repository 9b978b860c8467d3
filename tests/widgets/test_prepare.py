"""Preparing a session by keys alone."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.document import Document
from app.engine import Engine
from app.masking import Masking
from app.open_session import OpenSession
from app.settings import Settings
from models.people import Case, CaseStatus, Child, Participant, Role
from models.remembered import PastRoom
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


# People of earlier sessions


def earlier(*people: tuple[str, Role, str], team: str = "North") -> PastRoom:
    return PastRoom(
        team,
        date(2026, 5, 4),
        tuple(
            Participant(f"old{place}", name, role, place, job, "knows the mother")
            for place, (name, role, job) in enumerate(people)
        ),
    )


NORTH = earlier(
    ("Farah Khan", Role.FACILITATOR, ""),
    ("Wren Abara", Role.PRESENTING_WORKER, "social worker"),
    ("Ada Bell", Role.ADVISOR, "consultant"),
    ("Bea Lindqvist", Role.OBSERVER, "school nurse"),
    ("Bea Sand", Role.OBSERVER, "health visitor"),
)


def room_of(page: PreparePage) -> list[tuple[str, Role, str]]:
    return [(person.name, person.role, person.job) for person in page.open.session.all(Participant)]


def offered(page: PreparePage) -> list[str]:
    model = page.people.name.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def keys(qtbot: QtBot, page: PreparePage, *pressed: str | Qt.Key) -> None:
    """As a person presses them: to the list while it is open, else to the field."""
    for key in pressed:
        widget = QApplication.activePopupWidget() or page.people.name
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)


DOWN, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


def test_who_was_here_before_is_picked_with_down_and_brings_the_job(page: PreparePage, qtbot: QtBot) -> None:
    page.remember([NORTH])
    page.people.name.setFocus()
    keys(qtbot, page, "fa", DOWN, ENTER, "wre", DOWN, ENTER, "bea", DOWN, DOWN, ENTER)
    assert room_of(page) == [
        ("Farah Khan", Role.FACILITATOR, ""),
        ("Wren Abara", Role.PRESENTING_WORKER, "social worker"),
        ("Bea Sand", Role.OBSERVER, "health visitor"),
    ]
    assert page.people.name.text() == ""
    assert page.people.name.hasFocus()


def test_enter_means_what_was_typed_whatever_is_offered(page: PreparePage, qtbot: QtBot) -> None:
    page.remember([NORTH])
    page.people.name.setFocus()
    keys(qtbot, page, "Fa", ENTER, "Wren", ENTER, "Bea Sand", ENTER, "Bea", DOWN, ESCAPE, ENTER)
    assert [name for name, _role, _job in room_of(page)] == ["Fa", "Wren", "Bea Sand", "Bea Lindqvist"]
    assert {job for _name, _role, job in room_of(page)} == {""}


def test_a_click_in_the_list_picks_too(page: PreparePage, qtbot: QtBot) -> None:
    page.remember([NORTH])
    page.people.name.setFocus()
    keys(qtbot, page, "bea")
    popup = page.people.name.completer().popup()
    assert popup is not None
    assert offered(page) == ["Bea Lindqvist, school nurse", "Bea Sand, health visitor"]
    place = popup.visualRect(popup.model().index(1, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(lambda: bool(room_of(page)))
    assert room_of(page) == [("Bea Sand", Role.FACILITATOR, "health visitor")]
    assert page.people.name.text() == ""


def test_down_in_the_empty_line_offers_everybody_who_is_not_here(
    page: PreparePage, people: Callable[..., list[Participant]], qtbot: QtBot
) -> None:
    page.remember([NORTH])
    people("Farah Khan", "ada  bell")
    keys(qtbot, page, DOWN)
    assert offered(page) == ["Wren Abara, social worker", "Bea Lindqvist, school nurse", "Bea Sand, health visitor"]


def test_who_is_mostly_the_advisor_is_that_again_unless_a_role_was_chosen(page: PreparePage, qtbot: QtBot) -> None:
    page.remember([NORTH])
    page.people.name.setFocus()
    keys(qtbot, page, "Fa", ENTER, "We", ENTER, "ada", DOWN, ENTER)
    assert room_of(page)[2] == ("Ada Bell", Role.ADVISOR, "consultant")


def test_the_same_people_as_last_time_fill_the_room_in_one_step_and_nobody_presents(
    page: PreparePage, qtbot: QtBot
) -> None:
    page.remember([NORTH])
    assert page.people.last_time.isVisible()
    assert page.people.last_time.who.text().startswith("4 May 2026: Farah Khan, Wren Abara, Ada Bell, Bea Lindqvist")
    page.people.last_time.action.trigger()
    assert [role for _name, role, _job in room_of(page)] == [
        Role.FACILITATOR, Role.OBSERVER, Role.ADVISOR, Role.OBSERVER, Role.OBSERVER,
    ]  # fmt: skip
    assert page.open.session.details.team == "North"
    assert {person.involvement for person in page.open.session.all(Participant)} == {""}
    assert page._missing.text() == "To begin, add or choose a presenting worker; everything else can wait."
    assert not page.people.last_time.isVisible()
    assert page.people.name.hasFocus()
    page.open.document.undo_stack.undo()
    assert room_of(page) == []
    assert page.open.session.details.team == ""
    assert page.people.last_time.isVisible()


@pytest.mark.parametrize("pressed", [("Bea Sand", ENTER), ("san", DOWN, ENTER)])
def test_who_presents_is_said_by_their_name_again(
    page: PreparePage, qtbot: QtBot, pressed: tuple[str | Qt.Key, ...]
) -> None:
    page.remember([NORTH])
    page.people.last_time.action.trigger()
    keys(qtbot, page, *pressed)
    assert len(room_of(page)) == 5
    assert room_of(page)[4] == ("Bea Sand", Role.PRESENTING_WORKER, "health visitor")
    with qtbot.waitSignal(page.begin):
        QTest.keyClick(page.people.name, ENTER, Qt.KeyboardModifier.ControlModifier)


def test_the_team_that_is_named_comes_first(page: PreparePage) -> None:
    south = earlier(("Gus", Role.FACILITATOR, ""), team="South")
    page.remember([NORTH, south])
    assert "Farah" in page.people.last_time.who.text()
    page.open.document.set("Change team", page.open.session.details, team="south")
    assert page.people.last_time.who.text() == "4 May 2026: Gus"


def test_nobody_is_offered_where_nobody_is_remembered(page: PreparePage, qtbot: QtBot) -> None:
    keys(qtbot, page, DOWN)
    assert offered(page) == []
    assert not page.people.last_time.isVisible()
    assert not page.people.last_time.action.isVisible()


def test_ten_people_are_here_by_their_names_and_enter_alone(page: PreparePage, qtbot: QtBot) -> None:
    page.remember([NORTH])
    page.people.name.setFocus()
    for number in range(10):
        keys(qtbot, page, f"Person {number}", ENTER)
    assert len(page.people._rows) == 10
    assert page._begin.isEnabled()
