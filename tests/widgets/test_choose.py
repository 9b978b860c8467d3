"""Choosing: picks show at once under what needs to happen, with whom they will be used, and the clarity of harm."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from models.cards import Card
from models.mapping import Column, MapPoint, Rating, ScaleKind
from models.session import Session
from tests.helpers import ROOM
from tests.widgets.evening import by_name, entered, focus
from widgets.parts.row_list import ROW, RowList


def shown(rows: RowList) -> list[str]:
    return [row.text for row in rows.rows.rows]


def test_the_strongest_card_stands_first(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "choose")
    assert shown(by_name(workspace, RowList, "Cards"))[0] == "Who notices first?"


def test_space_picks_and_gives_back_and_the_pick_shows_under_what_needs_to_happen(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "choose")
    cards, needs = by_name(workspace, RowList, "Cards"), by_name(workspace, RowList, "What needs to happen?")
    cards.go_to("q2")
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert room.session.get(Card, "q2").chosen
    assert room.session.get(Card, "q2").chosen_with == "Mum"
    assert shown(needs) == ["Who notices first?"]
    assert needs.current_id() == room.session.all(MapPoint, lambda point: point.card == "q2")[0].id
    assert cards.current_id() == "q2"
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert not room.session.get(Card, "q2").chosen
    assert shown(needs) == []


def test_a_click_picks_too(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "choose")
    cards = by_name(workspace, RowList, "Cards")
    middle = cards.visualRect(cards.rows.index(1)).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert room.session.get(Card, cards.rows.index(1).data(ROW).id).chosen


def test_with_whom_is_guessed_from_the_audience_and_can_be_typed(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "choose")
    cards, whom = by_name(workspace, RowList, "Cards"), by_name(workspace, QComboBox, "With whom")
    cards.go_to("q3")
    assert not whom.isEnabled()
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert whom.currentText() == "professionals"
    whom.setEditText("Ms Odell")
    line = whom.lineEdit()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert room.session.get(Card, "q3").chosen_with == "Ms Odell"


def test_undo_takes_a_pick_and_its_next_step_back_together(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "choose")
    cards = by_name(workspace, RowList, "Cards")
    cards.go_to("q1")
    QTest.keyClick(cards, Qt.Key.Key_Space)
    room.document.undo_stack.undo()
    assert not room.session.get(Card, "q1").chosen
    assert not room.session.all(MapPoint, lambda point: point.column is Column.NEEDS)


def test_harm_has_its_clarity_scale_and_other_steps_have_not(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "harm", "choose")
    QTest.keyClick(by_name(workspace, QSpinBox, "Harm clarity"), Qt.Key.Key_8)
    rating = room.session.all(Rating, lambda rating: rating.scale is ScaleKind.HARM_CLARITY)[0]
    assert (rating.value, rating.worker, rating.rater) == (8, True, "Wren")
    _, other = entered(qtbot, "working-well", "choose")
    assert not [box for box in other.findChildren(QSpinBox) if box.isVisible()]


def test_masked_names_are_initials_in_every_list(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "choose")
    room.document.set("Edit", room.session.get(Card, "q1"), text="What would Tilly say?")
    room.masking.set_on(True)
    assert "What would T. say?" in shown(by_name(workspace, RowList, "Cards"))


def test_what_was_picked_is_said_and_counted(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("widgets.workspaces.choose.announce", lambda _widget, text: said.append(text))
    _, workspace = entered(qtbot, "working-well", "choose")
    cards = by_name(workspace, RowList, "Cards")
    for _ in range(2):
        QTest.keyClick(cards, Qt.Key.Key_Space)
    assert said == ["Picked: 1 of 3 picked", "Put back: 0 of 3 picked"]


def test_in_the_projector_view_the_cards_are_large_and_the_needs_a_number(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "choose")
    cards = by_name(workspace, RowList, "Cards")
    before = cards.visualRect(cards.rows.index(0)).height()
    workspace.set_projected(True)
    QTest.keyClick(cards, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: cards.visualRect(cards.rows.index(0)).height() > before)
    shown = [label.text() for label in workspace.findChildren(QLabel) if label.isVisible()]
    assert "1 of 3 cards picked · What needs to happen? 1 so far" in shown
    assert not any(each.isVisible() for each in workspace.findChildren(RowList) if each is not cards)


def test_with_whom_is_reached_by_a_key(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "choose")
    cards = by_name(workspace, RowList, "Cards")
    focus(qtbot, cards)
    QTest.keyClick(cards, Qt.Key.Key_Space)
    QTest.keyClick(cards, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == "With whom"


def test_an_empty_step_says_the_way_back(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "choose", Session("s", ROOM))
    assert by_name(workspace, RowList, "Cards").accessibleDescription().startswith("No card has been written")
    for action in workspace.actions_offered():
        action.trigger()  # nothing to act on, and nothing happens
