"""After: the record part by part beside the page as it will print, and everything that people take away."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.export_job import JobRunner
from app.open_session import OpenSession
from models.drafting import draft_record, removed_steps
from models.genogram import Person
from models.record import NextStep, Part, RecordPart
from models.session import Change, Details, Progress, Status
from widgets.after.record_editor import PARTS, RecordEditor
from widgets.after.record_page import RecordPage
from widgets.after.record_reader import RecordReader
from widgets.after.sheets_choice import SheetsChoice
from widgets.documents.exporting import Exporting
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, TurningRow, column, scrolled, words

EXPORTS = (
    "Export record", "Export question sheets", "Print record", "Print question sheets", "Export genogram",
    "Save session file",
)  # fmt: skip
QUIET = ("Save session file", "Draft again", "Back to the session", "Close session", "Reopen session")


class AfterPage(QWidget):
    """The page after a session; a closed session is only read here.

    Signals:
        back_to_session: the room is to be opened again.
        documents_wanted(str form): every page that can be taken away is to be shown, that form first.
        message(str): a sentence for the foot of the window.
    """

    back_to_session = Signal()
    documents_wanted = Signal(str)
    message = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = open_session
        self._document = open_session.document
        self._gone_on = False
        self._jobs = JobRunner(self)
        self._exporting = Exporting(open_session, self._jobs, self)
        self._exporting.said.connect(self._say)
        self._exporting.busy.connect(self._show_busy)
        self._exporting.progressed.connect(self._show_progress)
        self._editor = RecordEditor(open_session)
        self._editor.copy_wanted.connect(self._exporting.copy)
        self._editor.refused.connect(self._say)
        self._reader = RecordReader(open_session)
        self._page = RecordPage(open_session, self._jobs)
        self._state = words("", "hint")
        self._said = words("", "hint")
        self._sheets = SheetsChoice(open_session.masking)
        self._with_genogram = named(QCheckBox("With the genogram"), "With the genogram", "At the end of the record")
        self._with_genogram.toggled.connect(self._show_genogram)
        self._buttons: dict[str, QPushButton] = {}
        self._actions = self._make_actions()
        self._lay_out()
        self._document.changed.connect(self._mirror)
        open_session.masking.changed.connect(self._show_state)

    # What the window asks of every page

    def actions_offered(self) -> list[QAction]:
        """Everything that can be done here."""
        return self._actions

    def print_in_view(self) -> tuple[str, str] | None:
        """The record."""
        return ("Group supervision record", "record-pdf")

    def first_field(self) -> QWidget:
        """The first text of the record."""
        return self._reader if self._closed() else self._editor.first_field()

    def event(self, event: QEvent) -> bool:
        """Before the page goes, stop what is on its way."""
        if event.type() == QEvent.Type.DeferredDelete:
            self._jobs.close()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, make the drafts; always, show things as they stand."""
        super().showEvent(event)
        session = self.open.session
        if not session.all(RecordPart) and not session.all(NextStep) and not self._closed():
            self._document.do("Draft the record", draft_record(session, process=self.open.process))
        drafts = draft_record(session, process=self.open.process)
        self._gone_on = any(change.kind in (RecordPart, NextStep) for change in drafts)
        self._editor.show_all()
        self._show_state()

    # Making

    def _make_actions(self) -> list[QAction]:
        doings = (
            ("Export record", lambda: self._exporting.save("record-pdf")),
            ("Copy for the case system", lambda: self._exporting.copy()),
            ("Print record", lambda: self._exporting.print_form("record-pdf")),
            ("Export question sheets", lambda: self._exporting.save("sheets-pdf", self._sheets.person)),
            ("Print question sheets", lambda: self._exporting.print_form("sheets-pdf", self._sheets.person)),
            ("Export genogram", lambda: self._exporting.save("genogram-pdf")),
            ("Save session file", lambda: self._exporting.save("session-json")),
            ("Draft again", self._draft_again),
            ("Back to the session", self.back_to_session.emit),
            ("Close session", self._close_session),
            ("Reopen session", self._reopen_session),
        )
        actions = []
        for text, do in doings:
            action = QAction(text, self)
            action.triggered.connect(do)
            actions.append(action)
            button = named(QPushButton(text), text)
            button.clicked.connect(do)
            self._buttons[text] = button
        for text, button in self._buttons.items():
            kind = "primary" if text == "Export record" else "quiet" if text in QUIET else ""
            button.setProperty("kind", kind)
        return actions

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        content, layout = column(gap=8)
        content.setProperty("kind", "page")
        layout.setContentsMargins(em, em // 2, em, em // 2)
        layout.addWidget(words("After the session", "title"))
        said, said_column = column(gap=2)
        said_column.addWidget(self._state)
        said_column.addWidget(self._said)
        self._said.hide()
        # Progress keeps its place while it is hidden: an export that begins must not lay the whole page out anew.
        above = TurningRow(turn_at=24)
        above.add(said, 1)
        above.add(self._progress_line(), 0)
        layout.addWidget(above)
        layout.addWidget(self._button_row())
        layout.addWidget(self._redraft_line())
        both = TurningRow(turn_at=36, gap=em)
        self._editor_area = scrolled(self._editor)
        self._editor_area.setMinimumHeight(em * 10)
        self._page.setMinimumHeight(em * 10)
        self._reader.setMinimumHeight(em * 10)
        both.add(self._editor_area, 1)
        both.add(self._reader, 1)
        both.add(self._page, 1)
        layout.addWidget(both, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _button_row(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for text, button in self._buttons.items():
            flow.addWidget(button)
            if text == "Export record":
                flow.addWidget(self._with_genogram)
            if text == "Print record":
                sheets_label = words("Sheets for", "", self._sheets)
                sheets_label.setWordWrap(False)
                flow.addWidget(sheets_label)
                flow.addWidget(self._sheets)
        return row

    def _redraft_line(self) -> QWidget:
        self._redraft = QFrame()
        self._redraft.setProperty("kind", "say")
        flow = FlowLayout(self._redraft)
        flow.setContentsMargins(12, 8, 12, 8)
        self._redraft_asks = words()
        self._redraft_asks.setMinimumWidth(200)
        flow.addWidget(self._redraft_asks)
        for text, force in (("Keep my words", False), ("Draft them again too", True)):
            button = named(QPushButton(text), text)
            button.clicked.connect(lambda _checked=False, f=force: self._draft(f))
            flow.addWidget(button)
        self._redraft.hide()
        return self._redraft

    def _progress_line(self) -> QWidget:
        self._before_export: QWidget | None = None
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        self._bar = named(QProgressBar(), "Export under way")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        stop = named(QPushButton("Stop export"), "Stop export")
        stop.clicked.connect(self._exporting.cancel)
        row.addWidget(self._bar)
        row.addWidget(stop)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        return self._progress

    # Showing

    def _mirror(self, changes: list[Change]) -> None:
        if self.isVisible() and any(change.kind in (Progress, Details) for change in changes):
            self._show_state()

    def _closed(self) -> bool:
        return self.open.session.progress.status is Status.CLOSED

    def _show_state(self) -> None:
        closed = self._closed()
        closed_at = self.open.session.progress.closed_at
        if closed and closed_at is not None:
            day = closed_at.astimezone()
            text = f"Closed on {day.day} {day:%B %Y}. It can be read, exported and printed; reopen it to change it."
        elif self._gone_on:
            text = "The session has gone on since the draft was made: Draft again brings in what is new."
        else:
            text = (
                "The draft is yours to change; the page beside it is what will print. It holds what was picked, "
                "taken up or put on the map; every card goes home on the question sheets."
            )
        self._state.setText(text)
        self._editor_area.setVisible(not closed)
        self._reader.setVisible(closed)
        for name in ("Draft again", "Back to the session", "Close session"):
            self._offer(name, not closed)
        self._offer("Reopen session", closed)
        drawn = bool(self.open.session.all(Person))
        self._offer("Export genogram", drawn)
        self._with_genogram.setVisible(drawn)
        self._sheets.show_people(self.open.session)

    def _show_genogram(self, shown: bool) -> None:
        """The record with the genogram at its end, wherever it is shown and wherever it goes."""
        self._exporting.with_genogram = shown
        self._page.show_genogram(shown)
        self._reader.show_genogram(shown)

    def _offer(self, name: str, offered: bool) -> None:
        self._buttons[name].setVisible(offered)
        for action in self._actions:
            if action.text() == name:
                action.setVisible(offered)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
        announce(self, sentence)
        self.message.emit(sentence)

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self._before_export = QApplication.focusWidget()
        for name in EXPORTS:
            self._buttons[name].setEnabled(not busy)
        self._bar.setRange(0, 0)
        self._progress.setVisible(busy)
        if not busy and self._before_export is not None and isValid(self._before_export):
            self._before_export.setFocus()  # a button that was disabled has lost it to the next one
        if busy:
            self._said.hide()

    def _show_progress(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    # Drafting

    def _draft_again(self) -> None:
        edited = [name for part, name in PARTS.items() if self.open.session.part(Part(part)).edited]
        removed = len(removed_steps(self.open.session))
        if removed:
            edited.append(f"Next steps, of which you removed {removed}")
        if not edited:
            self._draft(force=False)
            return
        self._redraft_asks.setText(f"You have changed: {'; '.join(edited)}. Undo can bring your words back.")
        self._redraft.show()

    def _draft(self, force: bool) -> None:
        self._redraft.hide()
        changes = draft_record(self.open.session, force, self.open.process)
        self._document.do("Draft again", changes)
        self._gone_on = False
        self._show_state()
        self._say("The draft is made anew; Undo brings back what was there." if changes else "Nothing new to draft.")

    # Closing

    def _close_session(self) -> None:
        now = self.open.engine.utc_now()
        self._document.set_quietly(self.open.session.progress, status=Status.CLOSED, closed_at=now)
        self._say("The session is closed.")

    def _reopen_session(self) -> None:
        self._document.set_quietly(self.open.session.progress, status=Status.UNDER_WAY, closed_at=None)
        self._editor.show_all()
        self._say("The session is open again.")
