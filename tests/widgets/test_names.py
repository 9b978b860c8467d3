"""Every control has a name, a size that can be hit, and room for its words: on every page, in a large and a small
window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import resources
from app.open_session import OpenSession
from app.practice import practice_session
from tests.widgets.rooms import open_room
from widgets import theme
from widgets.advisor.window import AdvisorWindow
from widgets.after.page import AfterPage
from widgets.cards.card_entry import CardEntry
from widgets.documents.page import DocumentsPage
from widgets.home.page import HomePage
from widgets.parts.fields import ReadOut
from widgets.prepare.page import PreparePage
from widgets.session.page import SessionPage
from widgets.window.settings_dialog import SettingsDialog

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
SIZES = [(1366, 690), (683, 330)]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """Dressed as the application is."""
    theme.apply(qapp, "light", 100)
    yield qapp
    qapp.setStyleSheet("")
    qapp.setProperty("askwell_theme", None)


def of_qt(widget: QWidget) -> bool:
    """Parts that Qt makes inside its own controls: a spin box's line, a list's corner."""
    return widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QComboBox)


def shown(page: QWidget) -> list[QWidget]:
    return [each for each in page.findChildren(QWidget) if each.isVisible() and not of_qt(each)]


def nameless(page: QWidget) -> list[str]:
    """Controls that the keyboard reaches and that have no name, and combo boxes without a label."""
    labelled = {label.buddy() for label in page.findChildren(QLabel) if label.isVisible()}
    missing = []
    for each in shown(page):
        reached = each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.focusProxy() is None
        if each.isEnabled() and reached and isinstance(each, CONTROLS) and not each.accessibleName():
            missing.append(repr(each))
        if isinstance(each, QComboBox) and each not in labelled:
            missing.append(f"no label: {each.accessibleName()}")
    return missing


def too_small(page: QWidget) -> list[str]:
    """Buttons and fields of less than 24 pixels either way."""
    return [
        f"{each.accessibleName()} {each.width()}x{each.height()}"
        for each in shown(page)
        if isinstance(each, CONTROLS) and not isinstance(each, ReadOut) and min(each.width(), each.height()) < 24
    ]


def cut_off(page: QWidget) -> list[str]:
    """Labels and buttons with less room than their words need."""
    kinds = (QLabel, QAbstractButton, QCheckBox, QRadioButton)
    found = []
    for each in shown(page):
        least = each.minimumSizeHint()
        if isinstance(each, QLabel) and each.wordWrap():
            least.setHeight(each.heightForWidth(each.width()))
        if isinstance(each, kinds) and (each.width() < least.width() or each.height() < least.height()):
            words = each.text() if isinstance(each, QLabel | QAbstractButton) else ""
            found.append(f"{words[:40]!r} {each.size().toTuple()} < {least.toTuple()}")
    return found


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def faults(page: QWidget) -> list[str]:
    settle()
    return nameless(page) + too_small(page) + cut_off(page)


def practice(app: QApplication) -> OpenSession:
    return open_room(practice_session(), process=resources.process("group_supervision"))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_phase_is_named_and_fits(app: QApplication, qtbot: QtBot, width: int, height: int) -> None:
    room = practice(app)
    page = SessionPage(room)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    found = {}
    for step in room.process.steps:
        for phase in step.phases:
            room.engine.go_to(step.id, phase.id)
            if wrong := faults(page):
                found[f"{step.id}/{phase.id}"] = wrong
    assert not found


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("make", [PreparePage, AfterPage, DocumentsPage])
def test_the_pages_before_and_after_are_named_and_fit(
    app: QApplication, qtbot: QtBot, make: type[PreparePage | AfterPage | DocumentsPage], width: int, height: int
) -> None:
    page = make(practice(app))
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    assert not faults(page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_home_is_named_and_fits(app: QApplication, qtbot: QtBot, width: int, height: int) -> None:
    page = HomePage(welcome=True)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    assert not faults(page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_advisors_window_is_named_and_fits(app: QApplication, qtbot: QtBot, width: int, height: int) -> None:
    room = practice(app)
    page = SessionPage(room)
    qtbot.addWidget(page)
    window = AdvisorWindow(room, page.ticker, page)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    assert not faults(window)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_starters_and_the_settings_are_named_and_fit(
    app: QApplication, qtbot: QtBot, width: int, height: int
) -> None:
    room = practice(app)
    page = SessionPage(room)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    room.engine.go_to("working-well", "write")
    starters = page.findChild(CardEntry).starters
    starters.offer()
    assert not faults(page)
    starters.panel.kept.add.click()
    assert not faults(page)
    starters.close()
    settings = SettingsDialog(room.settings, room.document, page)
    settings.show()
    assert not faults(settings)


def test_a_fault_would_be_found(app: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QLineEdit(page)
    QComboBox(page).setAccessibleName("Lonely")
    tiny = QPushButton("Much too long for this", page)
    tiny.setAccessibleName("Tiny")
    page.show()
    tiny.setFixedSize(20, 30)
    found = faults(page)
    assert len(found) == 4
    assert "no label: Lonely" in found
    assert "Tiny 20x30" in found
