"""A field that is read as a date, when nobody comes to it: assistive technology puts its text there at once."""

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from models.moments import day_words, read_date
from widgets.parts.checked_field import CheckedField

TODAY = date(2026, 3, 2)


@pytest.fixture
def field(qtbot: QtBot) -> CheckedField:
    made = CheckedField("Date", "3 May 2026", lambda text: read_date(text, TODAY), day_words)
    qtbot.addWidget(made)
    return made


def test_a_date_that_is_put_there_is_taken(field: CheckedField) -> None:
    entered: list[Any] = []
    field.entered.connect(entered.append)
    field.field.setText("4/6/26")
    assert entered == [date(2026, 6, 4)]
    assert field.field.text() == "4 June 2026"


def test_what_cannot_be_read_stays_with_a_sentence(field: CheckedField) -> None:
    field.field.setText("some day")
    assert field.field.text() == "some day"
    assert field.wrong


def test_a_date_that_is_shown_was_entered_by_nobody(field: CheckedField) -> None:
    entered: list[Any] = []
    field.entered.connect(entered.append)
    field.show_value(date(2026, 6, 4))
    assert (field.field.text(), entered) == ("4 June 2026", [])
