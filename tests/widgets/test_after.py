"""After: drafts are made once, edits are safe, a closed session is read, and amended with a name and a reason."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QUndoGroup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.genogram import Person
from models.mapping import Column, MapPoint
from models.people import Participant, Role
from models.record import Amendment, NextStep, Part
from models.review import LearningKind, LearningPoint
from models.session import Status
from tests.widgets.after_session import Open, act, close, press
from tests.widgets.evening import by_name, evening
from tests.widgets.rooms import NOON
from widgets import theme
from widgets.after.page import AfterPage
from widgets.after.record_reader import RecordReader
from widgets.parts.fields import LineField, TextField


def status(room: OpenSession) -> Status:
    return room.session.progress.status


def says(page: AfterPage, part: str) -> bool:
    """Whether a sentence on the page holds these words."""
    return any(part in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_drafts_are_made_when_after_is_first_opened_and_never_over_an_edit(opened: Open) -> None:
    room, page = opened()
    well = by_name(page, TextField, "What's working well?")
    assert "Gran stays on Fridays" in well.toPlainText()
    QTest.keyClick(well, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(well, " My own words.")
    page.hide()
    page.show()
    assert room.session.part(Part.WORKING_WELL).text.endswith("My own words.")


def test_drafting_again_asks_before_it_overwrites_and_can_be_undone(opened: Open) -> None:
    room, page = opened()
    drafted = room.session.part(Part.WORKING_WELL).text
    room.document.set("Edit", room.session.part(Part.WORKING_WELL), text="Mine")
    press(page, "Draft again")
    assert room.session.part(Part.WORKING_WELL).text == "Mine"
    press(page, "Keep my words")
    assert room.session.part(Part.WORKING_WELL).text == "Mine"
    press(page, "Draft again")
    press(page, "Draft them again too")
    assert room.session.part(Part.WORKING_WELL).text == drafted
    room.document.undo_stack.undo()
    assert room.session.part(Part.WORKING_WELL).text == "Mine"


def test_one_part_is_drafted_again_and_undo_brings_the_words_back(opened: Open) -> None:
    room, page = opened()
    drafted = room.session.part(Part.WORKING_WELL).text
    again = "Replace by a new draft, What's working well?"
    assert again not in {button.accessibleName() for button in page.findChildren(QPushButton) if button.isVisible()}
    room.document.set("Edit", room.session.part(Part.WORKING_WELL), text="Mine")
    room.document.set("Edit", room.session.part(Part.REFLECTION), text="Mine, too")
    press(page, again)
    assert room.session.part(Part.WORKING_WELL).text == drafted
    assert room.session.part(Part.REFLECTION).text == "Mine, too"
    assert says(page, "“What's working well?” is replaced by a new draft; Undo (Ctrl+Z) brings your words back.")
    stack = room.document.undo_stack
    assert stack.undoText() == "Replace “What's working well?” by a new draft"
    stack.undo()
    assert room.session.part(Part.WORKING_WELL).text == "Mine"


def test_a_next_step_that_was_removed_stays_away_until_it_is_asked_for(opened: Open) -> None:
    room, page = opened(evening(MapPoint("ring", Column.NEEDS, "Ring Gran", 9)))
    (step,) = room.session.all(NextStep)
    room.document.remove("Remove step", step)
    press(page, "Draft again")
    press(page, "Keep my words")
    assert not room.session.all(NextStep)
    press(page, "Draft again")
    press(page, "Draft them again too")
    assert [row.text for row in room.session.all(NextStep)] == ["Ring Gran."]


def test_a_session_that_went_on_offers_a_new_draft(opened: Open) -> None:
    room, page = opened()
    assert not any("has gone on" in label.text() for label in page.findChildren(QLabel))
    page.hide()
    room.document.set("Edit", room.session.get(MapPoint, "gran"), text="Gran stays on Sundays")
    page.show()
    assert any("has gone on" in label.text() for label in page.findChildren(QLabel))
    press(page, "Draft again")
    assert "Gran stays on Sundays" in by_name(page, TextField, "What's working well?").toPlainText()
    assert not any("has gone on" in label.text() for label in page.findChildren(QLabel))


def test_the_learning_note_stands_nowhere_on_the_record(opened: Open) -> None:
    _, page = opened(evening(LearningPoint("l", LearningKind.LEARNT, "Slow down when reading")))
    press(page, "Copy for the case system")
    close(page)
    assert "Slow down" not in QGuiApplication.clipboard().text()
    assert "Slow down" not in by_name(page, RecordReader, "Record").toPlainText()


def test_every_action_is_offered_to_the_palette(opened: Open, qtbot: QtBot) -> None:
    _, page = opened(evening(Person("k", "Kelly", age="38")))
    offered = {action.text() for action in page.actions_offered() if action.isVisible()}
    assert offered >= {
        "Export record", "Export question sheets", "Copy for the case system", "All documents…", "Export genogram",
        "Next part", "Previous part", "Save session file", "Draft again", "Back to the session",
        "Close session",
    }  # fmt: skip
    assert not offered & {"Amend record…", "Open it again", "Print record", "Print question sheets"}
    button = by_name(page, QPushButton, "All documents…")
    assert button.accessibleDescription().startswith("See, print and save every page: sheets, map")
    assert page.print_in_view() == ("Group supervision record", "record-pdf")
    with qtbot.waitSignal(page.documents_wanted) as wanted:
        press(page, "All documents…")
    assert wanted.args == ["record-pdf"]
    with qtbot.waitSignal(page.back_to_session):
        press(page, "Back to the session")


def test_tab_goes_from_what_is_to_be_read_to_what_is_taken_away(opened: Open) -> None:
    _, page = opened()
    at, order = page.nextInFocusChain(), []
    while at is not page:
        if at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.accessibleName():
            order.append(at.accessibleName())
        at = at.nextInFocusChain()
    milestones = [
        "Close session", "Missing: 4", "Date of group supervision", "Children", "Previous safety rating",
        "What's working well?", "Where from, Reflection and analysis", "Current safety rating", "Next steps",
        "Next supervision", "The record as it will print", "Export record", "Copy for the case system", "Sheets for",
        "Export question sheets", "All documents…",
    ]  # fmt: skip
    assert [name for name in order if name in milestones] == milestones


def test_whatever_can_be_pressed_is_large_enough_for_a_tired_hand(opened: Open, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    room, page = opened()
    room.document.set("Edit", room.session.part(Part.WORKING_WELL), text="Mine")
    small = {
        button.accessibleName(): button.size()
        for button in page.findChildren(QPushButton)
        if button.isVisible() and min(button.width(), button.height()) < 24
    }
    assert not small


def test_a_closed_session_is_read_and_undo_does_not_reach_into_it(opened: Open) -> None:
    room, page = opened()
    QUndoGroup(page).addStack(room.document.undo_stack)
    close(page)
    assert status(room) is Status.CLOSED
    assert says(page, "The record is still a draft: it is not signed off.")
    fields = [field for field in page.findChildren(TextField) if field.isVisible()]
    assert fields == []
    record = by_name(page, RecordReader, "Record")
    assert record.isReadOnly() and page.first_field() is record
    assert "2 March 2026" in record.toPlainText() and "Tilly Marsh" in record.toPlainText()
    assert "Gran stays on Fridays" in record.toPlainText()
    room.masking.set_on(True)
    assert "Tilly" not in record.toPlainText() and "T. M." in record.toPlainText()
    assert not room.document.undo_stack.isActive()
    assert not {"Back to the session", "Draft again"} & {
        button.accessibleName() for button in page.findChildren(QPushButton) if button.isVisible()
    }


def test_an_unsigned_record_is_closed_only_by_whoever_is_asked_first(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    press(page, "Close session")
    assert says(page, "The record is not signed off") and status(room) is not Status.CLOSED
    assert QApplication.focusWidget() is by_name(page, QPushButton, "Sign it off first")
    press(page, "Sign it off first")
    assert status(room) is not Status.CLOSED and not says(page, "The record is not signed off")
    press(page, "Sign off")
    press(page, "Close session")
    assert status(room) is Status.CLOSED and says(page, "The session is closed.")


def test_a_session_closed_by_mistake_is_opened_again_and_nothing_stays_of_that(opened: Open) -> None:
    room, page = opened()
    QUndoGroup(page).addStack(room.document.undo_stack)
    room.document.set("Edit", room.session.part(Part.REFLECTION), text="Mine")
    before, undo = room.session.progress, room.document.undo_stack.undoText()
    close(page)
    assert says(page, "Closed by mistake?")
    press(page, "Open it again")
    assert room.session.progress == before and not room.session.all(Amendment)
    assert by_name(page, TextField, "Reflection and analysis").toPlainText() == "Mine"
    assert room.document.undo_stack.isActive() and room.document.undo_stack.undoText() == undo
    assert not says(page, "Closed by mistake?")


def test_whoever_left_the_page_has_closed_for_good(opened: Open) -> None:
    _, page = opened()
    close(page)
    page.hide()
    page.show()
    assert not says(page, "Closed by mistake?") and says(page, "to change it, amend it")
    names = {button.accessibleName() for button in page.findChildren(QPushButton) if button.isVisible()}
    assert "Open it again" not in names and "Amend record…" in names


def test_a_closed_record_is_amended_with_a_name_and_a_reason(opened: Open) -> None:
    room, page = opened()
    close(page)
    act(page, "Amend record…")
    by, note = by_name(page, LineField, "Amended by"), by_name(page, LineField, "What for")
    assert by.text() == "Wren"
    press(page, "Open to amend")
    assert says(page, "Say in a few words why the record is changed.") and status(room) is Status.CLOSED
    by.clear()
    note.setText("The date was wrong")
    press(page, "Open to amend")
    assert says(page, "Say who changes the record") and not room.session.all(Amendment)
    by.setText("Farah")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert status(room) is Status.UNDER_WAY and room.session.progress.closed_at is None
    (amendment,) = room.session.all(Amendment)
    assert (amendment.by, amendment.note, amendment.at) == ("Farah", "The date was wrong", NOON)
    assert by_name(page, TextField, "Reflection and analysis") and not by.isVisible()
    assert not room.document.undo_stack.canUndo()
    press(page, "Copy for the case system")
    assert "Amended on 2 March 2026 by Farah: The date was wrong" in QGuiApplication.clipboard().text()
    press(page, "Back to the session")


def test_an_amendment_can_be_left_and_names_nobody_where_several_presented(opened: Open) -> None:
    room, page = opened(evening(Participant("amal", "Amal", Role.PRESENTING_WORKER, 9)))
    close(page)
    act(page, "Amend record…")
    assert by_name(page, LineField, "Amended by").text() == ""
    press(page, "Leave it closed")
    assert status(room) is Status.CLOSED and not says(page, "An amendment stays on the record")


def test_a_closed_record_is_read_with_the_family_in_words_and_masked(opened: Open) -> None:
    room, page = opened(evening(Person("k", "Kelly", age="38", label="Kelly's own words")))
    by_name(page, QCheckBox, "With the genogram").click()
    close(page)
    reader = page.findChild(RecordReader)
    assert reader is not None
    assert "people are told as seen from Kelly" in reader.toPlainText()
    room.masking.set_on(True)
    assert "Kelly" not in reader.toPlainText()
    assert "people are told as seen from K." in reader.toPlainText()
