"""What stands at the window's foot holds: it goes when it is no longer true."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.whole import whole_application
from widgets.application import Application
from widgets.window.masked_names import MASKED
from widgets.window.projector import WELCOME


@pytest.fixture
def application(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    with whole_application(qapp, qtbot, tmp_path, monkeypatch) as made:
        yield made


def test_what_was_said_goes_when_it_holds_no_longer(application: Application) -> None:
    foot = application.window.foot
    application.window.menus.projector.trigger()
    application.window.menus.projector.trigger()
    assert foot.message == ""
    application.window.say(MASKED)
    application.window.menus.mask.setChecked(True)
    assert foot.message == MASKED and foot.state.endswith(" · names masked")
    application.window.menus.mask.setChecked(False)
    assert foot.message == "" and "masked" not in foot.state


def test_masked_names_are_said_to_be_masked_for_the_room_too(application: Application) -> None:
    foot = application.window.foot
    application.window.menus.projector.trigger()
    foot.take_back(WELCOME)
    assert not foot.isVisible()
    application.window.menus.mask.setChecked(True)
    assert foot.isVisible() and foot.state == "Names masked"
    application.window.menus.mask.setChecked(False)
    assert not foot.isVisible()


def test_another_size_is_said(application: Application) -> None:
    application.window.menus.larger.trigger()
    assert application.window.foot.message == "Size 110 %"
    application.window.menus.usual_size.trigger()
    assert application.window.foot.message == "Size 100 %"
