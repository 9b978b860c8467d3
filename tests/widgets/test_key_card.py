"""The card of keys: every key that any page or phase has, on one page, with nobody's name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.agency import export_options
from app.export.key_card import key_card_pdf
from app.open_session import OpenSession
from app.pdf_pages import PdfPages
from app.practice import practice_session
from app.resources import process
from app.settings import Settings, Values
from models.keys import KEYS_OF_PAGE, Key, keys_of_phase
from models.people import Participant
from tests.widgets.rooms import open_room
from widgets.documents import printing
from widgets.session.page import SessionPage
from widgets.window.help_panel import HelpPanel
from widgets.window.key_card import _keys, every_key
from widgets.window.main_window import MainWindow
from widgets.window.palette_entries import key_of
from widgets.window.view import WindowView


@pytest.fixture
def room() -> OpenSession:
    return open_room(practice_session(), process=process("group_supervision"))


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


def all_of(groups: dict[str, list[Key]]) -> list[Key]:
    return [key for keys in groups.values() for key in keys]


def test_every_key_of_every_phase_is_on_it(window: MainWindow, room: OpenSession) -> None:
    groups = every_key(window.menus.own())
    on_it = ", ".join(key.keys for key in all_of(groups))
    missing = set()
    for step, phase in room.process.walk():
        room.engine.go_to(step.id, phase.id)
        keys = [key_of(action) for _, action in window.menus.offered() if key_of(action)]
        keys += [key.keys for key in keys_of_phase(phase)]
        missing |= {key for key in keys if key not in on_it and not key.startswith(("Alt+Shift+", "Alt+"))}
    assert not missing
    assert not [key.keys for keys in KEYS_OF_PAGE.values() for key in keys if key.keys not in on_it]
    assert "Alt+1 … Alt+0" in on_it


def test_the_keys_that_are_fixed_are_on_it(window: MainWindow) -> None:
    found = {key.keys: key.does for key in all_of(every_key(window.menus.own()))}
    assert found["Ctrl+Enter"] == "Next phase"
    assert found["Ctrl+Shift+Enter"] == "Previous phase"
    assert found["Ctrl+Z"] == "Undo"
    assert found["Ctrl+K"] == "Find an action"
    assert found["Ctrl+Space"] == "Starters"
    assert found["F6"] == "Add one minute"


def test_undo_is_called_so_whatever_it_would_take_back(window: MainWindow, room: OpenSession) -> None:
    window.menus.undo_group.addStack(room.document.undo_stack)
    window.menus.undo_group.setActiveStack(room.document.undo_stack)
    room.document.add("Add participant", Participant("p", "Zebedee"))
    assert window.menus.undo.text() == "Undo Add participant"
    assert "Undo" in [key.does for key in all_of(every_key(window.menus.own()))]


def test_it_is_one_page_on_which_everything_is_and_nobody(window: MainWindow, room: OpenSession) -> None:
    groups = every_key(window.menus.own())
    pdf = key_card_pdf(groups, export_options(Values()))
    with PdfPages(pdf) as pages:
        assert len(pages.sizes()) == 1
        text = " ".join(pages.text(0).split())
    for group, keys in groups.items():
        assert group in text
        for key in keys:
            assert " ".join(key.does.split()[:2]) in text
    for person in room.session.all(Participant):
        assert person.name.split()[0] not in text


def test_keys_that_differ_by_a_number_are_one_line(window: MainWindow, room: OpenSession) -> None:
    room.engine.go_to("working-well", "write")
    found = _keys(action for _, action in window.menus.offered())
    alike = [key for key in found if key.keys.startswith("Alt+") and "…" in key.keys]
    assert "Write as whoever has the number" in [key.does for key in alike]


def test_keys_of_one_deed_are_together(window: MainWindow) -> None:
    does = [key.does for key in every_key(window.menus.own())["Reading"]]
    assert len(does) == len(set(does))


def test_it_is_read_in_the_window_and_goes_by_esc(window: MainWindow, qtbot: QtBot) -> None:
    window.home_button.setFocus()
    window.menus.key_card.trigger()
    panel = window.findChild(HelpPanel)
    assert isinstance(panel, HelpPanel)
    assert panel.isVisible() and panel.shows_card
    text = panel.page.toPlainText()
    assert "Genogram" in text and "Ctrl+Space" in text
    window.menus.help.trigger()
    assert panel.isVisible() and not panel.shows_card
    assert panel.page.toPlainText().startswith("Step ")
    qtbot.keyClick(panel.page, Qt.Key.Key_Escape)
    assert panel.isHidden() and QApplication.focusWidget() is window.home_button


def test_moving_on_leaves_the_card_where_it_is(window: MainWindow, room: OpenSession) -> None:
    window.menus.key_card.trigger()
    room.engine.go_to("harm", "write")
    panel = window.findChild(HelpPanel)
    assert isinstance(panel, HelpPanel)
    assert panel.shows_card and not panel.page.toPlainText().startswith("Step ")


def test_it_is_saved_as_pdf(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "keys.pdf"
    window.view.guide.save_key_card(file)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.foot.message.startswith("Saved: "))
    assert file.read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written_to_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.view.guide.save_key_card(tmp_path / "none" / "keys.pdf")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "could not be written" in window.foot.message)


def test_it_is_printed(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    monkeypatch.setattr(printing, "ask_for_printer", lambda _parent, _title: printer)
    window.view.guide.print_key_card()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.foot.message == "Key card: sent to the printer.", timeout=20_000)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_its_buttons_have_names(window: MainWindow) -> None:
    window.menus.key_card.trigger()
    panel = window.findChild(HelpPanel)
    assert isinstance(panel, HelpPanel)
    shown = {button.accessibleName() for button in panel.findChildren(QPushButton) if button.isVisible()}
    assert shown == {"Close", "Print the card…", "Save as PDF…"}
