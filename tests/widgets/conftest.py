"""What tests of several pages share."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.after_session import Open, open_after
from widgets import theme


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is played in tests."""
    monkeypatch.setattr("app.chime.PLAYERS", {})
    monkeypatch.setattr("app.chime.play_on_windows", lambda _file: False)


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    """Opens the page after a session."""
    return partial(open_after, qtbot)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Dressed as the application is, and as it was before once the test is over."""
    theme.apply(qapp, "light", 100)
    yield qapp
    qapp.setStyleSheet("")
    qapp.setProperty("askwell_theme", None)
