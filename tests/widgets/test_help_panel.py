"""F1: help lies over the page, is read by keyboard, and gives the keyboard back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from app.settings import Settings
from models.help import HelpPart, Manner
from models.people import Child
from tests.widgets.rooms import open_room
from widgets.session.page import SessionPage
from widgets.window.help_panel import HelpPanel, write_help
from widgets.window.main_window import MainWindow
from widgets.window.view import WindowView


@pytest.fixture
def room() -> OpenSession:
    return open_room(step="well", phase_id="read")


@pytest.fixture
def window(qtbot: QtBot, room: OpenSession) -> Iterator[MainWindow]:
    settings = Settings(None)
    made = MainWindow(settings)
    made.view = WindowView(made, settings, lambda: room)  # type: ignore[attr-defined]
    made.may_close = True
    qtbot.addWidget(made)
    page = SessionPage(room)
    page.actions_changed.connect(made.offer_actions)
    made.show_page(page)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made


def panel(window: MainWindow) -> HelpPanel:
    found = window.findChild(HelpPanel)
    assert isinstance(found, HelpPanel)
    return found


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_it_says_what_the_phase_is_for_and_every_key_that_works(window: MainWindow) -> None:
    window.menus.help.trigger()
    text = panel(window).page.toPlainText()
    assert text.startswith("Step 5 of 9: What's working well?")
    assert "“Say this.”" in text
    for words in ("Next reader", "Next phase", "Ctrl+Enter", "Mask names", "Ctrl+Shift+M", "F6"):
        assert words in text


def test_it_lies_over_the_page_and_moves_nothing(window: MainWindow) -> None:
    page = window.page()
    assert page is not None
    before = page.geometry()
    window.menus.help.trigger()
    QApplication.processEvents()
    held = panel(window)
    assert page.geometry() == before
    assert held.isVisible() and held.geometry().right() <= window.rect().right()
    assert held.width() < window.width() * 0.5


def test_esc_closes_it_and_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    window.home_button.setFocus()
    window.menus.help.trigger()
    assert focused() is panel(window).page
    qtbot.keyClick(panel(window).page, Qt.Key.Key_Escape)
    assert panel(window).isHidden()
    assert focused() is window.home_button


def test_f1_takes_it_away_again(window: MainWindow) -> None:
    window.home_button.setFocus()
    window.menus.help.trigger()
    window.menus.help.trigger()
    assert panel(window).isHidden()
    assert focused() is window.home_button


def test_it_follows_the_room(window: MainWindow, room: OpenSession) -> None:
    window.menus.help.trigger()
    room.engine.go_to("scales", "write")
    assert panel(window).page.toPlainText().startswith("Step 6 of 9: Scales")


def test_a_hidden_panel_is_not_written(window: MainWindow, room: OpenSession) -> None:
    window.menus.help.trigger()
    window.menus.help.trigger()
    room.engine.go_to("scales", "write")
    assert panel(window).page.toPlainText().startswith("Step 5")


def test_names_are_masked_in_it(window: MainWindow, room: OpenSession) -> None:
    room.document.add("Add child", Child("c", "Jade Marsh"))
    room.masking.set_on(True)
    document = QTextDocument()
    write_help(document, [HelpPart("About Jade", ("Jade Marsh stays",))], room.masking)
    assert "Jade" not in document.toPlainText()


def test_masking_holds_for_what_is_shown_already(window: MainWindow, room: OpenSession) -> None:
    room.document.add("Add child", Child("c", "Jade Marsh"))
    window.menus.help.trigger()
    panel(window).show_help([HelpPart("About Jade", ("Jade stays",))], [], room.masking)
    room.masking.set_on(True)
    assert "Jade" not in panel(window).page.toPlainText()


def test_text_is_never_mark_up() -> None:
    document = QTextDocument()
    write_help(
        document, [HelpPart("<b>A</b>", ("<i>one</i>", "&amp;"), manner) for manner in (Manner.PLAIN, Manner.LIST)]
    )
    text = document.toPlainText()
    assert text.count("<b>A</b>") == text.count("<i>one</i>") == text.count("&amp;") == 2


def test_parts_are_told_apart_by_their_form() -> None:
    document = QTextDocument()
    parts = [
        HelpPart("Place", ("Here",)),
        HelpPart("Say", ("“Hello.”",), Manner.SAID),
        HelpPart("Watch for", ("one", "two"), Manner.LIST),
        HelpPart("Keys", ("F5\tStart",), Manner.KEYS),
        HelpPart("More", ("Keys", "end")),
    ]
    write_help(document, parts)
    blocks = []
    block = document.begin()
    while block.isValid():
        blocks.append((block.text(), block.blockFormat().headingLevel(), block.textList() is not None))
        block = block.next()
    assert [text for text, level, _ in blocks if level] == ["Place", "Say", "Watch for", "Keys", "More"]
    assert [text for text, _, listed in blocks if listed] == ["one", "two"]
    assert not [text for text, _, _ in blocks if not text]
    assert document.toPlainText().split("\n")[-4] == "F5\tStart"
