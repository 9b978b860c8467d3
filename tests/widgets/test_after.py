"""After: drafts are made once, edits are safe, the page follows, and everything can be taken away."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.open_session import OpenSession
from models.genogram import Person
from models.mapping import Column, MapPoint, Rating
from models.moments import read_birth
from models.people import Case, CaseStatus, Child
from models.record import NextStep, Part, RecordPart
from models.review import LearningKind, LearningPoint
from models.session import Session, Status
from tests.widgets.evening import by_name, evening
from tests.widgets.rooms import open_room
from widgets.after.page import AfterPage
from widgets.after.record_editor import written_date
from widgets.after.record_page import RecordPage, masked
from widgets.after.record_reader import RecordReader
from widgets.parts.entity_table import EntityTable
from widgets.parts.fields import LineField, TextField

Open = Callable[..., tuple[OpenSession, AfterPage]]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(session: Session | None = None) -> tuple[OpenSession, AfterPage]:
        room = open_room(session or evening(), "review", "review", resources.process("group_supervision"))
        page = AfterPage(room)
        qtbot.addWidget(page)
        page.resize(1366, 700)
        page.show()
        return room, page

    return make


def status(room: OpenSession) -> Status:
    return room.session.progress.status


def press(page: QWidget, name: str) -> None:
    by_name(page, QPushButton, name).click()


def test_drafts_are_made_when_after_is_first_opened_and_never_over_an_edit(opened: Open) -> None:
    room, page = opened()
    well = by_name(page, TextField, "What's working well?")
    assert "Gran stays on Fridays" in well.toPlainText()
    QTest.keyClick(well, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(well, " My own words.")
    page.hide()
    page.show()
    assert room.session.part(Part.WORKING_WELL).text.endswith("My own words.")


def test_every_text_of_the_form_has_its_field(opened: Open) -> None:
    room, page = opened()
    for part, name in (
        (Part.WORRIED, "What are we worried about and what needs to change?"),
        (Part.REFLECTION, "Reflection and analysis"),
    ):
        field = by_name(page, TextField, name)
        field.selectAll()
        QTest.keyClicks(field, f"About {part.value}")
        assert room.session.get(RecordPart, part.value).text == f"About {part.value}"


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


def test_both_ratings_and_the_status_are_set_here(opened: Open) -> None:
    room, page = opened()
    QTest.keyClick(by_name(page, QSpinBox, "Previous safety rating"), Qt.Key.Key_3)
    QTest.keyClick(by_name(page, QSpinBox, "Current safety rating"), Qt.Key.Key_6)
    by_name(page, QCheckBox, "LAC: looked after").click()
    assert room.session.one(Case).previous_rating == 3
    assert room.session.get(Rating, "own").value == 6
    assert room.session.one(Case).status == (CaseStatus.LOOKED_AFTER,)


def test_next_steps_are_added_typed_moved_and_removed_by_keyboard(opened: Open) -> None:
    room, page = opened()
    table = by_name(page, EntityTable, "Next steps")
    press(page, "Add step")
    step = by_name(page, TextField, f"Step {len(table.entities.rows)}")
    QTest.keyClicks(step, "Visit Gran")
    QTest.keyClick(step, Qt.Key.Key_Return)
    row = len(table.entities.rows) - 1
    assert room.session.all(NextStep)[-1].text == "Visit Gran"
    for column, (title, text) in enumerate((("Timescale", "9 March"), ("Lead", "Wren")), 1):
        table.setCurrentIndex(table.entities.index(row, column))
        QTest.keyClick(table, Qt.Key.Key_Return)
        editor = by_name(page, TextField, f"{title} {row + 1}")
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    held = room.session.all(NextStep)[-1]
    assert (held.timescale, held.lead) == ("9 March", "Wren")
    press(page, "Add step")
    QTest.keyClick(by_name(page, TextField, f"Step {row + 2}"), Qt.Key.Key_Escape)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert room.session.all(NextStep)[-1].text == "Visit Gran"
    table.setCurrentIndex(table.entities.index(row, 0))
    press(page, "Remove step")
    assert [step.text for step in room.session.all(NextStep)][-1] == "Visit Gran"


def test_a_vague_step_gets_advice(opened: Open) -> None:
    _, page = opened(evening(NextStep("n", "Continue to monitor")))
    table = by_name(page, EntityTable, "Next steps")
    assert len(table.advice(table.entities.rows[0])) >= 3


def test_a_child_is_added_and_a_wrong_date_is_refused_in_a_sentence(opened: Open) -> None:
    room, page = opened()
    table = by_name(page, EntityTable, "Children")
    index = table.entities.index(0, 1)
    assert not table.entities.setData(index, "someday")
    assert any("not a date yet" in label.text() for label in page.findChildren(QLabel))
    assert table.entities.setData(index, "3/5/2019")
    assert room.session.get(Child, "tilly").born == date(2019, 5, 3)
    missing = " ".join(label.text() for label in page.findChildren(QLabel) if label.text().startswith("Still missing"))
    assert "reference number" in missing
    assert "date of birth" not in missing


def test_a_date_of_birth_is_written_as_it_is_read() -> None:
    assert read_birth(written_date(date(2019, 5, 3)), date(2026, 3, 2)) == date(2019, 5, 3)
    assert written_date(None) == ""


def test_the_page_is_drawn_and_drawn_again_when_typing_pauses(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    sheet = by_name(page, RecordPage, "The record as it will print")
    qtbot.waitUntil(lambda: sheet.pages() > 0, timeout=20_000)
    first = by_name(sheet, QLabel, "Page 1")
    before = first.pixmap().toImage()
    room.document.set("Edit", room.session.part(Part.WORKING_WELL), text="Something else altogether")
    qtbot.waitUntil(lambda: first.pixmap().toImage() != before, timeout=20_000)


def test_a_page_with_names_is_gone_at_once_and_one_drawn_meanwhile_is_not_shown(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    sheet = by_name(page, RecordPage, "The record as it will print")
    qtbot.waitUntil(lambda: sheet.pages() > 0, timeout=20_000)
    named = by_name(sheet, QLabel, "Page 1").pixmap().toImage()
    room.masking.set_on(True)
    assert sheet.pages() == 0
    assert not [label for label in sheet.findChildren(QLabel) if label.isVisible() and not label.pixmap().isNull()]
    sheet._drawn([named])
    assert sheet.pages() == 0
    qtbot.waitUntil(lambda: sheet.pages() > 0, timeout=20_000)
    assert by_name(sheet, QLabel, "Page 1").pixmap().toImage() != named


def test_masked_names_do_not_stand_on_the_page() -> None:
    session = evening(RecordPart("working_well", "Tilly sleeps"), NextStep("n", "Ask Tilly", "", "Tilly"))
    shown = masked(session, lambda text: text.replace("Tilly", "T."))
    assert shown.get(RecordPart, "working_well").text == "T. sleeps"
    assert shown.get(NextStep, "n").lead == "T."
    assert shown.get(Child, "tilly").name == "T. Marsh"
    assert session.get(Child, "tilly").name == "Tilly Marsh"


def test_the_record_goes_to_the_clipboard_as_html_and_as_text(opened: Open) -> None:
    _, page = opened()
    press(page, "Copy for the case system")
    data = QGuiApplication.clipboard().mimeData()
    assert "Gran stays on Fridays" in data.html()
    assert "Gran stays on Fridays" in data.text()
    assert "Tilly Marsh" in data.text()
    press(page, "Copy What's working well?")
    assert "Tilly Marsh" not in QGuiApplication.clipboard().mimeData().text()
    assert "Gran stays on Fridays" in QGuiApplication.clipboard().mimeData().text()


def test_the_date_can_be_set_here(opened: Open) -> None:
    room, page = opened()
    field = by_name(page, LineField, "Date of group supervision")
    assert field.text() == "2 March 2026"
    field.setText("5 March 2026")
    field.editingFinished.emit()
    assert room.session.details.held_on == date(2026, 3, 5)


def test_the_learning_note_stands_nowhere_on_the_record(opened: Open) -> None:
    _, page = opened(evening(LearningPoint("l", LearningKind.LEARNT, "Slow down when reading")))
    press(page, "Copy for the case system")
    press(page, "Close session")
    assert "Slow down" not in QGuiApplication.clipboard().text()
    assert "Slow down" not in by_name(page, RecordReader, "Record").toPlainText()


def test_the_genogram_is_offered_where_there_is_one_and_what_leaves_holds_names_in_full(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def choose(*args: str, **_options: object) -> tuple[str, str]:
        titles.append(args[1])
        return str(tmp_path / "out.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    room, page = opened(evening(Person("t", "Tilly", index=True)))
    room.masking.set_on(True)
    with qtbot.waitSignal(page.message, timeout=20_000):
        press(page, "Export genogram")
    assert titles == ["Export genogram (names in full)"]
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        text = document[0].get_textpage().get_text_range()
    assert "Tilly" in text and "Genogram: Marsh" in text
    room.document.remove("Remove", room.session.get(Person, "t"))
    page.hide()
    page.show()
    assert "Export genogram" not in {action.text() for action in page.actions_offered() if action.isVisible()}


@pytest.mark.parametrize(
    ("chosen", "written", "begins"),
    [
        ("SVG drawing (*.svg)", "out.svg", b"<?xml"),
        ("PNG picture (*.png)", "out.png", b"\x89PNG"),
        ("GEDCOM, for genealogy programs (*.ged)", "out.ged", b"0 HEAD"),
    ],
)
def test_the_genogram_leaves_as_what_was_chosen(
    qtbot: QtBot,
    opened: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    written: str,
    begins: bytes,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "out.pdf"), chosen))
    _room, page = opened(evening(Person("t", "Tilly", index=True)))
    with qtbot.waitSignal(page.message, timeout=20_000) as said:
        press(page, "Export genogram")
    assert said.args == [f"Saved: {tmp_path / written}"]
    assert (tmp_path / written).read_bytes().startswith(begins)


@pytest.mark.parametrize("name", ["Export record", "Export question sheets"])
def test_an_export_is_saved_under_a_name_without_a_childs_name(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    _, page = opened()
    suggested = []

    def choose(*args: str, **_options: object) -> tuple[str, str]:
        suggested.append(args[2])
        return str(tmp_path / "out.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(page.message, timeout=20_000) as said:
        press(page, name)
    assert said.args[0].startswith("Saved: ")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert Path(suggested[0]).name.startswith("2026-03-02 ")
    assert "Tilly" not in Path(suggested[0]).name


def test_a_closed_session_is_read_and_can_be_reopened(opened: Open) -> None:
    room, page = opened()
    press(page, "Close session")
    assert status(room) is Status.CLOSED
    fields = [field for field in page.findChildren(TextField) if field.isVisible()]
    assert fields == []
    record = by_name(page, RecordReader, "Record")
    assert record.isReadOnly() and page.first_field() is record
    assert "2 March 2026" in record.toPlainText() and "Tilly Marsh" in record.toPlainText()
    assert "Gran stays on Fridays" in record.toPlainText()
    room.masking.set_on(True)
    assert "Tilly" not in record.toPlainText() and "T. M." in record.toPlainText()
    press(page, "Reopen session")
    assert status(room) is Status.UNDER_WAY
    assert by_name(page, TextField, "Reflection and analysis")


def test_every_action_is_offered_to_the_palette(opened: Open) -> None:
    _, page = opened()
    offered = {action.text() for action in page.actions_offered() if action.isVisible()}
    assert {"Export record", "Export question sheets", "Copy for the case system", "Close session"} <= offered
    assert "Reopen session" not in offered
    assert page.print_in_view() == ("Group supervision record", "record-pdf")


def test_tab_goes_from_cell_to_cell_and_then_out_of_the_table(qtbot: QtBot, opened: Open) -> None:
    _, page = opened(evening(NextStep("n", "Visit Gran", "9 March", "Wren")))
    page.activateWindow()
    table = by_name(page, EntityTable, "Next steps")
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    cells = len(table.entities.rows) * 3
    table.setCurrentIndex(table.entities.index(0, 0))
    for _ in range(cells - 1):
        QTest.keyClick(table, Qt.Key.Key_Tab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (cells // 3 - 1, 2)
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


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


def test_delete_empties_a_cell(opened: Open) -> None:
    room, page = opened(evening(NextStep("n", "Visit Gran", "9 March", "Wren")))
    table = by_name(page, EntityTable, "Next steps")
    table.setCurrentIndex(table.entities.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert room.session.get(NextStep, "n") == NextStep("n", "Visit Gran", "", "Wren")


def test_a_text_is_shown_whole_without_a_scroll_bar_of_its_own(qtbot: QtBot, opened: Open) -> None:
    lines = "\n".join(f"Line {number}" for number in range(25))
    _, page = opened(evening(RecordPart("working_well", lines, lines)))
    field = by_name(page, TextField, "What's working well?")
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() == 0)
    assert field.height() > 25 * field.fontMetrics().lineSpacing()


def test_the_genogram_goes_with_the_record_where_it_is_wanted(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    _, page = opened(evening(Person("k", "Kelly", age="38")))
    box, shown = by_name(page, QCheckBox, "With the genogram"), page.findChild(RecordPage)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pages() > 0)
    alone = shown.pages()
    assert not box.isChecked()
    box.click()
    qtbot.waitUntil(lambda: shown.pages() == alone + 2)
    press(page, "Copy for the case system")
    assert "Family\n------\nThe family\n" in QGuiApplication.clipboard().text()
    page._exporting.save_to("record-pdf", tmp_path / "record.pdf")
    qtbot.waitUntil((tmp_path / "record.pdf").exists)
    with pypdfium2.PdfDocument((tmp_path / "record.pdf").read_bytes()) as document:
        assert len(document) == alone + 2
    box.click()
    qtbot.waitUntil(lambda: shown.pages() == alone)
    press(page, "Copy for the case system")
    assert "Kelly" not in QGuiApplication.clipboard().text()


def test_without_a_genogram_none_is_offered(opened: Open) -> None:
    _, page = opened()
    shown = [box.accessibleName() for box in page.findChildren(QCheckBox) if box.isVisible()]
    assert shown
    assert "With the genogram" not in shown


def test_a_closed_record_is_read_with_the_family_in_words_and_masked(opened: Open) -> None:
    room, page = opened(evening(Person("k", "Kelly", age="38", label="Kelly's own words")))
    by_name(page, QCheckBox, "With the genogram").click()
    press(page, "Close session")
    reader = page.findChild(RecordReader)
    assert reader is not None
    assert "people are told as seen from Kelly" in reader.toPlainText()
    room.masking.set_on(True)
    assert "Kelly" not in reader.toPlainText()
    assert "people are told as seen from K." in reader.toPlainText()
