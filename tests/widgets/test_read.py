"""The reading workspace: round the table, one card at a time."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.people import Child
from models.session import Session
from models.timing import Heard
from tests.helpers import ROOM
from tests.widgets.rooms import crowd, open_room
from widgets import theme
from widgets.cards.big_card import AMONG_OTHERS
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


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said to screen readers."""
    said: list[str] = []
    monkeypatch.setattr("widgets.workspaces.read.announce", lambda _widget, text: said.append(text))
    return said


def is_read(workspace: ReadWorkspace, card_id: str) -> bool:
    return workspace.document.session.get(Card, card_id).read


def test_the_first_in_turn_reads_their_first_card(reading: ReadWorkspace) -> None:
    assert reading.round.reader == "adil"
    assert reading.view.now.text() == "Adil reads now"
    assert reading.view.next.text() == "One or two, the strongest. Next: Bea."
    assert reading.big.toPlainText() == "Adil's first"
    assert reading.view.place.text() == "1 of 2"


def test_looking_alone_marks_nothing(reading: ReadWorkspace) -> None:
    reading.leave()
    assert not is_read(reading, "a1")
    assert reading.document.undo_stack.count() == 0


def test_next_card_marks_what_was_shown_as_read(reading: ReadWorkspace) -> None:
    reading.buttons["Next card"].click()
    assert (is_read(reading, "a1"), is_read(reading, "a2")) == (True, False)
    assert reading.big.toPlainText() == "Adil's second"
    reading.buttons["Next card"].click()
    assert is_read(reading, "a2")
    assert not reading.buttons["Next card"].isEnabled()
    reading.buttons["Previous card"].click()
    assert reading.big.toPlainText() == "Adil's first"


def test_next_reader_is_one_step_of_undo(reading: ReadWorkspace) -> None:
    reading.buttons["Next reader"].click()
    session = reading.document.session
    assert is_read(reading, "a1") and session.get(Heard, "well/adil").read
    assert reading.round.reader == "bea"
    assert reading.row.buttons["adil"].text() == "✓ Adil"
    assert reading.row.buttons["adil"].accessibleDescription().startswith("has read")
    reading.document.undo_stack.undo()
    assert not is_read(reading, "a1") and session.find(Heard, "well/adil") is None


def test_round_the_table_to_the_facilitator_who_reads_all(reading: ReadWorkspace) -> None:
    for _ in range(3):
        reading.buttons["Next reader"].click()
    assert reading.view.now.text() == "Farah reads now"
    assert reading.view.next.text() == "All of theirs. Nobody is left after this."
    reading.buttons["Next card"].click()
    reading.buttons["Next reader"].click()
    assert is_read(reading, "f1") and is_read(reading, "f2")
    assert reading.view.now.text() == "Farah has read"
    assert not reading.buttons["Next reader"].isEnabled()


def test_the_last_card_is_read_when_the_room_moves_on(reading: ReadWorkspace) -> None:
    reading.buttons["Next card"].click()
    reading.leave()
    assert is_read(reading, "a2")


def test_keys_work_while_the_card_is_in_view(reading: ReadWorkspace) -> None:
    QTest.keyClick(reading.big, Qt.Key.Key_S)
    assert reading.document.session.get(Card, "a1").strongest
    assert not reading.view.star.isHidden()
    QTest.keyClick(reading.big, Qt.Key.Key_N)
    assert reading.big.toPlainText() == "Adil's second"
    QTest.keyClick(reading.big, Qt.Key.Key_P)
    assert reading.big.toPlainText() == "Adil's first"
    QTest.keyClick(reading.big, Qt.Key.Key_Right)
    assert reading.big.toPlainText() == "Adil's second"
    QTest.keyClick(reading.big, Qt.Key.Key_Left)
    assert reading.big.toPlainText() == "Adil's first"
    QTest.keyClick(reading.big, Qt.Key.Key_R)
    assert reading.round.reader == "bea"


def test_letters_typed_into_a_card_are_letters(reading: ReadWorkspace) -> None:
    reading.buttons["Type a card"].click()
    QTest.keyClicks(reading.entry.text, "snpr")
    assert reading.entry.text.toPlainText() == "snpr"
    assert not reading.document.session.get(Card, "a1").strongest
    assert reading.round.reader == "adil"


def test_strongest_can_be_taken_back(reading: ReadWorkspace) -> None:
    reading.buttons["Strongest"].click()
    reading.buttons["Strongest"].click()
    assert not reading.document.session.get(Card, "a1").strongest


def test_a_card_not_typed_before_is_typed_now(reading: ReadWorkspace) -> None:
    reading.buttons["Next reader"].click()
    assert reading.entry.isVisible() and reading.entry.text.hasFocus()
    assert not reading.view.panel.isVisible()
    QTest.keyClicks(reading.entry.text, "From paper")
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Return)
    made = reading.document.session.cards_of("well")[-1]
    assert (made.text, made.author, made.kind) == ("From paper", "bea", CardKind.QUESTION)
    assert reading.big.toPlainText() == "From paper" and reading.view.panel.isVisible()


def test_anybody_can_read_out_of_turn(reading: ReadWorkspace) -> None:
    reading.row.buttons["carys"].click()
    assert reading.view.now.text() == "Carys reads now"
    assert reading.entry.author.author_name() == "Carys"


def test_reading_goes_on_where_it_stopped(reading: ReadWorkspace, qtbot: QtBot) -> None:
    reading.buttons["Next reader"].click()
    again = enter(qtbot, open_room(reading.document.session.copy(), "well", "read"))
    assert again.round.reader == "bea"


def test_cards_without_a_name_are_read_too(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s", [card("x", "", "Nobody's", 0)]), "well", "read"))
    assert workspace.big.toPlainText() == "Nobody's"
    assert workspace.view.now.text() == "No name reads now"
    workspace.buttons["Next reader"].click()
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
    assert workspace.view.now.text() == "Adil reads now"


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
    buttons = tuple(reading.buttons.values())
    qtbot.waitUntil(
        lambda: all(one.mapTo(reading, one.rect().topRight()).x() <= size[0] for one in buttons), timeout=1000
    )


def test_a_large_round(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(crowd(30, 300), "well", "read"))
    assert len(workspace.row.buttons) == 30
    for _ in range(29):
        workspace.buttons["Next reader"].click()
    assert workspace.view.now.text() == "Person 0 reads now"


# The order round the table


def names_in_the_row(reading: ReadWorkspace) -> list[str]:
    return [button.accessibleName() for button in reading.row.buttons.values()]


def test_the_row_says_where_everybody_is(reading: ReadWorkspace) -> None:
    reading.buttons["Next reader"].click()
    assert [button.text() for button in reading.row.buttons.values()] == ["✓ Adil", "▶ Bea", "→ Carys", "Farah"]
    reading.buttons["Next reader"].click()
    assert [button.text() for button in reading.row.buttons.values()] == ["✓ Adil", "– Bea", "▶ Carys", "→ Farah"]
    assert reading.row.buttons["bea"].accessibleDescription().startswith("passed, no card")


def test_a_name_moves_by_keys_and_keeps_the_keyboard(reading: ReadWorkspace, announced: list[str]) -> None:
    adil = reading.row.buttons["adil"]
    adil.setFocus()
    QTest.keyClick(adil, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names_in_the_row(reading) == ["Bea", "Adil", "Carys", "Farah"]
    assert reading.row.buttons["adil"] is adil and adil.hasFocus()
    assert announced[-1] == "Adil is number 2 of 3 before the facilitator. The numbers for writing follow."
    QTest.keyClick(adil, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    assert names_in_the_row(reading) == ["Bea", "Carys", "Adil", "Farah"]
    assert reading.document.undo_stack.undoText() == "Move reader"
    reading.document.undo_stack.undo()
    reading.document.undo_stack.undo()
    assert names_in_the_row(reading) == ["Adil", "Bea", "Carys", "Farah"]


def test_the_facilitator_stays_last(reading: ReadWorkspace) -> None:
    farah, carys = reading.row.buttons["farah"], reading.row.buttons["carys"]
    QTest.keyClick(farah, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(carys, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names_in_the_row(reading) == ["Adil", "Bea", "Carys", "Farah"]
    assert reading.document.undo_stack.count() == 0


def test_arrows_alone_walk_the_row_and_nobody_reads_for_it(reading: ReadWorkspace) -> None:
    reading.row.buttons["adil"].setFocus()
    QTest.keyClick(reading.row.buttons["adil"], Qt.Key.Key_Right)
    assert reading.row.buttons["bea"].hasFocus()
    assert reading.round.reader == "adil"


def drag(reading: ReadWorkspace, who: str, to: QPoint) -> None:
    """Drag a name to a place in its own coordinates."""
    button = reading.row.buttons[who]
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    for at in (button.rect().center() + QPoint(QApplication.startDragDistance() + 2, 0), to):
        QApplication.sendEvent(
            button,
            QMouseEvent(
                QEvent.Type.MouseMove, at, button.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            ),
        )  # fmt: skip
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=to)


def test_a_name_moves_by_dragging(reading: ReadWorkspace, qtbot: QtBot) -> None:
    carys, adil = reading.row.buttons["carys"], reading.row.buttons["adil"]
    drag(reading, "carys", carys.mapFrom(adil.parentWidget(), adil.geometry().topLeft() + QPoint(2, 6)))
    assert names_in_the_row(reading) == ["Carys", "Adil", "Bea", "Farah"]
    assert reading.round.reader == "adil"  # nobody was picked by the drag
    qtbot.waitUntil(lambda: carys.x() < adil.x())
    farah = reading.row.buttons["farah"]
    drag(reading, "carys", carys.mapFrom(farah.parentWidget(), farah.geometry().center()))
    assert names_in_the_row(reading) == ["Adil", "Bea", "Carys", "Farah"]


def test_dragging_the_facilitator_moves_nothing(reading: ReadWorkspace) -> None:
    drag(reading, "farah", QPoint(-400, 5))
    assert names_in_the_row(reading) == ["Adil", "Bea", "Carys", "Farah"]


def test_the_reader_is_moved_from_the_palette(reading: ReadWorkspace) -> None:
    offered = {action.text().partition("\t")[0]: action for action in reading.actions_offered()}
    offered["Move reader back"].trigger()
    assert names_in_the_row(reading) == ["Bea", "Adil", "Carys", "Farah"]
    offered["Move reader forward in the round"].trigger()
    offered["Move reader forward in the round"].trigger()
    assert names_in_the_row(reading) == ["Adil", "Bea", "Carys", "Farah"]


# Passing, and undo


def test_somebody_without_a_card_is_passed_by_enter(reading: ReadWorkspace) -> None:
    reading.buttons["Next reader"].click()
    assert reading.view.next.text().startswith("No card yet.")
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Return)
    assert reading.round.reader == "carys"
    assert not reading.document.session.get(Heard, "well/bea").read


def test_enter_after_a_card_does_not_go_on(reading: ReadWorkspace) -> None:
    reading.buttons["Next reader"].click()
    QTest.keyClicks(reading.entry.text, "From paper")
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Return)
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Return)
    assert reading.round.reader == "bea"


def test_undo_of_next_reader_goes_back_to_who_read(reading: ReadWorkspace) -> None:
    reading.buttons["Next card"].click()
    reading.buttons["Next reader"].click()
    reading.document.undo_stack.undo()
    assert reading.view.now.text() == "Adil reads now"
    assert reading.big.toPlainText() == "Adil's second"
    reading.document.undo_stack.redo()
    assert reading.view.now.text() == "Bea reads now"


def test_undo_of_a_mark_shows_the_card_it_was_on(reading: ReadWorkspace) -> None:
    reading.buttons["Strongest"].click()
    reading.row.buttons["farah"].click()
    reading.document.undo_stack.undo()
    assert (reading.round.reader, reading.big.toPlainText()) == ("adil", "Adil's first")


# The whole page


def test_the_card_fills_the_page_and_comes_back(reading: ReadWorkspace) -> None:
    small = reading.big.document().defaultFont().pointSizeF()
    QTest.keyClick(reading.big, Qt.Key.Key_F)
    full = reading.view.full
    assert full is not None and full.geometry() == reading.rect() and full.isAncestorOf(reading.big)
    assert (full.who.text(), full.face.text()) == ("Adil reads now", "3:00")
    assert reading.big.hasFocus() and reading.big.document().defaultFont().pointSizeF() > small
    QTest.keyClick(reading.big, Qt.Key.Key_Escape)
    assert reading.view.full is None
    assert reading.view.panel.isAncestorOf(reading.big) and reading.big.hasFocus()
    QTest.keyClick(reading.big, Qt.Key.Key_Tab)
    assert reading.buttons["Next card"].hasFocus()  # the first that can be pressed, as before
    reading.big.setFocus()
    assert reading.big.document().defaultFont().pointSizeF() == small


def test_reading_goes_on_on_the_whole_page(reading: ReadWorkspace) -> None:
    QTest.keyClick(reading.big, Qt.Key.Key_Return)
    full = reading.view.full
    assert full is not None
    QTest.keyClick(reading.big, Qt.Key.Key_S)
    assert full.marks.text() == "★ Strongest   ·   Next: Bea.   ·   0 of 4 have read"
    assert full.about.text() == "Card 1 of 2"
    QTest.keyClick(reading.big, Qt.Key.Key_N)
    assert reading.big.toPlainText() == "Adil's second"
    reading.open.engine.add_minute()
    assert full.face.text() == "4:00"
    QTest.keyClick(full.back, Qt.Key.Key_R)  # Bea has no card: it is typed on the page
    assert reading.view.full is None and reading.entry.text.hasFocus()


def test_tab_stays_on_the_whole_page(reading: ReadWorkspace) -> None:
    QTest.keyClick(reading.big, Qt.Key.Key_F)
    full = reading.view.full
    assert full is not None
    QTest.keyClick(reading.big, Qt.Key.Key_Tab)
    assert full.back.hasFocus()
    QTest.keyClick(full.back, Qt.Key.Key_Tab)
    assert reading.big.hasFocus()
    QTest.keyClick(reading.big, Qt.Key.Key_Backtab)
    full.back.click()
    assert reading.view.full is None


def test_the_whole_page_is_left_with_the_phase_and_with_the_page(reading: ReadWorkspace) -> None:
    QTest.keyClick(reading.big, Qt.Key.Key_F)
    reading.leave()
    assert reading.view.full is None
    QTest.keyClick(reading.big, Qt.Key.Key_F)
    reading.hide()
    assert reading.view.full is None
    reading.show()
    assert reading.view.full is not None


def test_a_long_card_says_that_it_scrolls(reading: ReadWorkspace) -> None:
    card = reading.document.session.get(Card, "a1")
    reading.document.set("Change card", card, text="Many words that go on. " * 400)
    assert not reading.view.more.isHidden()
    QTest.keyClick(reading.big, Qt.Key.Key_PageDown)
    assert reading.big.verticalScrollBar().value() > 0
    reading.document.undo_stack.undo()
    assert reading.view.more.isHidden()


def test_masked_names_are_masked_on_the_whole_page(qtbot: QtBot) -> None:
    session = Session("s", [*ROOM, Child("t", "Tilly Marsh"), card("a", "adil", "What would Tilly say?", 0)])
    open_session = open_room(session, "well", "read")
    workspace = enter(qtbot, open_session)
    workspace.toggle_full()
    open_session.masking.set_on(True)
    assert workspace.big.toPlainText() == "What would T. say?"


def test_what_is_read_is_said(reading: ReadWorkspace, announced: list[str]) -> None:
    reading.buttons["Next card"].click()
    assert announced[-1] == "Card 2 of 2: Adil's second"
    reading.buttons["Strongest"].click()
    assert announced[-1] == "Strongest"
    reading.buttons["Next reader"].click()
    assert announced[-1] == "Bea reads now. 0 cards."


def test_in_the_projector_view_the_card_has_the_page_of_itself(reading: ReadWorkspace) -> None:
    reading.set_projected(True)
    assert reading.view.full is not None
    QTest.keyClick(reading.big, Qt.Key.Key_R)  # nobody reads from an empty page: Bea's card is typed
    assert reading.view.full is None and reading.entry.text.hasFocus()
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Return)
    assert reading.round.reader == "carys" and reading.view.full is None
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Return)
    assert reading.round.reader == "farah" and reading.view.full is not None
    QTest.keyClick(reading.big, Qt.Key.Key_Escape)
    QTest.keyClick(reading.big, Qt.Key.Key_R)
    assert reading.view.full is None  # who took it back has it back


def test_a_card_is_typed_beside_one_that_had_the_page(reading: ReadWorkspace) -> None:
    reading.set_projected(True)
    QTest.keyClick(reading.big, Qt.Key.Key_T)
    assert reading.view.full is None and reading.entry.text.hasFocus()
    reading.buttons["Type a card"].click()
    assert reading.view.full is not None
    reading.set_projected(False)
    assert reading.view.full is None


def test_in_the_projector_view_only_the_round_and_the_card_are_left(reading: ReadWorkspace) -> None:
    reading.set_projected(True)
    QTest.keyClick(reading.big, Qt.Key.Key_Escape)
    shown = [name for name, button in reading.buttons.items() if not button.isHidden()]
    assert shown == ["Next card", "Next reader"]
    assert reading.view.keys.isHidden() and not reading.row.isHidden()
    QTest.keyClick(reading.big, Qt.Key.Key_S)  # the keys go on
    assert reading.document.session.get(Card, "a1").strongest
    reading.set_projected(False)
    assert not any(button.isHidden() for button in reading.buttons.values())


def test_the_card_comes_before_the_round_in_a_low_window(reading: ReadWorkspace, qtbot: QtBot) -> None:
    reading.resize(640, 200)
    qtbot.waitUntil(lambda: reading.row.y() > reading.view.panel.y())
    reading.resize(900, 560)
    qtbot.waitUntil(lambda: reading.row.y() < reading.view.panel.y())


def test_without_a_card_only_what_can_be_done_is_offered(reading: ReadWorkspace) -> None:
    reading.buttons["Next reader"].click()
    shown = [name for name, button in reading.buttons.items() if not button.isHidden()]
    assert shown == ["Next reader", "Type a card"]
    reading.buttons["Next reader"].click()
    reading.buttons["Next reader"].click()
    assert not any(button.isHidden() for button in reading.buttons.values())


def test_no_key_of_reading_is_taken_from_the_fields_of_a_card(reading: ReadWorkspace) -> None:
    reading.buttons["Type a card"].click()
    reading.entry.foot.add.setFocus()
    QTest.keyClick(reading.entry.foot.add, Qt.Key.Key_S)
    assert not reading.document.session.get(Card, "a1").strongest
    reading.buttons["Next card"].setFocus()
    QTest.keyClick(reading.buttons["Next card"], Qt.Key.Key_S)
    assert reading.document.session.get(Card, "a1").strongest


def test_what_the_card_covers_is_not_there_for_the_keyboard(reading: ReadWorkspace) -> None:
    reading.toggle_full()
    assert not any(button.isEnabled() for button in (*reading.row.buttons.values(), *reading.buttons.values()))
    reading.document.set("Change card", reading.document.session.get(Card, "a1"), text="Another wording")
    assert reading.big.toPlainText() == "Another wording"
    reading.toggle_full()
    assert all(button.isEnabled() for button in reading.row.buttons.values())


# Typing and its way out


def test_escape_leaves_typing_and_keeps_what_is_half_typed(reading: ReadWorkspace) -> None:
    QTest.keyClick(reading.big, Qt.Key.Key_T)
    assert reading.entry.text.hasFocus()
    assert "Esc" in reading.view.keys.text() and "N next" not in reading.view.keys.text()
    QTest.keyClicks(reading.entry.text, "rn")
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Escape)
    assert reading.big.hasFocus() and not reading.entry.isVisible()
    assert "N next card" in reading.view.keys.text()
    QTest.keyClick(reading.big, Qt.Key.Key_N)
    assert reading.big.toPlainText() == "Adil's second"
    QTest.keyClick(reading.big, Qt.Key.Key_T)
    assert reading.entry.text.toPlainText() == "rn"


def test_enter_with_nothing_typed_goes_back_to_the_card(reading: ReadWorkspace) -> None:
    QTest.keyClick(reading.big, Qt.Key.Key_T)
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Return)
    assert reading.big.hasFocus() and not reading.entry.isVisible()
    assert reading.round.reader == "adil"


def test_escape_leaves_typing_where_there_is_no_card(reading: ReadWorkspace) -> None:
    QTest.keyClick(reading.big, Qt.Key.Key_R)
    assert reading.view.next.text().startswith("No card yet. Type it")
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Escape)
    assert not reading.entry.text.hasFocus() and reading.entry.isVisible()
    assert reading.view.next.text().startswith("No card yet. T types it")
    focused = QApplication.focusWidget()
    assert focused is not None and reading.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_T)
    assert reading.entry.text.hasFocus() and reading.entry.text.toPlainText() == ""
    QTest.keyClick(reading.entry.text, Qt.Key.Key_Escape)
    QTest.keyClick(reading.buttons["Next reader"], Qt.Key.Key_R)
    assert reading.round.reader == "carys"


@pytest.mark.parametrize("filled", [False, True])
def test_shift_tab_from_typing_comes_to_the_round_and_its_buttons(reading: ReadWorkspace, filled: bool) -> None:
    if filled:
        reading.toggle_full()
        reading.toggle_full()
    QTest.keyClick(reading.big, Qt.Key.Key_T)
    reading.row.show()
    order, part = [], reading.row.buttons["adil"].nextInFocusChain()
    while part is not reading.entry.text:
        order.append(part)
        part = part.nextInFocusChain()
    placed = [order.index(part) for part in (reading.big, *reading.buttons.values())]
    assert placed == sorted(placed)


def test_the_reader_is_moved_while_the_card_has_the_keyboard(reading: ReadWorkspace, announced: list[str]) -> None:
    said: list[str] = []
    reading.message.connect(said.append)
    QTest.keyClick(reading.big, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names_in_the_row(reading) == ["Bea", "Adil", "Carys", "Farah"]
    assert said == announced and said[0].endswith("The numbers for writing follow.")
    reading.round.turn_to("farah")
    QTest.keyClick(reading.big, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert names_in_the_row(reading) == ["Bea", "Adil", "Carys", "Farah"]
    assert said[-1] == "The facilitator reads last, whatever the order."


def test_the_ends_of_a_scale_are_part_of_the_card(qtbot: QtBot) -> None:
    scaling = Card("s", "scales", CardKind.SCALING_QUESTION, "adil", "How calm is bedtime?", ten="Calm", zero="Loud")
    workspace = enter(qtbot, open_room(Session("s", [*ROOM, scaling]), "scales", "read"))
    assert workspace.big.toPlainText() == "How calm is bedtime?\n10 = Calm\n0 = Loud"
    assert "Calm" not in workspace.view.about.text()


def test_no_name_changes_its_place_with_its_mark(reading: ReadWorkspace) -> None:
    QApplication.processEvents()
    before = {name: button.geometry() for name, button in reading.row.buttons.items()}
    for _ in range(4):
        reading.round.go_to_next_reader()
        QApplication.processEvents()
        assert {name: button.geometry() for name, button in reading.row.buttons.items()} == before


def test_a_card_of_several_lines_is_as_large_as_fits(reading: ReadWorkspace) -> None:
    reading.big.show_text("one\ntwo\nthree")
    chosen = reading.big.document().defaultFont()
    larger = QFont(chosen)
    larger.setPointSizeF(chosen.pointSizeF() * 1.35)  # more than from any size to the next
    fits = 3 * QFontMetricsF(larger).lineSpacing() <= reading.big.viewport().height() - 8
    assert not fits or chosen.pointSizeF() >= theme.current().points("body") * AMONG_OTHERS[0] - 0.01
    assert reading.big.verticalScrollBar().maximum() == 0


def test_the_round_has_its_lines_and_the_buttons_stay_in_sight(qtbot: QtBot, dressed: QApplication) -> None:
    session = crowd(12, 24)
    workspace = enter(qtbot, open_room(session, "well", "read"))
    workspace.resize(1000, 440)  # as in a small window, with a line for what is half-typed
    dressed.processEvents()
    area = workspace.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    assert workspace.row._area.verticalScrollBar().maximum() == 0
