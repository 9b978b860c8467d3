"""The reading workspace: round the table, one card at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.people import Child
from models.session import Session
from models.timing import Heard
from tests.helpers import ROOM
from tests.widgets.rooms import crowd, open_room
from widgets.workspaces.read import ReadWorkspace


def card(card_id: str, author: str, text: str, rank: int) -> Card:
    return Card(card_id, "well", CardKind.QUESTION, author, text, rank)


CARDS = (
    card("f1", "farah", "Farah's first", 0),
    card("a1", "adil", "Adil's first", 1),
    card("a2", "adil", "Adil's second", 2),
    card("f2", "farah", "Farah's second", 3),
)


def enter(qtbot: QtBot, open_session: OpenSession) -> ReadWorkspace:
    workspace = ReadWorkspace(open_session)
    qtbot.addWidget(workspace)
    workspace.resize(900, 560)
    workspace.enter(open_session.engine.step, open_session.engine.phase)
    workspace.show()
    workspace.activateWindow()
    workspace.first_field().setFocus()
    qtbot.waitUntil(lambda: workspace.first_field().hasFocus())
    return workspace


@pytest.fixture
def reading(qtbot: QtBot) -> ReadWorkspace:
    return enter(qtbot, open_room(Session("s", [*ROOM, *CARDS]), "well", "read"))


def is_read(workspace: ReadWorkspace, card_id: str) -> bool:
    return workspace.document.session.get(Card, card_id).read


def test_the_first_in_turn_reads_their_first_card(reading: ReadWorkspace) -> None:
    assert reading.reader == "adil"
    assert reading._now.text() == "Adil reads now"
    assert reading._next.text() == "One or two, the strongest. Next: Bea."
    assert reading.big.toPlainText() == "Adil's first"
    assert reading._place.text() == "1 of 2"


def test_looking_alone_marks_nothing(reading: ReadWorkspace) -> None:
    reading.leave()
    assert not is_read(reading, "a1")
    assert reading.document.undo_stack.count() == 0


def test_next_card_marks_what_was_shown_as_read(reading: ReadWorkspace) -> None:
    reading.next_card.click()
    assert (is_read(reading, "a1"), is_read(reading, "a2")) == (True, False)
    assert reading.big.toPlainText() == "Adil's second"
    reading.next_card.click()
    assert is_read(reading, "a2")
    assert not reading.next_card.isEnabled()
    reading.previous_card.click()
    assert reading.big.toPlainText() == "Adil's first"


def test_next_reader_is_one_step_of_undo(reading: ReadWorkspace) -> None:
    reading.next_reader.click()
    session = reading.document.session
    assert is_read(reading, "a1") and session.get(Heard, "well/adil").read
    assert reading.reader == "bea"
    assert reading.row.buttons["adil"].text() == "✓ Adil"
    assert reading.row.buttons["adil"].accessibleDescription() == "has read"
    reading.document.undo_stack.undo()
    assert not is_read(reading, "a1") and session.find(Heard, "well/adil") is None


def test_round_the_table_to_the_facilitator_who_reads_all(reading: ReadWorkspace) -> None:
    for _ in range(3):
        reading.next_reader.click()
    assert reading._now.text() == "Farah reads now"
    assert reading._next.text() == "All of theirs. Nobody is left after this."
    reading.next_card.click()
    reading.next_reader.click()
    assert is_read(reading, "f1") and is_read(reading, "f2")
    assert reading._now.text() == "Farah has read"
    assert not reading.next_reader.isEnabled()


def test_the_last_card_is_read_when_the_room_moves_on(reading: ReadWorkspace) -> None:
    reading.next_card.click()
    reading.leave()
    assert is_read(reading, "a2")


def test_keys_work_while_the_card_is_in_view(reading: ReadWorkspace) -> None:
    QTest.keyClick(reading.big, Qt.Key.Key_S)
    assert reading.document.session.get(Card, "a1").strongest
    assert "★ Strongest" in reading._about.text()
    QTest.keyClick(reading.big, Qt.Key.Key_N)
    assert reading.big.toPlainText() == "Adil's second"
    QTest.keyClick(reading.big, Qt.Key.Key_P)
    assert reading.big.toPlainText() == "Adil's first"
    QTest.keyClick(reading.big, Qt.Key.Key_Right)
    assert reading.big.toPlainText() == "Adil's second"
    QTest.keyClick(reading.big, Qt.Key.Key_Left)
    assert reading.big.toPlainText() == "Adil's first"
    QTest.keyClick(reading.big, Qt.Key.Key_R)
    assert reading.reader == "bea"


def test_letters_typed_into_a_card_are_letters(reading: ReadWorkspace) -> None:
    reading.type_card.click()
    QTest.keyClicks(reading.entry.text, "snpr")
    assert reading.entry.text.toPlainText() == "snpr"
    assert not reading.document.session.get(Card, "a1").strongest
    assert reading.reader == "adil"


def test_strongest_can_be_taken_back(reading: ReadWorkspace) -> None:
    reading.strongest.click()
    reading.strongest.click()
    assert not reading.document.session.get(Card, "a1").strongest


def test_a_card_not_typed_before_is_typed_now(reading: ReadWorkspace) -> None:
    reading.next_reader.click()
    assert reading.entry.isVisible() and reading.entry.text.hasFocus()
    assert not reading._panel.isVisible()
    QTest.keyClicks(reading.entry.text, "From paper")
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Return)
    made = reading.document.session.cards_of("well")[-1]
    assert (made.text, made.author, made.kind) == ("From paper", "bea", CardKind.QUESTION)
    assert reading.big.toPlainText() == "From paper" and reading._panel.isVisible()


def test_anybody_can_read_out_of_turn(reading: ReadWorkspace) -> None:
    reading.row.buttons["carys"].click()
    assert reading._now.text() == "Carys reads now"
    assert reading.entry.author.author_name() == "Carys"


def test_reading_goes_on_where_it_stopped(reading: ReadWorkspace, qtbot: QtBot) -> None:
    reading.next_reader.click()
    again = enter(qtbot, open_room(reading.document.session.copy(), "well", "read"))
    assert again.reader == "bea"


def test_cards_without_a_name_are_read_too(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s", [card("x", "", "Nobody's", 0)]), "well", "read"))
    assert workspace.big.toPlainText() == "Nobody's"
    assert workspace._now.text() == "No name reads now"
    workspace.next_reader.click()
    assert is_read(workspace, "x")


def test_an_empty_room_shows_an_entry(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s"), "well", "read"))
    QTest.keyClicks(workspace.entry.text, "A card")
    QTest.keyClick(workspace.entry.text, Qt.Key.Key_Return)
    assert workspace.document.session.cards_of("well")[0].text == "A card"


def test_a_card_that_is_undone_leaves_the_screen(reading: ReadWorkspace) -> None:
    reading.document.remove("Delete card", reading.document.session.get(Card, "a1"))
    assert reading.big.toPlainText() == "Adil's second"


def test_names_are_masked_as_they_are_everywhere(qtbot: QtBot) -> None:
    session = Session("s", [*ROOM, Child("t", "Tilly Marsh"), card("a", "adil", "What would Tilly say?", 0)])
    open_session = open_room(session, "well", "read")
    workspace = enter(qtbot, open_session)
    open_session.masking.set_on(True)
    assert workspace.big.toPlainText() == "What would T. say?"
    assert workspace._now.text() == "Adil reads now"


def test_a_short_card_is_larger_than_a_long_one(reading: ReadWorkspace) -> None:
    short = reading.big.document().defaultFont().pointSizeF()
    reading.big.show_text("Many words that go on. " * 12)
    middle = reading.big.document().defaultFont().pointSizeF()
    reading.big.show_text("Many words that go on. " * 4_500)
    long = reading.big.document().defaultFont().pointSizeF()
    assert short > middle > long
    assert len(reading.big.toPlainText()) == len("Many words that go on. ") * 4_500


def test_right_to_left_words_begin_on_the_right(reading: ReadWorkspace) -> None:
    reading.big.show_text("متى كانت الأمور أفضل؟")
    assert reading.big.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("size", [(340, 240), (640, 400)])
def test_every_button_is_within_the_width(reading: ReadWorkspace, size: tuple[int, int], qtbot: QtBot) -> None:
    reading.resize(*size)
    buttons = (reading.previous_card, reading.next_card, reading.next_reader, reading.strongest, reading.type_card)
    qtbot.waitUntil(
        lambda: all(one.mapTo(reading, one.rect().topRight()).x() <= size[0] for one in buttons), timeout=1000
    )


def test_a_large_round(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(crowd(30, 300), "well", "read"))
    assert len(workspace.row.buttons) == 30
    for _ in range(29):
        workspace.next_reader.click()
    assert workspace._now.text() == "Person 0 reads now"
