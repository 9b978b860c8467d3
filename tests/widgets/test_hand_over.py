"""Handing over: every card is counted, and statements are taken up for the record."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.cards import Card
from tests.widgets.evening import by_name, entered
from widgets.parts.row_list import RowList


def test_every_card_of_the_step_is_counted_and_grouped_by_author(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "hand-over")
    rows = by_name(workspace, RowList, "Cards").rows.rows
    assert [row.text for row in rows if row.heading] == ["Bea: 2 cards", "Carys: 1 card"]
    assert sorted(row.id for row in rows if not row.heading) == ["q1", "q2", "q3"]
    assert any(label.text() == "3 cards go home with Wren." for label in workspace.findChildren(QLabel))


def test_a_goal_is_taken_up_for_the_record_by_key_and_by_button(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "safety-goals", "hand-over")
    cards = by_name(workspace, RowList, "Cards")
    button = by_name(workspace, QPushButton, "Take up for the record")
    cards.go_to("g1")
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert room.session.get(Card, "g1").chosen
    assert button.isChecked()
    cards.go_to("g2")
    assert not button.isChecked()
    button.click()
    assert room.session.get(Card, "g2").chosen


def test_questions_are_not_taken_up_for_the_record(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "hand-over")
    cards = by_name(workspace, RowList, "Cards")
    cards.go_to("q1")
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert not room.session.get(Card, "q1").chosen
    names = {button.accessibleName() for button in workspace.findChildren(QPushButton) if button.isVisible()}
    assert "Take up for the record" not in names


def test_the_sheets_may_do_without_authors(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "hand-over")
    by_name(workspace, QCheckBox, "Authors' names on the sheets").click()
    assert not room.session.details.authors_shown
