"""After: the record as it will print stands beside the draft and follows it."""

from datetime import date

from pytestqt.qtbot import QtBot

from models.record import NextStep, Part, SignOff
from models.signing import record_digest
from tests.widgets.after_session import Open
from tests.widgets.evening import by_name, evening
from widgets.after.page import AfterPage
from widgets.after.record_page import RecordPage


def sheet_of(page: AfterPage) -> RecordPage:
    return by_name(page, RecordPage, "The record as it will print")


def test_the_page_is_drawn_and_drawn_again_when_typing_pauses(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    sheet = sheet_of(page)
    qtbot.waitUntil(lambda: "Gran stays on Fridays" in sheet.drawings.words_on(0), timeout=20_000)
    room.document.set("Edit", room.session.part(Part.WORKING_WELL), text="Something else altogether")
    qtbot.waitUntil(lambda: "Something else altogether" in sheet.drawings.words_on(0), timeout=20_000)


def test_the_page_is_marked_as_a_draft_until_it_is_signed_off(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    sheet = sheet_of(page)
    qtbot.waitUntil(lambda: "Draft" in sheet.drawings.words_on(0), timeout=20_000)
    given = SignOff(name="Wren", signed_on=date(2026, 3, 2), digest=record_digest(room.session))
    room.document.add("Sign off", given)
    qtbot.waitUntil(lambda: sheet.count > 0 and "Draft" not in sheet.drawings.words_on(0), timeout=20_000)
    qtbot.waitUntil(lambda: "Signed off 2 March 2026" in sheet.drawings.words_on(0), timeout=20_000)


def test_a_page_with_names_is_gone_at_once(qtbot: QtBot, opened: Open) -> None:
    room, page = opened()
    sheet = sheet_of(page)
    qtbot.waitUntil(lambda: "Tilly Marsh" in sheet.drawings.words_on(0), timeout=20_000)
    room.masking.set_on(True)
    assert sheet.count == 0 and sheet.drawings.words_on(0) == ""
    qtbot.waitUntil(lambda: "T. M." in sheet.drawings.words_on(0), timeout=20_000)
    assert "Tilly" not in sheet.drawings.words_on(0)


def test_of_a_long_record_only_what_is_in_sight_is_drawn(qtbot: QtBot, opened: Open) -> None:
    steps = [NextStep(f"n{place}", f"Ring Gran, for the {place}th time", rank=place) for place in range(1000)]
    _, page = opened(evening(*steps))
    sheet = sheet_of(page)
    qtbot.waitUntil(lambda: sheet.count >= 20 and sheet.drawings.held_bytes() > 0, timeout=60_000)
    one_page = sheet.viewport().width() * sheet.viewport().width() * 4 * 1.42 * sheet.devicePixelRatioF()
    assert sheet.drawings.held_bytes() < 3 * one_page
