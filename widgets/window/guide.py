"""What the window offers to whoever looks for something: the palette (Ctrl+K), help (F1), the card of keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from widgets.window.main_window import MainWindow, Page

if TYPE_CHECKING:
    from app.open_session import OpenSession
    from widgets.window.help_panel import HelpPanel


#: Why an action cannot be done now stands in this property of it, as a short sentence.
WHY_NOT = "why_not"


class WindowGuide(QObject):
    """Answers the palette's and the help's actions. What it shows is imported when it is first asked for."""

    def __init__(
        self, window: MainWindow, opened: "Callable[[], OpenSession | None]", show_settings: Callable[[str], object]
    ) -> None:
        """`opened` gives the session that is open, or None; `show_settings` opens them at a field of that name."""
        super().__init__(window)
        self._window = window
        self._opened = opened
        self._show_settings = show_settings
        self._recent: list[str] = []
        self._help: HelpPanel | None = None
        self._before_help: QWidget | None = None
        window.menus.undo.setProperty(WHY_NOT, "Nothing to undo yet")
        window.menus.redo.setProperty(WHY_NOT, "Nothing was undone")
        window.menus.palette.triggered.connect(self.show_palette)
        window.menus.help.triggered.connect(self.toggle_help)
        window.page_shown.connect(self._refresh_help)

    # The palette

    def show_palette(self) -> None:
        """Everything that can be done now."""
        from widgets.window.palette import Palette
        from widgets.window.palette_entries import everything

        self._window.offer_actions()
        Palette(everything(self._window, self._show_settings), self._window, self._recent).open()

    # Help

    def toggle_help(self) -> None:
        """Show help for what is in view, or take it away and give the keyboard back."""
        if self._help is None:
            from widgets.window.help_panel import HelpPanel

            self._help = HelpPanel(self._window)
            self._help.closed.connect(self._give_back)
        if self._help.isVisible():
            self._help.close()
            return
        self._before_help = QApplication.focusWidget()
        self._refresh_help(always=True)
        self._help.open()

    def _give_back(self) -> None:
        before = self._before_help
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _refresh_help(self, always: bool = False) -> None:
        page = self._window.page()
        if self._help is None or page is None or not (always or self._help.isVisible()):
            return
        from widgets.window.help_panel import keys_in_view

        opened = self._opened()
        about = cast(Page, page).help_in_view()
        self._help.show_help(about, keys_in_view(self._window.menus.offered()), opened.masking if opened else None)
