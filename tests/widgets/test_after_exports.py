"""After: the record, the sheets, the genogram and the dates leave, as files and over the clipboard."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog
from pytestqt.qtbot import QtBot

from models.genogram import Person
from tests.widgets.after_session import Open, act, press
from tests.widgets.evening import by_name, evening
from widgets.after.record_page import RecordPage


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
    with qtbot.waitSignal(page._exporting.said, timeout=20_000):
        act(page, "Export genogram")
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
    with qtbot.waitSignal(page._exporting.said, timeout=20_000) as said:
        act(page, "Export genogram")
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
    with qtbot.waitSignal(page._exporting.said, timeout=20_000) as said:
        press(page, name)
    assert said.args[0].startswith("Saved: ")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert Path(suggested[0]).name.startswith("2026-03-02 ")
    assert "Tilly" not in Path(suggested[0]).name


def test_the_genogram_goes_with_the_record_where_it_is_wanted(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    _, page = opened(evening(Person("k", "Kelly", age="38")))
    box, shown = by_name(page, QCheckBox, "With the genogram"), page.findChild(RecordPage)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.count > 0)
    alone = shown.count
    assert not box.isChecked()
    box.click()
    qtbot.waitUntil(lambda: shown.count == alone + 2)
    press(page, "Copy for the case system")
    assert "Family\n------\nThe family\n" in QGuiApplication.clipboard().text()
    page._exporting.save_to("record-pdf", tmp_path / "record.pdf")
    qtbot.waitUntil((tmp_path / "record.pdf").exists)
    with pypdfium2.PdfDocument((tmp_path / "record.pdf").read_bytes()) as document:
        assert len(document) == alone + 2
    box.click()
    qtbot.waitUntil(lambda: shown.count == alone)
    press(page, "Copy for the case system")
    assert "Kelly" not in QGuiApplication.clipboard().text()


def test_without_a_genogram_none_is_offered(opened: Open) -> None:
    _, page = opened()
    shown = [box.accessibleName() for box in page.findChildren(QCheckBox) if box.isVisible()]
    assert shown
    assert "With the genogram" not in shown
