"""Fixtures that every test may use. Tests run offscreen; time, ids and folders are passed in."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QGraphicsItem

from app.guard import guard_overrides

guard_overrides(QObject, QGraphicsItem)  # as main.py does, before any window's module is imported


@pytest.fixture(autouse=True)
def _windows_are_freed() -> Iterator[None]:
    """Widgets that were only dropped pile up, and slow every later test, until deletion is carried out."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
