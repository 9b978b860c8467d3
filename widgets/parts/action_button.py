"""A button that is an action's: its text, and whether it is offered and can be used now, are the action's."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.parts.naming import named


class ActionButton(QPushButton):
    """Does what the action does."""

    def __init__(self, action: QAction, kind: str = "", parent: QWidget | None = None) -> None:
        """`kind` is a style of the theme: "primary", "quiet", or "" for the usual one."""
        super().__init__(action.text(), parent)
        named(self, action.text(), action.toolTip() if action.toolTip() != action.text().rstrip("…") else "")
        self.setProperty("kind", kind)
        self._action = action
        self._offered = True
        self.clicked.connect(lambda _checked=False: action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled() or not self._action.isVisible())
        if self._action.isVisible() != self._offered:
            self._offered = self._action.isVisible()
            self.setVisible(self._offered)
