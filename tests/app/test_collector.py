"""After the start, garbage is collected again, and what the start made is left alone."""

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app import collector
from app.collector import Collector


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_the_collector_wakes_after_the_start(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "START", 1)
    gc.disable()
    waker = Collector()
    waker.wake_later()
    assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled)
    assert gc.get_freeze_count() > 10_000
