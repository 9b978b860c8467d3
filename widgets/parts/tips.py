"""Tool tips that go at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def take_tips_away() -> None:
    """Hide every tool tip now: what Qt offers for it leaves one standing for a third of a second."""
    for window in QApplication.topLevelWidgets():
        if window.windowType() == Qt.WindowType.ToolTip:
            window.hide()
