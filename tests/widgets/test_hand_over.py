"""Handing over: every card is counted, and statements are taken up for the record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.cards import Card, CardKind
from models.session import Session
from tests.helpers import ROOM
from tests.widgets.evening import by_name, entered
from widgets.parts.row_list import RowList


def test_every_card_of_the_step_is_counted_and_grouped_by_author(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "hand-over")
    rows = by_name(workspace, RowList, "Cards").rows.rows
    assert [row.text for row in rows if row.heading] == ["Bea: 2 cards", "Carys: 1 card"]
    assert sorted(row.id for row in rows if not row.heading) == ["q1", "q2", "q3"]
    assert any(label.text() == "3 cards go home with Wren." for label in workspace.findChildren(QLabel))


def test_everybody_who_is_asked_is_named_with_their_number(qtbot: QtBot) -> None:
    people = ["Mr Osei, head of year", "Mum", "Dad", "Nan", "Tilly", "Dean", "Aunt Jo", "Miss Hall"]
    asked = [
        Card(f"c{place}", "working-well", CardKind.QUESTION, "bea", "What helps?", place, asked_of=name)
        for place, name in enumerate([*people, "Mr Osei, head of year"])
    ]
    _, workspace = entered(qtbot, "working-well", "hand-over", Session("s", [*ROOM, *asked]))
    said = next(label.text() for label in workspace.findChildren(QLabel) if "by person" in label.text())
    assert said.endswith(
        "Questions by person: Mr Osei, head of year (2) · Mum (1) · Dad (1) · Nan (1) · Tilly (1) · Dean (1)"
        " · Aunt Jo (1) · Miss Hall (1)."
    )


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


def test_the_room_sees_numbers_where_every_card_goes_anyway(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "hand-over")
    workspace.set_projected(True)
    said = [label.text() for label in workspace.findChildren(QLabel) if label.isVisible()]
    assert "From:  Bea (2)  ·  Carys (1)\n\nTo ask:  family (1)  ·  Mum (1)  ·  professionals (1)" in said
    assert not any(rows.isVisible() for rows in workspace.findChildren(RowList))
    assert workspace.first_field() is None
    workspace.set_projected(False)
    assert by_name(workspace, RowList, "Cards").isVisible()


def test_the_room_reads_the_statements_that_are_taken_up(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr("widgets.workspaces.hand_over.announce", lambda _widget, text: heard.append(text))
    room, workspace = entered(qtbot, "safety-goals", "hand-over")
    workspace.set_projected(True)
    cards = by_name(workspace, RowList, "Cards")
    cards.go_to("g1")
    offered = {action.text().partition("\t")[0]: action for action in workspace.actions_offered()}
    offered["Take up for the record"].trigger()
    assert room.session.get(Card, "g1").chosen
    assert heard == ["Taken up: 1 for the record"]


def test_an_empty_step_says_the_way(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "hand-over", Session("s", ROOM))
    assert by_name(workspace, RowList, "Cards").accessibleDescription().startswith("No card has been written")


def test_the_first_author_is_in_sight(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "hand-over")
    cards = by_name(workspace, RowList, "Cards")
    assert cards.visualRect(cards.rows.index(0)).top() >= 0
