"""Checking in: the two answers are kept for the step, beside those given before."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from models.review import CheckIn, ReviewRound
from models.usefulness import usefulness_answers
from tests.widgets.evening import by_name, entered, evening, focus
from tests.widgets.rooms import NOON
from widgets.parts.fields import TextField


def labels(workspace: object) -> list[str]:
    return [label.text() for label in workspace.findChildren(QLabel)]  # type: ignore[attr-defined]


def test_both_answers_are_kept_under_the_step_with_the_moment_of_the_first(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "scales", "check-in")
    QTest.keyClicks(by_name(workspace, TextField, "Most useful"), "The scale")
    QTest.keyClick(by_name(workspace, QSpinBox, "Usefulness"), Qt.Key.Key_6)
    assert room.session.get(CheckIn, "scales") == CheckIn("scales", "The scale", 6, NOON)


def test_each_step_has_its_own_answers(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "check-in")
    assert by_name(workspace, TextField, "Most useful").toPlainText() == "Gran's part"
    scales = room.process.step("scales")
    workspace.enter(scales, scales.phase("check-in"))
    assert by_name(workspace, TextField, "Most useful").toPlainText() == ""
    assert by_name(workspace, QSpinBox, "Usefulness").value() == -1


def test_the_ends_and_the_answers_so_far_stand_in_words(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "scales", "check-in")
    QTest.keyClick(by_name(workspace, QSpinBox, "Usefulness"), Qt.Key.Key_7)
    said = labels(workspace)
    assert f"10 = {room.process.usefulness[0]}" in said
    assert any(text.endswith("4 → Scales 7") for text in said)


def test_answers_follow_the_process_and_then_the_rounds_of_the_review(qtbot: QtBot) -> None:
    session = evening(CheckIn("danger", "", 6), CheckIn("scales", "", 5), ReviewRound("r", usefulness=8))
    room, _ = entered(qtbot, "scales", "check-in", session)
    assert [value for _, value in usefulness_answers(room.session, room.process)] == [4, 5, 6, 8]


def test_both_answers_are_offered(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "check-in")
    number = by_name(workspace, QSpinBox, "Usefulness")
    focus(qtbot, by_name(workspace, TextField, "Most useful"))
    {action.text(): action for action in workspace.actions_offered()}["Usefulness"].trigger()
    assert number.hasFocus()


def test_for_the_room_the_ends_are_large(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "check-in")
    ends = [label for label in workspace.findChildren(QLabel) if label.text().startswith(("10 = ", "0 = "))]
    for projected, kind in ((True, "spoken"), (False, "hint")):
        workspace.set_projected(projected)
        assert [label.property("kind") for label in ends] == [kind, kind]
