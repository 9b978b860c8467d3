"""Fitting the plan to a finish time from the session window, where no second person has a screen."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.open_session import OpenSession
from widgets import theme
from widgets.advisor.fit_panel import FitPanel
from widgets.parts.focus_follower import FocusFollower
from widgets.parts.reflow import scrolled

TITLE = "Fit the plan to a finish time"


class FitDialog(QDialog):
    """Closes when the offer is taken or left; Esc leaves it.

    Signals:
        said(str): the plan is another.
    """

    said = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.panel = FitPanel(open_session)
        for button in (self.panel.earlier, self.panel.later, self.panel.turn, self.panel.apply, self.panel.leave):
            button.setAutoDefault(False)
        self.panel.applied.connect(self._applied)
        self.panel.left.connect(self.reject)
        self._follower = FocusFollower(self)
        self._content = QWidget()
        self._content.setProperty("kind", "page")
        column = QVBoxLayout(self._content)
        column.addWidget(self.panel)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._content))

    def open(self) -> None:
        """Show it with the offer of now, as high as that needs."""
        em, room = theme.text_height(), self.screen().availableSize() * 0.9
        self.resize(QSize(30 * em, 30 * em).boundedTo(room))
        super().open()
        self.panel.begin()
        self.panel.table.fit()
        self.resize(QSize(self.width(), self._content.sizeHint().height() + em).boundedTo(room))

    def _applied(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.accept()
