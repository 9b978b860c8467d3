"""Imports what the first session needs while the first window is already on screen."""

from importlib import import_module

from PySide6.QtCore import QThread, Signal

#: Read on the way to a session; each costs more than a window may stand still.
MODULES = (
    "models.session",
    "models.process",
    "app.document",
    "app.library",
    "app.single",
    "app.keeper",
    "app.engine",
    "app.masking",
    "app.open_session",
    "app.practice",
    "widgets.sitting",
)


class WarmUp(QThread):
    """Runs once; `finished` says that all modules are there.

    Signals:
        names_there: the names of Qt and the menus are.
    """

    names_there = Signal()

    def run(self) -> None:
        """Import them beside the window, what the menus need first."""
        for module in ("widgets.menus", "widgets.window_view"):
            import_module(module)
        self.names_there.emit()
        for module in MODULES:
            import_module(module)
