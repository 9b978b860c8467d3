"""Every document is seen before it leaves, and leaves as it was seen: saved, printed or opened."""

import threading
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.export import FORMATS, Format
from app.export.options import ExportCancelledError, ExportError
from app.open_session import OpenSession
from app.pdf_pages import PdfPages
from app.preview_job import Pages
from models.cards import Audience, Card, CardKind
from models.genogram import Person
from models.people import Child
from models.record import Copies, RecordPart
from models.session import Details, Session
from tests.helpers import ROOM
from tests.widgets.evening import by_name, evening
from tests.widgets.papers import printer
from tests.widgets.rooms import open_room
from widgets.documents import exporting, opening, page_maker, printing
from widgets.documents.catalogue import ENTRIES, entry_of, forms_of, offered
from widgets.documents.opening import OpenedCopies
from widgets.documents.page import DocumentsPage
from widgets.parts.row_list import RowList

Open = Callable[..., tuple[OpenSession, DocumentsPage]]
TODAY = date(2026, 3, 2)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Open:
    def make(session: Session | None = None) -> tuple[OpenSession, DocumentsPage]:
        room = open_room(session or evening(), "review", "review", resources.process("group_supervision"))
        (tmp_path / "copies").mkdir()
        page = DocumentsPage(room, OpenedCopies(str(tmp_path / "copies")))
        qtbot.addWidget(page)
        page.resize(1366, 700)
        page.show()
        return room, page

    return make


def show(qtbot: QtBot, page: DocumentsPage, entry: str) -> None:
    """Choose in the list, and wait for the pages."""
    page.list.go_to(entry)
    assert page._entry.id == entry
    qtbot.waitUntil(lambda: page.preview.count > 0, timeout=20_000)


def words(page: DocumentsPage) -> str:
    """Everything on the pages that are looked at."""
    return words_in(page.preview.drawings._pdf)


def words_of(file: Path) -> str:
    return words_in(file.read_bytes())


def words_in(pdf: bytes) -> str:
    with PdfPages(pdf) as pages:  # what is in sight is being drawn by another thread
        return "\n".join(pages.text(place) for place in range(len(pages.sizes())))


def press(page: QWidget, name: str) -> None:
    by_name(page, QPushButton, name).click()


def choose_file(monkeypatch: pytest.MonkeyPatch, file: Path, kind: str = "") -> list[tuple[str, ...]]:
    asked: list[tuple[str, ...]] = []

    def choose(_window: QWidget, *args: str, **_options: object) -> tuple[str, str]:
        asked.append(args)
        return str(file), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return asked


# What there is


def test_every_document_that_can_be_made_is_offered_in_its_group(opened: Open) -> None:
    _, page = opened()
    rows = page.list.rows.rows
    assert [row.id for row in rows if not row.heading] == [entry.id for entry in offered()]
    assert [row.text for row in rows if row.heading] == list(dict.fromkeys(entry.group for entry in offered()))
    assert all(row.about for row in rows if not row.heading)
    stems = {entry.stem for entry in ENTRIES}
    assert {form.rpartition("-")[0] for form in FORMATS} <= stems | {"session"}


def test_a_document_appears_when_its_form_is_there(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    for form in forms_of("map"):
        monkeypatch.delitem(FORMATS, form.id)  # type: ignore[misc]
    assert "map" not in [entry.id for entry in offered()]
    monkeypatch.setitem(FORMATS, "map-pdf", Format("map-pdf", "Map", ".pdf", "record_document.record_document", True))  # type: ignore[misc]
    _, page = opened()
    assert "map" in [row.id for row in page.list.rows.rows]


@pytest.mark.parametrize("entry", [entry.id for entry in ENTRIES])
def test_every_document_is_seen_or_says_what_is_missing(qtbot: QtBot, opened: Open, entry: str) -> None:
    _, page = opened()
    page.list.go_to(entry)
    qtbot.waitUntil(lambda: page.preview.count > 0 or bool(page.preview.sentence), timeout=20_000)
    assert page.preview.sentence != page_maker.FAULT
    qtbot.waitUntil(lambda: page.preview.count > 0 or not page.preview.sentence.startswith(page_maker.MAKING))
    can_print = by_name(page, QPushButton, "Print…").isEnabled()
    assert can_print == (page.preview.count > 0)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("all-cards", "No card has been written yet"),
        ("person", "whom it is for"),
        ("statements", "No danger statement"),
        ("scales", "No scale"),
        ("genogram", "Nobody is drawn"),
        ("map", "Nothing is on the map"),
    ],
)
def test_before_anything_is_written_a_sentence_says_what_to_do(
    qtbot: QtBot, opened: Open, entry: str, said: str
) -> None:
    _, page = opened(Session("s", ROOM))
    page.list.go_to(entry)
    qtbot.waitUntil(lambda: said in page.preview.sentence)
    assert page.preview.count == 0
    for name in ("Save as…", "Print…", "Open a copy"):
        assert not by_name(page, QPushButton, name).isEnabled()
    assert page.print_in_view() is None


def test_blank_cards_are_there_before_anything_is_written(qtbot: QtBot, opened: Open) -> None:
    _, page = opened(Session("s", ROOM))
    show(qtbot, page, "blank")
    assert "Bea" in words(page)


def test_what_is_missing_is_there_as_soon_as_it_is_written(qtbot: QtBot, opened: Open) -> None:
    room, page = opened(Session("s", ROOM))
    page.list.go_to("all-cards")
    qtbot.waitUntil(lambda: bool(page.preview.sentence))
    room.document.add("Add card", Card("q", "working-well", CardKind.QUESTION, "bea", "Who helps?"))
    qtbot.waitUntil(lambda: page.preview.count > 0, timeout=20_000)
    assert "Who helps?" in words(page)
    assert by_name(page, QPushButton, "Save as…").isEnabled()


@pytest.mark.parametrize(
    ("wanted", "entry"),
    [("record-pdf", "record"), ("sheets-pdf", "all-cards"), ("blank", "blank"), ("genogram-svg", "genogram")],
)
def test_a_document_is_asked_for_by_its_id_or_its_form(opened: Open, wanted: str, entry: str) -> None:
    _, page = opened()
    page.show_document(wanted)
    assert page.list.current_id() == entry
    page.show_document("")
    assert page.list.current_id() == entry


# What can be chosen


def shown(page: DocumentsPage) -> set[str]:
    kinds = (QCheckBox, QComboBox)
    return {each.accessibleName() for kind in kinds for each in page.choices.findChildren(kind) if each.isVisible()}


@pytest.mark.parametrize(
    ("entry", "choices"),
    [
        ("record", set()),
        ("all-cards", {"Name authors", "Large print", "Two on a page"}),
        ("person", {"For whom", "Large print", "Two on a page"}),
        ("map", set()),
    ],
)
def test_choices_are_shown_where_they_matter(opened: Open, entry: str, choices: set[str]) -> None:
    _, page = opened()
    page.list.go_to(entry)
    assert shown(page) == choices


def test_one_persons_questions_are_shown_when_that_person_is_chosen(qtbot: QtBot, opened: Open) -> None:
    _, page = opened()
    show(qtbot, page, "person")
    everybody = page.preview.count
    who = by_name(page, QComboBox, "For whom")
    assert who.itemText(0) == "Everybody a question is for"
    place = who.findData(Audience.RELATIVE.value)
    assert who.itemText(place) == "The relatives"
    who.setCurrentIndex(place)
    who.activated.emit(place)
    assert page.preview.count == 0
    qtbot.waitUntil(lambda: page.preview.count > 0, timeout=20_000)
    assert page.preview.count < everybody
    assert "Questions for the relatives" in words(page) and "What does school see?" not in words(page)


def test_authors_are_the_sessions_own_setting(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    show(qtbot, page, "all-cards")
    assert "Bea" in words(page)
    by_name(page, QCheckBox, "Name authors").click()
    assert not room.session.details.authors_shown
    qtbot.waitUntil(lambda: page.preview.count > 0 and "Bea" not in words(page), timeout=20_000)
    room.document.undo_stack.undo()
    assert by_name(page, QCheckBox, "Name authors").isChecked()
    qtbot.waitUntil(lambda: page.preview.count > 0 and "Bea" in words(page), timeout=20_000)


def test_large_print_takes_more_room_and_two_on_a_page_lie(qtbot: QtBot, opened: Open) -> None:
    _, page = opened()
    show(qtbot, page, "all-cards")
    usual = page.preview.count
    by_name(page, QCheckBox, "Large print").click()
    qtbot.waitUntil(lambda: page.preview.count > 0, timeout=20_000)
    assert page.preview.count > usual or "Large" not in words(page)
    by_name(page, QCheckBox, "Two on a page").click()
    qtbot.waitUntil(lambda: page.preview.count > 0, timeout=20_000)
    assert all(width > height for width, height in page.preview._sizes)


def test_the_genogram_goes_with_the_record_where_somebody_is_drawn(qtbot: QtBot, opened: Open) -> None:
    _, page = opened(evening(Person("k", "Kelly", age="38")))
    show(qtbot, page, "record")
    assert "Kelly" not in words(page)
    by_name(page, QCheckBox, "With the genogram").click()
    qtbot.waitUntil(lambda: page.preview.count > 0 and "Kelly" in words(page), timeout=20_000)


# Masked


def test_pages_with_names_are_gone_at_once_and_none_come_late(qtbot: QtBot, opened: Open) -> None:
    room, page = opened(evening(Card("q9", "harm", CardKind.QUESTION, "bea", "What would Tilly say?", 9)))
    show(qtbot, page, "all-cards")
    qtbot.waitUntil(lambda: page.preview.drawings.held_bytes() > 0)
    assert "Tilly" in words(page)
    late = Pages(page.preview.drawings._pdf, page.preview._sizes)
    page._maker._refresh(0)
    page._maker._make()
    assert page._maker._job is not None
    room.masking.set_on(True)
    assert page.preview.count == 0 and page.preview.drawings.held_bytes() == 0
    sheets = [each for each in page.preview.viewport().findChildren(QWidget) if each.isVisible()]
    assert not [each for each in sheets if each.accessibleName().startswith("Page ")]
    page._maker._job.made.emit(late)
    assert page.preview.count == 0
    qtbot.waitUntil(lambda: page.preview.count > 0, timeout=20_000)
    assert "Tilly" not in words(page) and "What would T. say?" in words(page)
    assert any(label.text().startswith("Names are masked") for label in page.findChildren(QLabel) if label.isVisible())
    room.masking.set_on(False)
    qtbot.waitUntil(lambda: page.preview.count > 0 and "Tilly" in words(page), timeout=20_000)


@pytest.mark.parametrize("entry", ["record", "person", "map", "genogram", "pack", "timings", "learning"])
def test_no_page_that_is_looked_at_holds_a_masked_name(qtbot: QtBot, opened: Open, entry: str) -> None:
    name = "Zephyrine"
    room, page = opened(
        evening(
            Child("z", f"{name} Marsh", reference="Zephyrine-77"),
            Person("zz", name, index=True),
            RecordPart("worried", f"{name} is small"),
            Card("q9", "harm", CardKind.QUESTION, "bea", f"Would {name} say?", 9, asked_of=name),
        )
    )
    room.document.set("Title", Details(), title=f"{name} and her sister")
    room.masking.set_on(True)
    page.show_document(entry)
    qtbot.waitUntil(lambda: page.preview.count > 0 or bool(page.preview.sentence), timeout=20_000)
    qtbot.waitUntil(lambda: not page.preview.sentence.startswith(page_maker.MAKING), timeout=20_000)
    assert page.preview.count > 0 or page.preview.sentence != page_maker.FAULT
    if page.preview.count:
        assert name not in words(page)
    assert name not in str([page.choices.person.itemText(place) for place in range(page.choices.person.count())])


# Saved


def saved(qtbot: QtBot, page: DocumentsPage, button: str = "Save as…") -> str:
    with qtbot.waitSignal(page.message, timeout=20_000) as said:
        press(page, button)
    qtbot.waitUntil(lambda: not page._exporting.is_busy)
    return str(said.args[0])


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
        assert said.startswith("A copy was opened.")
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


# The page


def test_everything_that_can_be_done_is_offered_to_the_menus_and_the_palette(opened: Open, qtbot: QtBot) -> None:
    _, page = opened()
    offered_here = {action.text(): action.property("menu") for action in page.actions_offered()}
    assert offered_here == {"Save as…": "Export", "Open a copy": "Export", "Back": ""}
    with qtbot.waitSignal(page.back):
        press(page, "Back")
    assert isinstance(page.first_field(), RowList)
