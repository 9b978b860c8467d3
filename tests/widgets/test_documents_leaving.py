"""A document leaves as it was seen: saved, printed or opened, with names in full, and counted."""

import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.export import FORMATS
from app.export.options import ExportCancelledError, ExportError
from app.pdf_pages import PdfPages
from models.cards import Card, CardKind
from models.record import Copies, Part
from models.session import Details
from tests.widgets.document_session import Open, choose_file, open_documents, press, saved, show, words, words_of
from tests.widgets.evening import by_name, evening
from tests.widgets.papers import printer
from widgets.documents import exporting, opening, printing
from widgets.documents.catalogue import ENTRIES, entry_of
from widgets.documents.opening import OpenedCopies

TODAY = date(2026, 3, 2)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens the page of documents."""
    return partial(open_documents, qtbot, tmp_path)


# Saved


def test_a_document_is_saved_as_pdf_or_word_as_it_was_chosen(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = opened()
    show(qtbot, page, "all-cards")
    asked = choose_file(monkeypatch, tmp_path / "out.pdf")
    assert saved(qtbot, page) == f"Saved: {tmp_path / 'out.pdf'}"
    title, suggested, kinds = asked[0]
    assert title == "Export question sheets"
    assert Path(suggested).name == "2026-03-02 question sheets.pdf"
    assert kinds == "PDF (*.pdf);;Word document (*.docx)"
    assert "What does Gran do on Fridays?" in words_of(tmp_path / "out.pdf")
    choose_file(monkeypatch, tmp_path / "out.pdf", "Word document (*.docx)")
    assert saved(qtbot, page) == f"Saved: {tmp_path / 'out.docx'}"
    with ZipFile(BytesIO((tmp_path / "out.docx").read_bytes())) as word:
        assert "What does Gran do on Fridays?" in word.read("word/document.xml").decode()


@pytest.mark.parametrize("entry", [entry.id for entry in ENTRIES])
def test_no_childs_name_stands_in_a_files_name(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, entry: str
) -> None:
    _, page = opened(evening(Card("q9", "harm", CardKind.QUESTION, "bea", "Why?", 9, asked_of="Tilly")))
    page.list.go_to(entry)
    asked: list[str] = []

    def nothing(_window: QWidget, _title: str, suggested: str, *_more: str, **_options: object) -> tuple[str, str]:
        asked.append(suggested)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", nothing)
    page._save_as()
    assert Path(asked[0]).name.startswith("2026-03-02 ") and "Tilly" not in asked[0] and "Marsh" not in asked[0]
    assert Path(asked[0]).suffix in {form.suffix for form in entry_of(entry).forms()}


def test_the_last_folder_is_offered_again_and_kept_nowhere(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, page = opened()
    (tmp_path / "case").mkdir()
    asked = choose_file(monkeypatch, tmp_path / "case" / "out.pdf")
    saved(qtbot, page)
    page.list.go_to("all-cards")
    saved(qtbot, page)
    assert Path(asked[1][1]).parent == tmp_path / "case"
    assert str(tmp_path) not in repr(room.settings.values)
    (tmp_path / "case" / "out.pdf").unlink()
    (tmp_path / "case").rmdir()
    saved(qtbot, page)
    assert Path(asked[2][1]).parent != tmp_path / "case"


def test_copies_are_counted_when_they_have_left_and_numbered_at_the_foot(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, page = opened()
    show(qtbot, page, "record")
    assert "Copy" not in words(page)
    undo = room.document.undo_stack.count()
    for number in (1, 2):
        choose_file(monkeypatch, tmp_path / f"{number}.pdf")
        saved(qtbot, page)
        assert f"Copy {number}, 2 March 2026" in words_of(tmp_path / f"{number}.pdf")
        assert room.session.get(Copies, "record-pdf") == Copies("record-pdf", number, TODAY)
    show(qtbot, page, "all-cards")
    choose_file(monkeypatch, tmp_path / "3.pdf")
    saved(qtbot, page)
    assert "Copy 1, 2 March 2026" in words_of(tmp_path / "3.pdf")
    assert room.document.undo_stack.count() == undo
    assert "Copy" not in words(page)


def make_instead(monkeypatch: pytest.MonkeyPatch, make: Callable[..., bytes]) -> None:
    monkeypatch.setattr("app.export.export", lambda _session, _process, _form, options: make(options))


def test_what_did_not_leave_is_not_counted(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, page = opened()

    def stop(_options: object) -> bytes:
        raise ExportCancelledError

    def fail(_options: object) -> bytes:
        raise ExportError("This is too much for one page.")

    choose_file(monkeypatch, tmp_path / "out.pdf")
    make_instead(monkeypatch, stop)
    assert "no file was written" in saved(qtbot, page)
    make_instead(monkeypatch, fail)
    assert saved(qtbot, page) == "This is too much for one page."
    make_instead(monkeypatch, lambda _options: b"%PDF")
    choose_file(monkeypatch, tmp_path / "gone" / "out.pdf")
    assert saved(qtbot, page).startswith("out.pdf could not be written (that folder is not there)")
    (tmp_path / "folder.pdf").mkdir()
    choose_file(monkeypatch, tmp_path / "folder.pdf")
    assert saved(qtbot, page).startswith("folder.pdf could not be written (it is a folder or a device")
    assert not room.session.all(Copies)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("form", ["session-json", "steps-ics"])
def test_files_for_other_programs_are_not_counted(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    room, page = opened()
    room.document.set("Next supervision", Details(), next_on=date(2026, 4, 2))
    file = tmp_path / f"out{FORMATS[form].suffix}"
    asked = choose_file(monkeypatch, file)
    with qtbot.waitSignal(page.message, timeout=20_000):
        page._exporting.save(form)
    assert asked[0][0].startswith("Save ")
    assert file.stat().st_size > 0
    assert not room.session.all(Copies)


def test_what_leaves_while_names_are_masked_holds_them_in_full_and_says_so(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, page = opened()
    room.masking.set_on(True)
    asked = choose_file(monkeypatch, tmp_path / "out.pdf")
    saved(qtbot, page)
    assert asked[0][0] == "Export record (names in full)"
    assert "Tilly Marsh" in words_of(tmp_path / "out.pdf")


def test_a_long_export_shows_how_far_it_is_and_is_stopped(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, page = opened()
    file = tmp_path / "out.pdf"
    file.write_bytes(b"old")
    reached: list[int] = []

    def slowly(options: Any) -> bytes:
        for done in range(1, 1001):
            options.step(done, 1000)
            reached.append(done)
            threading.Event().wait(0.005)
        return b"%PDF"

    choose_file(monkeypatch, file)
    make_instead(monkeypatch, slowly)
    with qtbot.waitSignal(page._exporting.progressed, timeout=20_000):
        press(page, "Save as…")
    assert not by_name(page, QPushButton, "Save as…").isEnabled()
    with qtbot.waitSignal(page.message, timeout=20_000) as said:
        press(page, "Stop export")
    assert said.args == ["The export was stopped; no file was written."]
    assert file.read_bytes() == b"old" and len(reached) < 1000
    qtbot.waitUntil(lambda: by_name(page, QPushButton, "Save as…").isEnabled())
    assert not room.session.all(Copies)


# Printed


def test_what_is_looked_at_is_printed(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, page = opened()
    show(qtbot, page, "person")
    titles: list[str] = []

    def choose(_window: QWidget, title: str, remark: str) -> object:
        titles.append(title + remark)
        return printer(tmp_path / "out.pdf")

    monkeypatch.setattr(printing, "ask_for_printer", choose)
    assert page.print_in_view() == ("Questions for one person", "sheets-pdf")
    said = saved(qtbot, page, "Print…")
    pages = page.preview.count
    assert said == f"Questions for one person: {pages} page{'s' if pages > 1 else ''} sent to the printer."
    assert titles == ["Questions for one person"]
    with PdfPages((tmp_path / "out.pdf").read_bytes()) as on_paper:
        assert len(on_paper.sizes()) == pages
    assert room.session.get(Copies, "sheets-pdf") == Copies("sheets-pdf", 1, TODAY)


def test_the_keyboard_is_where_it_was_when_an_export_is_over(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = opened()
    page.activateWindow()
    choose_file(monkeypatch, tmp_path / "out.pdf")
    button = by_name(page, QPushButton, "Save as…")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    saved(qtbot, page)
    assert button.hasFocus()
    with qtbot.waitSignal(page._exporting.busy):
        button.click()
    page.list.setFocus()
    qtbot.waitUntil(lambda: not page._exporting.is_busy)
    assert page.list.hasFocus()


def test_a_name_to_check_is_said_before_the_record_leaves_and_after(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, page = opened()
    room.document.set("Edit", room.session.part(Part.WORKING_WELL), text="We heard that Kayden Briggs came.")
    assert page._exporting.warning("record-pdf") == "1 name still to be checked"
    assert page._exporting.warning("sheets-pdf") == ""
    choose_file(monkeypatch, tmp_path / "out.pdf")
    assert saved(qtbot, page).endswith("1 name in it is still to be checked.")


def test_what_became_of_one_document_is_not_said_beside_another(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = opened()
    choose_file(monkeypatch, tmp_path / "out.pdf")
    assert saved(qtbot, page).startswith("Saved")
    assert page._line.said.isVisible()
    page.show_document("all-cards")
    assert not page._line.said.isVisible()


def test_a_printer_that_nobody_chose_prints_nothing(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, page = opened()
    monkeypatch.setattr(printing, "ask_for_printer", lambda *_args: None)
    press(page, "Print…")
    assert not page._exporting.is_busy and not room.session.all(Copies)


# Opened


@pytest.fixture
def viewer(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system's viewer was given."""
    given: list[Path] = []

    def show_url(url: QUrl) -> bool:
        given.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show_url)
    return given


def test_a_copy_is_opened_to_be_read_and_is_gone_afterwards(
    qtbot: QtBot, opened: Open, viewer: list[Path], tmp_path: Path
) -> None:
    room, page = opened()
    show(qtbot, page, "record")
    for _ in range(2):
        said = saved(qtbot, page, "Open a copy")
        assert said.startswith("A copy was opened in this computer's viewer.")
    first, second = viewer
    assert first != second and "Tilly" not in first.name
    assert "Copy 1" in words_of(first) and "Copy 2" in words_of(second)
    assert first.stat().st_mode & 0o777 == 0o400
    assert first.parent.stat().st_mode & 0o777 == 0o700
    assert room.session.get(Copies, "record-pdf").count == 2
    assert page._copies.remove()
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_copy_that_cannot_be_shown_is_said_in_a_sentence(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    room, page = opened()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    assert saved(qtbot, page, "Open a copy") == exporting.NO_VIEWER
    assert not room.session.all(Copies)
    page._copies = OpenedCopies(str(tmp_path / "gone"))
    with qtbot.waitSignal(page.message) as said:
        press(page, "Open a copy")
    assert said.args == [exporting.NO_FOLDER]


def test_copies_of_a_run_that_crashed_go_with_the_next_and_those_in_use_stay(tmp_path: Path) -> None:
    crashed, running = tmp_path / "askwell-copies-old", OpenedCopies(str(tmp_path))
    crashed.mkdir()
    (crashed / "record.pdf").write_bytes(b"left")
    (crashed / "record.pdf").chmod(0o400)
    other = tmp_path / "something else"
    other.mkdir()
    held = running.file("record.pdf")
    assert held is not None
    held.write_bytes(b"%PDF")
    assert not crashed.exists() and other.exists()
    assert OpenedCopies(str(tmp_path)).file("map.pdf") is not None
    assert held.exists()
    assert running.remove() and not held.exists()
    assert opening.OpenedCopies().remove()
