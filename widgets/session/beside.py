"""The windows beside the session page, advisor's window and private notes: made when first asked for, on a second
screen where there is one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from widgets.advisor.private_notes import PrivateNotes
    from widgets.advisor.window import AdvisorWindow
    from widgets.session.page import SessionPage


class WindowsBeside(QObject):
    """Opens and closes them.

    Signals:
        nudged(str): the advisor's sentence is to be shown in the room for some seconds.
    """

    nudged = Signal(str)

    def __init__(self, page: "SessionPage") -> None:
        super().__init__(page)
        self._page = page
        self._advisor: AdvisorWindow | None = None
        self._notes: PrivateNotes | None = None

    def toggle_advisor(self) -> None:
        """Open the advisor's window, on a second screen where there is one, or close it."""
        if self._advisor is None:
            from widgets.advisor.window import AdvisorWindow

            self._advisor = AdvisorWindow(self._page.open, self._page.ticker, self._page)
            self._advisor.nudged.connect(self.nudged)
            _to_other_screen(self._advisor, self._page)
        if self._advisor.isVisible():
            self._advisor.close()
        else:
            _bring_up(self._advisor)

    def show_private_notes(self) -> None:
        """Open the facilitator's own notes, in a window of their own."""
        if self._notes is None:
            from widgets.advisor.private_notes import PrivateNotes

            self._notes = PrivateNotes(self._page.open, self._page)
            _to_other_screen(self._notes, self._page)
        _bring_up(self._notes)


def _bring_up(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()


def _to_other_screen(window: QWidget, page: QWidget) -> None:
    """Put a window on a screen that does not show the page, where there is one."""
    others = [screen for screen in QGuiApplication.screens() if screen is not page.screen()]
    if others:
        window.move(others[0].availableGeometry().topLeft())
