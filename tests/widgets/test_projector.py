"""The projector view: large type and one thing at a time, by keys, at every size, and back as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from models.people import Participant
from models.session import Unfinished
from tests.widgets.whole import session_page, whole_application
from widgets import theme
from widgets.advisor.window import AdvisorWindow
from widgets.application import Application
from widgets.session.page import SessionPage
from widgets.session.time_words import clock_words
from widgets.window.projector import WAY_OUT, WELCOME

KEY, CTRL, SHIFT, ALT = (
    Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
#: A screen and the size of type in per cent that it gets.
SCREENS = [((1366, 768), 120), ((1920, 1080), 150), ((3840, 2160), 300), ((683, 384), 120), ((1366, 768), 300)]


@pytest.fixture
def application(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    with whole_application(qapp, qtbot, tmp_path, monkeypatch) as made:
        yield made


def press(qtbot: QtBot, application: Application, key: Qt.Key, held: Qt.KeyboardModifier = CTRL | SHIFT) -> None:
    qtbot.keyClick(QApplication.focusWidget() or application.window, key, held)


def by_name(window: QWidget, name: str) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.accessibleName() == name and each.isVisible()]


def menus_in_sight(application: Application) -> bool:
    return application.window.menuWidget().height() > 20


def test_one_key_turns_the_page_over_to_the_room_and_back(application: Application, qtbot: QtBot) -> None:
    window, page = application.window, session_page(application)
    field = QApplication.focusWidget()
    press(qtbot, application, KEY.Key_P)
    assert page.stack.workspace is not None and page.stack.workspace.projected
    assert not page.steps.isVisible() and not page.pace.isVisible()
    assert window.isFullScreen()
    assert window.foot.message == WELCOME
    assert QApplication.focusWidget() is field
    assert theme.current().zoom > 100
    qtbot.waitUntil(lambda: not menus_in_sight(application))
    press(qtbot, application, KEY.Key_P)
    assert not page.stack.workspace.projected
    assert page.steps.isVisible() and page.pace.isVisible()
    assert not window.isFullScreen()
    assert QApplication.focusWidget() is field
    assert theme.current().zoom == 100
    qtbot.waitUntil(lambda: menus_in_sight(application))


@pytest.mark.parametrize(("step", "phase"), [("scales", "read"), ("scales", "hand-over"), ("review", "review")])
def test_the_keyboard_stays_on_the_page(application: Application, qtbot: QtBot, step: str, phase: str) -> None:
    page = session_page(application)
    page.engine.go_to(step, phase)
    for _turn in range(4):
        press(qtbot, application, KEY.Key_P)
        focused = QApplication.focusWidget()
        assert focused is not None and focused.isVisible()
        assert application.window.centralWidget().isAncestorOf(focused)


def test_the_advisors_window_lives_while_a_card_fills_the_page(application: Application, qtbot: QtBot) -> None:
    page = session_page(application)
    page.engine.go_to("scales", "read")
    page.beside.toggle_advisor()
    application.window.activateWindow()
    qtbot.waitUntil(application.window.isActiveWindow)
    press(qtbot, application, KEY.Key_P)
    assert not page.isEnabled()
    advisor = page.findChild(AdvisorWindow)
    assert advisor is not None and advisor.isEnabled() and advisor.fit_button.isEnabled()
    advisor.activateWindow()
    qtbot.waitUntil(advisor.isActiveWindow)
    qtbot.keyClick(advisor, KEY.Key_1, Qt.KeyboardModifier.NoModifier)
    assert page.guide.line.text() == application.window.foot.message == page.open.process.rules[0].nudge
    press(qtbot, application, KEY.Key_P)


def test_no_card_covers_the_question_about_what_is_half_typed(application: Application, qtbot: QtBot) -> None:
    page = session_page(application)
    page.engine.go_to("scales", "write")
    press(qtbot, application, KEY.Key_P)
    author = page.open.session.all(Participant)[0].id
    page.open.document.set_quietly(Unfinished(f"card/scales/{author}"), text="And then?")
    page.engine.go_to("scales", "read")
    assert page.half_typed.isVisible() and page.isEnabled()
    press(qtbot, application, KEY.Key_L, ALT)
    assert not page.half_typed.isVisible()
    assert not page.isEnabled()  # the card fills it now
    press(qtbot, application, KEY.Key_P)


@pytest.mark.parametrize("zoom", [300, 400])
def test_the_largest_type_leaves_the_way_on_in_reach(application: Application, qapp: QApplication, zoom: int) -> None:
    page = session_page(application)
    application.settings.set(zoom=zoom)
    qapp.processEvents()
    application.window.resize(1366, 768)
    qapp.processEvents()
    assert application.window.width() == 1366
    edge = page.forward.mapTo(application.window, page.forward.rect().topRight()).x()
    assert page.forward.isVisible() and edge < 1366


def test_escape_does_not_leave_but_says_what_does(application: Application, qtbot: QtBot) -> None:
    press(qtbot, application, KEY.Key_P)
    application.window.say("")
    press(qtbot, application, KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert application.window.menus.projector.isChecked()
    assert application.window.foot.message == WAY_OUT


def test_its_type_has_a_size_of_its_own_that_is_remembered(application: Application, qtbot: QtBot) -> None:
    values = lambda: application.settings.values  # noqa: E731
    press(qtbot, application, KEY.Key_P)
    first = theme.current().zoom
    press(qtbot, application, KEY.Key_Plus, CTRL)
    assert (values().zoom, values().projector_zoom) == (100, 175)
    assert theme.current().zoom > first
    press(qtbot, application, KEY.Key_P)
    assert theme.current().zoom == 100
    press(qtbot, application, KEY.Key_Minus, CTRL)
    assert (values().zoom, values().projector_zoom) == (90, 175)
    press(qtbot, application, KEY.Key_P)
    press(qtbot, application, KEY.Key_0, CTRL)
    assert (values().zoom, values().projector_zoom) == (90, 150)


def test_a_full_screen_that_was_there_before_stays(application: Application, qtbot: QtBot) -> None:
    press(qtbot, application, KEY.Key_F11, Qt.KeyboardModifier.NoModifier)
    press(qtbot, application, KEY.Key_P)
    press(qtbot, application, KEY.Key_P)
    assert application.window.isFullScreen()
    press(qtbot, application, KEY.Key_P)
    press(qtbot, application, KEY.Key_F11, Qt.KeyboardModifier.NoModifier)
    assert not application.window.isFullScreen()
    assert application.window.menus.projector.isChecked()


def test_menus_come_by_alt_and_by_their_letters(application: Application, qtbot: QtBot) -> None:
    press(qtbot, application, KEY.Key_P)
    qtbot.waitUntil(lambda: not menus_in_sight(application))
    field = QApplication.focusWidget()
    qtbot.keyPress(field, KEY.Key_Alt, ALT)
    qtbot.keyRelease(field, KEY.Key_Alt)
    qtbot.waitUntil(lambda: menus_in_sight(application))
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    qtbot.waitUntil(lambda: not menus_in_sight(application))
    assert QApplication.focusWidget() is field
    qtbot.keyClick(field, KEY.Key_V, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and application.window.menus.projector in menu.actions()
    qtbot.waitUntil(lambda: menus_in_sight(application))
    qtbot.keyClick(menu, KEY.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    qtbot.waitUntil(lambda: not menus_in_sight(application))


def test_folded_menus_leave_nothing_at_the_edge(qapp: QApplication, application: Application, qtbot: QtBot) -> None:
    press(qtbot, application, KEY.Key_P)
    qtbot.waitUntil(lambda: not menus_in_sight(application))
    for _ in range(10):
        qapp.processEvents()
    arrow = application.window.menuWidget().findChild(QToolButton, "qt_menubar_ext_button")
    assert arrow is not None and not arrow.isVisible()


def test_home_at_the_edge_comes_by_tab(application: Application, qtbot: QtBot) -> None:
    press(qtbot, application, KEY.Key_P)
    qtbot.waitUntil(lambda: not menus_in_sight(application))
    application.window.home_button.setFocus()
    qtbot.waitUntil(lambda: menus_in_sight(application))


def test_other_pages_stand_as_always_and_the_view_goes_on_after_them(application: Application, qtbot: QtBot) -> None:
    sitting, projector = application.sitting, application.window.menus.projector
    assert sitting is not None
    press(qtbot, application, KEY.Key_P)
    large = theme.current().zoom
    sitting.show_documents()
    assert (theme.current().zoom, projector.isEnabled()) == (100, False)
    qtbot.waitUntil(lambda: menus_in_sight(application))
    sitting.show_session()
    assert (theme.current().zoom, projector.isEnabled()) == (large, True)
    application.go_home()
    assert not projector.isChecked() and not projector.isEnabled()
    assert not application.window.isFullScreen()
    assert theme.current().zoom == 100


def test_without_a_mouse_key_the_button_behind_steps_leaves(application: Application, qtbot: QtBot) -> None:
    press(qtbot, application, KEY.Key_P)
    (steps,) = [each for each in by_name(application.window, "Steps") if isinstance(each, QPushButton)]
    steps.click()
    (leave,) = by_name(session_page(application), "Leave projector view")
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert not application.window.menus.projector.isChecked()
    assert not by_name(session_page(application), "Leave projector view")


def test_the_foot_is_in_sight_only_while_it_has_something_to_say(application: Application, qtbot: QtBot) -> None:
    foot = application.window.foot
    press(qtbot, application, KEY.Key_P)
    foot._over()
    assert not foot.isVisible()
    foot.failing("The disk is full.")
    assert foot.isVisible()
    foot.failing("")
    assert not foot.isVisible()
    press(qtbot, application, KEY.Key_P)
    assert foot.isVisible()


def test_no_title_names_a_family_while_the_room_looks(application: Application, qtbot: QtBot) -> None:
    title = application.window.windowTitle()
    assert title != "Askwell"
    press(qtbot, application, KEY.Key_P)
    assert application.window.windowTitle() == "Askwell"
    press(qtbot, application, KEY.Key_P)
    assert application.window.windowTitle() == title


@pytest.mark.parametrize(("size", "zoom"), SCREENS)
def test_the_room_reads_clock_step_and_phase_at_every_size(
    qapp: QApplication, qtbot: QtBot, application: Application, size: tuple[int, int], zoom: int
) -> None:
    assert application.sitting is not None
    theme.apply(qapp, "light", zoom)
    page = SessionPage(application.sitting.open)
    qtbot.addWidget(page)
    page.set_projected(True)
    page.resize(*size)
    page.show()
    for step, phase in page.open.process.walk():
        page.engine.go_to(step.id, phase.id)
        qapp.processEvents()
        for name in ("Step", "Phase", "Time left", page.forward.text()):
            (part,) = by_name(page, name)
            place = QRect(part.mapTo(page, QPoint()), part.size())
            assert page.rect().contains(place), (name, step.id, phase.id, place)
        assert page.row.step.width() >= page.row.step.fontMetrics().horizontalAdvance(page.row.step.text())
        assert page._layout._stack_area.height() > page.height() // 4, (step.id, phase.id)
    for digits in ("9:59", "12:34", "+1:20"):
        words = clock_words(page.engine.phase, page.engine.read_timer())
        page.timer.face.show_time(type(words)(digits, words.words, 1.0, digits[0] == "+"), paused=False)
        page.timer.face.grab()
        assert page.timer.face._pictures._metrics.capHeight() >= page.height() / 7.05


def test_the_key_clashes_with_no_other(application: Application) -> None:
    keys: dict[str, str] = {}
    for step, phase in session_page(application).open.process.walk():
        session_page(application).engine.go_to(step.id, phase.id)
        for action in application.window.menus.all_actions():
            for key in action.shortcuts():
                named = key.toString(QKeySequence.SequenceFormat.PortableText)
                assert keys.setdefault(named, action.text()) == action.text(), named
        keys = {key: text for key, text in keys.items() if key == "Ctrl+Shift+P"}
    assert keys == {"Ctrl+Shift+P": "Projector view"}
