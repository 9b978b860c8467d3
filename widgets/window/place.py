"""Where the main window stands: where it was last, or what suits the screen."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from app.settings import Settings


def show_in_place(window: QWidget, settings: Settings) -> None:
    """Show the window where it was last, or all over the screen."""
    held = settings.values.window
    if held and window.restoreGeometry(QByteArray.fromBase64(QByteArray(held.encode()))):
        window.show()
        return
    room = window.screen().availableGeometry()
    window.resize(min(1280, room.width()), min(820, room.height() - 40))
    window.showMaximized()


def remember_place(window: QWidget, settings: Settings) -> None:
    """Keep where the window is."""
    settings.set(window=window.saveGeometry().toBase64().toStdString())
