"""An open session loads in a lull what its end will need."""

import threading

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtGui import QUndoGroup
from pytestqt.qtbot import QtBot

from app.practice import practice_session
from app.settings import Settings
from models.session import Details
from widgets import sitting
from widgets.sitting import Sitting
from widgets.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(Settings(None))
    made.may_close = True
    qtbot.addWidget(made)
    return made


def test_what_makes_pdfs_is_loaded_beside_the_window_when_nothing_changes(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded_on: list[threading.Thread] = []
    monkeypatch.setattr("app.export.warm_up", lambda: loaded_on.append(threading.current_thread()))
    monkeypatch.setattr(sitting, "LULL_MS", 300)
    parent = QObject()
    sits = Sitting(practice_session(), window, None, QUndoGroup(parent), False, parent)
    document = sits.open.document
    before = sits._lull.remainingTime()
    qtbot.waitUntil(lambda: sits._lull.remainingTime() < before - 50)
    document.set("Name the session", document.session.one(Details), title="Marsh")
    assert sits._lull.remainingTime() > before - 50
    qtbot.waitUntil(lambda: bool(loaded_on))
    assert loaded_on != [threading.main_thread()]
    document.set("Name the session", document.session.one(Details), title="Bell")
    assert not sits._lull.isActive()
    assert QThreadPool.globalInstance().waitForDone(5_000)
    assert sits.end()
