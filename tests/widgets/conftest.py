"""What tests of several pages share."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.after_session import Open, open_after


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is played in tests."""
    monkeypatch.setattr("app.chime.PLAYERS", {})
    monkeypatch.setattr("app.chime.play_on_windows", lambda _file: False)


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    """Opens the page after a session."""
    return partial(open_after, qtbot)
