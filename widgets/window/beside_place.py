"""Where a window beside the session's stands: on the screen and at the place where it was the last time, unless that
screen shows the session now and another does not."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from app.settings import Settings
from widgets.window.screens import place_of, put_on_screen, screen_key, screen_of_key, seen_on

#: Milliseconds after which a window that was moved is taken to stay.
SETTLED = 500


class BesidePlace(QObject):
    """Keeps the place in a setting, as "left top width height screen", measured from the screen's corner. The screen is
    named as `screen_key` does."""

    def __init__(self, window: QWidget, session: QWidget, settings: Settings, setting: str) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._setting = setting
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.remember)
        window.installEventFilter(self)

    def restore(self) -> None:
        """Put the window where it was, or in the middle of the screen that suits it best, or at the right of the one
        there is."""
        rect, key = self._held()
        screen = self._screen(key)
        corner = screen.geometry().topLeft()
        if rect is not None and screen_key(screen) == key:
            put_on_screen(self._window, rect.translated(corner), screen, self._session)
            return
        room = screen.availableGeometry()
        place = QRect(room.topLeft(), self._window.size())
        if screen in seen_on(self._session):
            place.moveTopRight(room.topRight())
        else:
            place.moveCenter(room.center())
        put_on_screen(self._window, place, screen, self._session)

    def _screen(self, key: str) -> QScreen:
        taken = seen_on(self._session)
        free = [screen for screen in QGuiApplication.screens() if screen not in taken]
        held = screen_of_key(key)
        if held is not None and (held in free or not free):
            return held
        return free[0] if free else self._session.screen()

    def _held(self) -> tuple[QRect | None, str]:
        numbers, key = self._read()
        return (QRect(*numbers) if len(numbers) == 4 else None), key

    def _read(self) -> tuple[list[int], str]:
        *parts, key = str(getattr(self._settings.values, self._setting)).split(" ", 4)
        try:
            return [int(part) for part in parts], key
        except ValueError:  # a file that somebody wrote by hand
            return [], ""

    def remember(self) -> None:
        """Keep where the window is; one that is closed, or all over the screen, keeps where it was before."""
        big = self._window.windowState() & (Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized)
        if not self._window.isVisible() or big:
            return
        screen = self._window.screen()
        place = place_of(self._window).translated(-screen.geometry().topLeft())
        held = f"{place.left()} {place.top()} {place.width()} {place.height()} {screen_key(screen)}"
        self._settings.set(**{self._setting: held})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It was moved; closing comes before anything could be late."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._soon.start(SETTLED)
        elif event.type() is QEvent.Type.Close:
            self.remember()
        return super().eventFilter(watched, event)
