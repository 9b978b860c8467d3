"""Menus that stand back: out of sight at the window's upper edge until Alt, Tab or the pointer comes to them."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

#: What is left for the pointer to touch, in pixels.
EDGE = 3
UNBOUND = 16777215
#: Higher, in pixels, than a line of the largest type.
ANY_TYPE = 1000


class StandingBack(QObject):
    """Folds the row of menus up and down. It is folded and not hidden, so that Alt and the menus' letters go on."""

    def __init__(self, row: QWidget, bar: QMenuBar) -> None:
        super().__init__(row)
        self._row, self._bar = row, bar
        self._on = False
        self._soon = QTimer(self)  # once a menu that closes has given the keyboard back
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        row.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        for action in bar.actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                menu.aboutToHide.connect(self._look_soon)

    @property
    def folded(self) -> bool:
        """Whether the menus are out of sight."""
        return self._row.maximumHeight() == EDGE

    def set_on(self, on: bool) -> None:
        """Stand back, or stand there again."""
        self._on = on
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer comes to the upper edge, or leaves the menus."""
        if self._on and event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._look_soon()
        return super().eventFilter(watched, event)

    def _focus_moved(self) -> None:
        if self._on:
            self._look_soon()

    def _look_soon(self) -> None:
        self._soon.start(0)

    def _look(self) -> None:
        focused, popup = QApplication.focusWidget(), QApplication.activePopupWidget()
        pointed_at = self._row.rect().contains(self._row.mapFromGlobal(QCursor.pos()))
        wanted = pointed_at or (focused is not None and self._row.isAncestorOf(focused))
        fold = self._on and not wanted and not isinstance(popup, QMenu)
        if fold != self.folded:
            # Folded away whole: squeezed, the bar would offer what has no room behind an arrow of its own.
            self._bar.setMinimumHeight(ANY_TYPE if fold else 0)
            self._row.setMinimumHeight(EDGE if fold else 0)
            self._row.setMaximumHeight(EDGE if fold else UNBOUND)
