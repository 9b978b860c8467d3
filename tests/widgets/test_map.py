"""The map: points come by typing or from a card, move by keys or dragging, and are traced back."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.map_words import COLUMNS
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, SafetyScale
from models.session import Session
from tests.helpers import ROOM
from tests.widgets.evening import by_name, entered, focus
from widgets.parts.fields import LineField, TextField
from widgets.parts.row_list import CARD, POINT, RowList
from widgets.workspaces.base import MASKED_ROWS
from widgets.workspaces.map_board import MapColumn
from widgets.workspaces.map_cards import card_marks
from widgets.workspaces.safety_scale_form import name_and_number
from widgets.workspaces.scale_strip import ScaleStrip


def texts(room: OpenSession, which: Column) -> list[str]:
    return [point.text for point in room.session.all(MapPoint, lambda point: point.column is which)]


def points(workspace: QWidget, which: Column) -> MapColumn:
    return by_name(workspace, MapColumn, COLUMNS[which])


def drop(target: MapColumn, kind: str, dropped: str, at: QPoint) -> None:
    data = QMimeData()
    data.setData(kind, dropped.encode())
    event = QDropEvent(
        QPointF(at), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    target.dropEvent(event)


def test_enter_adds_a_point_to_the_column_in_which_the_phase_begins(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    field = by_name(workspace, LineField, "Point")
    QTest.keyClicks(field, "Tilly tells her teacher")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert texts(room, Column.WORKING_WELL)[-1] == "Tilly tells her teacher"
    assert field.text() == ""


def test_a_column_can_be_chosen_for_the_next_point(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    column = by_name(workspace, QComboBox, "Column")
    QTest.keyClick(column, Qt.Key.Key_Home)
    field = by_name(workspace, LineField, "Point")
    QTest.keyClicks(field, "Nobody opened")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert texts(room, Column.WORRIED)[-1] == "Nobody opened"


def test_alt_and_arrows_move_a_point_and_the_keyboard_goes_with_it(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    well, worried = points(workspace, Column.WORKING_WELL), points(workspace, Column.WORRIED)
    well.go_to("gran")
    QTest.keyClick(well, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(room, Column.WORKING_WELL) == ["Mum takes them to school", "Gran stays on Fridays"]
    QTest.keyClick(well, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert texts(room, Column.WORRIED) == ["Dean drank in March", "Gran stays on Fridays"]
    assert worried.current_id() == "gran"
    QTest.keyClick(worried, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(room, Column.WORRIED)[0] == "Gran stays on Fridays"


def test_a_point_that_is_let_go_on_another_column_stands_there(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    worried = points(workspace, Column.WORRIED)
    drop(worried, POINT, "school", worried.visualRect(worried.rows.index(0)).topLeft())
    assert texts(room, Column.WORRIED) == ["Mum takes them to school", "Dean drank in March"]


def test_a_card_comes_onto_the_map_by_key_button_or_dragging_and_is_traced_back(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    cards, well = by_name(workspace, RowList, "Cards at hand"), points(workspace, Column.WORKING_WELL)
    cards.go_to("q2")
    QTest.keyClick(cards, Qt.Key.Key_Return)
    cards.go_to("q3")
    by_name(workspace, QPushButton, "Put on the map").click()
    drop(well, CARD, "q1", well.visualRect(well.rows.index(0)).topLeft())
    assert [row.text for row in well.rows.rows] == [
        "What does Gran do on Fridays?",
        "Gran stays on Fridays",
        "Mum takes them to school",
        "Who notices first?",
        "What does school see?",
    ]
    assert "from Carys's card" in well.rows.rows[3].about
    room.document.undo_stack.undo()
    assert "What does Gran do on Fridays?" not in texts(room, Column.WORKING_WELL)


def test_a_point_is_edited_in_place_and_removed(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    well = points(workspace, Column.WORKING_WELL)
    well.go_to("gran")
    QTest.keyClick(well, Qt.Key.Key_F2)
    editor = by_name(workspace, TextField, "Edit point")
    QTest.keyClicks(editor, ", most weeks")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert room.session.get(MapPoint, "gran").text == "Gran stays on Fridays, most weeks"
    QTest.keyClick(well, Qt.Key.Key_Delete)
    assert room.session.find(MapPoint, "gran") is None


def type_on(qtbot: QtBot, text: str) -> None:
    """Press the keys of a text wherever the keyboard is, key by key."""
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)


def test_letters_typed_on_a_point_begin_a_new_one_and_change_none(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    well = points(workspace, Column.WORKING_WELL)
    well.go_to("gran")
    focus(qtbot, well)
    type_on(qtbot, "she sleeps well now")
    field = by_name(workspace, LineField, "Point")
    assert field.hasFocus()
    assert field.text() == "she sleeps well now"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert texts(room, Column.WORKING_WELL) == [
        "Gran stays on Fridays",
        "Mum takes them to school",
        "she sleeps well now",
    ]


def test_letters_go_on_with_what_is_half_typed(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "map")
    field = by_name(workspace, LineField, "Point")
    QTest.keyClicks(field, "she sl")
    for rows in (points(workspace, Column.WORRIED), by_name(workspace, RowList, "Cards at hand")):
        focus(qtbot, rows)
        type_on(qtbot, "Ee")
    assert field.text() == "she slEeEe"


def test_a_space_takes_up_no_row_of_the_map(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    for rows in (points(workspace, Column.WORKING_WELL), by_name(workspace, RowList, "Cards at hand")):
        rows.go_to(rows.rows.rows[0].id)
        focus(qtbot, rows)
        QTest.keyClick(rows, Qt.Key.Key_Space)
        assert rows.hasFocus()
    assert room.document.undo_stack.count() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_an_opened_point_goes_on_at_its_end_with_nothing_selected(qtbot: QtBot, key: Qt.Key) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    well = points(workspace, Column.WORKING_WELL)
    well.go_to("gran")
    QTest.keyClick(well, key)
    editor = by_name(workspace, TextField, "Edit point")
    assert not editor.textCursor().hasSelection()
    QTest.keyClicks(editor, ", always")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert room.session.get(MapPoint, "gran").text == "Gran stays on Fridays, always"


def test_a_point_takes_an_analysis_term(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    well = points(workspace, Column.WORKING_WELL)
    well.setFocus()
    well.go_to("gran")
    term = by_name(workspace, QComboBox, "Analysis term")
    assert term.count() == len(AnalysisTerm)
    term.setCurrentIndex(term.findText("Existing safety"))
    term.activated.emit(term.currentIndex())
    assert room.session.get(MapPoint, "gran").term is AnalysisTerm.EXISTING_SAFETY
    assert "Existing safety" in well.rows.rows[0].about


def test_ratings_are_marked_by_name_across_the_foot(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "map")
    assert by_name(workspace, ScaleStrip, "Safety scale").accessibleDescription() == "Wren 4, Mum 7"


@pytest.mark.parametrize("width", [240, 300, 650, 1000])
def test_names_on_the_scale_do_not_meet_nor_leave_it(qtbot: QtBot, width: int) -> None:
    strip = ScaleStrip()
    qtbot.addWidget(strip)
    strip.resize(width, 60)
    strip.show_ratings([("Grandmother", 0), ("Health visitor", 5), ("Nan", 5), ("Teacher", 6), ("Dad", 10)])
    labels = strip.labels()
    assert labels
    for place, (_, area) in enumerate(labels):
        assert strip.rect().contains(area)
        assert not any(area.intersects(other) for _, other in labels[place + 1 :])


def test_a_label_that_does_not_fit_is_shortened_and_every_name_is_said(qtbot: QtBot) -> None:
    strip = ScaleStrip()
    qtbot.addWidget(strip)
    strip.resize(1900, 60)
    strip.show_ratings([("Dad", 3), ("Mum", 4), ("Grandmother", 4), ("Mr Osei, head of year", 5)])
    assert "Mum, Grandmother" in [words for words, _ in strip.labels()]
    strip.resize(900, 60)
    assert "Mum +1" in [words for words, _ in strip.labels()]
    assert strip.accessibleDescription() == "Dad 3, Mum 4, Grandmother 4, Mr Osei, head of year 5"


def test_the_safety_scale_and_the_columns_take_turns(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "scales", "map")
    assert workspace.first_field() is by_name(workspace, TextField, "Scale question")
    assert not [each for each in workspace.findChildren(MapColumn) if each.isVisible()]
    by_name(workspace, QPushButton, "Map").click()
    point = by_name(workspace, LineField, "Point")
    assert workspace.first_field() is point
    assert points(workspace, Column.WORRIED).isVisible()
    assert not [
        each
        for each in workspace.findChildren(LineField)
        if each.accessibleName() == "Scale question" and each.isVisible()
    ]
    by_name(workspace, QPushButton, "Safety scale").click()
    by_name(workspace, QSpinBox, "Current safety rating")
    next(action for action in workspace.actions_offered() if action.text() == "New point").trigger()
    assert point.isVisible()


def test_the_columns_are_the_largest_part_of_the_map(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "map")
    workspace.resize(1020, 490)
    qtbot.waitUntil(lambda: points(workspace, Column.WORRIED).height() * 2 > workspace.height())
    assert points(workspace, Column.WORRIED).width() * 3 > workspace.width() * 0.7


def test_the_workers_scale_is_worded_and_rated(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "scales", "map")
    by_name(workspace, RowList, "Cards at hand").go_to("s1")
    by_name(workspace, QPushButton, "Use the card's scale").click()
    assert room.session.one(SafetyScale) == SafetyScale("safety", "How calm is bedtime?", "Calm", "Loud")
    field = by_name(workspace, TextField, "10 means")
    field.selectAll()
    QTest.keyClicks(field, "Asleep by nine")
    assert room.session.one(SafetyScale).ten == "Asleep by nine"
    QTest.keyClick(by_name(workspace, QSpinBox, "Current safety rating"), Qt.Key.Key_5)
    assert room.session.get(Rating, "own").value == 5
    rater = by_name(workspace, LineField, "Rater")
    QTest.keyClicks(rater, "Gran 3")
    QTest.keyClick(rater, Qt.Key.Key_Return)
    gran = room.session.all(Rating)[-1]
    assert (gran.rater, gran.value, gran.worker) == ("Gran", 3, False)
    assert by_name(workspace, QSpinBox, "Rating by Gran").value() == 3
    by_name(workspace, QPushButton, "Remove Gran's rating").click()
    assert room.session.find(Rating, gran.id) is None


def test_a_name_and_a_number_are_told_apart() -> None:
    assert name_and_number("Mum 7") == ("Mum", 7)
    assert name_and_number("Auntie Jo: 10") == ("Auntie Jo", 10)
    assert name_and_number("Mum") == ("Mum", None)
    assert name_and_number("Mum 11") == ("Mum 11", None)
    assert name_and_number("7") == ("7", None)


def test_masked_points_cannot_be_edited_into_initials(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    room.document.set("Edit", room.session.get(MapPoint, "gran"), text="Tilly likes Fridays")
    room.masking.set_on(True)
    well = points(workspace, Column.WORKING_WELL)
    assert well.rows.rows[0].text == "T. likes Fridays"
    well.go_to("gran")
    QTest.keyClick(well, Qt.Key.Key_F2)
    assert not [editor for editor in workspace.findChildren(TextField) if editor.accessibleName() == "Edit point"]


def test_only_a_card_that_is_on_the_map_is_marked_so() -> None:
    card = Card("c1", "harm", CardKind.HARM_QUESTION, "bea", "?")
    assert "On the map" not in card_marks(card, {"c2"})
    assert "On the map" in card_marks(card, {"c1", "c2"})


# One column at a time


def shown_columns(workspace: QWidget) -> list[Column]:
    return [which for which in Column if any(one.which is which and one.isVisible() for one in columns(workspace))]


def columns(workspace: QWidget) -> list[MapColumn]:
    return workspace.findChildren(MapColumn)


def test_in_the_projector_view_one_column_stands_by_itself_and_keys_go_on(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "map")
    workspace.set_projected(True)
    assert shown_columns(workspace) == [Column.WORKING_WELL]
    focus(qtbot, points(workspace, Column.WORKING_WELL))
    QTest.keyClick(points(workspace, Column.WORKING_WELL), Qt.Key.Key_Right)
    assert shown_columns(workspace) == [Column.NEEDS] and points(workspace, Column.NEEDS).hasFocus()
    QTest.keyClick(points(workspace, Column.NEEDS), Qt.Key.Key_Right)  # no column is beyond the last
    assert shown_columns(workspace) == [Column.NEEDS]
    QTest.keyClick(points(workspace, Column.NEEDS), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert shown_columns(workspace) == [Column.WORRIED]
    by_name(workspace, QPushButton, "All three columns").click()
    assert shown_columns(workspace) == list(Column)
    by_name(workspace, QPushButton, COLUMNS[Column.NEEDS]).click()
    assert shown_columns(workspace) == [Column.NEEDS]
    workspace.set_projected(False)
    assert shown_columns(workspace) == list(Column)


def test_the_next_point_comes_to_the_column_in_view(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    workspace.set_projected(True)
    field = by_name(workspace, LineField, "Point")
    focus(qtbot, field)
    QTest.keyClick(field, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert shown_columns(workspace) == [Column.WORRIED] and field.hasFocus()
    QTest.keyClicks(field, "Nobody opened")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert texts(room, Column.WORRIED)[-1] == "Nobody opened"


def test_a_moved_point_takes_the_view_along(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    workspace.set_projected(True)
    points(workspace, Column.WORKING_WELL).go_to("gran")
    QTest.keyClick(points(workspace, Column.WORKING_WELL), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown_columns(workspace) == [Column.WORRIED] and "Gran stays on Fridays" in texts(room, Column.WORRIED)


def test_cards_come_beside_the_column_on_demand(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "map")
    workspace.set_projected(True)
    cards = next(each for each in workspace.findChildren(RowList) if each.accessibleName() == "Cards at hand")
    assert not cards.isVisible()
    by_name(workspace, QPushButton, "Show cards at hand").click()
    assert cards.isVisible()


def test_a_low_window_shows_one_column_too(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "map")
    workspace.resize(683, 220)
    qtbot.waitUntil(lambda: shown_columns(workspace) == [Column.WORKING_WELL])
    workspace.resize(900, 560)
    qtbot.waitUntil(lambda: shown_columns(workspace) == list(Column))


def test_while_names_are_masked_points_stay_where_and_as_they_are(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    said: list[str] = []
    workspace.message.connect(said.append)
    room.masking.set_on(True)
    well = points(workspace, Column.WORKING_WELL)
    well.go_to("gran")
    keys = ((Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
            (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier))  # fmt: skip
    for key, with_ in keys:
        QTest.keyClick(well, key, with_)
    drop(points(workspace, Column.WORRIED), POINT, "gran", QPoint(2, 2))
    assert room.document.undo_stack.count() == 0
    assert said == [MASKED_ROWS] * 4


def test_every_deed_on_the_map_is_offered_with_its_key(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "working-well", "map")
    offered = {action.text().partition("\t")[0]: action for action in workspace.actions_offered()}
    points(workspace, Column.WORKING_WELL).go_to("gran")
    offered["Move point down"].trigger()
    assert texts(room, Column.WORKING_WELL) == ["Mum takes them to school", "Gran stays on Fridays"]
    offered["Move point to the column before"].trigger()
    assert "Gran stays on Fridays" in texts(room, Column.WORRIED)
    offered["Remove point"].trigger()
    assert "Gran stays on Fridays" not in texts(room, Column.WORRIED)
    assert offered["Move point up"].text() == "Move point up\tAlt+Up"


def test_ratings_are_offered_where_they_are_taken(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "scales", "map")
    offered = {action.text(): action for action in workspace.actions_offered()}
    assert {"Scale question", "0 means", "10 means", "Current safety rating", "Add rating"} <= set(offered)
    offered["Remove Mum's rating"].trigger()
    assert [rating.rater for rating in room.session.all(Rating)] == ["Wren"]
    assert not any("Mum" in action.text() for action in workspace.actions_offered())


def test_a_rating_is_not_taken_away_while_names_are_masked(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "scales", "map")
    room.masking.set_on(True)
    next(
        action for action in workspace.actions_offered() if "rating" in action.text() and "Remove" in action.text()
    ).trigger()
    assert len(room.session.all(Rating)) == 2


def test_an_empty_column_says_what_to_do(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "working-well", "map", Session("s", ROOM))
    assert points(workspace, Column.NEEDS).accessibleDescription().startswith("No point here yet.")


def test_enter_goes_from_the_scales_question_to_its_ends(qtbot: QtBot) -> None:
    _, workspace = entered(qtbot, "scales", "map")
    question = by_name(workspace, TextField, "Scale question")
    focus(qtbot, question)
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert by_name(workspace, TextField, "0 means").hasFocus() and "\n" not in question.toPlainText()


def test_the_scales_words_are_large_for_the_room_and_said_once(qtbot: QtBot) -> None:
    room, workspace = entered(qtbot, "scales", "map")
    room.document.set("Words", room.session.one(SafetyScale), zero="Loud " * 40, ten="Calm")
    workspace.set_projected(True)
    zero, ten = (by_name(workspace, TextField, name) for name in ("0 means", "10 means"))
    assert zero.property("kind") == ten.property("kind") == "spoken"
    qtbot.waitUntil(lambda: zero.height() > ten.height())
    assert zero.mapTo(workspace, QPoint()).y() == ten.mapTo(workspace, QPoint()).y()
    said = [label.text() for label in workspace.findChildren(QLabel) if label.isVisible()]
    assert not any(text.startswith("10 = ") for text in said)
