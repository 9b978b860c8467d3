"""The review: each answer opens the question that follows from it, as often as needed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from models.cards import Card, CardKind
from models.review import ReviewRound
from models.session import Session
from tests.helpers import ROOM
from tests.widgets.evening import by_name, entered, focus
from widgets.parts.author_field import AuthorField
from widgets.parts.fields import TextField
from widgets.workspaces.review import round_in_words


def names(workspace: QWidget) -> set[str]:
    return {widget.accessibleName() for widget in workspace.findChildren(QWidget) if widget.isVisible()}


def answer(workspace: QWidget, number: int) -> None:
    QTest.keyClick(by_name(workspace, QSpinBox, "Usefulness"), Qt.Key(Qt.Key.Key_0.value + number))


def press(workspace: QWidget, name: str) -> None:
    by_name(workspace, QPushButton, name).click()


@pytest.mark.parametrize(("usefulness", "high"), [(7, True), (9, True), (6, False), (0, False)])
def test_a_high_answer_asks_whether_it_is_enough_and_a_low_one_for_the_sticking_point(
    qtbot: QtBot, usefulness: int, high: bool
) -> None:
    _, workspace = entered(qtbot, "review", "review")
    assert not names(workspace) & {"Yes, enough for now", "Sticking point", "Further focus"}
    answer(workspace, usefulness)
    assert ("Yes, enough for now" in names(workspace)) is high
    assert ("Sticking point" in names(workspace)) is not high


def test_enough_says_what_comes_next(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "review", "review")
    answer(workspace, 8)
    press(workspace, "Yes, enough for now")
    assert room.session.all(ReviewRound)[0].enough is True
    follows = room.process.steps[room.process.number("review")].title
    assert any(follows in label.text() for label in workspace.findChildren(QLabel) if label.isVisible())


def test_the_way_on_is_one_press_after_enough(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "review", "review")
    answer(workspace, 8)
    assert "Go on" not in names(workspace)
    press(workspace, "Yes, enough for now")
    press(workspace, "Go on")
    assert room.engine.step.id == "group-review"


def asked(workspace: QWidget) -> QWidget:
    """The one part that is marked as asked now."""
    marked = [part for part in workspace.findChildren(QFrame) if part.property("kind") == "say" and part.isVisible()]
    assert len(marked) == 1
    return marked[0]


def test_one_question_is_marked_at_a_time_and_answers_stay(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "review", "review")
    most_useful = by_name(workspace, TextField, "Most useful")
    assert asked(workspace).isAncestorOf(most_useful)
    QTest.keyClicks(most_useful, "The map")
    assert asked(workspace).isAncestorOf(by_name(workspace, QSpinBox, "Usefulness"))
    answer(workspace, 8)
    assert asked(workspace).isAncestorOf(by_name(workspace, QPushButton, "No, there is more"))
    press(workspace, "No, there is more")
    assert asked(workspace).isAncestorOf(by_name(workspace, TextField, "Further focus"))
    assert most_useful.isVisible()


def test_an_earlier_round_reads_well() -> None:
    held = ReviewRound("r", most_useful="Gran, and the drinking.\nBoth", usefulness=8, further_focus="Dean?")
    assert round_in_words(held) == "Most useful: Gran, and the drinking. Both. Usefulness 8. Further focus: Dean?"
    assert round_in_words(ReviewRound("r")) == "Nothing said yet."


def test_a_further_focus_has_its_own_cards_and_then_the_review_is_held_again(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "review", "review")
    QTest.keyClicks(by_name(workspace, TextField, "Most useful"), "The map")
    answer(workspace, 7)
    press(workspace, "No, there is more")
    QTest.keyClicks(by_name(workspace, TextField, "Further focus"), "Dean's mother")
    by_name(workspace, AuthorField, "Author").setText("Carys")
    field = by_name(workspace, TextField, "Card text")
    QTest.keyClicks(field, "What would she say?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "And he?")
    press(workspace, "Add card")
    first = room.session.all(ReviewRound)[0]
    cards = room.session.all(Card, lambda card: card.review_round == first.id)
    assert [(card.text, card.author, card.kind) for card in cards] == [
        ("What would she say?", "carys", CardKind.FURTHER_FOCUS_QUESTION),
        ("And he?", "carys", CardKind.FURTHER_FOCUS_QUESTION),
    ]
    press(workspace, "Review again")
    assert by_name(workspace, TextField, "Most useful").toPlainText() == ""
    answer(workspace, 9)
    rounds = room.session.all(ReviewRound)
    assert [held.usefulness for held in rounds] == [7, 9]
    assert rounds[0].further_focus == "Dean's mother"


def test_an_earlier_round_is_in_view_and_can_be_changed(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "review", "review")
    answer(workspace, 3)
    QTest.keyClicks(by_name(workspace, TextField, "Sticking point"), "Too much at once")
    press(workspace, "Review again")
    assert any("Too much at once" in label.text() for label in workspace.findChildren(QLabel) if label.isVisible())
    press(workspace, "Open round 1")
    QTest.keyClicks(by_name(workspace, TextField, "Agreed way"), "One thing")
    assert room.session.all(ReviewRound)[0].agreed_way == "One thing"
    assert room.session.all(ReviewRound)[1].agreed_way == ""


def test_half_typed_text_waits_for_its_author(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "review", "review")
    answer(workspace, 8)
    press(workspace, "No, there is more")
    author, field = by_name(workspace, AuthorField, "Author"), by_name(workspace, TextField, "Card text")
    QTest.keyClicks(field, "half")
    author.setText("Bea")
    assert field.toPlainText() == ""
    author.setText("Adil")
    assert field.toPlainText() == "half"


def test_undo_takes_a_further_round_back(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "review", "review")
    answer(workspace, 8)
    press(workspace, "No, there is more")
    press(workspace, "Review again")
    room.document.undo_stack.undo()
    assert by_name(workspace, QSpinBox, "Usefulness").value() == 8


def test_both_answers_are_reached_by_tab_and_an_answer_given_twice_stays(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "review", "review")
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    answer(workspace, 8)
    yes, no = (by_name(workspace, QPushButton, name) for name in ("Yes, enough for now", "No, there is more"))
    yes.setFocus()
    qtbot.keyClick(yes, Qt.Key.Key_Tab)
    assert workspace.window().focusWidget() is no
    for button in (yes, no, no):
        button.click()
        assert button.isChecked()
    assert not yes.isChecked()
    assert room.session.all(ReviewRound)[0].enough is False


# One question at a time


def shown_names(workspace: QWidget) -> set[str]:
    return {
        widget.accessibleName()
        for widget in workspace.findChildren(QWidget)
        if widget.isVisible() and widget.accessibleName() in NAMES
    }


NAMES = {"Most useful", "Usefulness", "Yes, enough for now", "Go on", "Sticking point", "Further focus"}


def test_for_the_room_one_question_stands_by_itself(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "review", "review")
    workspace.set_projected(True)
    assert shown_names(workspace) == {"Most useful"}
    field = by_name(workspace, TextField, "Most useful")
    focus(qtbot, field)
    QTest.keyClicks(field, "Gran")
    assert shown_names(workspace) == {"Most useful"}  # nothing moves on by itself
    QTest.keyClick(field, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert shown_names(workspace) == {"Usefulness"}
    number = by_name(workspace, QSpinBox, "Usefulness")
    assert number.hasFocus()
    QTest.keyClick(number, Qt.Key.Key_8)
    QTest.keyClick(number, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert shown_names(workspace) == {"Yes, enough for now"}
    by_name(workspace, QPushButton, "Yes, enough for now").click()
    by_name(workspace, QPushButton, "Next question").click()
    assert shown_names(workspace) == {"Go on"}
    assert not by_name(workspace, QPushButton, "Next question").isEnabled()
    by_name(workspace, QPushButton, "Question before").click()
    assert shown_names(workspace) == {"Yes, enough for now"}
    held = room.session.all(ReviewRound)[-1]
    assert (held.most_useful, held.usefulness, held.enough) == ("Gran", 8, True)


def test_a_question_whose_answer_was_taken_back_gives_place_to_the_one_before(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "review", "review")
    number = by_name(workspace, QSpinBox, "Usefulness")
    QTest.keyClick(number, Qt.Key.Key_3)
    workspace.set_projected(True)
    by_name(workspace, QPushButton, "Next question").click()
    by_name(workspace, QPushButton, "Next question").click()
    assert shown_names(workspace) == {"Sticking point"}
    room.document.undo_stack.undo()
    assert shown_names(workspace) == {"Usefulness"}


def test_one_question_at_a_time_begins_with_what_has_no_answer(qtbot: QtBot) -> None:
    held = ReviewRound("r", most_useful="Gran", usefulness=9)
    _, workspace = entered(qtbot, "review", "review", Session("s", [*ROOM, held]))
    workspace.set_projected(True)
    assert shown_names(workspace) == {"Yes, enough for now"}
    workspace.set_projected(False)
    assert {"Most useful", "Usefulness", "Yes, enough for now"} <= shown_names(workspace)


def test_the_answers_that_are_asked_for_are_offered(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "review", "review")
    assert [action.text() for action in workspace.actions_offered()] == ["Next question", "Question before"]
    QTest.keyClick(by_name(workspace, QSpinBox, "Usefulness"), Qt.Key.Key_9)
    offered = {action.text(): action for action in workspace.actions_offered()}
    offered["No, there is more"].trigger()
    assert room.session.all(ReviewRound)[-1].enough is False
    {action.text(): action for action in workspace.actions_offered()}["Review again"].trigger()
    assert len(room.session.all(ReviewRound)) == 2
