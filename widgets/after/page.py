"""After: the record part by part beside the page as it will print, what is left to check, and everything that people
take away."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.export_job import JobRunner
from app.open_session import OpenSession
from models.drafting import draft_record, removed_steps
from models.genogram import Person
from models.help import HelpPart, help_for_page
from models.missing import Missing
from models.moments import day_words
from models.record import NameSeen, NextStep, Part, RecordPart, SignOff
from models.session import Change, Details, Progress
from models.signing import signed_off
from widgets.after.actions import RECORD, AfterActions
from widgets.after.ask_lines import ChoiceLine
from widgets.after.checks import Checks
from widgets.after.closing import Closing
from widgets.after.record_editor import PARTS, RecordEditor
from widgets.after.record_page import RecordPage
from widgets.after.record_reader import SHOWN, RecordReader
from widgets.after.sheets_choice import SheetsChoice
from widgets.after.take_away import TakeAway
from widgets.after.workbench import Workbench
from widgets.documents.exporting import Exporting
from widgets.parts.action_button import ActionButton
from widgets.parts.focus_follower import FocusFollower
from widgets.parts.naming import named
from widgets.parts.reflow import FlowLayout, TurningRow, column, scrolled, words
from widgets.parts.refusing import MASKED

GONE_ON = "The session has gone on since the draft was made: Draft again brings in what is new."
TO_DO = (
    "Read the draft and change what is not right. Then look at what is missing and at the names, sign it off, "
    "and take it with you."
)
SIGNED = "The record is signed off. Take it with you below; any change makes it a draft again."
CLOSED = "It can be read, exported and printed; to change it, amend it."


class AfterPage(QWidget):
    """The page after a session; a closed session is only read here.

    Signals:
        back_to_session: the room is to be opened again.
        documents_wanted(str form): every page that can be taken away is to be shown, that form first.
    """

    back_to_session = Signal()
    documents_wanted = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = open_session
        self._document = open_session.document
        self._gone_on = False
        self._jobs = JobRunner(self)
        self._exporting = Exporting(open_session, self._jobs, self)
        self._sheets = SheetsChoice(open_session.masking)
        self._actions = AfterActions(self, self._exporting, self._sheets, self._go_on)
        self._make_parts()
        self._connect_parts()
        self._lay_out()
        self._show_which()
        self._follower = FocusFollower(self)
        self._document.changed.connect(self._mirror)
        open_session.masking.changed.connect(self._show_state)
        open_session.masking.changed.connect(lambda: self._take_away.say(""))

    # What the window asks of every page

    def actions_offered(self) -> list[QAction]:
        """Everything that can be done here."""
        return self._actions.all()

    def help_in_view(self) -> list[HelpPart]:
        """What this page is for."""
        return help_for_page("after")

    def print_in_view(self) -> tuple[str, str] | None:
        """The record."""
        return ("Group supervision record", RECORD)

    def print_document(self) -> None:
        """Print it, as it is shown here."""
        self._exporting.print_form(RECORD)

    def first_field(self) -> QWidget:
        """The first text of the record."""
        return self._reader if self._closing.is_closed else self._editor.first_field()

    def event(self, event: QEvent) -> bool:
        """Before the page goes, stop what is on its way."""
        if event.type() == QEvent.Type.DeferredDelete:
            self._jobs.close()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, make the drafts; always, show things as they stand."""
        super().showEvent(event)
        session = self.open.session
        if not session.all(RecordPart) and not session.all(NextStep) and not self._closing.is_closed:
            self._document.do("Draft the record", draft_record(session, process=self.open.process))
        drafts = draft_record(session, process=self.open.process)
        self._gone_on = any(change.kind in (RecordPart, NextStep) for change in drafts)
        self._editor.show_all()
        self._checks.look()
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the page, and not only lays the window aside, leaves what was closed closed."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._closing.leave()

    # Making

    def _make_parts(self) -> None:
        self._state, self._masked = words("", "hint"), words(MASKED, "hint")
        self._mistake = words("Closed by mistake?", "hint")
        self._mistake.setWordWrap(False)
        for sentence in (self._state, self._masked):
            sentence.setMinimumHeight(1)  # a label that wraps asks for three lines, whatever it holds
        self._redraft = ChoiceLine("Keep my words", "Draft them again too")
        self._closing = Closing(self.open, self)
        self._editor = RecordEditor(self.open, self._actions.dates)
        self._checks = Checks(self.open, self._jobs, self._editor.not_taken)
        self._reader = RecordReader(self.open)
        self._page = RecordPage(self.open, self._jobs)
        self._with_genogram = named(QCheckBox("With the genogram"), "With the genogram", "At the end of the record")
        actions = self._actions
        self._take_away = TakeAway(
            self._exporting, actions.record, actions.copy, actions.sheets, actions.documents, self._sheets
        )

    def _connect_parts(self) -> None:
        actions = self._actions
        actions.draft.triggered.connect(self._draft_again)
        actions.back.triggered.connect(self.back_to_session)
        actions.close.triggered.connect(self._closing.begin)
        actions.reopen.triggered.connect(self._closing.take_back)
        actions.amend.triggered.connect(self._closing.ask_who_amends)
        self._closing.closed.connect(self._go_on_reading)
        self._closing.opened.connect(self._go_on_typing)
        self._closing.sign_off_wanted.connect(lambda: self._checks.go_to(self._checks.sign_off))
        for each, panel in zip((actions.missing, actions.names, actions.sign_off), self._checks.panels, strict=True):
            each.triggered.connect(lambda _checked=False, panel=panel: self._checks.go_to(panel))
        actions.documents.triggered.connect(lambda: self.documents_wanted.emit(RECORD))
        self._exporting.remark, self._exporting.warning = self._checks.remark, self._checks.warning
        self._exporting.busy.connect(actions.show_busy)
        self._redraft.answered.connect(self._draft)
        self._closing.amend_line.gone.connect(self._reader.setFocus)
        self._with_genogram.toggled.connect(self._show_genogram)
        self._editor.copy_wanted.connect(self._exporting.copy)
        self._editor.moved.connect(lambda: self._follower.follow_soon())
        for says in (self._editor.refused, self._editor.said, self._checks.said, self._closing.said):
            says.connect(self._take_away.say)
        self._editor.judged.connect(self._checks.show_all)
        self._checks.looked.connect(lambda: self._state.setText(self._state_in_words()))
        self._checks.missing_wanted.connect(self._go_to)
        self._checks.name_wanted.connect(self._editor.go_to_name)

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        content, layout = column(gap=6)
        content.setProperty("kind", "page")
        layout.setContentsMargins(em, em // 2, em, em // 2)
        layout.addWidget(self._heading())
        layout.addWidget(self._state_row())
        layout.addWidget(self._masked)
        for line in (self._redraft, self._closing.question, self._closing.amend_line):
            layout.addWidget(line)
        self._editor_area = scrolled(self._editor)
        drafts = (self._editor_area, self._reader)
        layout.addWidget(Workbench(self._checks, drafts, self._page_heading(), self._page, em), 1)
        layout.addWidget(self._take_away)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _heading(self) -> QWidget:
        quiet = QWidget()
        flow = FlowLayout(quiet, gap=0)
        for each in (self._actions.draft, self._actions.back, self._actions.close, self._actions.amend):
            flow.addWidget(ActionButton(each, "quiet"))
        heading = TurningRow(turn_at=24)
        heading.add(words("After the session", "title"), 1)
        heading.add(quiet, 0)
        return heading

    def _state_row(self) -> QWidget:
        row = QWidget()
        parts = QHBoxLayout(row)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(self._state, 1)
        parts.addWidget(self._mistake)
        parts.addWidget(ActionButton(self._actions.reopen, "quiet"))
        return row

    def _page_heading(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(words("The page as it will print", "subtitle"))
        flow.addWidget(self._with_genogram)
        return row

    # Showing

    def _mirror(self, changes: list[Change]) -> None:
        kinds = {change.kind for change in changes}
        if self.isVisible() and kinds & {Progress, Details, SignOff}:
            self._show_state()
        if kinds & {*SHOWN, NameSeen}:
            self._take_away.say("")

    def _show_state(self) -> None:
        closed, session = self._closing.is_closed, self.open.session
        self._show_which()
        self._state.setText(self._state_in_words())
        self._mistake.setVisible(self._closing.can_be_taken_back)
        self._masked.setVisible(self.open.masking.on)
        self._checks.show_closed(closed)
        self._closing.show_state()
        drawn = bool(session.all(Person))
        self._actions.show_state(closed, self._closing.can_be_taken_back, drawn)
        self._with_genogram.setVisible(drawn)
        self._sheets.show_people(session)
        self._document.undo_stack.setActive(not closed)

    def _show_which(self) -> None:
        """What is typed in, or what is read; the other is laid out only when it is wanted."""
        closed = self._closing.is_closed
        self._editor_area.setVisible(not closed)
        self._reader.setVisible(closed)

    def _state_in_words(self) -> str:
        closed_at = self.open.session.progress.closed_at
        if self._closing.is_closed:
            return f"Closed on {day_words(closed_at.astimezone().date())}. {CLOSED}" if closed_at else CLOSED
        if self._gone_on:
            return GONE_ON
        return SIGNED if signed_off(self.open.session) else TO_DO

    def _show_genogram(self, shown: bool) -> None:
        """The record with the genogram at its end, wherever it is shown and wherever it goes."""
        self._exporting.with_genogram = shown
        self._page.show_genogram(shown)
        self._reader.show_genogram(shown)

    def _go_to(self, missing: Missing) -> None:
        self._editor.go_to(missing)
        self._follower.follow_soon()

    def _go_on(self, onward: bool) -> None:
        self._editor.go_on(onward)
        self._follower.follow_soon()

    # Drafting

    def _draft_again(self) -> None:
        edited = [name for part, name in PARTS.items() if self.open.session.part(Part(part)).edited]
        removed = len(removed_steps(self.open.session))
        if removed:
            edited.append(f"Next steps, of which you removed {removed}")
        if edited:
            self._redraft.ask(f"You have changed: {'; '.join(edited)}. Undo can bring your words back.")
        else:
            self._draft(over=False)

    def _draft(self, over: bool) -> None:
        changes = draft_record(self.open.session, over, self.open.process)
        self._document.do("Draft again", changes)
        self._gone_on = False
        self._show_state()
        self._take_away.say(
            "The draft is made anew; Undo brings back what was there." if changes else "Nothing new to draft."
        )

    # Closing and amending

    def _go_on_reading(self) -> None:
        self._show_state()
        self._reader.setFocus()

    def _go_on_typing(self) -> None:
        self._show_state()
        self._editor.show_all()
        self._editor.first_field().setFocus()
