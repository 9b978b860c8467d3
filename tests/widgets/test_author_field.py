"""Who writes: by name, by its beginning, by number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.parts.author_field import AuthorField

AUTHORS = [("b", "Bea"), ("c", "Carys"), ("c2", "Carol"), ("f", "‏فاطمة")]


@pytest.fixture
def field(qtbot: QtBot) -> AuthorField:
    field = AuthorField()
    qtbot.addWidget(field)
    field.show_authors(AUTHORS)
    field.show_author("b")
    return field


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("carys", "c"), ("Car", "b"), ("caro", "c2"), ("4", "f"), ("9", "b"), ("", "b"), ("Zoe", "b")],
)
def test_what_is_typed_means_one_author_or_changes_nothing(field: AuthorField, typed: str, meant: str) -> None:
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.author == meant
    assert field.text() == dict(AUTHORS)[meant]


def test_a_name_put_there_whole_is_picked_at_once(field: AuthorField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.picked) as picked:
        field.setText("Carol")
    assert picked.args == ["c2"]


def test_showing_an_author_is_no_pick(field: AuthorField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.picked):
        field.show_author("c")
    assert field.text() == "Carys"
