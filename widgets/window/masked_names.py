"""Masked names, for every window at once: from the key on, nothing shows a name that may be hidden."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from widgets.home.page import HomePage
from widgets.parts.refusing import Refusing, would_change
from widgets.parts.tips import take_tips_away
from widgets.window.main_window import MainWindow

if TYPE_CHECKING:
    from app.open_session import OpenSession

#: How every sentence begins that holds only while they are.
ARE_MASKED = "Names are masked"
MASKED = f"{ARE_MASKED}. Show them (Ctrl+Shift+M) to change what is written here."


class MaskedNames(QObject):
    """Puts names out of sight and back, and says to whoever types over initials why nothing comes."""

    def __init__(self, window: MainWindow, home: HomePage, opened: "Callable[[], OpenSession | None]") -> None:
        """`opened` gives the session that is open, or None."""
        super().__init__(window)
        self._window, self._home, self._opened = window, home, opened
        window.menus.mask.toggled.connect(self._mask)
        window.key_unused.connect(self._say_why_not)

    def hide(self) -> bool:
        """Mask names before anything is painted again; False where they were masked already."""
        mask = self._window.menus.mask
        in_sight = not mask.isChecked()
        mask.setChecked(True)
        return in_sight

    def _mask(self, on: bool) -> None:
        take_tips_away()
        self._home.set_masked(on)
        self._window.foot.set_masked(on)
        if not on:
            self._window.foot.take_back(ARE_MASKED)
        opened = self._opened()
        if opened is not None:
            opened.masking.set_on(on)

    def _say_why_not(self, event: QKeyEvent) -> None:
        opened, field = self._opened(), self._window.focusWidget()
        masked = opened is not None and opened.masking.on and isinstance(field, QLineEdit | QPlainTextEdit)
        # A page that says it itself is not interrupted.
        if masked and would_change(event) and field.findChild(Refusing) is None:
            self._window.say(MASKED)
