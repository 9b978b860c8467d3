"""Closing a session, taking that back while nobody left the page, and amending a record that was closed."""

from PySide6.QtCore import QObject, Signal

from app.open_session import OpenSession
from models.amending import amend
from models.people import Role
from models.session import Progress, Status
from models.signing import signed_off
from widgets.after.ask_lines import AmendLine, ChoiceLine

UNSIGNED = (
    "The record is not signed off: closed as it is, its pages stay marked Draft. It can be signed off later, too."
)


class Closing(QObject):
    """Asks in lines of the page, which are laid out there.

    Signals:
        closed: the record is only read from now on.
        opened: it is typed in again.
        sign_off_wanted: the presenting worker signs first.
        said(str): a sentence on what was done.
    """

    closed = Signal()
    opened = Signal()
    sign_off_wanted = Signal()
    said = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_session
        self._before: Progress | None = None
        self.question = ChoiceLine("Sign it off first", "Close all the same")
        self.question.answered.connect(lambda on: self._close() if on else self.sign_off_wanted.emit())
        self.amend_line = AmendLine()
        self.amend_line.wanted.connect(self._amend)

    @property
    def is_closed(self) -> bool:
        """Whether the record is only read."""
        return self._open.session.progress.status is Status.CLOSED

    @property
    def can_be_taken_back(self) -> bool:
        """Whether the session was closed just now."""
        return self._before is not None and self.is_closed

    def show_state(self) -> None:
        """What is asked about a session that is open, or closed, is asked no longer where it is not."""
        for line, asks_of_closed in ((self.question, False), (self.amend_line, True)):
            line.setVisible(line.isVisible() and self.is_closed is asks_of_closed)

    def begin(self) -> None:
        """Close the session; where nobody signed the record, ask."""
        if signed_off(self._open.session) is None:
            self.question.ask(UNSIGNED)
        else:
            self._close()

    def _close(self) -> None:
        self._before, now = self._open.session.progress, self._open.engine.utc_now()
        self._open.document.set_quietly(self._before, status=Status.CLOSED, closed_at=now)
        self.closed.emit()
        signed = signed_off(self._open.session) is not None
        still = "" if signed else " The record is still a draft: it is not signed off."
        self.said.emit(f"The session is closed.{still}")

    def take_back(self) -> None:
        """It was closed by mistake: nothing of that stays on the record."""
        before = self._before
        if before is None or not self.is_closed:
            return
        self._before = None
        now = self._open.session.progress
        self._open.document.set_quietly(now, status=before.status, closed_at=before.closed_at)
        self.opened.emit()
        self.said.emit("The session is open again, as it was before it was closed.")

    def leave(self) -> None:
        """Whoever left the page has closed for good."""
        self._before = None
        self.question.hide()

    # Amending

    def ask_who_amends(self) -> None:
        """Who amends, and what for."""
        workers = self._open.session.people_in_role(Role.PRESENTING_WORKER)
        self.amend_line.ask(workers[0].name.strip() if len(workers) == 1 else "")

    def _amend(self, by: str, note: str) -> None:
        """Closing parts what was done before from what is done now: undo reaches no further back."""
        document = self._open.document
        try:
            changes = amend(self._open.session, by, note, self._open.engine.utc_now(), document.new_id)
        except ValueError as error:
            self.amend_line.refuse(str(error))
            return
        self._before = None
        document.do("Amend record", changes)
        document.undo_stack.clear()
        document.set_quietly(self._open.session.progress, status=Status.UNDER_WAY, closed_at=None)
        self.opened.emit()
        self.said.emit("The record can be changed again; the amendment stands on it with day and name.")
