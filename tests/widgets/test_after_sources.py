"""After: each line of the record says where it came from, when somebody asks."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.mapping import Column, MapPoint
from models.record import NextStep, Part, RecordPart
from tests.widgets.after_session import Open
from tests.widgets.evening import by_name, evening
from widgets.after.origin_list import OriginList
from widgets.parts.entity_table import EntityTable
from widgets.parts.fields import TextField
from widgets.parts.text_places import clipped, stretches, utf16

PART = "What's working well?"


def asked(page: QWidget, part: str = PART) -> OriginList:
    by_name(page, QPushButton, f"Where from, {part}").click()
    return by_name(page, OriginList, f"Where from, {part}")


def spoken(sources: OriginList) -> list[str]:
    model = sources.model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_every_line_says_where_it_came_from(opened: Open) -> None:
    _, page = opened()
    assert not [each for each in page.findChildren(OriginList) if each.isVisible()]
    sources = asked(page)
    (gran,) = [line for line in spoken(sources) if "Gran stays on Fridays" in line]
    assert "map" in gran and "Bea" in gran
    by_name(page, QPushButton, f"Where from, {PART}").click()
    assert not sources.isVisible()


def test_the_list_follows_what_is_typed(qtbot: QtBot, opened: Open) -> None:
    _, page = opened()
    sources = asked(page)
    field = by_name(page, TextField, PART)
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "I saw it myself")
    qtbot.waitUntil(lambda: "I saw it myself. In the worker’s own words" in spoken(sources)[-1], timeout=5_000)
    assert sources.current_id() == str(len(spoken(sources)) - 1)


def test_the_line_with_the_cursor_is_marked_and_enter_goes_to_a_line(qtbot: QtBot, opened: Open) -> None:
    _, page = opened()
    sources, field = asked(page), by_name(page, TextField, PART)
    QTest.keyClick(field, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert sources.current_id() == "0"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert sources.current_id() == "1"
    sources.go_to("2")
    QTest.keyClick(sources, Qt.Key.Key_Return)
    assert field.textCursor().selectedText() == field.toPlainText().splitlines()[2]


def test_sources_are_masked(opened: Open) -> None:
    room, page = opened(evening(MapPoint("t", Column.WORKING_WELL, "Tilly sings", 9)))
    sources = asked(page)
    assert any("Tilly sings" in line for line in spoken(sources))
    room.masking.set_on(True)
    assert not any("Tilly" in line for line in spoken(sources))
    assert any("T. sings" in line for line in spoken(sources))


def test_each_next_step_says_where_it_came_from(opened: Open) -> None:
    room, page = opened(evening(MapPoint("ring", Column.NEEDS, "Ring Gran", 9)))
    room.document.add("Add step", NextStep("own", "Visit", "9 March", "Wren", 99))
    table = by_name(page, EntityTable, "Next steps")
    before = table.height()
    assert not any("Where from" in line for row in (0, 1) for line in table.entities.remarks(row, 0))
    by_name(page, QPushButton, "Where from, Next steps").click()
    words = [table.entities.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert "Where from: The map" in words[0]
    assert "Where from: In the worker’s own words" in words[1]
    table.fit()
    assert table.height() > before


def test_the_current_rating_says_whose_it_is(opened: Open) -> None:
    _, page = opened()
    wanted = "Wren’s own rating on the safety scale"
    assert not [label for label in page.findChildren(QLabel) if label.isVisible() and label.text() == wanted]
    by_name(page, QPushButton, "Where from, Current safety rating").click()
    assert [label for label in page.findChildren(QLabel) if label.isVisible() and label.text() == wanted]


def test_a_line_too_long_to_be_shown_is_cut_in_the_list_alone(opened: Open) -> None:
    room, page = opened(evening(RecordPart("working_well", "x" * 100_000)))
    sources = asked(page)
    (line,) = spoken(sources)
    assert len(line) < 300 and "…" in line
    assert room.session.part(Part.WORKING_WELL).text == "x" * 100_000


def test_places_are_counted_as_qt_counts() -> None:
    text = "😀 one\ntwo 😀\ntwo"
    assert stretches(text, ["😀 one", "two", "gone", "two"]) == [(0, 6), (7, 10), (10, 10), (14, 17)]
    assert utf16(text) == 17


def test_a_text_is_cut_between_words() -> None:
    text = "so that Tanya " * 20
    assert clipped(text).endswith(("so…", "that…", "Tanya…")) and len(clipped(text)) <= 161
    assert clipped("x" * 200) == "x" * 160 + "…"
    assert clipped("word " + "x" * 200) == "word…"
    assert clipped("x" * 160) == "x" * 160
    assert clipped("x" * 160 + " y") == "x" * 160 + "…"
