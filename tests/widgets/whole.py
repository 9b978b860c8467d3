"""The whole application on the practice session, for the few tests that need all its windows at once."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets import theme
from widgets.application import Application
from widgets.session.page import SessionPage


@contextmanager
def whole_application(
    qapp: QApplication, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    """The application with the practice session's page in view and the keyboard in its window."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the application puts its own there
    application = Application(qapp, folder, practice=False)
    application.window.resize(1366, 768)
    application.open_practice()
    sitting = application.sitting
    assert sitting is not None
    sitting.show_session()
    with qtbot.waitExposed(application.window):
        application.window.show()
    qtbot.mouseMove(application.window, QPoint(400, 400))  # away from the menus
    application.window.activateWindow()
    qtbot.waitUntil(application.window.isActiveWindow)
    yield application
    if application.sitting is not None:
        application._leave()
    application.window.hide()
    application.end()
    application.window.deleteLater()
    application.deleteLater()
    theme.apply(qapp, "light", 100)


def session_page(application: Application) -> SessionPage:
    """The page in view, which is the session's."""
    page = application.window.page()
    assert isinstance(page, SessionPage)
    return page
