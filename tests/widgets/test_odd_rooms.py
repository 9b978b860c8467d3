"""Odd rooms and odd texts: whatever is typed and clicked in any phase, nothing breaks and the session can be moved."""

from collections.abc import Iterator

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.clock import system_clock
from app.open_session import OpenSession
from app.session_file import read_text, session_text
from app.ticker import Ticker
from models.cards import Card, Note
from models.genogram import Person
from models.mapping import MapPoint
from models.moments import read_time
from models.people import Participant, Role
from models.review import CheckIn
from models.session import Session
from tests.helpers import ROOM
from tests.strategies import texts
from tests.widgets.rooms import open_room

PROCESS = resources.process("group_supervision")
PHASES = [(step.id, phase.id) for step, phase in PROCESS.walk()]
#: Half a character, NUL, escape, line breaks of every kind, right to left, an emoji of four people.
NASTY = "a\ud83d\x00\x1b\r\n\u2028שלום 👩‍👧‍👦 <b>=1+1"

ROOMS = {
    "nobody": [],
    "a facilitator alone": [Participant("f", "Farah", Role.FACILITATOR)],
    "a presenting worker alone": [Participant("w", "Wren", Role.PRESENTING_WORKER)],
    "no advisor": [person for person in ROOM if person.role is not Role.ADVISOR],
    "no observers": [person for person in ROOM if person.role is not Role.OBSERVER],
    "all absent": [Participant(person.id, person.name, person.role, person.rank, present=False) for person in ROOM],
    "no names": [Participant(person.id, "", person.role, person.rank) for person in ROOM],
    "one name": [Participant(person.id, "Bea", person.role, person.rank) for person in ROOM],
}


def opened(people: list[Participant]) -> OpenSession:
    return open_room(Session("session-1", people), *PHASES[0], PROCESS)


def can_be_moved(room: OpenSession) -> None:
    """What is exported can be imported again, as the same text."""
    text = session_text(room.session)
    assert session_text(read_text(text)) == text


def usable(where: QWidget, *kinds: type[QWidget]) -> Iterator[QWidget]:
    """The visible, enabled widgets of a kind that are there, and still there when their turn comes."""
    for widget in [found for kind in kinds for found in where.findChildren(kind)]:
        if shiboken6.isValid(widget) and widget.isVisibleTo(where) and widget.isEnabled():
            yield widget


def type_into(field: QWidget, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.insert(text)
    elif isinstance(field, QPlainTextEdit):
        field.insertPlainText(text)


def use_everything(where: QWidget, text: str = NASTY) -> None:
    """Type into every field and end it with Enter, turn every scale, press every button."""
    for field in usable(where, QLineEdit, QPlainTextEdit):
        if not field.isReadOnly():
            type_into(field, text)
            QTest.keyClick(field, Qt.Key.Key_Return)
    for box in usable(where, QSpinBox):
        QTest.keyClick(box, Qt.Key.Key_7)
    for button in usable(where, QPushButton, QCheckBox):
        if isinstance(button, QAbstractButton) and not (isinstance(button, QPushButton) and button.menu()):
            button.click()


@pytest.mark.parametrize("name", ROOMS)
def test_any_room_goes_through_every_phase(qtbot: QtBot, name: str) -> None:
    from widgets.session.page import SessionPage

    room = opened(ROOMS[name])
    page = SessionPage(room)
    qtbot.addWidget(page)
    page.resize(1366, 730)
    page.show()
    made: set[type] = set()
    room.document.changed.connect(lambda changes: made.update(change.kind for change in changes))
    for place in PHASES:
        room.engine.go_to(*place)
        use_everything(page.stack.workspace)
        can_be_moved(room)
    assert made >= {Note, CheckIn, MapPoint, Person, Card}
    while room.document.undo_stack.canUndo():
        room.document.undo_stack.undo()
    can_be_moved(room)


@pytest.mark.parametrize("name", ROOMS)
def test_any_room_has_an_advisor_window_and_an_after(qtbot: QtBot, name: str) -> None:
    from widgets.advisor.window import AdvisorWindow
    from widgets.after.record_editor import RecordEditor

    room = opened(ROOMS[name])
    ticker = Ticker(room.engine, room.settings, system_clock(), lambda: None)
    for window in (AdvisorWindow(room, ticker), RecordEditor(room, QAction("Save dates"))):
        qtbot.addWidget(window)
        window.resize(900, 700)
        window.show()
        use_everything(window)
        can_be_moved(room)


times = st.one_of(st.from_regex(r"\s*\d{1,3}[:.h ]?\d{0,3} ?(am|pm)?\s*", fullmatch=True), texts)
days = st.one_of(
    st.from_regex(r"\d{1,4}[/. -]\d{1,3}[/. -]\d{1,5}", fullmatch=True),
    st.from_regex(r"\d{1,2} (May|febr|sept) \d{2,4}", fullmatch=True),
    texts,
)


@given(texts_typed=st.lists(st.one_of(texts, times, days), min_size=20, max_size=20), time=times)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_typed_in_prepare_can_be_moved(qtbot: QtBot, texts_typed: list[str], time: str) -> None:
    from widgets.prepare.page import PreparePage

    room = opened([])
    page = PreparePage(room)
    page.show()
    page.children_panel.add.click()
    type_into(page.details.finish_by.field, time)
    page.details.finish_by.field.editingFinished.emit()
    for field, typed in zip(usable(page, QLineEdit, QPlainTextEdit), texts_typed * 9, strict=False):
        type_into(field, typed)
        if isinstance(field, QLineEdit):
            field.textEdited.emit(field.text())
            field.editingFinished.emit()
            field.returnPressed.emit()
    assert (finish_by := room.session.details.finish_by) == "" or read_time(finish_by) == finish_by
    can_be_moved(room)
    page.deleteLater()
