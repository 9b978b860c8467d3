"""How the main window is looked at: zoom, colours, full screen, blank screen, settings."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings, Values
from widgets.window.guide import WindowGuide
from widgets.window.main_window import MainWindow
from widgets.window.projector import Projector

if TYPE_CHECKING:
    from app.open_session import OpenSession
    from widgets.session.time_words import ClockWords
    from widgets.window.blank_screen import Blanking

#: The timer is started, paused and given a minute more while nothing else is in sight.
KEYS_OF_THE_CLOCK = ("F5", "F6")
ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)


class WindowView(QObject):
    """Carries out what the View and Help menus offer. What it shows is imported when it is first asked for."""

    def __init__(self, window: MainWindow, settings: Settings, opened: "Callable[[], OpenSession | None]") -> None:
        """`opened` gives the session that is open, or None."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._opened = opened
        self._blanking: Blanking | None = None
        self.projector = Projector(window, settings, opened)
        menus = window.menus
        menus.larger.triggered.connect(lambda: self.zoom(1))
        menus.smaller.triggered.connect(lambda: self.zoom(-1))
        menus.usual_size.triggered.connect(self.usual_size)
        menus.theme_chosen.connect(lambda name: settings.set(theme=name))
        menus.blank.toggled.connect(self.blank)
        menus.full_screen.toggled.connect(self.full_screen)
        menus.settings.triggered.connect(lambda: self.show_settings())
        self.guide = WindowGuide(window, opened, self.show_settings)
        self.projector.turned.connect(self._show_titles)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._reach_from_everywhere)
        settings.changed.connect(self.show_theme_chosen)
        self.show_theme_chosen()

    def show_theme_chosen(self) -> None:
        """Mark the theme chosen in its menu."""
        chosen = self._window.menus.themes.get(self._settings.values.theme)
        if chosen is not None:
            chosen.setChecked(True)

    def zoom_now(self) -> int:
        """The size of type in per cent, as what is in view wants it."""
        return self.projector.zoom() if self.projector.on else self._settings.values.zoom

    def zoom(self, by: int) -> None:
        """One size larger or smaller; the projector view has a size of its own."""
        which = "projector_zoom" if self.projector.on else "zoom"
        now = getattr(self._settings.values, which)
        place = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - now))
        self._settings.set(**{which: ZOOMS[min(max(place + by, 0), len(ZOOMS) - 1)]})
        self._say_size()

    def usual_size(self) -> None:
        """The size that holds at first."""
        if self.projector.on:
            self.projector.usual_size()
        else:
            self._settings.set(zoom=Values().zoom)
        self._say_size()

    def _say_size(self) -> None:
        values = self._settings.values
        self._window.say(f"Size {values.projector_zoom if self.projector.on else values.zoom} %")

    def full_screen(self, on: bool) -> None:
        """The whole screen, or the window as it was."""
        state = Qt.WindowState.WindowFullScreen
        now = self._window.windowState()
        self._window.setWindowState(now | state if on else now & ~state)

    # Blank

    def blank(self, on: bool) -> None:
        """Nothing but the clock on every window, until asked again."""
        self._show_titles()
        if on:
            self._cover()
        elif self._blanking is not None:
            self._blanking.lift()
            self._blanking.deleteLater()
            self._blanking = None
            self._window.foot.stand_back(self.projector.on)  # it may have had its say meanwhile
            opened = self._opened()
            if opened is not None:
                opened.masking.changed.emit()  # views that were hidden show what changed meanwhile

    def _cover(self) -> None:
        from widgets.window.blank_screen import Blanking

        menus, opened = self._window.menus, self._opened()
        own = [menus.blank, menus.mask, menus.full_screen, menus.projector, menus.quit]
        keys = [QKeySequence(key) for action in own for key in action.shortcuts()]
        keys += [QKeySequence(key) for key in KEYS_OF_THE_CLOCK]
        self._blanking = Blanking(self._time, keys, self)
        self._blanking.over.connect(lambda: menus.blank.setChecked(False))
        if opened is not None:
            opened.engine.ticked.connect(self._blanking.show_time)
        self._blanking.cover()

    def _time(self) -> "tuple[ClockWords, bool] | None":
        opened = self._opened()
        if opened is None:
            return None
        from widgets.session.time_words import clock_words

        reading = opened.engine.read_timer()
        return clock_words(opened.engine.phase, reading), not reading.running

    def _show_titles(self) -> None:
        """While the room sees the screen no title names a family."""
        self._window.set_discreet(self.projector.on or self._window.menus.blank.isChecked())

    def _reach_from_everywhere(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Names are masked and screens blanked from whichever window has the keyboard, a dialog too; and Askwell is
        left from all that are no dialog."""
        if now is not None and now.window() is not self._window:
            held = now.window().actions()
            menus = self._window.menus
            for action in (menus.mask, menus.blank, *([] if now.window().isModal() else [menus.quit])):
                if action not in held:
                    now.window().addAction(action)

    def show_settings(self, field: str = "") -> None:
        """Settings of this computer, and of the session that is open, the keyboard on the field of that name."""
        from widgets.window.settings_dialog import SettingsDialog

        opened = self._opened()
        dialog = SettingsDialog(self._settings, opened.document if opened else None, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        for wanted in dialog.findChildren(QWidget):
            if field and wanted.accessibleName() == field:
                wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
