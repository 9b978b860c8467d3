"""The talking workspace: notes, people, goal, and the review of the process."""

import gc

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QStyle, QWidget
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.cards import Card, CardKind, Note
from models.people import Child, Participant, Role
from models.review import Goal, LearningKind, LearningPoint
from models.session import Session, Unfinished
from tests.helpers import ROOM, room
from tests.widgets.rooms import NOON, open_room
from widgets.parts.wrapping import Wrapping
from widgets.workspaces.base import MASKED_ROWS
from widgets.workspaces.people_panel import introduction_order
from widgets.workspaces.talk import TalkWorkspace


def enter(qtbot: QtBot, open_session: OpenSession) -> TalkWorkspace:
    workspace = TalkWorkspace(open_session)
    qtbot.addWidget(workspace)
    workspace.resize(900, 560)
    workspace.enter(open_session.engine.step, open_session.engine.phase)
    workspace.show()
    workspace.activateWindow()
    field = workspace.first_field()
    if field is not None:
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
    return workspace


def by_name(parent: QWidget, name: str) -> QWidget:
    found = [w for w in parent.findChildren(QWidget) if w.accessibleName() == name and w.isVisibleTo(parent)]
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0]


def notes(workspace: TalkWorkspace) -> list[str]:
    return [note.text for note in workspace.document.session.all(Note)]


@pytest.fixture
def listening(qtbot: QtBot) -> TalkWorkspace:
    return enter(qtbot, open_room(step="free"))


def note_field(workspace: TalkWorkspace) -> QPlainTextEdit:
    field = by_name(workspace, "Note")
    assert isinstance(field, QPlainTextEdit)
    return field


def test_enter_makes_a_line_of_the_exact_words_with_its_time(listening: TalkWorkspace) -> None:
    QTest.keyClicks(note_field(listening), "It's open, 'cos  of March")
    QTest.keyClick(note_field(listening), Qt.Key.Key_Return)
    note = listening.document.session.all(Note)[0]
    assert (note.text, note.at, note.step, note.phase) == ("It's open, 'cos  of March", NOON, "free", "talk")
    shown = by_name(listening, "Notes").model().index(0, 0).data()  # type: ignore[attr-defined]
    assert shown == f"{NOON.astimezone():%H:%M}   It's open, 'cos  of March"
    assert note_field(listening).hasFocus() and note_field(listening).toPlainText() == ""


def test_the_button_makes_a_line_too(listening: TalkWorkspace) -> None:
    note_field(listening).setPlainText("one\ntwo")
    QTest.mouseClick(by_name(listening, "Add line"), Qt.MouseButton.LeftButton)
    assert notes(listening) == ["one", "two"]
    listening.document.undo_stack.undo()
    assert notes(listening) == []


def test_an_empty_line_is_not_made(listening: TalkWorkspace) -> None:
    QTest.keyClick(note_field(listening), Qt.Key.Key_Return)
    assert notes(listening) == []


def test_half_a_line_is_kept_by_step_and_phase(listening: TalkWorkspace, qtbot: QtBot) -> None:
    QTest.keyClicks(note_field(listening), "Half")
    assert listening.document.session.get(Unfinished, "note/free/talk").text == "Half"
    again = enter(qtbot, open_room(listening.document.session.copy(), "free"))
    assert note_field(again).toPlainText() == "Half"


def add_notes(workspace: TalkWorkspace, *lines: str) -> None:
    for line in lines:
        note_field(workspace).setPlainText(line)
        QTest.keyClick(note_field(workspace), Qt.Key.Key_Return)


def test_a_line_is_changed_in_its_place(listening: TalkWorkspace) -> None:
    add_notes(listening, "first", "second")
    QTest.keyClicks(note_field(listening), "half")
    lines = listening._notes.notes  # type: ignore[union-attr]
    lines.setCurrentRow(0)
    QTest.keyClick(lines, Qt.Key.Key_F2)
    QTest.keyClicks(note_field(listening), ", better")  # at its end: nothing of it is selected
    QTest.keyClick(note_field(listening), Qt.Key.Key_Return)
    assert notes(listening) == ["first, better", "second"]
    assert note_field(listening).toPlainText() == "half"


def test_letters_typed_on_a_line_are_a_line_of_their_own(listening: TalkWorkspace) -> None:
    add_notes(listening, "first")
    lines = listening._notes.notes  # type: ignore[union-attr]
    lines.setCurrentRow(0)
    lines.setFocus()
    for letter in "he said":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    assert note_field(listening).toPlainText() == "he said"
    QTest.keyClick(note_field(listening), Qt.Key.Key_Return)
    assert notes(listening) == ["first", "he said"]


def test_escape_leaves_a_line_as_it_was(listening: TalkWorkspace) -> None:
    add_notes(listening, "first")
    lines = listening._notes.notes  # type: ignore[union-attr]
    lines.setCurrentRow(0)
    QTest.keyClick(lines, Qt.Key.Key_Return)
    QTest.keyClicks(note_field(listening), "no")
    QTest.keyClick(note_field(listening), Qt.Key.Key_Escape)
    assert notes(listening) == ["first"]
    assert note_field(listening).toPlainText() == ""


def test_delete_takes_a_line_away_and_undo_brings_it_back(listening: TalkWorkspace) -> None:
    add_notes(listening, "first", "second")
    lines = listening._notes.notes  # type: ignore[union-attr]
    lines.setCurrentRow(0)
    QTest.keyClick(lines, Qt.Key.Key_Delete)
    assert notes(listening) == ["second"]
    listening.document.undo_stack.undo()
    assert notes(listening) == ["first", "second"] and lines.count() == 2


def test_names_in_notes_are_masked_and_not_written_over(qtbot: QtBot) -> None:
    session = Session("s", [*ROOM, Child("t", "Tilly Marsh"), Note("n", "free", "talk", "Tilly was alone", NOON)])
    open_session = open_room(session, "free")
    workspace = enter(qtbot, open_session)
    open_session.masking.set_on(True)
    lines = workspace._notes.notes  # type: ignore[union-attr]
    assert lines.item(0).text().endswith("T. was alone")
    lines.setCurrentRow(0)
    QTest.keyClick(lines, Qt.Key.Key_F2)
    assert note_field(workspace).toPlainText() == ""
    assert session.get(Note, "n").text == "Tilly was alone"


def test_the_worker_goal_is_kept_as_it_is_typed(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="goal"))
    field = by_name(workspace, "Worker's goal")
    QTest.keyClicks(field, "Where to begin")
    assert workspace.document.session.one(Goal).text == "Where to begin"
    said = " ".join(label.text() for label in workspace.findChildren(QLabel) if label.isVisibleTo(workspace))
    assert "Too general" in said and "What would you need help with" in said


def test_only_what_the_phase_captures_is_in_sight(qtbot: QtBot) -> None:
    open_session = open_room(step="free")
    workspace = enter(qtbot, open_session)
    for step, seen in (("goal", {"Worker's goal"}), ("free", {"Note"}), ("review", {"Useful", "Learnt", "Issues"})):
        open_session.engine.go_to(step)
        workspace.enter(open_session.engine.step, open_session.engine.phase)
        fields = {field.accessibleName() for field in workspace.findChildren(QPlainTextEdit) if field.isVisible()}
        assert fields == seen


def test_a_recall_shows_its_points_and_nothing_to_fill_in(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="harm", phase_id="recall"))
    assert workspace._points.text() == "•  Behaviour\n•  Severity"
    assert workspace.first_field() is None
    assert [f for f in workspace.findChildren(QWidget) if isinstance(f, QLineEdit | QPlainTextEdit)] == []


# Introductions


def introducing(qtbot: QtBot, session: Session | None = None) -> TalkWorkspace:
    return enter(qtbot, open_room(session, "intro"))


def test_the_presenting_worker_and_those_involved_come_first() -> None:
    people = [*ROOM, Participant("dee", "Dee", involvement="Health visitor", rank=5)]
    assert [person.id for person in introduction_order(people)][:3] == ["wren", "dee", "farah"]


def test_everything_about_a_person_is_typed_in_the_grid(qtbot: QtBot) -> None:
    workspace = introducing(qtbot)
    for column, text in (("Job", "Social worker"), ("Part in the case", "Holds it"), ("Involved for", "A year")):
        QTest.keyClicks(by_name(workspace, f"{column}, Wren"), text)
    wren = workspace.document.session.get(Participant, "wren")
    assert (wren.job, wren.involvement, wren.since) == ("Social worker", "Holds it", "A year")


def test_a_new_name_renames_the_fields_of_its_row(qtbot: QtBot) -> None:
    workspace = introducing(qtbot)
    field = by_name(workspace, "Name, Bea")
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "trice")
    assert workspace.document.session.get(Participant, "bea").name == "Beatrice"
    assert by_name(workspace, "Job, Beatrice").isVisible()


def test_enter_and_the_arrows_walk_down_a_column(qtbot: QtBot) -> None:
    workspace = introducing(qtbot)
    first, second = by_name(workspace, "Job, Wren"), by_name(workspace, "Job, Farah")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_a_person_is_added_and_named_at_once(qtbot: QtBot) -> None:
    workspace = introducing(qtbot)
    by_name(workspace, "Add participant").click()  # type: ignore[attr-defined]
    focus = workspace.focusWidget()
    QTest.keyClicks(focus, "Dee")
    assert [person.name for person in workspace.document.session.all(Participant)][-1] == "Dee"


def test_there_is_one_facilitator(qtbot: QtBot) -> None:
    workspace = introducing(qtbot)
    box = by_name(workspace, "Part in the session, Bea")
    QTest.keyClicks(box, "Facil")
    session = workspace.document.session
    assert [person.id for person in session.people_in_role(Role.FACILITATOR)] == ["bea"]
    assert by_name(workspace, "Part in the session, Farah").currentText() == "Observer-participant"  # type: ignore[attr-defined]


def test_who_has_written_is_only_away_and_can_come_back(qtbot: QtBot) -> None:
    card = Card("c", "well", CardKind.QUESTION, "bea", "?")
    workspace = introducing(qtbot, Session("s", [*ROOM, card]))
    by_name(workspace, "Remove Bea").click()  # type: ignore[attr-defined]
    assert not workspace.document.session.get(Participant, "bea").present
    by_name(workspace, "Bring Bea back").click()  # type: ignore[attr-defined]
    assert by_name(workspace, "Name, Bea").isVisible()


def test_what_the_collector_frees_touches_no_command_that_is_gone(qtbot: QtBot) -> None:
    """It frees a document, its stack and the stack's commands in any order, which ended the process."""
    for _ in range(4):
        card = Card("c", "well", CardKind.QUESTION, "bea", "?")
        workspace = introducing(qtbot, Session("s", [*ROOM, card]))
        by_name(workspace, "Remove Bea").click()  # type: ignore[attr-defined]
        by_name(workspace, "Bring Bea back").click()  # type: ignore[attr-defined]
        del workspace
        gc.collect()


def test_undo_brings_a_person_back_to_the_grid(qtbot: QtBot) -> None:
    workspace = introducing(qtbot)
    by_name(workspace, "Remove Carys").click()  # type: ignore[attr-defined]
    assert workspace.document.session.find(Participant, "carys") is None
    workspace.document.undo_stack.undo()
    assert by_name(workspace, "Name, Carys").isVisible()


def test_nobody_at_all(qtbot: QtBot) -> None:
    workspace = introducing(qtbot, Session("s"))
    assert workspace.first_field() is by_name(workspace, "Add participant")


# The review of the process


def test_each_kind_takes_lines_of_its_own(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="review"))
    for name in ("Useful", "Learnt", "Issues"):
        QTest.keyClicks(by_name(workspace, name), f"About {name}")
        QTest.keyClick(by_name(workspace, name), Qt.Key.Key_Return)
    points = [(point.kind, point.text) for point in workspace.document.session.all(LearningPoint)]
    assert points == [
        (LearningKind.USEFUL, "About Useful"),
        (LearningKind.LEARNT, "About Learnt"),
        (LearningKind.ISSUE, "About Issues"),
    ]


def test_a_learning_line_is_changed_and_deleted(qtbot: QtBot) -> None:
    session = Session("s", [*room().entities(), LearningPoint("p", LearningKind.LEARNT, "Old")])
    workspace = enter(qtbot, open_room(session, "review"))
    lines = by_name(workspace, "Learnt: lines")
    lines.setCurrentRow(0)  # type: ignore[attr-defined]
    QTest.keyClick(lines, Qt.Key.Key_F2)
    QTest.keyClicks(by_name(workspace, "Learnt"), ", and new")
    QTest.keyClick(by_name(workspace, "Learnt"), Qt.Key.Key_Return)
    assert session.get(LearningPoint, "p").text == "Old, and new"
    lines.setCurrentRow(0)  # type: ignore[attr-defined]
    QTest.keyClick(lines, Qt.Key.Key_Delete)
    assert session.all(LearningPoint) == []


# For the room, in a narrow window, and while names are masked


def test_the_room_sees_the_last_lines_of_what_is_said(listening: TalkWorkspace) -> None:
    add_notes(listening, *(f"line {number}" for number in range(9)))
    listening.set_projected(True)
    lines = listening._notes.notes  # type: ignore[union-attr]
    assert [lines.item(row).text()[-6:] for row in range(lines.count())] == ["line 6", "line 7", "line 8"]
    add_notes(listening, "line 9")
    assert lines.count() == 3 and lines.item(2).text().endswith("line 9")
    listening.set_projected(False)
    assert lines.count() == 10


def test_an_empty_phase_says_what_to_do(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="free"))
    said = [label.text() for label in workspace.findChildren(QLabel) if label.isVisibleTo(workspace)]
    assert "No line yet. Type what is said above; Enter makes a line of it." in said
    people = introducing(qtbot, Session("s"))
    assert any(label.text().startswith("Nobody is here yet.") for label in people.findChildren(QLabel))


def test_notes_stay_as_they_are_while_names_are_masked(listening: TalkWorkspace) -> None:
    add_notes(listening, "first")
    said: list[str] = []
    listening.message.connect(said.append)
    listening.open.masking.set_on(True)
    lines = listening._notes.notes  # type: ignore[union-attr]
    lines.setCurrentRow(0)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(lines, key)
    assert notes(listening) == ["first"] and note_field(listening).toPlainText() == ""
    assert said == [MASKED_ROWS] * 2
    listening.open.masking.set_on(False)
    QTest.keyClick(lines, Qt.Key.Key_Delete)
    assert notes(listening) == []


def test_notes_are_changed_from_the_palette(listening: TalkWorkspace) -> None:
    add_notes(listening, "first", "second")
    listening._notes.notes.setCurrentRow(0)  # type: ignore[union-attr]
    offered = {action.text().partition("\t")[0]: action for action in listening.actions_offered()}
    offered["Delete note"].trigger()
    assert notes(listening) == ["second"]


def test_names_in_learning_lines_are_masked_and_stay(qtbot: QtBot) -> None:
    point = LearningPoint("p", LearningKind.LEARNT, "Tilly was forgotten")
    session = Session("s", [*ROOM, Child("t", "Tilly Marsh"), point])
    open_session = open_room(session, "review")
    workspace = enter(qtbot, open_session)
    open_session.masking.set_on(True)
    lines = by_name(workspace, "Learnt: lines")
    assert lines.item(0).text() == "T. was forgotten"  # type: ignore[attr-defined]
    lines.setCurrentRow(0)  # type: ignore[attr-defined]
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(lines, key)
    assert session.all(LearningPoint) == [point]
    assert by_name(workspace, "Learnt").toPlainText() == ""  # type: ignore[attr-defined]
    assert any(label.text() == MASKED_ROWS for label in workspace.findChildren(QLabel))


@pytest.mark.parametrize(("width", "across"), [(1000, 6), (480, 2), (300, 1)])
def test_people_stand_in_lines_or_in_blocks(qtbot: QtBot, width: int, across: int) -> None:
    workspace = introducing(qtbot)
    workspace.resize(width, 600)
    name, job, part = (by_name(workspace, f"{what}, Wren") for what in ("Name", "Job", "Part in the case"))

    def tops() -> list[int]:
        return [field.mapTo(workspace, QPoint()).y() for field in (name, job, part)]

    qtbot.waitUntil(lambda: len(set(tops())) == {6: 1, 2: 2, 1: 3}[across])
    fields = [field for field in workspace.findChildren(QLineEdit) if field.isVisible()]
    # The rows are arranged first, and then the columns under them: the layout may not be through at once.
    qtbot.waitUntil(
        lambda: (
            all(field.mapTo(workspace, QPoint(field.width(), 0)).x() <= width for field in fields)
            and workspace.findChildren(QScrollArea)[0].horizontalScrollBar().maximum() == 0
        )
    )


def test_tab_goes_through_a_block_in_its_order(qtbot: QtBot) -> None:
    workspace = introducing(qtbot)
    workspace.resize(480, 600)
    at: QWidget | None = by_name(workspace, "Name, Wren")
    seen = []
    for _ in range(40):
        if at is not None and at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.accessibleName():
            seen.append(at.accessibleName())
        at = at.nextInFocusChain() if at is not None else None
    assert seen[:6] == [
        "Name, Wren", "Job, Wren", "Part in the session, Wren", "Part in the case, Wren", "Involved for, Wren",
        "Remove Wren",
    ]  # fmt: skip


def test_for_the_room_people_are_read_and_not_removed(qtbot: QtBot) -> None:
    workspace = introducing(qtbot)
    workspace.set_projected(True)
    shown = [button.text() for button in workspace.findChildren(QPushButton) if button.isVisible()]
    assert "Remove" not in shown and by_name(workspace, "Job, Wren").isVisible()
    workspace.set_projected(False)
    assert "Remove" in [button.text() for button in workspace.findChildren(QPushButton) if button.isVisible()]


def test_people_are_added_and_removed_from_the_palette(qtbot: QtBot) -> None:
    workspace = introducing(qtbot)
    offered = {action.text(): action for action in workspace.actions_offered()}
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    by_name(workspace, "Job, Carys").setFocus()
    offered["Remove participant"].trigger()
    assert workspace.document.session.find(Participant, "carys") is None
    offered["Add participant"].trigger()
    assert len(workspace.document.session.all(Participant)) == len(ROOM)


def test_in_a_low_window_the_field_comes_first(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="goal"))
    workspace.resize(683, 200)
    qtbot.waitUntil(lambda: by_name(workspace, "Worker's goal").mapTo(workspace, QPoint()).y() < 20)


def test_a_line_has_the_height_that_its_words_need(listening: TalkWorkspace, dressed: QApplication) -> None:
    lines = listening._notes.notes  # type: ignore[union-attr]
    said = "Hearing only the strongest card from each of us: five people in under six minutes."
    for width in range(220, 420, 7):
        lines.setFixedWidth(width)
        lines.show_lines([("long", f"{said} {width}")])
        dressed.processEvents()
        inside = lines.viewport().width() - 2 * (lines.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
        assert lines.visualItemRect(lines.item(0)).height() >= Wrapping(lines.font()).height(f"{said} {width}", inside)
