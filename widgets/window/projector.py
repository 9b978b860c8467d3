"""The projector view: the session page for the room, its type in a size of its own, menus and foot standing back, all
over the screen. Left by the key that began it; Esc belongs to what is being typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.settings import Settings, Values
from widgets.window.main_window import MainWindow

if TYPE_CHECKING:
    from app.open_session import OpenSession

#: The height, in pixels, of the picture for which a size is meant: on a finer one type grows along, so that it takes
#: the same share of the wall; on a coarser one it gives way, down to the least share.
PICTURE_HEIGHT, LEAST_SHARE = 1080, 0.8
WELCOME = "Projector view. Ctrl+Shift+P leaves it, Ctrl+K finds every action, Alt shows the menus."
WAY_OUT = "Ctrl+Shift+P leaves the projector view."


class Projector(QObject):
    """Turns the session page over to the room and back. Other pages stand as they always do, and the view goes on when
    the session page comes back; it ends with the session.

    Signals:
        turned: the view began or ended, or its type is of another size.
    """

    turned = Signal()

    def __init__(self, window: MainWindow, settings: Settings, opened: "Callable[[], OpenSession | None]") -> None:
        """`opened` gives the session that is open, or None."""
        super().__init__(window)
        self._window, self._settings, self._opened = window, settings, opened
        self._page: QWidget | None = None
        self._filled_screen = False
        self._screens_watched = False
        window.menus.projector.toggled.connect(self._asked)
        window.page_shown.connect(self._follow)
        window.key_unused.connect(self._say_way_out)
        self._follow()

    @property
    def on(self) -> bool:
        """Whether what is in view is shown to the room."""
        return self._page is not None

    def zoom(self) -> int:
        """The size of type in per cent for the screen that the window is on."""
        share = self._window.screen().geometry().height() / PICTURE_HEIGHT
        return round(self._settings.values.projector_zoom * max(share, LEAST_SHARE))

    def usual_size(self) -> None:
        """Its type as large as it is at first."""
        self._settings.set(projector_zoom=Values().projector_zoom)

    def _asked(self, on: bool) -> None:
        """The whole screen goes with it, and is given back where it was taken for it."""
        full = self._window.menus.full_screen
        if on:
            self._filled_screen = not full.isChecked()
            full.setChecked(True)
        elif self._filled_screen:
            self._filled_screen = False
            full.setChecked(False)
        self._follow()
        if on:
            self._window.say(WELCOME)
        else:
            for said in (WELCOME, WAY_OUT):
                self._window.foot.take_back(said)

    def _follow(self) -> None:
        """Another page is in view, or the view was asked for: project what can be projected."""
        asked, page = self._window.menus.projector, self._window.page()
        can = page is not None and hasattr(page, "set_projected")
        asked.setEnabled(can)
        if asked.isChecked() and self._opened() is None:
            asked.setChecked(False)  # comes back here
            return
        now = page if can and asked.isChecked() else None
        if now is not self._page:
            before, self._page = self._page, now
            self._turn(before)

    def _turn(self, before: QWidget | None) -> None:
        self._watch_screens()
        window = self._window
        window.setUpdatesEnabled(False)
        try:
            window.stand_back(self.on)
            for page, on in ((before, False), (self._page, True)):
                if page is not None and isValid(page):
                    page.set_projected(on)  # type: ignore[attr-defined]  # `_follow` asked whether it has it
            self.turned.emit()
        finally:
            window.setUpdatesEnabled(True)

    def _watch_screens(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and not self._screens_watched:
            self._screens_watched = True
            handle.screenChanged.connect(self._other_screen)

    def _other_screen(self) -> None:
        if self.on:
            self.turned.emit()

    def _say_way_out(self, event: QKeyEvent) -> None:
        if self.on and event.key() == Qt.Key.Key_Escape:
            self._window.say(WAY_OUT)
