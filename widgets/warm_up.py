"""Imports what comes next while the first window is already on screen."""

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QThread, Signal

#: For the menus, then for the list of sessions, then for a session: each part is needed sooner than the next.
MENUS = ("widgets.window.menus", "widgets.window.view", "widgets.window.masked_names", "widgets.parts.spelling_help")
LIBRARY = ("app.single", "models.library", "app.library", "widgets.home.session_list")
SESSION = (
    "models.process",
    "app.document",
    "app.keeper",
    "app.engine",
    "app.masking",
    "app.open_session",
    "app.practice",
    "widgets.sitting",
    "widgets.prepare.page",
    "widgets.session.page",
)


class WarmUp(QThread):
    """Imports parts in turn, once.

    Signals:
        imported(int): that part, counted from 0, is there.
    """

    imported = Signal(int)

    def __init__(self, parts: Sequence[Sequence[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts

    def run(self) -> None:
        """Import them beside the window."""
        for place, part in enumerate(self._parts):
            for module in part:
                import_module(module)
            self.imported.emit(place)
