"""The button "Genogram file": a family in, the genogram out, beside the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.document import Document
from app.masking import Masking
from models.genogram import Person
from models.session import Session
from tests.app.gedcom.made import file_of
from tests.app.gedcom.test_bad_files import BROKEN, KELLY, five
from tests.app.gedcom.test_round_trip import everything
from tests.helpers import counted_ids
from widgets.canvas.files_menu import IMPORT, SAVE, FilesMenu

Make = Callable[..., FilesMenu]


@pytest.fixture
def made(qtbot: QtBot) -> Make:
    def make(session: Session | None = None, masked: bool = False) -> FilesMenu:
        window = QWidget()
        qtbot.addWidget(window)
        document = Document(session or Session("s"), counted_ids("new"), window)
        masking = Masking(document, window)
        masking.set_on(masked)
        window.show()
        return FilesMenu(document, window, masking)

    return make


def messages(menu: FilesMenu) -> list[str]:
    return [box.text() for box in menu._window.findChildren(QMessageBox) if box.isVisible()]


def people(menu: FilesMenu) -> list[str]:
    return [person.name for person in menu._document.session.all(Person)]


def act(menu: FilesMenu, words: str) -> None:
    found = menu.button.menu()
    assert found is not None
    found.aboutToShow.emit()
    next(action for action in found.actions() if action.text() == words).trigger()


def choosing(monkeypatch: pytest.MonkeyPatch, which: str, *answer: str) -> list[str]:
    titles: list[str] = []

    def choose(*args: str, **_options: object) -> tuple[str, ...]:
        titles.append(args[1])
        return answer

    monkeypatch.setattr(QFileDialog, which, choose)
    return titles


def test_a_family_comes_in_and_undo_takes_it_out(
    qtbot: QtBot, made: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.ged").write_text(file_of(40, 2))
    choosing(monkeypatch, "getOpenFileName", str(tmp_path / "a.ged"), "")
    menu = made()
    assert menu.button.accessibleName() == "Genogram file"
    with qtbot.waitSignal(menu.said, timeout=20_000) as said:
        act(menu, IMPORT)
        assert not menu.button.isEnabled()
    qtbot.waitUntil(menu.button.isEnabled)
    assert said.args == ["40 people came in; Undo takes them out again."]
    assert len(people(menu)) == 40 and messages(menu) == []
    menu._document.undo_stack.undo()
    assert people(menu) == [] and not menu._document.undo_stack.canUndo()


@pytest.mark.parametrize(
    ("content", "said"),
    [(BROKEN["no level"][0], "a.ged: Line 8:"), (five(""), "nobody in this file"), (b"", "a.ged: The file is empty")],
)
def test_what_does_not_come_in_is_shown_in_a_sentence(
    qtbot: QtBot, made: Make, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "a.ged").write_bytes(content)
    menu = made()
    with qtbot.waitSignal(menu.said, timeout=20_000):
        menu.import_from(tmp_path / "a.ged")
    qtbot.waitUntil(menu.button.isEnabled)
    [shown] = messages(menu)
    assert said in shown and people(menu) == []
    assert not menu._document.undo_stack.canUndo()


def test_what_is_odd_is_shown_after_it_came_in(qtbot: QtBot, made: Make, tmp_path: Path) -> None:
    (tmp_path / "a.ged").write_bytes(five(KELLY.replace("Kelly", "<b>") + "1 BIRT\n2 DATE 1990\n1 DEAT\n2 DATE 1980\n"))
    menu = made()
    with qtbot.waitSignal(menu.said, timeout=20_000):
        menu.import_from(tmp_path / "a.ged")
    [shown] = messages(menu)
    assert "1 person came in" in shown and "Line 6: <b> Marsh is born in 1990, after the death in 1980" in shown


def test_reading_can_be_stopped(qtbot: QtBot, made: Make, tmp_path: Path) -> None:
    (tmp_path / "a.ged").write_text(file_of(3000, 2))
    menu = made()
    with qtbot.waitSignal(menu.said, timeout=20_000) as said:
        menu.import_from(tmp_path / "a.ged")
        assert menu._dialog is not None
        [stop] = menu._dialog.findChildren(QPushButton)
        assert stop.text() == "Stop"
        stop.click()
    assert said.args == ["Stopped; nothing has changed."]
    assert people(menu) == [] and menu.button.isEnabled()


@pytest.mark.parametrize(
    ("name", "chosen", "written", "begins"),
    [
        ("out.pdf", "PDF (*.pdf)", "out.pdf", b"%PDF"),
        ("out.svg", "PDF (*.pdf)", "out.svg", b"<?xml"),
        ("out.pdf", "PNG picture (*.png)", "out.png", b"\x89PNG"),
        ("out", "GEDCOM, for genealogy programs (*.ged)", "out.ged", b"0 HEAD"),
        ("there.pdf", "GEDCOM, for genealogy programs (*.ged)", "there 2.ged", b"0 HEAD"),
    ],
)
def test_the_genogram_is_saved_as_what_was_chosen(
    qtbot: QtBot, made: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    name: str, chosen: str, written: str, begins: bytes,
) -> None:  # fmt: skip
    (tmp_path / "there.ged").write_text("kept")
    titles = choosing(monkeypatch, "getSaveFileName", str(tmp_path / name), chosen)
    menu = made(everything(), masked=True)
    with qtbot.waitSignal(menu.said, timeout=20_000) as said:
        act(menu, SAVE)
    assert said.args == [f"Saved: {tmp_path / written}"]
    assert (tmp_path / written).read_bytes().startswith(begins)
    assert titles == ["Save genogram (names in full)"]
    assert (tmp_path / "there.ged").read_text() == "kept"


def test_a_folder_that_is_gone_is_said(qtbot: QtBot, made: Make, tmp_path: Path) -> None:
    menu = made(everything())
    with qtbot.waitSignal(menu.said, timeout=20_000) as said:
        menu.save_to(tmp_path / "gone" / "out.ged")
    assert said.args[0].startswith("out.ged could not be written")
    assert len(messages(menu)) == 1


def test_nobody_is_nothing_to_save(made: Make) -> None:
    menu = made()
    found = menu.button.menu()
    assert found is not None
    found.aboutToShow.emit()
    assert [action.isEnabled() for action in found.actions()] == [True, False]
