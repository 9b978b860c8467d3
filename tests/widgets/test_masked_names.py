"""Masked names: with the practice session open at any phase, no window shows or says a name of the family."""

import re
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.open_session import OpenSession
from models.library import SessionSummary
from models.session import Status
from tests.widgets.rooms import open_room
from tests.widgets.seen import family_names, leaks, practice, shown

PROCESS = resources.process("group_supervision")
PHASES = [(step.id, phase.id) for step, phase in PROCESS.walk()]


@pytest.fixture
def room() -> OpenSession:
    return open_room(practice(), *PHASES[0], PROCESS)


def on_screen(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1366, 730)
    page.show()


def test_the_test_sees_names(qtbot: QtBot, room: OpenSession) -> None:
    from widgets.session.page import SessionPage

    page = SessionPage(room)
    on_screen(qtbot, page)
    names = family_names(room.session)
    blind = [place for place in PHASES if (room.engine.go_to(*place), not leaks(page, names))[1]]
    assert len(blind) < len(PHASES) // 2


@pytest.mark.parametrize("masked_first", [True, False])
def test_no_phase_gives_a_name_away(qtbot: QtBot, room: OpenSession, masked_first: bool) -> None:
    from widgets.session.page import SessionPage

    page = SessionPage(room)
    on_screen(qtbot, page)
    names = family_names(room.session)
    found = {}
    room.masking.set_on(masked_first)
    for place in PHASES:
        room.engine.go_to(*place)
        room.masking.set_on(True)
        if given := leaks(page, names):
            found[place] = given
        room.masking.set_on(masked_first)
    assert not found


def test_neither_prepare_nor_after_nor_a_window_beside_gives_a_name_away(qtbot: QtBot, room: OpenSession) -> None:
    from app.clock import system_clock
    from app.ticker import Ticker
    from widgets.advisor.private_notes import PrivateNotes
    from widgets.advisor.window import AdvisorWindow
    from widgets.after.page import AfterPage
    from widgets.after.record_reader import RecordReader
    from widgets.prepare.page import PreparePage

    names = family_names(room.session)
    ticker = Ticker(room.engine, room.settings, system_clock(), lambda: None)
    windows = [AfterPage(room), PreparePage(room), AdvisorWindow(room, ticker), PrivateNotes(room)]
    for window in windows:
        on_screen(qtbot, window)
        assert not isinstance(window, AfterPage) or leaks(window, names)
    room.masking.set_on(True)
    assert not {type(window).__name__: found for window in windows if (found := leaks(window, names))}
    room.document.set_quietly(room.session.progress, status=Status.CLOSED)
    assert windows[0].findChild(RecordReader).isVisible()
    assert not leaks(windows[0], names)


@pytest.mark.parametrize("masked_first", [True, False])
def test_home_shows_titles_without_names(qtbot: QtBot, masked_first: bool) -> None:
    from widgets.home.page import HomePage

    home = HomePage(welcome=False)
    on_screen(qtbot, home)
    moment = datetime(2026, 6, 1, tzinfo=UTC)
    listed = [SessionSummary("1", "Jade and Connor Marsh", "North", None, Status.UNDER_WAY, moment)]
    if masked_first:
        home.set_masked(True)
    home.show_sessions(listed, 50)
    home.set_masked(True)
    names = re.compile("Jade|Connor|Marsh")
    assert not leaks(home, names)
    assert any("J. and C. M." in text for _, text in shown(home))
    home.set_masked(False)
    assert leaks(home, names)
