"""Undo in text that is not taken over yet is the field's own; all else is the document's."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.people import Case, CaseStatus
from models.record import NextStep
from tests.widgets.after_session import Open
from tests.widgets.evening import by_name, evening
from widgets.after.page import AfterPage
from widgets.parts.entity_table import EntityTable
from widgets.parts.fields import LineField, TextField

CTRL = Qt.KeyboardModifier.ControlModifier


def on_keys(qtbot: QtBot, room: OpenSession, page: AfterPage) -> None:
    """The page in front, with undo and redo on the window's keys."""
    stack = room.document.undo_stack
    for action, key in ((stack.createUndoAction(page), "Ctrl+Z"), (stack.createRedoAction(page), "Ctrl+Shift+Z")):
        assert isinstance(action, QAction)
        action.setShortcut(QKeySequence(key))
        page.addAction(action)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def press(key: Qt.Key, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key with Ctrl, where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), key, CTRL | more)


def fill(field: QWidget, text: str) -> None:
    field.setFocus()
    assert isinstance(field, LineField)
    field.selectAll()
    QTest.keyClicks(field, text)


@pytest.fixture
def ticked(qtbot: QtBot, opened: Open) -> tuple[OpenSession, AfterPage]:
    room, page = opened(evening(NextStep("n", "Visit Gran", "9 March", "Wren")))
    on_keys(qtbot, room, page)
    by_name(page, QCheckBox, "CHIN: child in need").click()
    return room, page


@pytest.mark.parametrize("typed", ["5 Marc", "sometime", ""])
def test_undo_in_a_date_brings_the_held_one_back_and_leaves_the_document_alone(
    ticked: tuple[OpenSession, AfterPage], typed: str
) -> None:
    room, page = ticked
    field = by_name(page, LineField, "Date of group supervision")
    fill(field, typed or " ")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Z)
    assert field.text() == "2 March 2026"
    assert room.session.one(Case).status == (CaseStatus.IN_NEED,)
    press(Qt.Key.Key_Z)
    assert room.session.one(Case).status == ()


def test_undo_after_a_date_was_left_red_brings_it_back_and_nothing_is_red(
    ticked: tuple[OpenSession, AfterPage],
) -> None:
    _room, page = ticked
    field = by_name(page, LineField, "Date of group supervision")
    fill(field, "sometime")
    field.clearFocus()
    assert field.property("wrong")
    field.setFocus()
    press(Qt.Key.Key_Z)
    assert field.text() == "2 March 2026" and not field.property("wrong")


def test_a_date_that_was_taken_is_undone_in_the_field_too(ticked: tuple[OpenSession, AfterPage]) -> None:
    room, page = ticked
    field = by_name(page, LineField, "Date of group supervision")
    fill(field, "5/3/2026")
    assert room.session.details.held_on == date(2026, 3, 5) and field.text() == "5/3/2026"
    press(Qt.Key.Key_Z)
    field.clearFocus()
    assert room.session.details.held_on == date(2026, 3, 2) and field.text() == "2 March 2026"


def test_undo_in_a_cell_brings_its_text_back_and_leaves_the_document_alone(
    ticked: tuple[OpenSession, AfterPage],
) -> None:
    room, page = ticked
    table = by_name(page, EntityTable, "Next steps")
    table.setFocus()
    table.setCurrentIndex(table.entities.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    editor = by_name(page, TextField, "Step 1")
    QTest.keyClicks(editor, "Ring")
    press(Qt.Key.Key_Z)
    assert editor.toPlainText() == "Visit Gran"
    assert room.session.one(Case).status == (CaseStatus.IN_NEED,)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert room.document.undo_stack.undoText() == "Change case status"


def test_undo_in_a_cell_where_nobody_typed_is_not_written_over_when_it_is_left(
    ticked: tuple[OpenSession, AfterPage],
) -> None:
    room, page = ticked
    room.document.set("Edit", room.session.get(NextStep, "n"), text="Ring Gran")
    table = by_name(page, EntityTable, "Next steps")
    table.setFocus()
    table.setCurrentIndex(table.entities.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    press(Qt.Key.Key_Z)
    editor = by_name(page, TextField, "Step 1")
    assert editor.toPlainText() == "Visit Gran"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert room.session.get(NextStep, "n").text == "Visit Gran"
