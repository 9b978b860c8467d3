"""Every document is seen before it leaves: chosen, looked at, and masked where names are."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.export import FORMATS, Format
from app.preview_job import Pages
from models.cards import Audience, Card, CardKind
from models.genogram import Person
from models.people import Child
from models.record import NextStep, RecordPart
from models.session import Details, Session
from tests.helpers import ROOM
from tests.widgets.document_session import Open, open_documents, press, show, words
from tests.widgets.evening import by_name, evening
from widgets.documents import page_maker
from widgets.documents.catalogue import ENTRIES, forms_of, offered
from widgets.documents.page import DocumentsPage
from widgets.parts.row_list import RowList


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens the page of documents."""
    return partial(open_documents, qtbot, tmp_path)


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


def test_letters_that_no_font_has_are_named_beside_the_pages_that_hold_them(qtbot: QtBot, opened: Open) -> None:
    card = Card("q", "working-well", CardKind.QUESTION, "bea", "Who helps ཀ?")
    _, page = opened(Session("s", [*ROOM, card]))
    page.list.go_to("all-cards")
    qtbot.waitUntil(lambda: "TIBETAN LETTER KA, U+0F40" in page._missing.text(), timeout=20_000)
    assert page._missing.isVisible() and "[U+0F40]" in words(page)
    page.list.go_to("record")
    assert not page._missing.isVisible()
    qtbot.waitUntil(lambda: page.preview.count > 0, timeout=20_000)
    assert not page._missing.isVisible()


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


def test_home_goes_to_the_first_document(opened: Open) -> None:
    _, page = opened()
    page.show_document("timings")
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    assert page.list.current_id() == "record"


def test_a_file_without_pages_is_told_in_words_before_it_leaves(qtbot: QtBot, opened: Open) -> None:
    room, page = opened(evening(NextStep("a", "Ring Gran", "", "Wren"), NextStep("b", "See Tilly", "9 March 2026")))
    room.document.set("Next supervision", Details(), next_on=date(2026, 4, 2))
    page.list.go_to("steps")
    qtbot.waitUntil(lambda: "2 April 2026: the next supervision" in page.preview.sentence)
    assert "9 March 2026: next step 2 of 2" in page.preview.sentence
    assert "Tilly" not in page.preview.sentence and "Gran" not in page.preview.sentence
    assert by_name(page, QPushButton, "Save as…").isEnabled()
    assert not by_name(page, QPushButton, "Print…").isEnabled()


def test_the_row_that_was_asked_for_is_in_sight_in_a_small_window(qtbot: QtBot, opened: Open) -> None:
    _, page = opened()
    page.resize(683, 330)
    page.show_document("timings")
    page.resize(1366, 400)
    row = page.list.currentIndex
    qtbot.waitUntil(lambda: page.list.viewport().rect().contains(page.list.visualRect(row())))


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


def test_whoever_was_chosen_and_is_no_more_is_not_asked_for(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    room.document.add("Add card", Card("q9", "harm", CardKind.QUESTION, "bea", "Who rings?", 9, asked_of="Uncle Joe"))
    show(qtbot, page, "person")
    who = by_name(page, QComboBox, "For whom")
    place = who.findData("Uncle Joe")
    who.setCurrentIndex(place)
    who.activated.emit(place)
    qtbot.waitUntil(lambda: page.preview.count == 1, timeout=20_000)
    room.document.undo_stack.undo()
    assert who.currentData() == ""
    qtbot.waitUntil(lambda: page.preview.count > 1, timeout=20_000)
    assert "Uncle Joe" not in words(page)


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


def test_names_to_choose_from_are_masked_at_once(qtbot: QtBot, opened: Open) -> None:
    room, page = opened(evening(Card("q9", "harm", CardKind.QUESTION, "bea", "Why?", 9, asked_of="Tilly")))
    page.list.go_to("person")
    who = by_name(page, QComboBox, "For whom")
    assert who.findText("Tilly") > 0
    room.masking.set_on(True)
    assert who.findText("Tilly") == -1 and who.findText("T.") > 0


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


# The page


def test_everything_that_can_be_done_is_offered_to_the_menus_and_the_palette(opened: Open, qtbot: QtBot) -> None:
    _, page = opened()
    offered_here = {action.text(): action.property("menu") for action in page.actions_offered()}
    assert offered_here == {"Save as…": "Export", "Open a copy": "Export", "Back": ""}
    with qtbot.waitSignal(page.back):
        press(page, "Back")
    assert isinstance(page.first_field(), RowList)
