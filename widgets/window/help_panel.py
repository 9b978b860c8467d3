"""Help for what is in view, beside it: what to say and watch for, or what the page is for, and the keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QPlainTextEdit, QWidget

from widgets import theme
from widgets.parts.fields import named
from widgets.window.palette import key_of, words_of


def help_for_keys(actions: list[QAction]) -> str:
    """Every key of what is in view."""
    return "Keys\n" + "\n".join(f"{key_of(action)}   {words_of(action)}" for action in actions if key_of(action))


class HelpPanel(QDockWidget):
    """A panel at the window's right; F1 shows it and takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Help", parent)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea)
        self.page = named(QPlainTextEdit(self), "Help")
        self.page.setReadOnly(True)
        self.page.setTabChangesFocus(True)
        self.page.setMinimumWidth(theme.text_height() * 11)
        self.setWidget(self.page)

    def show_help(self, text: str) -> None:
        """Show a text from its beginning."""
        if text != self.page.toPlainText():
            self.page.setPlainText(text)
