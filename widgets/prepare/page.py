"""Prepare: when, who, which case. One presenting worker and one facilitator are all that a session needs."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.help import HelpPart, help_for_page
from models.people import Participant, Role
from models.remembered import PastRoom
from models.session import Change, Progress, Session, Status
from widgets import theme
from widgets.parts.action_button import ActionButton
from widgets.parts.fields import named
from widgets.parts.reflow import TurningRow, column, scrolled, words
from widgets.prepare.children import ChildrenPanel
from widgets.prepare.details import DetailsPanel
from widgets.prepare.people import PeoplePanel
from widgets.session.actions import action


def what_is_missing(session: Session) -> str:
    """The sentence that says what a session still needs to begin; "" where nothing is missing."""
    here = {person.role for person in session.all(Participant, lambda person: person.present)}
    missing = [
        text
        for role, text in ((Role.FACILITATOR, "a facilitator"), (Role.PRESENTING_WORKER, "a presenting worker"))
        if role not in here
    ]
    others = session.all(Participant, lambda person: person.present and person.role is Role.OBSERVER)
    how = "add or choose" if others else "add"
    return f"To begin, {how} {' and '.join(missing)}; everything else can wait." if missing else ""


def local_today() -> date:
    """The day on the wall."""
    return datetime.now().astimezone().date()


class PreparePage(QWidget):
    """Everything about a session that can be known beforehand; open while it runs, too.

    Signals:
        begin: on to the session, or back to it.
        documents_wanted(str): what can be taken away is to be shown, that document first.
    """

    begin = Signal()
    documents_wanted = Signal(str)

    def __init__(
        self, open_session: OpenSession, today: Callable[[], date] = local_today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.open = open_session
        self.details = DetailsPanel(open_session, today)
        self.people = PeoplePanel(open_session)
        self.children_panel = ChildrenPanel(open_session, today)
        self._title = words("Prepare", "title")
        self._missing = words("", "hint")
        self._begin = named(QPushButton("Begin session"), "Begin session")
        self._begin.setProperty("kind", "primary")
        self._begin.clicked.connect(self._go)
        self._way_on = action(self, "Begin session", self._go, "Ctrl+Enter", "Ctrl+Return")
        self._blank_cards = action(self, "Blank cards…", self._ask_for_blank_cards, menu="Export")
        self._lay_out()
        open_session.document.changed.connect(self._mirror)
        self._show_way_on()

    def _lay_out(self) -> None:
        gap = theme.text_height() // 2
        left, left_column = column(gap=gap)
        left_column.addWidget(self.people)
        left_column.addStretch(1)
        right, right_column = column(gap=gap)
        right_column.addWidget(self.details)
        right_column.addWidget(self.children_panel)
        right_column.addStretch(1)
        both = TurningRow(52, gap)
        both.add(left, 4)
        both.add(right, 3)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._missing, 1)
        head.addWidget(ActionButton(self._blank_cards, "quiet"))
        head.addWidget(self._begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap * 2, gap, gap * 2, gap)
        layout.addLayout(head)
        layout.addWidget(scrolled(both), 1)

    def _mirror(self, changes: list[Change]) -> None:
        self.details.mirror(changes)
        self.people.mirror(changes)
        self.children_panel.mirror(changes)
        if any(change.kind in (Participant, Progress) for change in changes):
            self._show_way_on()

    def _show_way_on(self) -> None:
        status = self.open.session.progress.status
        begun = status is not Status.PLANNED
        missing = "" if begun else what_is_missing(self.open.session)
        name = "Back to the session" if begun else "Begin session"
        if self._begin.text() != name:
            self._begin.setText(name)
            named(self._begin, name)
            self._way_on.setText(name)
        self._title.setText("People and case" if begun else "Prepare")
        self._missing.setText(missing)
        named(self._missing, missing or "Nothing is missing")
        self._begin.setEnabled(not missing)
        self._begin.setAccessibleDescription(missing or "Ctrl+Enter")
        self._way_on.setEnabled(not missing)

    def _ask_for_blank_cards(self) -> None:
        self.people.enter_half_typed()
        self.documents_wanted.emit("blank")

    def _go(self) -> None:
        self.people.enter_half_typed()
        self.children_panel.drop_empty()
        self.begin.emit()

    def actions_offered(self) -> list[QAction]:
        """Preparing is typing; what else there is to do is to fill the room, to go on, and to print blank cards."""
        return [self._way_on, self.people.last_time.action, self._blank_cards]

    def remember(self, rooms: Sequence[PastRoom]) -> None:
        """Offer the people of these sessions, the latest of which are first."""
        self.people.remember(rooms)

    def help_in_view(self) -> list[HelpPart]:
        """What this page is for."""
        return help_for_page("prepare")

    def print_in_view(self) -> tuple[str, str] | None:
        """Nothing here goes on paper."""
        return None

    def first_field(self) -> QWidget | None:
        """The next name."""
        return self.people.name
