"""Each check of the walk finds what it is for."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.widgets.walk import checks, contrast, way
from widgets import theme
from widgets.parts.naming import named


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    theme.apply(qapp, "light", 100)
    made = QWidget()
    qtbot.addWidget(made)
    made.setWindowTitle("Page")
    made.resize(500, 400)
    QVBoxLayout(made)
    yield made
    qapp.setStyleSheet("")
    qapp.setProperty("askwell_theme", None)


def shown(page: QWidget, *parts: QWidget) -> QWidget:
    layout = page.layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page


Check = Callable[[QWidget], Iterator[str]]


@pytest.mark.parametrize("check", [*checks.FIGURES, way.tab_faults])
def test_what_is_right_is_left_alone(page: QWidget, check: Check) -> None:
    seen, labelled = named(QComboBox(), "Role"), named(QComboBox(), "Ann's role")
    labels = [QLabel("Role"), QLabel("Ann's role")]
    for label, combo in zip(labels, (seen, labelled), strict=True):
        label.setBuddy(combo)
    shown(page, named(QPushButton("Press"), "Press"), named(QLineEdit(), "Line"), *labels, seen, labelled)
    labels[1].hide()  # there is a heading for all; screen readers know it still
    assert list(check(page)) == []


def test_names_labels_and_roles(page: QWidget) -> None:
    own = named(QWidget(), "Picture")
    own.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(page, QLineEdit(), named(QComboBox(), "Lonely"), own)
    assert list(checks.nameless(page)) == [
        "QLineEdit '': no name",
        "QComboBox 'Lonely': no label",
        "QWidget 'Picture': role Client",
        "QWidget 'Picture': no description",
    ]


def test_sizes(page: QWidget) -> None:
    tiny, rows = named(QPushButton("A"), "Tiny"), named(QListWidget(), "Rows")
    tiny.setFixedSize(20, 30)
    rows.setStyleSheet("QListWidget::item { min-height: 9px; max-height: 9px; }")
    rows.addItems(["one", "two"])
    shown(page, tiny, rows)
    assert [fault.split(":")[0] for fault in checks.too_small(page)] == ["QPushButton 'Tiny'", "QListWidget 'Rows'"]
    menu = QMenu(page)
    menu.setStyleSheet("QMenu::item { padding: 0; height: 9px; }")
    menu.addAction("Cut")
    menu.popup(page.pos())
    assert [fault.split(":")[0] for fault in checks.too_small(menu)] == ["menu entry 'Cut'"]
    menu.close()


def test_what_is_cut_off_or_out_of_reach(page: QWidget) -> None:
    words = named(QPushButton("Much too long for its width"), "Words")
    words.setFixedWidth(50)
    shown(page, words)
    away = named(QPushButton("Away", page), "Away")
    away.setGeometry(QRect(480, 10, 90, 40))
    away.show()
    assert [fault.split(":")[0] for fault in checks.cut_off(page)] == ["QPushButton 'Words'"]
    assert [fault.split(":")[0] for fault in checks.outside(page)] == ["QPushButton 'Away'"]


def test_a_page_that_is_wider_than_its_window(page: QWidget) -> None:
    area, wide = QScrollArea(), QWidget()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    wide.setMinimumWidth(900)
    area.setWidget(wide)
    shown(page, area)
    assert [fault.split(":")[0] for fault in checks.sideways(page)] == ["QWidget"]


class Trap(QLineEdit):
    """Keeps Tab for itself."""

    def focusNextPrevChild(self, _onward: bool) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()


def test_a_trap_and_what_is_passed_by(page: QWidget) -> None:
    first, trap, last = named(QLineEdit(), "First"), named(Trap(), "Trap"), named(QLineEdit(), "Last")
    shown(page, first, trap, last)
    first.setFocus()
    faults = list(way.tab_faults(page))
    assert "QLineEdit 'Last': Tab does not come there" in faults
    assert "Trap 'Trap': Tab does not come round" in faults


def test_a_way_that_goes_up(page: QWidget) -> None:
    fields = [named(QLineEdit(), name) for name in ("One", "Two", "Three")]
    shown(page, *fields)
    QWidget.setTabOrder(fields[0], fields[2])
    QWidget.setTabOrder(fields[2], fields[1])
    fields[0].setFocus()
    assert list(way.tab_faults(page)) == ["QLineEdit 'Three' → QLineEdit 'Two': Tab goes up"]


def test_focus_and_rows_that_are_not_seen(page: QWidget) -> None:
    button, rows = named(QPushButton("Flat"), "Flat"), named(QListWidget(), "Rows")
    button.setStyleSheet("QPushButton, QPushButton:focus { border: none; outline: none; padding: 0; }")
    rows.setStyleSheet(
        "QListWidget::item, QListWidget::item:selected { background: white; color: black; border: none; }"
    )
    rows.addItems(["one", "two"])
    shown(page, button, rows)
    assert list(way.unseen_focus(page, set())) == ["QPushButton 'Flat': focus is not seen"]
    assert list(way.unseen_row(page, set())) == ["QListWidget 'Rows': the current row is not seen"]


def test_pale_words(page: QWidget) -> None:
    pale, off = QLabel("Pale words"), named(QPushButton("Off"), "Off")
    pale.setStyleSheet("color: #9a9a9a; background: white;")
    off.setEnabled(False)
    shown(page, pale, off)
    assert [fault.split(":")[0] for fault in contrast.faint(page, set())] == ["QLabel 'Pale words' (text)"]


@pytest.mark.parametrize(
    ("ink", "paper", "ratio"), [("#000000", "#ffffff", 21), ("#767676", "#ffffff", 4.54), ("#0000ff", "#ffffff", 8.59)]
)
def test_contrast_is_that_of_the_guidelines(ink: str, paper: str, ratio: float) -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor(paper))
    painter = QPainter(picture)
    painter.fillRect(5, 5, 6, 6, QColor(ink))
    painter.end()
    assert contrast.contrast_of(picture) == pytest.approx(ratio, abs=0.01)
