"""The main window: one page at a time, the menus, and one line at the foot."""

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from app.settings import Settings
from widgets.parts.naming import named
from widgets.window.foot import Foot

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QAction

    from models.help import HelpPart
    from widgets.window.menus import Menus
    from widgets.window.standing_back import StandingBack


class Page(Protocol):
    """What every page offers beside being a widget."""

    def actions_offered(self) -> "list[QAction]":
        """All its actions, with text and key; they go into menus and the command palette."""

    def print_in_view(self) -> tuple[str, str] | None:
        """Title and export format of what Ctrl+P prints, or None."""

    def help_in_view(self) -> "list[HelpPart]":
        """What F1 says of what is in view."""

    def first_field(self) -> QWidget | None:
        """Where the keyboard should be when the page opens."""


class MainWindow(QMainWindow):
    """Holds the pages and what is common to them.

    Signals:
        painted: the window has been on screen once; whatever takes time starts now.
        page_shown: another page is in view, or the same one offers other actions.
        close_wanted: somebody closes the window; `may_close` says whether it may.
        key_unused(QKeyEvent): a key that nothing in the window knew what to do with.
    """

    painted = Signal()
    page_shown = Signal()
    close_wanted = Signal()
    key_unused = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.may_close = False
        self._seen = False
        self._about = ""
        self._discreet = False
        self._standing_back: StandingBack | None = None
        self.setWindowTitle("Askwell")
        self.home_button = named(QPushButton("Home", self), "Home", "The list of sessions")
        self.home_button.setProperty("kind", "quiet")
        self.stack = QStackedWidget(self)
        self.setCentralWidget(self.stack)
        self.foot = Foot(self)
        self.setStatusBar(self.foot)
        self._bar = self._make_top()
        self._menus: Menus | None = None
        self._painted_timer = QTimer(self)
        self._painted_timer.setSingleShot(True)
        self._painted_timer.timeout.connect(self.painted)

    def _make_top(self) -> QMenuBar:
        """Home and the menus in one row. A menu bar's own corner would hide the button from screen readers."""
        top = self._top = QWidget(self)
        top.setProperty("kind", "slim")
        bar = QMenuBar(top)
        bar.setNativeMenuBar(False)
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.home_button)
        row.addWidget(bar, 1)
        self.setMenuWidget(top)
        return bar

    @property
    def menus(self) -> "Menus":
        """The menus and all actions, made when they are first asked for, which is after the first picture."""
        if self._menus is None:
            from widgets.window.menus import Menus

            self._menus = Menus(self, self._bar)
        return self._menus

    def page(self) -> QWidget | None:
        """The page in view."""
        return self.stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Bring a page into view, with its actions and the keyboard where it belongs."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.offer_actions()
        field = cast(Page, page).first_field()
        if field is not None:
            field.setFocus()

    def offer_actions(self) -> None:
        """Put what the page in view can do now into the menus."""
        page = self.page()
        if page is not None and self._menus is not None:
            self.menus.show_page_actions(cast(Page, page).actions_offered())
            self.page_shown.emit()

    def drop_page(self, page: QWidget) -> None:
        """Take a page out for good."""
        if self._menus is not None:
            self._menus.show_page_actions([])
        self.stack.removeWidget(page)
        page.deleteLater()

    def show_title(self, about: str) -> None:
        """Say in the title what is open, "" for nothing."""
        self._about = about
        self._put_title()

    def set_discreet(self, on: bool) -> None:
        """Name nobody in the title, while the room sees the screen; or say again what is open."""
        self._discreet = on
        self._put_title()

    def _put_title(self) -> None:
        self.setWindowTitle(f"{self._about} – Askwell" if self._about and not self._discreet else "Askwell")

    def stand_back(self, on: bool) -> None:
        """Menus and foot out of sight until they are wanted or have something to say; or as always."""
        if self._standing_back is None:
            from widgets.window.standing_back import StandingBack

            self._standing_back = StandingBack(self._top, self._bar)
        self._standing_back.set_on(on)
        self.foot.stand_back(on)

    def say(self, sentence: str) -> None:
        """Show a sentence in the foot for some seconds."""
        self.foot.say(sentence)

    def kept(self, at: "datetime") -> None:
        """Everything was kept at that local time."""
        self.foot.kept(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as the space bar does."""
        from PySide6.QtCore import Qt  # see widgets/early.py

        pressed = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if enter and isinstance(pressed, QPushButton) and pressed.isEnabled():
            pressed.click()
        else:
            super().keyPressEvent(event)
            self.key_unused.emit(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first picture, say so once."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self._painted_timer.start(0)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only after what was entered has been kept."""
        self.close_wanted.emit()
        event.setAccepted(self.may_close)
