"""After: every field of the record is typed in, the tables by keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from models.mapping import Rating
from models.moments import read_birth
from models.people import Case, CaseStatus, Child
from models.record import NextStep, Part, RecordPart
from tests.widgets.after_session import Open, press
from tests.widgets.evening import by_name, evening
from widgets import theme
from widgets.after.next_supervision import dates_in_words
from widgets.after.page import AfterPage
from widgets.after.record_editor import written_date
from widgets.parts.entity_table import EntityTable
from widgets.parts.fields import LineField, TextField
from widgets.parts.refusing import MASKED


def test_every_text_of_the_form_has_its_field(opened: Open) -> None:
    room, page = opened()
    for part, name in (
        (Part.WORRIED, "What are we worried about and what needs to change?"),
        (Part.REFLECTION, "Reflection and analysis"),
    ):
        field = by_name(page, TextField, name)
        field.selectAll()
        QTest.keyClicks(field, f"About {part.value}")
        assert room.session.get(RecordPart, part.value).text == f"About {part.value}"


def test_both_ratings_and_the_status_are_set_here(opened: Open) -> None:
    room, page = opened()
    QTest.keyClick(by_name(page, QSpinBox, "Previous safety rating"), Qt.Key.Key_3)
    QTest.keyClick(by_name(page, QSpinBox, "Current safety rating"), Qt.Key.Key_6)
    by_name(page, QCheckBox, "LAC: looked after").click()
    assert room.session.one(Case).previous_rating == 3
    assert room.session.get(Rating, "own").value == 6
    assert room.session.one(Case).status == (CaseStatus.LOOKED_AFTER,)


def test_the_date_can_be_set_here(opened: Open) -> None:
    room, page = opened()
    field = by_name(page, LineField, "Date of group supervision")
    assert field.text() == "2 March 2026"
    field.setText("5 March 2026")
    field.editingFinished.emit()
    assert room.session.details.held_on == date(2026, 3, 5)


def test_next_steps_are_added_typed_moved_and_removed_by_keyboard(opened: Open) -> None:
    room, page = opened()
    table = by_name(page, EntityTable, "Next steps")
    press(page, "Add step")
    step = by_name(page, TextField, f"Step {len(table.entities.rows)}")
    QTest.keyClicks(step, "Visit Gran")
    QTest.keyClick(step, Qt.Key.Key_Return)
    row = len(table.entities.rows) - 1
    assert room.session.all(NextStep)[-1].text == "Visit Gran"
    for column, (title, text) in enumerate((("Timescale", "9 March"), ("Lead", "Wren")), 1):
        table.setCurrentIndex(table.entities.index(row, column))
        QTest.keyClick(table, Qt.Key.Key_Return)
        editor = by_name(page, TextField, f"{title} {row + 1}")
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    held = room.session.all(NextStep)[-1]
    assert (held.timescale, held.lead) == ("9 March", "Wren")
    press(page, "Add step")
    QTest.keyClicks(by_name(page, TextField, f"Step {row + 2}"), "Ring school")
    QTest.keyClick(by_name(page, TextField, f"Step {row + 2}"), Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [step.text for step in room.session.all(NextStep)][-2:] == ["Ring school", "Visit Gran"]
    press(page, "Move step down")
    assert [step.text for step in room.session.all(NextStep)][-2:] == ["Visit Gran", "Ring school"]
    press(page, "Remove step")
    assert [step.text for step in room.session.all(NextStep)][-1] == "Visit Gran"


def typing(page: AfterPage, name: str, text: str, key: Qt.Key) -> None:
    editor = by_name(page, TextField, name)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, key)


def test_rows_are_typed_one_after_the_other_without_leaving_the_keyboard(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    press(page, "Add step")
    for row, last in ((1, Qt.Key.Key_Return), (2, Qt.Key.Key_Tab)):
        typing(page, f"Step {row}", f"Visit {row}", Qt.Key.Key_Tab)
        typing(page, f"Timescale {row}", "9 March", Qt.Key.Key_Tab)
        typing(page, f"Lead {row}", "Wren", last)
    assert by_name(page, TextField, "Step 3")
    assert [(step.text, step.timescale, step.lead) for step in room.session.all(NextStep)] == [
        ("Visit 1", "9 March", "Wren"),
        ("Visit 2", "9 March", "Wren"),
    ]
    assert room.document.undo_stack.undoText() == "Change “Lead”"
    for name in ("Step 3", "Timescale 3", "Lead 3"):
        typing(page, name, "", Qt.Key.Key_Tab)
    table = by_name(page, EntityTable, "Next steps")
    qtbot.waitUntil(lambda: len(table.entities.rows) == 2)
    assert not table.hasFocus() and len(room.session.all(NextStep)) == 2


def test_shift_and_tab_go_back_from_cell_to_cell_and_out_before_the_first(qtbot: QtBot, opened: Open) -> None:
    room, page = opened(evening(NextStep("n", "Visit Gran", "9 March", "Wren")))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table = by_name(page, EntityTable, "Next steps")
    table.setCurrentIndex(table.entities.index(0, 1))
    table.edit(table.currentIndex())
    back = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClicks(by_name(page, TextField, "Timescale 1"), "10 March")
    QTest.keyClick(by_name(page, TextField, "Timescale 1"), Qt.Key.Key_Backtab, back)
    QTest.keyClick(by_name(page, TextField, "Step 1"), Qt.Key.Key_Backtab, back)
    assert room.session.get(NextStep, "n") == NextStep("n", "Visit Gran", "10 March", "Wren")
    assert len(table.entities.rows) == 1
    qtbot.waitUntil(lambda: not table.isAncestorOf(QApplication.focusWidget()) and not table.hasFocus())


def test_an_empty_row_that_is_left_is_gone(qtbot: QtBot, opened: Open) -> None:
    room, page = opened(evening(NextStep("n", "Visit Gran", "9 March", "Wren")))
    table = by_name(page, EntityTable, "Next steps")
    table.setCurrentIndex(table.entities.index(0, 2))
    QTest.keyClick(table, Qt.Key.Key_Return)
    typing(page, "Lead 1", "Wren", Qt.Key.Key_Return)
    QTest.keyClick(by_name(page, TextField, "Step 2"), Qt.Key.Key_Escape)
    table.setCurrentIndex(table.entities.index(0, 0))
    qtbot.waitUntil(lambda: len(table.entities.rows) == 1)
    assert not room.document.undo_stack.canUndo()
    press(page, "Add step")
    press(page, "Remove step")
    assert len(table.entities.rows) == 1 and len(room.session.all(NextStep)) == 1


def test_a_row_typed_at_the_end_is_undone_as_one_that_was_added(opened: Open) -> None:
    room, page = opened()
    press(page, "Add step")
    typing(page, "Step 1", "Visit Gran", Qt.Key.Key_Return)
    assert room.document.undo_stack.undoText() == "Add step"
    room.document.undo_stack.undo()
    assert not room.session.all(NextStep) and not by_name(page, EntityTable, "Next steps").entities.rows


def test_while_names_are_masked_nothing_is_typed_and_the_page_says_why(opened: Open) -> None:
    room, page = opened(evening(NextStep("n", "Visit Gran", "9 March", "Wren")))

    def refused() -> bool:
        """Whether the sentence stands twice: at the head of the page, and where what happened is said."""
        found = [label.text() for label in labels(page)].count(MASKED) == 2
        page._take_away.say("")
        return found

    assert MASKED not in [label.text() for label in labels(page)]
    room.masking.set_on(True)
    assert MASKED in [label.text() for label in labels(page)] and not refused()
    field, table = by_name(page, TextField, "What's working well?"), by_name(page, EntityTable, "Next steps")
    table.setCurrentIndex(table.entities.index(0, 0))
    QTest.keyClicks(field, "x")
    assert refused()
    for key in (Qt.Key.Key_X, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(table, key)
        assert refused(), key
    press(page, "Add step")
    assert refused()
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not refused()
    assert room.session.all(NextStep) == [NextStep("n", "Visit Gran", "9 March", "Wren")]
    assert len(table.entities.rows) == 1
    QTest.keyClicks(field, "x")
    room.masking.set_on(False)
    assert MASKED not in [label.text() for label in labels(page)], "names are shown again, and nothing is refused"


def test_what_tells_a_child_apart_is_masked_with_its_name(opened: Open) -> None:
    room, page = opened(evening(Child("a", "Ama Bell", date(2020, 1, 1), "LCS 7", 1), Child("b", "Ben", rank=2)))
    table = by_name(page, EntityTable, "Children")

    def row(place: int) -> list[str]:
        return [table.entities.index(place, column).data() for column in range(3)]

    assert row(1) == ["Ama Bell", "1/1/2020", "LCS 7"]
    room.masking.set_on(True)
    assert row(1) == ["A. B.", "masked", "masked"] and row(2)[1:] == ["", ""]
    table.fit()
    assert "LCS 7" not in str(table.entities.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_head_of_the_childrens_table_is_what_the_case_system_calls_a_number(opened: Open) -> None:
    room, page = opened()
    heads = by_name(page, EntityTable, "Children").entities

    def head() -> str:
        return str(heads.headerData(2, Qt.Orientation.Horizontal))

    assert head() == "LCS Reference No."
    room.settings.set(reference_label="Mosaic ID")
    assert head() == "Mosaic ID"


def test_advice_stands_in_the_cell_it_is_about(opened: Open) -> None:
    _, page = opened(evening(NextStep("n", "Continue to monitor", "soon", "all")))
    table = by_name(page, EntityTable, "Next steps")
    about = [" ".join(table.entities.remarks(0, column)) for column in range(3)]
    assert "“Continue”" in about[0] and "“Monitor”" in about[0]
    assert "is not a date" in about[1] and "One named person" in about[2]
    spoken = table.entities.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Timescale 1: soon. → “soon” is not a date: when will you look at whether it is done?"
    assert table.rowHeight(0) > 4 * table.fontMetrics().height()


def test_advice_on_a_day_follows_the_day_of_the_supervision(opened: Open) -> None:
    room, page = opened(evening(NextStep("n", "Ring Gran", "9 March 2026", "Wren")))
    table = by_name(page, EntityTable, "Next steps")
    table.fit()
    assert table.entities.remarks(0, 1) == []
    plain = table.rowHeight(0)
    room.document.set("Date", room.session.details, held_on=date(2026, 4, 1))
    table._fit_typed()
    assert "lies before the supervision" in table.entities.remarks(0, 1)[0]
    assert table.rowHeight(0) > plain


def test_nothing_is_said_about_a_row_in_which_nobody_typed_yet(opened: Open) -> None:
    _, page = opened()
    press(page, "Add step")
    table = by_name(page, EntityTable, "Next steps")
    assert [table.entities.remarks(0, column) for column in range(3)] == [[], [], []]
    QTest.keyClick(by_name(page, TextField, "Step 1"), Qt.Key.Key_Escape)


def test_a_child_is_added_and_a_wrong_date_is_refused_in_a_sentence(opened: Open) -> None:
    room, page = opened()
    table = by_name(page, EntityTable, "Children")
    index = table.entities.index(0, 1)
    assert not table.entities.setData(index, "someday")
    assert any("not a date yet" in label.text() for label in page.findChildren(QLabel))
    assert table.entities.setData(index, "3/5/2019")
    assert room.session.get(Child, "tilly").born == date(2019, 5, 3)
    press(page, "Add child")
    typing(page, "Name 2", "Ama", Qt.Key.Key_Return)
    assert [child.name for child in room.session.all(Child)] == ["Tilly Marsh", "Ama"]


def test_a_date_of_birth_is_written_as_it_is_read() -> None:
    assert read_birth(written_date(date(2019, 5, 3)), date(2026, 3, 2)) == date(2019, 5, 3)
    assert written_date(None) == ""


def test_tab_goes_from_cell_to_cell_and_then_out_of_the_table(qtbot: QtBot, opened: Open) -> None:
    _, page = opened(evening(NextStep("n", "Visit Gran", "9 March", "Wren")))
    page.activateWindow()
    table = by_name(page, EntityTable, "Next steps")
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    cells = len(table.entities.rows) * 3
    table.setCurrentIndex(table.entities.index(0, 0))
    for _ in range(cells - 1):
        QTest.keyClick(table, Qt.Key.Key_Tab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (cells // 3 - 1, 2)
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_delete_empties_a_cell(opened: Open) -> None:
    room, page = opened(evening(NextStep("n", "Visit Gran", "9 March", "Wren")))
    table = by_name(page, EntityTable, "Next steps")
    table.setCurrentIndex(table.entities.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert room.session.get(NextStep, "n") == NextStep("n", "Visit Gran", "", "Wren")


@pytest.mark.parametrize("zoom", [100, 110, 125, 175])
@pytest.mark.parametrize("lines", [5, 38, 90])
def test_a_text_is_shown_whole_without_a_scroll_bar_of_its_own(
    qtbot: QtBot, opened: Open, qapp: QApplication, zoom: int, lines: int
) -> None:
    theme.apply(qapp, "light", zoom)
    text = "\n".join(f"Line {number} Ω 家" for number in range(lines))
    _, page = opened(evening(RecordPart("working_well", text, text)))
    field = by_name(page, TextField, "What's working well?")
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() == 0)
    assert field.height() > lines * field.fontMetrics().lineSpacing()
    theme.apply(qapp, "light", 100)


def test_where_the_keyboard_goes_in_a_long_table_or_text_the_page_follows(qtbot: QtBot, opened: Open) -> None:
    steps = [NextStep(f"n{place}", f"Visit {place}", "9 March", "Wren", place) for place in range(40)]
    _, page = opened(evening(*steps, RecordPart("working_well", "\n".join(map(str, range(150))))))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table = by_name(page, EntityTable, "Next steps")
    table.setFocus()
    table.setCurrentIndex(table.entities.index(0, 0))
    for _ in range(30):
        QTest.keyClick(table, Qt.Key.Key_Down)
    cell = table.visualRect(table.currentIndex())
    qtbot.waitUntil(lambda: table.viewport().visibleRegion().contains(cell.center()))
    field = by_name(page, TextField, "What's working well?")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: field.viewport().visibleRegion().contains(field.cursorRect().center()))


def test_ctrl_page_down_and_up_go_from_part_to_part(qtbot: QtBot, opened: Open) -> None:
    _, page = opened()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    by_name(page, QPushButton, "Export record").setFocus()

    def gone(key: Qt.Key) -> str:
        QTest.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
        return str(QApplication.focusWidget().accessibleName())  # type: ignore[union-attr]

    parts = [
        "Date of group supervision", "Children", "CP: child protection", "Previous safety rating",
        "What's working well?", "What are we worried about and what needs to change?", "Reflection and analysis",
        "Current safety rating", "Next steps", "Next supervision",
    ]  # fmt: skip
    assert [gone(Qt.Key.Key_PageDown) for _ in parts] == parts
    assert gone(Qt.Key.Key_PageDown) == "Next supervision"
    assert [gone(Qt.Key.Key_PageUp) for _ in parts[1:]] == parts[-2::-1]
    by_name(page, QPushButton, "Add child").setFocus()
    assert gone(Qt.Key.Key_PageDown) == "CP: child protection"


def test_the_next_supervision_is_a_day_after_this_one(opened: Open) -> None:
    room, page = opened(evening(NextStep("n", "Visit", "9 March 2026", "Wren"), NextStep("m", "Ring", "", "Wren", 1)))
    field = by_name(page, LineField, "Next supervision")
    assert any("1 of 2 next steps has a date; row 2 has none yet." in label.text() for label in labels(page))
    field.setText("1 March 2026")
    field.editingFinished.emit()
    assert room.session.details.next_on is None
    assert any("does not come after the supervision" in label.text() for label in labels(page))
    field.setText("15 April 2026")
    field.editingFinished.emit()
    assert room.session.details.next_on == date(2026, 4, 15)
    room.document.undo_stack.undo()
    assert room.session.details.next_on is None


def labels(page: AfterPage) -> list[QLabel]:
    return [label for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("steps", "dated", "words"),
    [
        (0, 0, ""),
        (1, 1, "The only next step has a date."),
        (3, 3, "All 3 next steps have a date."),
        (3, 1, "1 of 3 next steps has a date; rows 2 and 3 have none yet."),
        (20, 2, "2 of 20 next steps have a date; 18 have none yet."),
    ],
)
def test_dates_are_counted_in_words(steps: int, dated: int, words: str) -> None:
    rows = [NextStep(f"n{place}", "Visit", rank=place) for place in range(steps)]
    assert dates_in_words(rows, rows[:dated]) == words


def test_a_thousand_next_steps_keep_the_keyboard_quick(opened: Open) -> None:
    steps = [NextStep(f"n{place}", f"Ask Gran about the {place}th night", rank=place) for place in range(1000)]
    room, page = opened(evening(*steps))
    table = by_name(page, EntityTable, "Next steps")
    asked: list[int] = []
    cell = table._cells._cell
    table._cells._cell = lambda row, column: asked.append(row) or cell(row, column)  # type: ignore[assignment,func-returns-value]
    room.document.set("Edit", steps[500], text="Another question altogether, and a longer one")
    table._fit_typed()
    assert set(asked) == {500}
    table.fit()
    assert set(asked) == {500}


@pytest.mark.parametrize("where", ["cell", "part"])
def test_a_hundred_thousand_letters_without_a_space_are_shown_and_kept(opened: Open, where: str) -> None:
    long = "x" * 100_000
    one = NextStep("n", long, "9 March", "Wren") if where == "cell" else RecordPart("working_well", long)
    room, page = opened(evening(one))
    table = by_name(page, EntityTable, "Next steps")
    if where == "cell":
        table.fit()
        assert table.height() < 4000
        table.setCurrentIndex(table.entities.index(0, 0))
        QTest.keyClick(table, Qt.Key.Key_Return)
        editor = by_name(page, TextField, "Step 1")
        QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        typing(page, "Step 1", "y", Qt.Key.Key_Return)
        assert room.session.get(NextStep, "n").text == long + "y"
    else:
        field = by_name(page, TextField, "What's working well?")
        assert field.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
        field.setPlainText("A few words")
        assert field.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        room.document.undo_stack.undo()
        assert room.session.part(Part.WORKING_WELL).text == long
