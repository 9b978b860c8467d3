"""The application refuses what could not be kept."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library import FILE
from models.storage.store import Store
from tests.widgets.whole import whole_application
from widgets import theme
from widgets.application import Application


def test_less_motion_keeps_the_cursor_from_blinking(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    usual = qapp.cursorFlashTime()
    application = Application(qapp, tmp_path, practice=False)
    application.settings.set(less_motion=True)
    assert qapp.cursorFlashTime() == 0
    application.settings.set(less_motion=False)
    assert qapp.cursorFlashTime() == usual > 0
    application.end()
    application.window.deleteLater()
    application.deleteLater()


def test_no_session_is_begun_where_none_can_be_stored(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the application puts its own there
    (tmp_path / FILE).write_bytes(b"garbage" * 1000)
    application = Application(qapp, tmp_path, practice=False)
    assert application._start_library()
    library = application.library
    assert library is not None
    warmed: list[int] = []
    library.warmed.connect(lambda: warmed.append(1))
    qtbot.waitUntil(lambda: bool(library.unopened), timeout=10_000)
    application.new_session()
    assert not application.sitting
    assert "damaged" in application.window.foot.message
    (tmp_path / FILE).unlink()
    Store(tmp_path / FILE).close()
    application.new_session()
    assert isinstance(application.sitting, QObject)
    assert application._leave()
    qtbot.waitUntil(lambda: len(warmed) == 2)  # each begins a thread, which the end waits for
    application.end()
    application.window.deleteLater()
    application.deleteLater()


def test_the_systems_wish_for_contrast_is_followed_as_it_comes(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with whole_application(qapp, qtbot, tmp_path, monkeypatch) as application:
        hints = qapp.styleHints().accessibility()
        monkeypatch.setattr(theme, "platform_theme", lambda _app: "contrast")
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
        assert theme.current().name == "contrast"
        application.settings.set(theme="dark")
        assert theme.current().name == "dark"
