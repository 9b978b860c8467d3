"""Tab through the page on which a session is prepared, in the whole window, as rows come one after another."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.widgets.whole import whole_application
from widgets.application import Application
from widgets.prepare.page import PreparePage


def shown(application: Application) -> PreparePage:
    assert application.sitting is not None
    application.sitting.show_prepare()
    QApplication.processEvents()
    page = application.window.page()
    assert isinstance(page, PreparePage)
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def walked(start: QWidget) -> list[str]:
    """The names to which Tab comes, once round the window."""
    start.setFocus()
    names: list[str] = []
    while not names or focused() is not start:
        names.append(focused().accessibleName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert len(names) < 200, "Tab does not come round"
    return names


def in_order(page: PreparePage) -> list[str]:
    """The names of the rows and of what stands below them, as they are read."""
    people = [[row.name, row.role, row.job, row.remove] for row in page.people._rows.values()]
    children = [[row.name, row.born.field, row.reference, row.remove] for row in page.children_panel._rows.values()]
    rows = [*people, [page.people.name], *children, [page.children_panel.add]]
    return [widget.accessibleName() for row in rows for widget in row]


def test_tab_goes_through_every_row_before_what_stands_below_it(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with whole_application(qapp, qtbot, tmp_path, monkeypatch) as application:
        page = shown(application)
        for name in ("Kezia Brown", "Lem Ortiz"):
            QTest.keyClicks(page.people.name, name)
            QTest.keyClick(page.people.name, Qt.Key.Key_Return)
            page.children_panel.add.click()
            QApplication.processEvents()
            QTest.keyClicks(focused(), name)
            QApplication.processEvents()
        for again in (False, True):
            if again and application.sitting is not None:
                application.sitting.show_session()
                page = shown(application)
            walk = walked(page.children_panel.add)
            wanted = in_order(page)
            # The walk begins after the children; turned so that it ends with them.
            rows = [name for name in [*walk[1:], walk[0]] if name in wanted]
            assert rows == wanted
            assert "Home" in walk
