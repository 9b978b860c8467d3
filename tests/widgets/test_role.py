"""Assistive technology is told what a widget of our own is."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from widgets.parts.role import play_role


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.parametrize("played", [QAccessible.Role.Graphic, QAccessible.Role.Document])
def test_a_widget_is_what_it_is_said_to_be(qtbot: QtBot, played: QAccessible.Role) -> None:
    widget, button = QWidget(), QPushButton("Press")
    for each in (widget, button):
        qtbot.addWidget(each)
    widget.setAccessibleName("Family")
    widget.setAccessibleDescription("Jade, 15")
    play_role(widget, played)
    face = QAccessible.queryAccessibleInterface(widget)
    assert (face.role(), role(button)) == (played, QAccessible.Role.PushButton)
    assert face.text(QAccessible.Text.Name) == "Family"
    assert face.text(QAccessible.Text.Description) == "Jade, 15"


def test_widgets_come_and_go(qapp: QApplication) -> None:
    for _ in range(50):
        widget = QWidget()
        play_role(widget, QAccessible.Role.Graphic)
        assert role(widget) is QAccessible.Role.Graphic
        widget.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert role(QPushButton()) is QAccessible.Role.PushButton
