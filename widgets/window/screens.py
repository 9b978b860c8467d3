"""The computer's screens: which of them two windows share, where a window was, and what happens when one goes away.

A screen that goes puts windows before people who did not see them. So names are hidden first, before any window is
moved or painted; then every window is brought into sight, and taken back when its screen is there again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

#: Pixels of a window that must be on some screen for it to be in sight, of its upper edge, by which it is moved.
IN_SIGHT = 60
_BIG = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


def screen_key(screen: QScreen) -> str:
    """What tells a screen from others, also tomorrow: maker, model and number where it says them, name and size."""
    own = " ".join(filter(None, (screen.manufacturer(), screen.model(), screen.serialNumber())))
    size = screen.size()
    return f"{own or screen.name()} {size.width()}x{size.height()}"


def screen_of_key(key: str) -> QScreen | None:
    """The screen that is meant, where it is there."""
    return next((screen for screen in QGuiApplication.screens() if screen_key(screen) == key), None)


def seen_on(window: QWidget) -> list[QScreen]:
    """The screens on which something of a window is seen; two that show the same count both."""
    own = window.screen()
    if QGuiApplication.platformName().startswith("wayland"):  # windows do not know where they are
        return [screen for screen in QGuiApplication.screens() if screen.geometry().intersects(own.geometry())]
    frame = window.frameGeometry()
    return [screen for screen in QGuiApplication.screens() if screen is own or screen.geometry().intersects(frame)]


def share_a_screen(one: QWidget, other: QWidget) -> bool:
    """Whether whoever looks at one window may see the other."""
    names = {screen.name() for screen in seen_on(one)}
    return any(screen.name() in names for screen in seen_on(other))


def place_of(window: QWidget) -> QRect:
    """Where a window is: the corner of its frame, and the size within it; of one all over its screen, where it was
    before that."""
    if not window.windowState() & _BIG:
        return QRect(window.pos(), window.size())
    frame, inside = window.frameGeometry(), window.geometry()
    return window.normalGeometry().translated(frame.topLeft() - inside.topLeft())


def put_on_screen(window: QWidget, place: QRect, screen: QScreen, like: QWidget | None = None) -> None:
    """Put a window on a screen, at a place as `place_of` gives it, no larger than there is room and nowhere beyond it.
    A window all over the screen stays so. One that was never shown has no frame yet: it will have that of `like`."""
    state = window.windowState()
    if state & _BIG:
        window.setWindowState(state & ~_BIG)
    window.setScreen(screen)
    framed = like or window
    room, frame = screen.availableGeometry(), framed.frameGeometry().size() - framed.size()
    size = place.size().boundedTo(room.size() - frame)
    whole = size + frame
    left = min(max(place.left(), room.left()), room.right() - whole.width() + 1)
    top = min(max(place.top(), room.top()), room.bottom() - whole.height() + 1)
    corner = QPoint(left, top) + framed.geometry().topLeft() - framed.frameGeometry().topLeft()
    window.setGeometry(QRect(corner, size))
    if state & _BIG:
        window.setWindowState(state)


class SharedScreen(QObject):
    """Whether two windows are on one screen, as they and the screens move.

    Signals:
        changed(bool): they share one now, or no longer.
        shown_larger: the other window fills the screen now.
    """

    changed = Signal(bool)
    shown_larger = Signal()

    def __init__(self, window: QWidget, other: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._other = other
        self.shared = share_a_screen(window, other)
        window.installEventFilter(self)
        other.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._follow)
            app.screenRemoved.connect(self.look)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look whether they share one now."""
        if not (isValid(self._window) and isValid(self._other)):
            return
        shared = share_a_screen(self._window, self._other)
        if shared != self.shared:
            self.shared = shared
            self.changed.emit(shared)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window was moved, shown, or made as large as its screen."""
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ScreenChangeInternal):
            self.look()
        elif kind is QEvent.Type.WindowStateChange and watched is self._other and self._other.isFullScreen():
            self.shown_larger.emit()
        return False


@dataclass(frozen=True)
class _Away:
    """Where a window stood on a screen that has gone: measured from the screen's own corner."""

    key: str
    place: QRect


class Screens(QObject):
    """Follows the screens for every window.

    Signals:
        said(str): what happened, in a sentence.
    """

    said = Signal(str)

    def __init__(self, hide_names: Callable[[], bool], parent: QObject) -> None:
        """`hide_names` masks names on every window, at once, and says whether they were in sight."""
        super().__init__(parent)
        self._hide_names = hide_names
        self._hidden_here = False
        self._away: dict[QWidget, _Away] = {}
        self._mirrored = _mirrored()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self.screen_gone)
            app.screenAdded.connect(self.screen_came)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self.screens_moved)

    def screen_gone(self, screen: QScreen) -> None:
        """Hide names, then bring every window of the screen into sight on one that is left. Qt says it before it moves
        the windows itself."""
        hidden = self._hide()
        self._mirrored = _mirrored()
        left = [other for other in QGuiApplication.screens() if other is not screen]
        if not left:
            return
        moved = [window for window in _windows() if window.screen() is screen]
        corner = screen.geometry().topLeft()
        for window in moved:
            place = place_of(window).translated(-corner)
            self._away[window] = _Away(screen_key(screen), place)
            put_on_screen(window, place.translated(left[0].geometry().topLeft()), left[0])
        self._bring_into_sight()
        where = "; its windows are here, and go back with it" if moved else ""
        self.said.emit(f"A screen has gone{where}.{hidden}")

    def screen_came(self, screen: QScreen) -> None:
        """Take windows back to a screen that is there again; names stay hidden until somebody asks."""
        screen.geometryChanged.connect(self.screens_moved)
        back = [window for window, away in self._away.items() if away.key == screen_key(screen) and isValid(window)]
        for window in back:
            away = self._away.pop(window)
            put_on_screen(window, away.place.translated(screen.geometry().topLeft()), screen)
        if back:
            self.said.emit(f"The screen is back, and {'its window' if len(back) == 1 else 'its windows'} with it.")
        self.screens_moved()

    def screens_moved(self) -> None:
        """Two screens may show the same now: then what one person saw is seen by all. No window is out of sight."""
        before, self._mirrored = self._mirrored, _mirrored()
        if self._mirrored - before:
            self.said.emit(f"Two screens show the same now.{self._hide()}")
        self._bring_into_sight()

    def _hide(self) -> str:
        """Hide names; gives the sentence that says so, also where an earlier screen hid them."""
        self._hidden_here = self._hide_names() or self._hidden_here
        return " Names are hidden; Ctrl+Shift+M shows them." if self._hidden_here else ""

    def _bring_into_sight(self) -> None:
        room = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        for window in _windows():
            frame = window.frameGeometry()
            edge = QRect(frame.left(), frame.top(), frame.width(), min(IN_SIGHT, frame.height()))
            seen = [part.intersected(edge) for part in room]
            if not any(part.width() >= min(IN_SIGHT, edge.width()) and part.height() > 0 for part in seen):
                put_on_screen(window, place_of(window), QGuiApplication.primaryScreen())


def _windows() -> Iterable[QWidget]:
    """Windows that people have opened; menus and tips go by themselves."""
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    return [window for window in QApplication.topLevelWidgets() if window.isVisible() and window.windowType() in kinds]


def _mirrored() -> set[frozenset[str]]:
    """The pairs of screens that show the same, or part of it."""
    pairs = combinations(QGuiApplication.screens(), 2)
    return {
        frozenset((one.name(), other.name())) for one, other in pairs if one.geometry().intersects(other.geometry())
    }
