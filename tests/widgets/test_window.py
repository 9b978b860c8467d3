"""The main window: palette, home, foot, zoom and blank screen, with one window for all that need it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.settings import Settings
from models.library import SessionSummary
from models.session import Status
from widgets import theme
from widgets.home.page import HomePage
from widgets.home.session_list import SessionList
from widgets.window.foot import Foot
from widgets.window.main_window import MainWindow
from widgets.window.view import WindowView

NOW = datetime(2026, 6, 1, tzinfo=UTC)
UNDER_WAY = SessionSummary("1", "Marsh", "North", date(2026, 6, 1), Status.UNDER_WAY, NOW)
PLANNED = SessionSummary("2", "", "", None, Status.PLANNED, NOW)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    settings = Settings(None)
    made = MainWindow(settings)
    WindowView(made, settings, lambda: None)
    made.may_close = True
    qtbot.addWidget(made)
    made.show_page(HomePage(welcome=True))
    made.resize(1000, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made


def test_home_is_a_button_that_is_always_there(window: MainWindow) -> None:
    assert window.home_button.accessibleName() == window.home_button.text() == "Home"
    assert window.home_button.isVisible()


def test_a_page_brings_its_actions_and_takes_them_along(window: MainWindow) -> None:
    home = window.page()
    assert home is not None
    other = HomePage(welcome=False)
    offered = QAction("Count the cards", other)
    other.actions_offered = lambda: [offered]  # type: ignore[method-assign]
    window.show_page(other)
    assert offered in window.menus.all_actions()
    window.show_page(home)
    assert offered not in window.menus.all_actions()


def test_an_unfinished_session_stands_first(qtbot: QtBot) -> None:
    home = HomePage(welcome=False)
    qtbot.addWidget(home)
    home.show()
    home.show_sessions([UNDER_WAY, PLANNED], 50)
    assert home.first_field() is home._resume
    with qtbot.waitSignal(home.open_session) as opened:
        home._resume.click()
    assert opened.args == ["1"]
    home.show_sessions([PLANNED], 50)
    assert not home._resume_panel.isVisible()


def test_a_search_asks_once_and_says_when_nothing_is_found(qtbot: QtBot) -> None:
    home = HomePage(welcome=False)
    qtbot.addWidget(home)
    home.show_sessions([PLANNED], 50)
    assert home.sessions is not None
    with qtbot.waitSignal(home.search) as asked:
        qtbot.keyClicks(home.sessions.field, "Mar")
    assert asked.args == ["Mar", 0]
    home.show_sessions([], 50)
    assert home.sessions.empty.text() == "No session has these words."


def test_the_list_asks_for_more_at_its_end(qtbot: QtBot) -> None:
    model = SessionList()
    model.show([UNDER_WAY, PLANNED], 2)
    root = model.index(-1)
    assert model.canFetchMore(root)
    with qtbot.waitSignal(model.more) as asked:
        model.fetchMore(root)
    assert asked.args == [2]
    assert not model.canFetchMore(root)
    model.append([PLANNED], 2)
    assert model.rowCount() == 3
    assert not model.canFetchMore(root)


def test_a_notice_stays_at_the_foot_whatever_is_kept_until_it_is_closed(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.notice("Another program exchanged the file.")
    foot.notice("A rescued file lies there.")
    foot.failing("The disk is full.")
    foot.kept(NOW)
    foot.say("Copied.")
    foot._over()
    assert foot.message == "Another program exchanged the file."
    close = foot.findChild(QPushButton)
    assert close is not None
    close.click()
    assert foot.message == "A rescued file lies there."
    close.click()
    assert (foot.message, close.isHidden()) == ("", True)


def test_a_failure_stays_at_the_foot_until_things_are_kept(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.failing("The disk is full.")
    foot.say("Copied.")
    foot._over()
    assert foot.message == "The disk is full."
    foot.kept(NOW)
    assert (foot.message, foot.state) == ("", "kept at 00:00")


def test_zoom_reaches_twice_the_size(qapp: QApplication, window: MainWindow) -> None:
    window.settings.changed.connect(lambda: theme.apply(qapp, "light", window.settings.values.zoom))
    for _ in range(5):
        window.menus.larger.trigger()
    assert theme.current().zoom == 200
    window.menus.usual_size.trigger()
    assert theme.current().zoom == 100


def test_enter_presses_the_button_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    pressed: list[bool] = []
    window.home_button.clicked.connect(lambda: pressed.append(True))
    window.home_button.setFocus()
    qtbot.keyClick(window.home_button, Qt.Key.Key_Return)
    assert len(pressed) == 1


def test_help_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.home_button.setFocus()
    window.menus.help.trigger()
    window.menus.help.trigger()
    assert QApplication.focusWidget() is window.home_button
