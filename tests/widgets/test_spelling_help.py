"""Waves under unknown words in the field in use, the menu of a word, and the walk from one to the next."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.spelling import Speller
from tests.helpers import room
from widgets.parts.fields import TextField, put_text
from widgets.parts.spelling_help import SpellingHelp

SLIP = "She definately went"


class Desk(QWidget):
    """Two fields and the help."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = TextField("First"), TextField("Second")
        column = QVBoxLayout(self)
        for field in (self.first, self.second):
            column.addWidget(field)
        self.speller = Speller(Settings(None), self)
        self.help = SpellingHelp(self.speller, room, self)
        self.said: list[str] = []
        self.help.said.connect(self.said.append)

    def waved(self, field: TextField) -> list[str]:
        return [wave.cursor.selectedText() for wave in field.extraSelections()]

    def menu(self, field: TextField, place: int) -> list[str]:
        cursor = QTextCursor(field.document())
        cursor.setPosition(place)
        return [action.text() for action in self.help.menu_at(field, cursor).actions() if not action.isSeparator()]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    with qtbot.waitSignal(made.speller.changed):
        made.speller.begin()
    yield made
    made.speller.wait()


def typed(field: TextField, text: str) -> None:
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, text)


def test_a_slip_has_a_wave_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    typed(desk.first, SLIP)
    assert desk.waved(desk.first) == []
    qtbot.waitUntil(lambda: desk.waved(desk.first) == ["definately"])
    (wave,) = desk.first.extraSelections()
    assert wave.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline


def test_the_word_that_is_being_typed_is_left_alone(desk: Desk) -> None:
    typed(desk.first, "She was definatel")
    desk.help.check()
    assert desk.waved(desk.first) == []
    typed(desk.first, "y ")
    desk.help.check()
    assert desk.waved(desk.first) == ["definately"]


def test_waves_move_with_the_text(desk: Desk) -> None:
    typed(desk.first, f"{SLIP} home")
    desk.help.check()
    desk.first.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(desk.first, "Then ")
    assert desk.waved(desk.first) == ["definately"]


def test_only_the_field_in_use_has_waves(desk: Desk) -> None:
    desk.second.setPlainText(f"{SLIP} too")
    typed(desk.first, f"{SLIP} home")
    desk.help.check()
    assert desk.waved(desk.second) == []
    desk.second.setFocus()
    desk.help.check()
    assert (desk.waved(desk.first), desk.waved(desk.second)) == ([], ["definately"])
    assert desk.first.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu


def test_text_that_is_shown_anew_is_checked_anew(desk: Desk, qtbot: QtBot) -> None:
    typed(desk.first, "All right here")
    put_text(desk.first, f"{SLIP} home")  # says nothing of it, as mirroring does
    qtbot.waitUntil(lambda: desk.waved(desk.first) == ["definately"])


def test_masked_text_is_not_checked(desk: Desk) -> None:
    typed(desk.first, f"{SLIP} home")
    desk.help.check()
    desk.first.setReadOnly(True)
    desk.help.check()
    assert desk.waved(desk.first) == []


def test_only_what_changed_is_looked_at_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    unknown = desk.speller.unknown
    monkeypatch.setattr(desk.speller, "unknown", lambda text: looked.append(text) or unknown(text))
    desk.first.setPlainText("One of them\nTwo of them\nThree of them")
    desk.first.setFocus()
    desk.help.check()
    assert len(looked) == 3
    typed(desk.first, " went")
    desk.help.check()
    assert looked[3:] == ["Three of them went"]


def test_only_what_is_in_sight_is_looked_at(desk: Desk, qtbot: QtBot) -> None:
    desk.first.setPlainText("\n".join(f"she definately went home {place}" for place in range(800)))
    desk.first.setFocus()
    desk.help.check()
    in_sight = len(desk.waved(desk.first))
    assert 0 < in_sight < 50
    desk.first.verticalScrollBar().setValue(400)
    qtbot.waitUntil(lambda: any(wave.cursor.blockNumber() >= 400 for wave in desk.first.extraSelections()))
    assert len(desk.waved(desk.first)) <= in_sight + 1


def test_the_menu_of_a_word_offers_what_it_could_be(desk: Desk) -> None:
    typed(desk.first, f"{SLIP} home")
    texts = desk.menu(desk.first, 6)
    assert texts[0] == "definitely"
    assert "Add “definately” to this computer's words" in texts
    assert not any("Undo" in text or "Redo" in text for text in texts)  # undo is the window's
    assert "definitely" not in desk.menu(desk.first, 1)
    assert any("Paste" in text for text in desk.menu(desk.first, 1))


def open_menu(desk: Desk, reason: QContextMenuEvent.Reason | None) -> QMenu:
    at = desk.first.cursorRect().center()
    if reason is None:
        QTest.keyClick(desk.first, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    else:
        send_menu_event(desk, reason, at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def send_menu_event(desk: Desk, reason: QContextMenuEvent.Reason, at: QPoint) -> None:
    place = desk.first.viewport() if reason is QContextMenuEvent.Reason.Mouse else desk.first
    QApplication.sendEvent(place, QContextMenuEvent(reason, at, place.mapToGlobal(at)))


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard, None])
def test_by_mouse_and_by_key_the_chosen_spelling_stands_there(
    desk: Desk, reason: QContextMenuEvent.Reason | None
) -> None:
    typed(desk.first, f"{SLIP} home")
    cursor = desk.first.textCursor()
    cursor.setPosition(7)
    desk.first.setTextCursor(cursor)
    menu = open_menu(desk, reason)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert desk.first.toPlainText() == "She definitely went home"


def test_a_word_added_is_never_pointed_out_again(desk: Desk) -> None:
    typed(desk.first, "the lushi was there")
    desk.help.check()
    assert desk.waved(desk.first) == ["lushi"]
    cursor = QTextCursor(desk.first.document())
    cursor.setPosition(5)
    next(action for action in desk.help.menu_at(desk.first, cursor).actions() if "Add" in action.text()).trigger()
    assert desk.waved(desk.first) == []


def test_next_unknown_word_goes_through_all_fields_and_round(desk: Desk) -> None:
    desk.first.setPlainText(f"{SLIP} home, and recieved it")
    desk.second.setPlainText("Nothing here.\nBut teh dog was.")
    desk.first.setFocus()
    walked = []
    for _ in range(4):
        desk.help.go_to_next()
        focused = QApplication.focusWidget()
        assert isinstance(focused, TextField)
        walked.append((focused.accessibleName(), focused.textCursor().selectedText()))
    words = [("First", "definately"), ("First", "recieved"), ("Second", "teh"), ("First", "definately")]
    assert walked == words
    assert desk.said[0].startswith("Not known: “definately”.")


def test_where_nothing_is_unknown_it_says_so(desk: Desk) -> None:
    desk.first.setFocus()
    desk.help.go_to_next()
    assert desk.said == ["No unknown words here."]


def test_it_is_turned_off_in_the_settings(desk: Desk) -> None:
    typed(desk.first, f"{SLIP} home")
    desk.help.check()
    desk.speller._settings.set(spelling=False)
    assert desk.waved(desk.first) == []
    desk.help.go_to_next()
    assert "off" in desk.said[-1]
    desk.speller._settings.set(spelling=True)
    assert desk.waved(desk.first) == ["definately"]


def test_the_first_request_waits_for_the_words(qtbot: QtBot) -> None:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    desk.first.setPlainText(f"{SLIP} home")
    desk.first.setFocus()
    assert not desk.speller.ready
    with qtbot.waitSignal(desk.help.said):
        desk.help.go_to_next()
    assert desk.first.textCursor().selectedText() == "definately"
    desk.speller.wait()


def test_a_field_that_goes_while_it_is_in_use_takes_nothing_with_it(desk: Desk) -> None:
    desk.first.setFocus()
    desk.first.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    desk.help.check()
    desk.second.setFocus()
    desk.help.check()
    assert desk.help.menu_at(desk.second, desk.second.cursorForPosition(QPoint(2, 2))).actions()
