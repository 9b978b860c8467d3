"""Ctrl+K: everything that can be done is found by the words on it, and does the same."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QAction, QUndoGroup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.open_session import OpenSession
from app.practice import practice_session
from app.settings import Settings
from models.people import Child
from tests.widgets.rooms import open_room
from widgets import theme
from widgets.documents.catalogue import offered
from widgets.home.page import HomePage
from widgets.parts import wrapped_rows
from widgets.parts.fields import LineField, named
from widgets.parts.wrapped_rows import places
from widgets.prepare.page import PreparePage
from widgets.session.page import SessionPage
from widgets.window.guide import WHY_NOT
from widgets.window.main_window import MainWindow
from widgets.window.menus import THEMES
from widgets.window.palette import Palette
from widgets.window.palette_entries import SETTINGS, Entry, everything, of_actions, of_page, plain
from widgets.window.settings_dialog import SettingsDialog
from widgets.window.view import WindowView


@pytest.fixture
def room() -> OpenSession:
    return open_room(practice_session(), process=resources.process("group_supervision"))


@pytest.fixture
def window(qtbot: QtBot, room: OpenSession) -> Iterator[MainWindow]:
    settings = Settings(None)
    made = MainWindow(settings)
    made.view = WindowView(made, settings, lambda: room)  # type: ignore[attr-defined]
    made.may_close = True
    qtbot.addWidget(made)
    made.show_page(HomePage(welcome=True))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made


def show(window: MainWindow, page: QWidget) -> None:
    window.show_page(page)
    if isinstance(page, SessionPage):
        page.actions_changed.connect(window.offer_actions)
    QApplication.processEvents()


def opened(window: MainWindow, typed: str = "") -> Palette:
    window.menus.palette.trigger()
    found = [each for each in window.findChildren(Palette) if each.isVisible()][-1]
    QTest.keyClicks(found.search, typed)
    return found


def found(entries: list[Entry], typed: str, window: QWidget) -> list[Entry]:
    made = Palette(entries, window)
    made.search.setText(typed)
    return made.found


def nothing() -> None:
    """Does nothing."""


def test_every_phase_offers_every_button_in_sight_by_the_words_on_it(window: MainWindow, room: OpenSession) -> None:
    page = SessionPage(room)
    show(window, page)
    missing = []
    for step, phase in room.process.walk():
        room.engine.go_to(step.id, phase.id)
        QApplication.processEvents()
        entries = everything(window, lambda _name: None)
        known = {entry.text for entry in entries}
        for button in page.findChildren(QAbstractButton):
            words = button.accessibleName().rstrip("…") or plain(button.text())
            seen = button.isVisible() and button.isEnabled() and not button.objectName().startswith("qt_")
            if seen and words and words not in known:
                missing.append(f"{step.id}/{phase.id}: {words}")
            elif seen and words and words not in [entry.text for entry in found(entries, words, window)]:
                missing.append(f"{step.id}/{phase.id}: {words} is not found")
    assert not missing


def test_every_action_is_found_by_its_words_and_by_its_key(window: MainWindow, room: OpenSession) -> None:
    show(window, SessionPage(room))
    entries = of_actions(window.menus.offered())
    assert {"New session", "Home", "Mask names", "Blank screen", "Next phase"} <= {entry.text for entry in entries}
    for entry in entries:
        assert entry in found(entries, entry.text, window)
        if entry.key:
            assert entry in found(entries, entry.key, window)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("clock", "Start or pause timer"),
        ("dark", "Dark"),
        ("hide names", "Mask names"),
        ("anonymise", "Mask names"),
        ("bigger", "Larger"),
        ("bell", "Chime in this phase"),
        ("working well", "7. What's working well?"),
        ("harm read", "9. Harm – Read"),
        ("learning note", "Learning note"),
        ("agency name", "Agency's name"),
        ("family tree", "2. Genogram"),
        ("go to author", "Go to Author"),
        ("full scren", "Full screen"),
    ],
)
def test_what_people_would_type_finds_it(window: MainWindow, room: OpenSession, typed: str, first: str) -> None:
    show(window, SessionPage(room))
    room.engine.go_to("working-well", "write")
    QApplication.processEvents()
    assert first in [entry.text for entry in found(everything(window, lambda _name: None), typed, window)][:3]


def test_themes_documents_steps_and_settings_are_there(window: MainWindow, room: OpenSession) -> None:
    show(window, SessionPage(room))
    known = {entry.text for entry in everything(window, lambda _name: None)}
    assert {text for _, text in THEMES} <= known
    assert {entry.title for entry in offered()} <= known
    assert {f"{number}. {step.title}" for number, step in enumerate(room.process.steps, 1)} <= known
    assert {plain(name) for name in SETTINGS} <= {plain(text) for text in known}


def test_settings_are_those_that_there_are(window: MainWindow) -> None:
    dialog = SettingsDialog(window.settings, None, window)
    dialog.show()
    there = {
        each.accessibleName()
        for each in dialog.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert set(SETTINGS) == there - {"", "Close"}


def test_a_setting_is_opened_with_the_keyboard_on_it(window: MainWindow) -> None:
    held = opened(window, "unmarried couples")
    held.accept()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    assert dialog.focusWidget() is dialog.solid
    dialog.reject()


def test_enter_goes_to_a_step(window: MainWindow, room: OpenSession) -> None:
    show(window, SessionPage(room))
    held = opened(window, "danger statements read")
    QTest.keyClick(held.search, Qt.Key.Key_Return)
    assert (room.engine.step.id, room.engine.phase.id) in (("danger", "read"), ("rough-danger", "read"))


def test_a_document_is_asked_for(window: MainWindow, room: OpenSession, qtbot: QtBot) -> None:
    page = PreparePage(room)
    show(window, page)
    with qtbot.waitSignal(page.documents_wanted) as asked:
        opened(window, "learning note").accept()
    assert asked.args == ["learning"]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.show()
    return made


def put(page: QWidget, widget: QWidget, name: str, description: str = "") -> None:
    page.layout().addWidget(named(widget, name, description))
    widget.show()


def test_a_button_does_what_it_does_and_a_box_is_ticked(page: QWidget) -> None:
    button, box, hidden = QPushButton("Ring && wait…"), QCheckBox("Shield"), QPushButton("Hidden")
    done: list[str] = []
    button.clicked.connect(lambda: done.append("rung"))
    put(page, button, "Ring & wait…")
    put(page, box, "Shield")
    put(page, hidden, "Hidden")
    hidden.hide()
    buttons, _ = of_page(page, [])
    assert [entry.text for entry in buttons] == ["Ring & wait", "Shield"]
    for entry in buttons:
        entry.do()
    assert done == ["rung"] and box.isChecked()


def test_a_button_that_an_action_stands_for_stands_once(page: QWidget) -> None:
    put(page, QPushButton("Mask names…"), "Mask names…")
    assert of_page(page, [Entry("Mask names", nothing, "View")]) == ([], [])


def test_buttons_of_one_name_are_told_apart(page: QWidget) -> None:
    put(page, QPushButton("Remove"), "Remove", "Bea")
    put(page, QPushButton("Remove"), "Remove")
    buttons, _ = of_page(page, [])
    assert [entry.said for entry in buttons] == ["Bea", "2 of 2"]


def test_a_field_is_gone_to(page: QWidget, qtbot: QtBot) -> None:
    field = LineField("Note")
    put(page, field, "Note")
    put(page, QPushButton("First"), "First")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    entry = of_page(page, [])[1][0]
    assert entry.text == "Go to Note"
    entry.do()
    assert QApplication.focusWidget() is field


def test_what_cannot_be_done_says_why_and_is_not_done(page: QWidget) -> None:
    done: list[bool] = []
    action = QAction("Undo", page)
    action.triggered.connect(lambda: done.append(True))
    action.setEnabled(False)
    action.setProperty(WHY_NOT, "Nothing to undo yet")
    held = Palette(of_actions([("Edit", action)]), page)
    assert held.found[0].spoken == "Undo, Edit, Nothing to undo yet"
    assert held.chosen() is None
    held.accept()
    assert not done


def test_undo_says_what_and_why_not(window: MainWindow, room: OpenSession) -> None:
    show(window, SessionPage(room))
    group = window.menus.undo_group
    assert isinstance(group, QUndoGroup)
    group.addStack(room.document.undo_stack)
    group.setActiveStack(room.document.undo_stack)
    undo = next(each for each in of_actions(window.menus.offered()) if each.text.startswith("Undo"))
    assert undo.why_not == "Nothing to undo yet"
    room.document.set("Change card", room.session.details, title="Marsh")
    undo = next(each for each in of_actions(window.menus.offered()) if each.text.startswith("Undo"))
    assert (undo.text, undo.why_not, undo.key) == ("Undo Change card", "", "Ctrl+Z")


def test_what_is_on_says_so(window: MainWindow) -> None:
    window.menus.full_screen.setChecked(True)
    entries = of_actions(window.menus.offered())
    assert next(each.said for each in entries if each.text == "Full screen") == "on now"
    window.menus.full_screen.setChecked(False)


def test_the_arrows_move_and_the_keyboard_stays(page: QWidget) -> None:
    done: list[str] = []
    entries = [Entry(text, lambda text=text: done.append(text), "View") for text in ("Add one", "Add two", "Add three")]
    held = Palette(entries, page)
    held.show()
    QTest.keyClicks(held.search, "add")
    QTest.keyClick(held.search, Qt.Key.Key_Down)
    assert held.search.hasFocus() or held.focusWidget() is held.search
    QTest.keyClick(held.search, Qt.Key.Key_Return)
    assert done == ["Add two"]


def test_what_was_done_last_stands_first(page: QWidget) -> None:
    recent: list[str] = []
    entries = [Entry(text, nothing, "View") for text in ("One", "Two", "Three")]
    for typed in ("two", "three"):
        held = Palette(entries, page, recent)
        held.search.setText(typed)
        held.accept()
    held = Palette(entries, page, recent)
    assert [entry.text for entry in held.found] == ["Three", "Two", "One"]


def test_the_row_is_said_for_those_who_do_not_see_it(
    page: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(wrapped_rows, "announce", lambda _widget, text: said.append(text))
    held = Palette([Entry("Mask names", nothing, "View", "Ctrl+Shift+M"), Entry("Home", nothing, "Session")], page)
    held.search.setText("mask")
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Mask names, Ctrl+Shift+M, View, 1 of 1"]
    held.search.setText("spaceship")
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1].startswith("Nothing here goes by these words")


@pytest.mark.parametrize("zoom", [100, 200])
def test_no_row_is_cut_off(qapp: QApplication, window: MainWindow, room: OpenSession, zoom: int) -> None:
    theme.apply(qapp, "light", zoom)
    try:
        show(window, SessionPage(room))
        held = opened(window)
        QApplication.processEvents()
        width = held.list.viewport().width()
        for entry in held.found:
            at = places(entry.row, width)
            assert at.words.right() < (at.key.left() if entry.key else width)
            assert at.hint.bottom() <= at.height and at.key.right() <= width
        held.reject()
    finally:
        qapp.setStyleSheet("")
        qapp.setProperty("askwell_theme", None)


def test_names_are_masked_in_it_and_it_goes_when_masking_turns(window: MainWindow, room: OpenSession) -> None:
    page = SessionPage(room)
    show(window, page)
    child = room.session.all(Child)[0].name.split()[0]
    put_name = named(QPushButton(f"Ring {child}", page), f"Ring {child}")
    put_name.show()
    room.masking.set_on(True)
    held = opened(window)
    assert not [entry.text for entry in held.found if child in entry.text]
    room.masking.set_on(False)
    assert not held.isVisible()


def test_a_screen_reader_does_what_it_selected(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    done = []
    entries = [Entry(text, lambda text=text: done.append(text), "") for text in ("Before", "After")]  # type: ignore[misc]
    palette = Palette(entries, window)
    palette.show()
    model = palette.list.selectionModel()
    model.select(palette.list.rows.index(1), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    button = next(each for each in palette.findChildren(QPushButton) if each.accessibleName() == "Do it")
    assert button.isVisible()
    button.click()
    assert done == ["After"]
