"""Home: the sessions to come, under way and done. The list itself is imported after the first picture."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from widgets import theme
from widgets.early import NO_FOCUS, PLAIN_TEXT
from widgets.parts.naming import named

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from models.help import HelpPart
    from models.library import SessionSummary
    from widgets.home.session_list import SessionsPanel

WELCOME = (
    "Askwell leads a group supervision step by step: it keeps the time, the cards and the genogram.",
    "Everything stays on this computer, and is kept as you type.",
    "New here? Open the practice session: a made-up case with every step filled in.",
)


class HomePage(QWidget):
    """Where Askwell starts.

    Signals:
        new_session: somebody wants to prepare a session.
        open_session(str): the id of a session to open.
        practice: the practice session is wanted.
        search(str, int): show the sessions in which these words stand, "" for all, past the first so many.
    """

    new_session = Signal()
    open_session = Signal(str)
    practice = Signal()
    search = Signal(str, int)

    def __init__(self, welcome: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unfinished = ""
        self._masked = False
        self.sessions: SessionsPanel | None = None
        inside = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.text_height() // 2)
        self._add_head()
        self._welcome = self._add_welcome()
        self._welcome.setVisible(welcome)
        self._resume_panel = self._add_resume()
        self._column.addStretch(0)
        row = QHBoxLayout(inside)
        row.addStretch(1)
        row.addLayout(self._column, 10)
        row.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("focusPolicy", NO_FOCUS)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _add_head(self) -> None:
        row = QHBoxLayout()
        title = QLabel("Sessions", self)
        title.setProperty("kind", "title")
        self._new = named(QPushButton("New session", self), "New session")
        self._new.setProperty("kind", "primary")
        self._new.clicked.connect(self.new_session)
        practice = named(QPushButton("Open practice session", self), "Open practice session")
        practice.clicked.connect(self.practice)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(practice)
        row.addWidget(self._new)
        self._column.addLayout(row)

    def _add_welcome(self) -> QFrame:
        panel = QFrame(self)
        panel.setProperty("kind", "say")
        inside = QVBoxLayout(panel)
        for sentence in WELCOME:
            label = QLabel(sentence, panel)
            label.setWordWrap(True)
            inside.addWidget(label)
        self._column.addWidget(panel)
        return panel

    def _add_resume(self) -> QFrame:
        panel = QFrame(self)
        panel.setProperty("kind", "panel")
        inside = QHBoxLayout(panel)
        words = QVBoxLayout()
        self._resume_title = QLabel(panel)
        self._resume_title.setProperty("kind", "subtitle")
        self._resume_line = QLabel(panel)
        self._resume_line.setProperty("kind", "hint")
        for label in (self._resume_title, self._resume_line):
            label.setProperty("textFormat", PLAIN_TEXT)
            label.setWordWrap(True)
            words.addWidget(label)
        self._resume = named(QPushButton("Resume", panel), "Resume")
        self._resume.clicked.connect(lambda: self.open_session.emit(self._unfinished))
        inside.addLayout(words, 1)
        inside.addWidget(self._resume)
        panel.hide()
        self._column.addWidget(panel)
        return panel

    def _sessions_panel(self) -> "SessionsPanel":
        if self.sessions is None:
            from widgets.home.session_list import SessionsPanel

            self.sessions = SessionsPanel(self)
            self.sessions.model.set_masked(self._masked)
            self.sessions.open_session.connect(self.open_session)
            self.sessions.search.connect(self.search)
            self._column.insertWidget(self._column.count() - 1, self.sessions, 1)
        return self.sessions

    def refresh(self) -> None:
        """Ask for the sessions anew."""
        if self.sessions is None:
            self.search.emit("", 0)
        else:
            self.sessions.refresh()

    def show_sessions(self, sessions: "list[SessionSummary]", page: int) -> None:
        """Show what the library listed, in pages of at most `page`: the unfinished one first."""
        panel = self._sessions_panel()
        panel.show_sessions(sessions, page)
        if not panel.searching:
            self._show_unfinished(panel.model.unfinished())

    def _show_unfinished(self, summary: "SessionSummary | None") -> None:
        self._unfinished = summary.id if summary else ""
        theme.mark(self._resume, "primary" if summary else "")
        theme.mark(self._new, "" if summary else "primary")
        if summary:
            from widgets.home.session_list import line_of, title_of

            self._resume_title.setText(title_of(summary, self._masked))
            self._resume_line.setText(line_of(summary))
        self._resume_panel.setVisible(summary is not None)
        if summary and self._new.hasFocus():
            self._resume.setFocus()

    def set_masked(self, on: bool) -> None:
        """Show names in the sessions' titles as initials, or in full."""
        self._masked = on
        if self.sessions is not None:
            self.sessions.model.set_masked(on)
            if not self.sessions.searching:
                self._show_unfinished(self.sessions.model.unfinished())

    def say_welcome(self, welcome: bool) -> None:
        """Show the first lines, or no longer."""
        self._welcome.setVisible(welcome)

    def actions_offered(self) -> "list[QAction]":
        """Home's actions are the window's own."""
        return []

    def help_in_view(self) -> "list[HelpPart]":
        """What this page is for."""
        from models.help import help_for_page

        return help_for_page("home")

    def print_in_view(self) -> tuple[str, str] | None:
        """A list of sessions is not printed."""
        return None

    def first_field(self) -> QWidget | None:
        """Resume where there is something to, else a new session."""
        return self._resume if self._unfinished else self._new
