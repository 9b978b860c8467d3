"""The windows beside the session page, advisor's window and private notes: made when first asked for, on a screen that
does not show the session where there is one, and where they were the last time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from widgets.advisor.private_notes import NoteBox, PrivateNotes
    from widgets.advisor.window import AdvisorWindow
    from widgets.session.page import SessionPage


class WindowsBeside(QObject):
    """Opens and closes them.

    Signals:
        nudged(str): the advisor's sentence is to be shown in the room for some seconds.
        said(str): a sentence for the session window to show: the plan is another.
    """

    nudged = Signal(str)
    said = Signal(str)

    def __init__(self, page: "SessionPage") -> None:
        super().__init__(page)
        self._page = page
        self._advisor: AdvisorWindow | None = None
        self._notes: PrivateNotes | None = None

    def toggle_advisor(self) -> None:
        """Open the advisor's window or go to it; where it has the keyboard already, close it."""
        if self._advisor is None:
            from widgets.advisor.window import AdvisorWindow

            window = self._advisor = AdvisorWindow(self._page.open, self._page.ticker, self._page)
            window.nudged.connect(self.nudged)
            window.said.connect(self.said)
            window.typing_wanted_back.connect(self._page.window().activateWindow)
            self._open_beside(window, window.note, "advisor_window")
        if self._advisor.isVisible() and self._advisor.isActiveWindow():
            self._advisor.close()
        else:
            _bring_up(self._advisor)

    def show_private_notes(self) -> None:
        """Open the facilitator's own notes, in a window of their own."""
        if self._notes is None:
            from widgets.advisor.private_notes import PrivateNotes

            self._notes = PrivateNotes(self._page.open, self._page)
            self._open_beside(self._notes, self._notes.note, "notes_window")
        _bring_up(self._notes)

    def fit_plan(self) -> None:
        """Offer a plan that ends at a time, in the session window."""
        from widgets.advisor.fit_dialog import FitDialog

        dialog = FitDialog(self._page.open, self._page)
        dialog.said.connect(self.said)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def fold_notes(self) -> None:
        """More people look at the session window now: notes that share its screen are out of sight again."""
        for window in (self._advisor, self._notes):
            if window is not None:
                window.note.fold()

    def _open_beside(self, window: QWidget, note: "NoteBox", setting: str) -> None:
        from widgets.window.beside_place import BesidePlace
        from widgets.window.screens import SharedScreen

        session = self._page.window()
        BesidePlace(window, session, self._page.open.settings, setting).restore()
        sight = SharedScreen(window, session)
        note.set_shared(sight.shared)
        sight.changed.connect(note.set_shared)
        sight.shown_larger.connect(note.fold)


def _bring_up(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
