"""An open session loads in a lull what its end will need, and opens the page of documents from wherever one is."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QObject, Qt, QThreadPool
from PySide6.QtGui import QAction, QDesktopServices, QUndoGroup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.library import Library
from app.practice import practice_session
from app.settings import Settings
from models.cards import Card, CardKind
from models.people import Participant
from models.session import Details, Progress, Session, Status
from tests.widgets.evening import by_name
from widgets import sitting
from widgets.after.page import AfterPage
from widgets.documents.page import DocumentsPage
from widgets.prepare.page import PreparePage
from widgets.sitting import Sitting
from widgets.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(Settings(None))
    made.may_close = True
    qtbot.addWidget(made)
    return made


def test_what_makes_pdfs_is_loaded_beside_the_window_when_nothing_changes(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded_on: list[threading.Thread] = []
    monkeypatch.setattr("app.export.warm_up", lambda: loaded_on.append(threading.current_thread()))
    monkeypatch.setattr(sitting, "LULL_MS", 300)
    parent = QObject()
    sits = Sitting(practice_session(), window, None, QUndoGroup(parent), False, parent)
    document = sits.open.document
    before = sits._lull.remainingTime()
    qtbot.waitUntil(lambda: sits._lull.remainingTime() < before - 50)
    document.set("Name the session", document.session.one(Details), title="Marsh")
    assert sits._lull.remainingTime() > before - 50
    qtbot.waitUntil(lambda: bool(loaded_on))
    assert loaded_on != [threading.main_thread()]
    document.set("Name the session", document.session.one(Details), title="Bell")
    assert not sits._lull.isActive()
    assert QThreadPool.globalInstance().waitForDone(5_000)
    assert sits.end()


@pytest.fixture
def sits(window: MainWindow) -> Iterator[Sitting]:
    parent = QObject()
    window.menus.show_page_actions([])
    window.show()
    yield (made := Sitting(practice_session(), window, None, QUndoGroup(parent), False, parent))
    assert made.end()
    parent.deleteLater()


def action(window: MainWindow, text: str) -> QAction:
    (found,) = [each for each in window.menus.all_actions() if each.text() == text]
    return found


def documents(window: MainWindow) -> DocumentsPage:
    page = window.page()
    assert isinstance(page, DocumentsPage)
    return page


def test_documents_open_from_every_page_and_escape_goes_back(qtbot: QtBot, window: MainWindow, sits: Sitting) -> None:
    sits.show_prepare()
    prepare = window.page()
    assert prepare is not None
    by_name(prepare, QPushButton, "Blank cards…").click()
    assert documents(window).list.current_id() == "blank"
    qtbot.waitExposed(window)
    window.activateWindow()
    QTest.keyClick(documents(window), Qt.Key.Key_Escape)
    assert window.page() is prepare
    sits.show_session()
    room = window.page()
    action(window, "Documents…").trigger()
    assert documents(window).list.current_id() == "blank"  # what was looked at last
    by_name(documents(window), QPushButton, "Back").click()
    assert window.page() is room
    sits.open.engine.go_to("genogram")
    action(window, "Documents…").trigger()
    assert documents(window).list.current_id() == "genogram"
    sits.show_after()
    after = window.page()
    after.documents_wanted.emit("record-pdf")  # type: ignore[union-attr]  # After's own button
    assert documents(window).list.current_id() == "record"
    action(window, "Back").trigger()
    assert window.page() is after


def test_ctrl_p_prints_the_document_in_view_as_it_was_chosen(
    window: MainWindow, sits: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    sits.show_documents("statements")
    asked: list[tuple[str, object]] = []
    monkeypatch.setattr(
        documents(window)._exporting, "print_form", lambda form, **more: asked.append((form, more["sheets"].value))
    )
    sits.print_in_view()
    assert asked == [("sheets-pdf", "statements")]


def test_the_page_after_prints_by_itself_and_says_how_it_went_in_one_place(
    window: MainWindow, sits: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    sits.show_after()
    page = window.page()
    assert isinstance(page, AfterPage)
    by_name(page, QPushButton, "Copy for the case system").click()
    assert any("is on the clipboard" in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "clipboard" not in window.foot.message
    asked: list[str] = []
    monkeypatch.setattr(page._exporting, "print_form", asked.append)
    sits.print_in_view()
    assert asked == ["record-pdf"]


def test_opened_copies_are_gone_when_the_session_is_left(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(QDir, "tempPath", lambda: str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: (shown.append(Path(url.toLocalFile())), True)[1])
    parent = QObject()
    sits = Sitting(practice_session(), window, None, QUndoGroup(parent), False, parent)
    sits.show_documents("record")
    with qtbot.waitSignal(documents(window).message, timeout=20_000):
        documents(window)._open_a_copy()
    assert shown[0].is_relative_to(tmp_path) and shown[0].exists()
    qtbot.waitUntil(lambda: not documents(window)._exporting.is_busy)
    assert sits.end()
    assert list(tmp_path.iterdir()) == []
    parent.deleteLater()


def test_a_copy_that_a_viewer_keeps_is_said(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QObject()
    sits = Sitting(practice_session(), window, None, QUndoGroup(parent), False, parent)
    sits.show_documents()
    assert sits._copies is not None
    monkeypatch.setattr(sits._copies, "remove", lambda: False)
    assert sits.end()
    assert window.foot.message == sitting.COPY_LEFT
    parent.deleteLater()


def test_undo_says_what_it_took_back_and_nothing_where_there_is_nothing(sits: Sitting, window: MainWindow) -> None:
    said: list[str] = []
    window.say = said.append  # type: ignore[method-assign]
    document = sits.open.document
    document.set("Name the session", document.session.one(Details), title="Marsh")
    document.undo_stack.clear()  # as an amendment does
    assert said == []
    document.set("Name the session", document.session.one(Details), title="Bell")
    document.undo_stack.undo()
    assert said == ["Undone: Name the session. Ctrl+Shift+Z brings it back."]


def test_undo_says_where_it_reached_if_that_is_not_in_view(sits: Sitting, window: MainWindow) -> None:
    said: list[str] = []
    window.say = said.append  # type: ignore[method-assign]
    document, engine = sits.open.document, sits.open.engine
    sits.show_session()
    engine.go_to("working-well", "write")
    document.add("Add card", Card("c", "working-well", CardKind.QUESTION, "", "What would Gran say?"))
    document.undo_stack.undo()
    engine.go_to("harm", "write")
    document.undo_stack.redo()
    document.undo_stack.undo()
    assert said == [
        "Undone: Add card. Ctrl+Shift+Z brings it back.",
        "Done again: Add card in step 7.",
        "Undone: Add card in step 7. Ctrl+Shift+Z brings it back.",
    ]


def test_whoever_was_in_an_earlier_session_is_offered_in_the_next_and_the_practice_is_nobody_s(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    held = Session("held", [Progress(status=Status.CLOSED), Participant("b", "Bea Lindqvist", job="nurse")])
    practice = Session("practice", practice_session().entities())
    library = Library(tmp_path)
    library.start()
    for each in (held, practice, Session("new")):
        assert library.add(each).wait(10)
    parent = QObject()
    made = Sitting(Session("new"), window, library, QUndoGroup(parent), True, parent)
    try:
        with qtbot.waitSignal(library.looked_back, timeout=10_000):
            made.show_prepare()
        page = window.page()
        assert isinstance(page, PreparePage)
        qtbot.waitUntil(lambda: page.people.last_time.who.text() == "Bea Lindqvist")
    finally:
        assert made.end()
        assert library.close()


def test_what_undo_took_back_is_said_until_something_else_is_done(window: MainWindow, sits: Sitting) -> None:
    document = sits.open.document
    details = document.session.one(Details)

    def name_and_undo() -> str:
        document.set("Change “Title”", details, title="Bell")
        document.undo_stack.undo()
        return window.foot.message

    sits.show_session()
    assert name_and_undo().startswith("Undone: ")
    document.set("Change “Title”", details, title="Marsh")
    assert window.foot.message == ""
    assert name_and_undo().startswith("Undone: ")
    sits.open.engine.go_to("genogram")
    assert window.foot.message == ""
    assert name_and_undo().startswith("Undone: ")
    assert sits.end()
    assert window.foot.message == ""
    assert window.windowTitle() == "Askwell"
