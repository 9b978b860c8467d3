"""A blank screen: nothing but the clock, which goes on, on every window, whenever it opens, until it is lifted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from models.session import Progress
from tests.widgets.whole import session_page, whole_application
from widgets.application import Application
from widgets.session.clock_face import ClockFace
from widgets.window.blank_screen import BlankScreen

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def application(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    with whole_application(qapp, qtbot, tmp_path, monkeypatch) as made:
        yield made
        made.window.menus.blank.setChecked(False)


def press(qtbot: QtBot, application: Application, key: Qt.Key, held: Qt.KeyboardModifier = CTRL | SHIFT) -> None:
    qtbot.keyClick(QApplication.focusWidget() or application.window, key, held)


def in_view(window: QWidget) -> set[str]:
    """The names of what is in view in a window, without the cover itself."""
    parts = [each for each in window.findChildren(QWidget) if each.isVisible() and not each.isWindow()]
    return {each.accessibleName() for each in parts if each.window() is window and not isinstance(each, BlankScreen)}


class Watch(QObject):
    """Notes each widget of a window that is painted and is neither a cover nor the window's bare ground."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QLabel | QLineEdit | QPushButton):
            self.painted.append(watched)
        return False


def test_every_window_shows_the_clock_alone_and_comes_back(application: Application, qtbot: QtBot) -> None:
    window, page = application.window, session_page(application)
    page.beside.toggle_advisor()
    advisor = QApplication.activeWindow() or next(
        w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Advisor"
    )
    title, field = window.windowTitle(), window.focusWidget()
    window.menus.blank.setChecked(True)
    for each in (window, advisor):
        assert in_view(each) == {"Time left"}
    assert window.windowTitle() == "Askwell"
    window.menus.blank.setChecked(False)
    assert page.isVisible()
    assert window.windowTitle() == title
    assert window.focusWidget() is field
    assert len(in_view(advisor)) > 3
    advisor.close()


def test_its_clock_goes_on_also_in_overtime(application: Application, qtbot: QtBot) -> None:
    page = session_page(application)
    page.engine.start_timer()
    application.window.menus.blank.setChecked(True)
    (clock,) = [each for each in application.window.findChildren(ClockFace) if each.isVisible()]
    page.engine.began_earlier(page.engine.read_timer().left + 80)
    qtbot.waitUntil(lambda: clock.text().startswith("+1:"))
    assert "over time" in clock.accessibleDescription()


def test_every_window_shows_the_same_second(application: Application, qtbot: QtBot) -> None:
    page = session_page(application)
    page.beside.toggle_advisor()
    application.window.menus.blank.setChecked(True)
    clocks = {each for top in QApplication.topLevelWidgets() for each in top.findChildren(ClockFace)}
    shown = [each for each in clocks if each.isVisible()]
    assert len({each.window() for each in shown}) == 2
    for seconds in (30, 61):
        page.engine.began_earlier(seconds)
        assert len({each.text() for each in shown}) == 1
    application.window.menus.blank.setChecked(False)
    assert len({each.text() for each in clocks if isValid(each) and each.isVisible()}) == 1
    page.beside.toggle_advisor()


def test_a_window_that_opens_meanwhile_is_covered_before_it_is_painted(application: Application, qtbot: QtBot) -> None:
    application.window.menus.blank.setChecked(True)
    watch = Watch()
    dialog = QDialog(application.window)
    QLabel("Tilly Marsh", dialog).installEventFilter(watch)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert in_view(dialog) == {"Time left"}
    menu = QMenu(application.window)
    menu.addAction("Tilly Marsh")
    menu.popup(application.window.mapToGlobal(application.window.rect().center()))
    assert not menu.isVisible()
    assert not watch.painted
    application.window.menus.blank.setChecked(False)
    qtbot.waitUntil(lambda: bool(watch.painted))
    dialog.close()


def test_keys_act_on_the_clock_and_on_nothing_that_nobody_sees(application: Application, qtbot: QtBot) -> None:
    page = session_page(application)
    press(qtbot, application, KEY.Key_B)
    before = page.open.session.find(Progress, "progress"), page.engine.phase, page.open.document.undo_stack.count()
    for key, held in (
        (KEY.Key_Return, CTRL),
        (KEY.Key_K, CTRL),
        (KEY.Key_Z, CTRL),
        (KEY.Key_A, NONE),
        (KEY.Key_V, Qt.KeyboardModifier.AltModifier),
    ):
        press(qtbot, application, key, held)
    assert (
        page.open.session.find(Progress, "progress"),
        page.engine.phase,
        page.open.document.undo_stack.count(),
    ) == before
    assert QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None
    press(qtbot, application, KEY.Key_F5, NONE)
    assert page.engine.read_timer().running
    press(qtbot, application, KEY.Key_B)
    assert page.isVisible()


def test_the_mouse_alone_finds_the_way_back_in_two_steps(application: Application, qtbot: QtBot) -> None:
    application.window.menus.blank.setChecked(True)
    (cover,) = application.window.findChildren(BlankScreen)
    qtbot.mouseClick(cover, Qt.MouseButton.LeftButton)
    assert application.window.menus.blank.isChecked()
    qtbot.mouseClick(cover.back, Qt.MouseButton.LeftButton)
    assert not application.window.menus.blank.isChecked()
    assert session_page(application).isVisible()


def test_a_screen_reader_finds_the_way_back(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    application.window.menus.blank.setChecked(True)
    (cover,) = application.window.findChildren(BlankScreen)
    assert in_view(application.window) == {"Time left", "Show everything again"}
    cover.back.click()
    assert session_page(application).isVisible()


def test_a_dialog_can_be_blanked_and_masked_by_the_same_keys(application: Application, qtbot: QtBot) -> None:
    menus = application.window.menus
    menus.settings.trigger()
    qtbot.waitUntil(
        lambda: (
            QApplication.activeModalWidget() is not None
            and QApplication.activeWindow() is QApplication.activeModalWidget()
        )
    )
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    press(qtbot, application, KEY.Key_B)
    assert in_view(dialog) == in_view(application.window) == {"Time left"}
    press(qtbot, application, KEY.Key_B)
    assert not menus.blank.isChecked() and "Close" in in_view(dialog)
    press(qtbot, application, KEY.Key_M)
    assert menus.mask.isChecked()
    menus.mask.setChecked(False)
    dialog.close()


def test_tips_and_menus_that_are_open_go(application: Application, qtbot: QtBot) -> None:
    menu = QMenu(application.window)
    menu.addAction("Tilly Marsh")
    menu.popup(application.window.mapToGlobal(application.window.rect().center()))
    QToolTip.showText(application.window.pos(), "Tilly Marsh", application.window)
    application.window.menus.blank.setChecked(True)
    assert not menu.isVisible()
    assert not QToolTip.isVisible()
