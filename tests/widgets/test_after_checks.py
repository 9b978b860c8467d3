"""After: what is missing leads to its field, unknown names are looked at again, and the record is signed off."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.people import Child, Participant, Role
from models.record import NameSeen, NextStep, Part, RecordPart, SignOff
from models.session import Details
from models.signing import signed_off
from tests.widgets.after_session import Open, act, close, press, shown
from tests.widgets.evening import by_name, evening
from widgets import theme
from widgets.after.checks import Checks
from widgets.after.page import AfterPage
from widgets.parts.entity_table import EntityTable
from widgets.parts.fields import LineField, TextField
from widgets.parts.row_list import RowList

STRANGER = "Kayleigh Broadbent was seen there. Tilly slept."


def looked(qtbot: QtBot, page: AfterPage, begins: str) -> None:
    """Wait until the record has been looked through and the button begins so."""
    checks = page.findChild(Checks)
    assert checks is not None
    buttons = [button for button in checks.findChildren(QPushButton) if button.isCheckable()]
    qtbot.waitUntil(lambda: any(button.accessibleName().startswith(begins) for button in buttons), timeout=20_000)


def focused(qtbot: QtBot, page: QWidget, widget: QWidget) -> None:
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() in (widget, *widget.findChildren(QWidget)))


def seen(table: EntityTable) -> QRegion:
    """What is in sight of the cell with the keyboard."""
    return table.viewport().visibleRegion().intersected(table.visualRect(table.currentIndex()))


# What is missing


def test_what_is_missing_is_counted_and_each_leads_to_its_field(qtbot: QtBot, opened: Open) -> None:
    room, page = opened(evening(NextStep("n", "Visit Gran", "", "Wren"), Child("a", "Ama", date(2020, 1, 1), "", 1)))
    page.activateWindow()
    shown(page, "Missing: ").click()
    press(page, "Ama: reference number")
    children = by_name(page, EntityTable, "Children")
    focused(qtbot, page, children)
    assert (children.current_row().id, children.currentIndex().column()) == ("a", 2)
    press(page, "Timescale of next step 1")
    steps = by_name(page, EntityTable, "Next steps")
    focused(qtbot, page, steps)
    assert (steps.current_row().id, steps.currentIndex().column()) == ("n", 1)
    qtbot.waitUntil(lambda: not seen(steps).isEmpty())
    press(page, "Case status")
    assert QApplication.focusWidget().accessibleName() == "CP: child protection"  # type: ignore[union-attr]
    room.document.set("Edit", room.session.get(NextStep, "n"), timescale="9 March")
    room.document.set("Edit", room.session.get(Child, "a"), reference="LCS 2")
    looked(qtbot, page, "Missing: 6")


def test_a_child_that_is_missing_is_begun(opened: Open) -> None:
    room, page = opened()
    room.document.remove("Remove", room.session.get(Child, "tilly"))
    page.hide()
    page.show()
    shown(page, "Missing: ").click()
    press(page, "Child/ren’s name, date of birth and reference number")
    QTest.keyClicks(by_name(page, TextField, "Name 1"), "Ama")
    QTest.keyClick(by_name(page, TextField, "Name 1"), Qt.Key.Key_Return)
    assert [child.name for child in room.session.all(Child)] == ["Ama"]


def test_what_is_missing_is_masked(opened: Open) -> None:
    room, page = opened()
    room.masking.set_on(True)
    shown(page, "Missing: ").click()
    assert by_name(page, QPushButton, "T. M.: date of birth")


def test_a_date_that_is_not_taken_is_missing_and_said_wherever_the_record_leaves(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    for name, typed in (("Date of group supervision", "17 September 2026X"), ("Next supervision", "1 March 2026")):
        field = by_name(page, LineField, name)
        field.setText(typed)
        field.editingFinished.emit()
    said = "Date of group supervision: what is typed is not a date; the record still says 2 March 2026"
    later = "Next supervision: what is typed is not a day after this one; the record has no date"
    button = shown(page, "Missing: 6")
    assert button.text() == "! Missing: 6" and button.property("kind") == "to-do"
    button.click()
    for words in (said, later):
        whole = by_name(page, QPushButton, words)
        assert " ".join(whole.text().split()) == words
        qtbot.waitUntil(lambda whole=whole: whole.visibleRegion().boundingRect() == whole.rect())  # type: ignore[misc]
    press(page, later)
    focused(qtbot, page, by_name(page, LineField, "Next supervision"))
    press(page, said)
    focused(qtbot, page, by_name(page, LineField, "Date of group supervision"))
    press(page, "Copy for the case system")
    assert any(f"{said}. {later}." in label.text() for label in page.findChildren(QLabel))
    sign(page)
    assert any(f"no longer marked Draft. {said}." in label.text() for label in page.findChildren(QLabel))
    field = by_name(page, LineField, "Date of group supervision")
    field.setText("17 September 2026")
    field.editingFinished.emit()
    assert room.session.details.held_on == date(2026, 9, 17)
    assert by_name_or_none(page, said) is None


def test_a_date_that_was_never_held_is_missing_once(opened: Open) -> None:
    _, page = opened(evening(Details(title="Marsh")))
    shown(page, "Missing: 5")
    field = by_name(page, LineField, "Date of group supervision")
    field.setText("someday")
    field.editingFinished.emit()
    shown(page, "Missing: 5").click()
    assert by_name(page, QPushButton, f"{field.accessibleName()}: what is typed is not a date; the record has no date")


# Names


@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_what_is_to_be_done_looks_it_in_every_theme(
    qtbot: QtBot, opened: Open, qapp: QApplication, theme_name: str
) -> None:
    theme.apply(qapp, theme_name, 100)
    _, page = opened(evening(RecordPart("working_well", STRANGER)))
    looked(qtbot, page, "Names to check: 1")
    wanted, none = shown(page, "Names to check"), shown(page, "Sign-off: not yet")
    assert wanted.text() == "! Names to check: 1" and none.text() == "Sign-off: not yet"
    looks = [button.grab().toImage().pixelColor(button.width() // 2, 1).name() for button in (wanted, none)]
    assert looks[0] == theme.colour("signal").name() != looks[1]
    theme.apply(qapp, "light", 100)


def test_whoever_is_about_to_let_names_leave_reads_of_them_before(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args, **_: (titles.append(args[1]), ("", ""))[1])
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: (titles.append(dialog.windowTitle()), 0)[1])
    room, page = opened(evening(RecordPart("working_well", STRANGER)))
    looked(qtbot, page, "Names to check: 1")
    press(page, "Export record")
    page.print_document()
    press(page, "Export question sheets")
    room.masking.set_on(True)
    press(page, "Export record")
    room.document.add("Seen", NameSeen("kayleigh broadbent"))
    looked(qtbot, page, "Names to check: none")
    press(page, "Export record")
    assert titles == [
        "Export record (1 name still to be checked)",
        "Print: Group supervision record (1 name still to be checked)",
        "Export question sheets",
        "Export record (names in full; 1 name still to be checked)",
        "Export record (names in full)",
    ]


def test_that_a_name_is_still_to_be_checked_is_said_no_longer_than_it_is_true(qtbot: QtBot, opened: Open) -> None:
    _, page = opened(evening(RecordPart("working_well", STRANGER)))
    looked(qtbot, page, "Names to check: 1")
    press(page, "Copy for the case system")
    assert any("still to be checked" in label.text() for label in page.findChildren(QLabel))
    shown(page, "Names to check").click()
    press(page, "This name belongs here")
    assert not any("still to be checked" in label.text() for label in page.findChildren(QLabel))


def test_a_name_that_nobody_knows_is_looked_at_again(qtbot: QtBot, opened: Open) -> None:
    room, page = opened(evening(RecordPart("working_well", STRANGER)))
    looked(qtbot, page, "Names to check: 1")
    shown(page, "Names to check").click()
    names = by_name(page, RowList, "Names to check")
    spoken = names.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Kayleigh Broadbent" in spoken and "working well" in spoken and "was seen there" in spoken
    names.setFocus()
    QTest.keyClick(names, Qt.Key.Key_Return)
    field = by_name(page, TextField, "What's working well?")
    assert field.textCursor().selectedText() == "Kayleigh Broadbent"
    focused(qtbot, page, field)
    press(page, "This name belongs here")
    assert room.session.find(NameSeen, "kayleigh broadbent")
    looked(qtbot, page, "Names to check: none")
    room.document.undo_stack.undo()
    looked(qtbot, page, "Names to check: 1")


def test_a_name_in_a_next_step_is_gone_to_in_its_cell(qtbot: QtBot, opened: Open) -> None:
    _, page = opened(evening(NextStep("n", "Visit Gran", "9 March", "Kayleigh Broadbent")))
    looked(qtbot, page, "Names to check: 1")
    shown(page, "Names to check").click()
    press(page, "Go to the name")
    table = by_name(page, EntityTable, "Next steps")
    assert (table.current_row().id, table.currentIndex().column()) == ("n", 2)


def test_a_name_beyond_letters_of_two_units_is_selected_where_it_stands(qtbot: QtBot, opened: Open) -> None:
    _, page = opened(evening(RecordPart("working_well", "👩‍👧‍👦 and 😀. Then Kayleigh Broadbent was seen.")))
    looked(qtbot, page, "Names to check: 1")
    shown(page, "Names to check").click()
    press(page, "Go to the name")
    selected = by_name(page, TextField, "What's working well?").textCursor().selectedText()
    assert selected == "Kayleigh Broadbent"


def test_letters_that_no_font_has_are_named(qtbot: QtBot, opened: Open) -> None:
    _, page = opened(evening(RecordPart("working_well", "Her sign is \U00010190 here.")))
    looked(qtbot, page, "Names and letters to check: 1")
    shown(page, "Names and letters").click()
    assert any("No font has" in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_letters_in_any_number_and_words_of_any_length_are_listed_briefly(qtbot: QtBot, opened: Open) -> None:
    strange = "".join(map(chr, range(0x10190, 0x1019C)))
    text = f"She saw {'X' + 'x' * 100_000} there. {strange}"
    _, page = opened(evening(RecordPart("working_well", text), Child("a", "A" * 100_000, None, "", 1)))
    looked(qtbot, page, "Names and letters to check: 12")
    shown(page, "Names and letters").click()
    assert any(" and 6 more." in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    shown(page, "Missing").click()
    assert all(len(button.text()) < 200 for button in page.findChildren(QPushButton))


def test_what_leaves_with_names_to_check_says_so(qtbot: QtBot, opened: Open) -> None:
    room, page = opened(evening(RecordPart("working_well", STRANGER)))
    looked(qtbot, page, "Names to check: 1")
    press(page, "Copy for the case system")
    assert any(label.text().endswith("1 name in it is still to be checked.") for label in page.findChildren(QLabel))
    assert "Kayleigh" in QGuiApplication.clipboard().text()
    room.document.add("Seen", NameSeen("kayleigh broadbent"))
    looked(qtbot, page, "Names to check: none")
    press(page, "Copy for the case system")
    assert any(label.text().endswith("paste it into the case system.") for label in page.findChildren(QLabel))


# Sign-off


def sign(page: AfterPage, name: str = "", day: str = "") -> None:
    if not by_name_or_none(page, "Sign off"):
        shown(page, "Sign-off: ").click()
    if name:
        by_name(page, QComboBox, "Signed off by").setEditText(name)
    if day:
        field = by_name(page, LineField, "Date of sign-off")
        field.setText(day)
        field.editingFinished.emit()
    press(page, "Sign off")


def by_name_or_none(page: QWidget, name: str) -> QPushButton | None:
    found = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()]
    return found[0] if found else None


def test_the_presenting_worker_signs_off_and_takes_it_back(opened: Open) -> None:
    room, page = opened()
    sign(page)
    given = signed_off(room.session)
    assert given is not None and (given.name, given.signed_on) == ("Wren", date(2026, 3, 2))
    assert any(label.text().startswith("Signed off by Wren on 2 March 2026.") for label in page.findChildren(QLabel))
    press(page, "Take back the sign-off")
    assert not room.session.all(SignOff)
    room.document.undo_stack.undo()
    assert signed_off(room.session) == given


def test_after_signing_by_keyboard_the_keyboard_is_on_how_things_stand(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    act(page, "Sign-off")
    for name in ("Sign off", "Take back the sign-off"):
        button = by_name(page, QPushButton, name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert QApplication.focusWidget() is shown(page, "Sign-off: ")
    assert not room.session.all(SignOff)


def test_a_change_after_the_sign_off_makes_it_a_draft_and_it_is_signed_again(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    sign(page)
    looked(qtbot, page, "Sign-off: given")
    room.document.set("Edit", room.session.part(Part.REFLECTION), text="Another view")
    looked(qtbot, page, "Sign-off: changed since")
    assert shown(page, "Sign-off: ").text() == "! Sign-off: changed since"
    assert any("Changed since it was signed off by Wren" in label.text() for label in page.findChildren(QLabel))
    sign(page, day="5 March 2026")
    held = signed_off(room.session)
    assert held is not None and held.signed_on == date(2026, 3, 5)


@pytest.mark.parametrize(("name", "day"), [("  ", "2 March 2026"), ("Wren", "someday"), ("Wren", " ")])
def test_a_sign_off_has_a_name_and_a_day(opened: Open, name: str, day: str) -> None:
    room, page = opened()
    sign(page, name, day)
    assert not room.session.all(SignOff)


def test_of_several_workers_one_or_all_sign(opened: Open) -> None:
    room, page = opened(evening(Participant("amal", "Amal", Role.PRESENTING_WORKER, 9)))
    shown(page, "Sign-off: ").click()
    names = by_name(page, QComboBox, "Signed off by")
    assert [names.itemText(place) for place in range(names.count())] == ["Wren", "Amal", "Wren and Amal"]
    names.setCurrentIndex(1)
    press(page, "Sign off")
    held = signed_off(room.session)
    assert held is not None and held.name == "Amal"


def test_a_closed_record_can_still_be_signed_off(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    close(page)
    assert by_name_or_none(page, "Missing: 4") is None
    sign(page)
    assert _signed(room)
    looked(qtbot, page, "Sign-off: given")


def _signed(room: OpenSession) -> bool:
    return signed_off(room.session) is not None


def test_each_panel_is_in_the_palette_too(qtbot: QtBot, opened: Open) -> None:
    _, page = opened()
    act(page, "Sign-off")
    assert by_name_or_none(page, "Sign off")
    focused(qtbot, page, shown(page, "Sign-off: "))
    act(page, "What is missing")
    assert by_name_or_none(page, "Sign off") is None and by_name(page, QPushButton, "Case status")
    close(page)
    assert not {"What is missing", "Names to check"} & {
        action.text() for action in page.actions_offered() if action.isVisible()
    }


@pytest.mark.parametrize("zoom", [100, 125])
def test_an_open_panel_takes_its_room_from_the_draft_and_moves_nothing_out_of_sight(
    qtbot: QtBot, opened: Open, qapp: QApplication, zoom: int
) -> None:
    theme.apply(qapp, "light", zoom)
    names = "\n".join(f"{name} Broadbent{name.lower()} was seen there." for name in ("Kayleigh", "Ottilie", "Zebedee"))
    _, page = opened(evening(RecordPart("working_well", names)))
    page.resize(1366, 660)  # what bars and foot leave of 768
    looked(qtbot, page, "Names to check: ")
    for begins in ("Missing: ", "Names to check: ", "Sign-off: "):
        shown(page, begins).click()
        last = by_name(page, QPushButton, "All documents…")
        qtbot.waitUntil(lambda last=last: last.visibleRegion().boundingRect() == last.rect())  # type: ignore[misc]
        outer = page.findChildren(QScrollArea)[0]
        qtbot.waitUntil(lambda outer=outer: outer.verticalScrollBar().maximum() == 0)  # type: ignore[misc]
    theme.apply(qapp, "light", 100)


def test_one_panel_is_open_at_a_time(opened: Open) -> None:
    _, page = opened()
    missing, sign_off = shown(page, "Missing: "), shown(page, "Sign-off: ")
    missing.click()
    assert missing.isChecked()
    sign_off.click()
    assert not missing.isChecked() and sign_off.isChecked()
    sign_off.click()
    assert by_name_or_none(page, "Sign off") is None
