"""How the main window is looked at: zoom, colours, full screen, blank screen, help, palette, settings."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.settings import Settings
from widgets.window.main_window import MainWindow, Page

if TYPE_CHECKING:
    from app.open_session import OpenSession
    from widgets.window.blank_screen import BlankScreen
    from widgets.window.help_panel import HelpPanel

ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)


class WindowView(QObject):
    """Carries out what the View and Help menus offer. What it shows is imported when it is first asked for."""

    def __init__(self, window: MainWindow, settings: Settings, opened: "Callable[[], OpenSession | None]") -> None:
        """`opened` gives the session that is open, or None."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._opened = opened
        self._blanks: list[BlankScreen] = []
        self._help: HelpPanel | None = None
        self._before_help: QWidget | None = None
        menus = window.menus
        menus.larger.triggered.connect(lambda: self.zoom(1))
        menus.smaller.triggered.connect(lambda: self.zoom(-1))
        menus.usual_size.triggered.connect(lambda: settings.set(zoom=100))
        menus.theme_chosen.connect(lambda name: settings.set(theme=name))
        menus.palette.triggered.connect(self.show_palette)
        menus.blank.toggled.connect(self.blank)
        menus.full_screen.toggled.connect(self.full_screen)
        menus.help.triggered.connect(self.toggle_help)
        menus.settings.triggered.connect(self.show_settings)
        window.page_shown.connect(self._refresh_help)
        settings.changed.connect(self.show_theme_chosen)
        self.show_theme_chosen()

    def show_theme_chosen(self) -> None:
        """Mark the theme chosen in its menu."""
        chosen = self._window.menus.themes.get(self._settings.values.theme)
        if chosen is not None:
            chosen.setChecked(True)

    def zoom(self, by: int) -> None:
        """One size larger or smaller."""
        now = self._settings.values.zoom
        place = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - now))
        self._settings.set(zoom=ZOOMS[min(max(place + by, 0), len(ZOOMS) - 1)])

    def full_screen(self, on: bool) -> None:
        """The whole screen, or the window as it was."""
        state = Qt.WindowState.WindowFullScreen
        now = self._window.windowState()
        self._window.setWindowState(now | state if on else now & ~state)

    # Blank

    def blank(self, on: bool) -> None:
        """Nothing but the clock on every window, until asked again."""
        for cover in self._blanks:
            cover.lift()
        self._blanks = []
        opened = self._opened()
        if on:
            from widgets.window.blank_screen import BlankScreen

            windows = [window for window in QApplication.topLevelWidgets() if window.isVisible() and _covers(window)]
            self._blanks = [BlankScreen(window, self._time_left) for window in windows]
        elif opened is not None:
            opened.masking.changed.emit()  # views that were hidden show what changed meanwhile

    def _time_left(self) -> str:
        opened = self._opened()
        if opened is None:
            return ""
        from widgets.session.time_words import clock_words

        return clock_words(opened.engine.phase, opened.engine.read_timer()).digits

    # Help, palette, settings

    def toggle_help(self) -> None:
        """Show help for what is in view, or take it away."""
        if self._help is None:
            from widgets.window.help_panel import HelpPanel

            self._help = HelpPanel(self._window)
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._help)
            self._help.show()
        else:
            self._help.setVisible(self._help.isHidden())
        self._refresh_help()
        if self._help.isHidden():
            if self._before_help is not None and isValid(self._before_help) and self._before_help.isVisible():
                self._before_help.setFocus()
        else:
            self._before_help = QApplication.focusWidget()
            self._help.page.setFocus()

    def _refresh_help(self) -> None:
        if self._help is None or self._help.isHidden():
            return
        from widgets.window.help_panel import help_for_keys

        page = self._window.page()
        about = cast(Page, page).help_in_view() if page is not None else ""
        self._help.show_help(f"{about}\n\n{help_for_keys(self._window.menus.all_actions())}")

    def show_palette(self) -> None:
        """Every action that there is now."""
        from widgets.window.palette import Palette

        self._window.offer_actions()
        Palette(self._window.menus.all_actions(), self._window).open()

    def show_settings(self) -> None:
        """Settings of this computer, and of the session that is open."""
        from widgets.window.settings_dialog import SettingsDialog

        opened = self._opened()
        dialog = SettingsDialog(self._settings, opened.document if opened else None, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _covers(window: QWidget) -> bool:
    """Windows that show a session; menus and tips go by themselves."""
    return window.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
