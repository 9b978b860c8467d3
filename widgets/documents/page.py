"""The page on which every document is seen before it leaves: chosen, looked at, then saved, printed or opened."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.export_job import JobRunner
from app.open_session import OpenSession
from app.resources import common_words
from models.help import HelpPart, help_for_page
from models.second_look import names_to_check
from models.session import QUIET, Change
from widgets import theme
from widgets.documents.catalogue import Entry, entry_of, offered
from widgets.documents.choices import ChoicesPanel
from widgets.documents.export_line import ExportLine
from widgets.documents.exporting import Exporting
from widgets.documents.names_left import names_remark, names_warning
from widgets.documents.opening import OpenedCopies
from widgets.documents.page_maker import PageMaker
from widgets.documents.preview import Preview
from widgets.documents.preview_bar import PreviewBar
from widgets.parts.action_button import ActionButton
from widgets.parts.announce import announce
from widgets.parts.focus_follower import FocusFollower
from widgets.parts.missing_letters import missing_letters
from widgets.parts.reflow import FlowLayout, TurningRow, column, scrolled, words
from widgets.parts.row_list import Row, RowList
from widgets.parts.tab_order import tab_through
from widgets.session.actions import action

NO_LIMIT = 16_777_215  # what Qt takes for no greatest height
MASKED = "Names are masked here; what is saved, printed or opened holds them in full."


class DocumentsPage(QWidget):
    """Every document of the session.

    Signals:
        back: to where one came from.
        message(str): a sentence for the foot of the window.
    """

    back = Signal()
    message = Signal(str)

    def __init__(
        self, open_session: OpenSession, copies: OpenedCopies | None = None, parent: QWidget | None = None
    ) -> None:
        """`copies` is where opened copies lie; whoever gives it removes them."""
        super().__init__(parent)
        self.open = open_session
        self._copies = copies or OpenedCopies()
        self._exports, self._drawing = JobRunner(self), JobRunner(self)
        self._exporting = Exporting(open_session, self._exports, self)
        self._exporting.said.connect(self.message)
        self._exporting.warning = lambda form: names_warning(form, self._names_left())
        self._exporting.remark = lambda form: names_remark(form, self._names_left())
        self._entry = offered()[0]
        self.list = RowList("Documents", "Up and Down choose; the pages stand beside the list")
        self.choices = ChoicesPanel(open_session)
        self.preview = Preview(self._drawing)
        self._maker = PageMaker(open_session, self.preview, self._drawing)
        self._save = action(self, "Save as…", self._save_as, menu="Export")
        self._print = action(self, "Print…", self.print_document)  # in the menu it is the window's own, with its key
        self._open_copy = action(self, "Open a copy", self._open_a_copy, menu="Export")
        self._back = action(self, "Back", self.back.emit, "Escape")
        self._masked = words(MASKED, "hint")
        self._missing = words("", "warning")
        self._missing.hide()
        self._maker.missing_found.connect(self._show_missing)
        self._lay_out()
        self._exporting.busy.connect(self._show_state)  # after the line that notes where the keyboard was
        self._follower = FocusFollower(self)
        self.list.selectionModel().currentChanged.connect(self._choose_current)
        self.list.verticalScrollBar().rangeChanged.connect(self._keep_row_in_sight)
        self.choices.changed.connect(self._show_chosen)
        open_session.document.changed.connect(self._follow)
        open_session.masking.changed.connect(self._show_as_it_is)
        self.show_document(self._entry.id)

    # What the window asks of every page

    def actions_offered(self) -> list[QAction]:
        """What can be done with the document in view."""
        return [self._save, self._open_copy, self._back]

    def help_in_view(self) -> list[HelpPart]:
        """What this page is for."""
        return help_for_page("documents")

    def print_in_view(self) -> tuple[str, str] | None:
        """The document in view, where it is one for paper and has something on it."""
        return (self._entry.title, self._entry.page_form) if self._can_print() else None

    def first_field(self) -> QWidget:
        """The list."""
        return self.list

    # Choosing

    def show_document(self, wanted: str) -> None:
        """Show the document of that id or form of FORMATS, where there is one; else the one that was in view."""
        entries = offered()
        self._show_entries(entries)
        entry = entry_of(wanted) if wanted else self._entry
        self._entry = entry if entry in entries else entries[0]
        self.list.go_to(self._entry.id)
        self._show_chosen()

    def _show_entries(self, entries: list[Entry]) -> None:
        rows: list[Row] = []
        for entry in entries:
            if entry.group not in [row.text for row in rows if row.heading]:
                rows.append(Row(f"group/{entry.group}", entry.group, heading=True))
            rows.append(Row(entry.id, entry.title, entry.about))
        self.list.show_rows(rows)

    def _choose_current(self) -> None:
        chosen = self.list.current_id()
        if chosen and chosen != self._entry.id:
            self._entry = entry_of(chosen)
            self._show_chosen()

    def _keep_row_in_sight(self) -> None:
        self.list.scrollTo(self.list.currentIndex())

    def _show_chosen(self) -> None:
        """Show the document, with what is chosen for it; how another one left is no longer said."""
        self._line.say("")
        self.choices.show_entry(self._entry)
        self._maker.show(self._entry, self.choices.asked(self._entry))
        self._show_state()

    def _follow(self, changes: list[Change]) -> None:
        if self.isVisible() and any(change.kind not in QUIET for change in changes):
            self._show_as_it_is()

    def _show_as_it_is(self) -> None:
        """What can be chosen and done follows the session; what was chosen and is no more is not asked for."""
        self.choices.show_entry(self._entry)
        if self.choices.asked(self._entry) != self._maker.asked:
            self._show_chosen()
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Show things as they stand."""
        super().showEvent(event)
        self._show_as_it_is()
        self._maker.look()

    # Taking away

    def _names_left(self) -> int:
        """How many names in the record nobody has looked at."""
        return len(names_to_check(self.open.session, common_words()))

    def _can_save(self) -> bool:
        return not self._exporting.is_busy and not self._entry.missing(self.open.session)

    def _can_print(self) -> bool:
        return self._can_save() and bool(self._entry.page_form)

    def _show_state(self) -> None:
        """What can be done now."""
        self._save.setEnabled(self._can_save())
        self._print.setEnabled(self._can_print())
        self._open_copy.setEnabled(self._can_print())
        self._masked.setVisible(self.open.masking.on)

    def _save_as(self) -> None:
        self._exporting.save(self._entry.forms()[0].id, **self.choices.asked(self._entry))

    def print_document(self) -> None:
        """Print what is in view, as it was chosen."""
        if self._can_print():
            self._exporting.print_form(self._entry.page_form, **self.choices.asked(self._entry))

    def _open_a_copy(self) -> None:
        self._exporting.open_copy(self._entry.page_form, self._copies, **self.choices.asked(self._entry))

    def event(self, event: QEvent) -> bool:
        """Before the page goes, stop what is on its way."""
        if event.type() == QEvent.Type.DeferredDelete:
            self._exports.close()
            self._drawing.close()
        return super().event(event)

    def _show_missing(self, missing: tuple[str, ...]) -> None:
        """Name what stands on the pages by its number."""
        self._missing.setText(missing_letters(missing))
        self._missing.setVisible(bool(missing))
        announce(self, self._missing.text())

    # Looks

    def _make_room(self, turned: bool) -> None:
        """Above the pages the list is lower, so that it can be seen that they stand below."""
        em = theme.text_height()
        self.list.setMinimumHeight(em * (6 if turned else 10))
        self.list.setMaximumHeight(em * 7 if turned else NO_LIMIT)

    def _lay_out(self) -> None:
        em = theme.text_height()
        back = ActionButton(self._back, "quiet")
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(words("Documents", "title"), 1)
        buttons = [ActionButton(self._save, "primary"), ActionButton(self._print), ActionButton(self._open_copy)]
        row = QWidget()
        flow = FlowLayout(row)
        for button in buttons:
            flow.addWidget(button)
        self._line, bar = ExportLine(self._exporting), PreviewBar(self.preview)
        left, left_column = column(gap=em // 2)
        left_column.addWidget(self.list, 1)
        left_column.addWidget(self.choices)
        above = TurningRow(turn_at=30)
        above.add(row, 0)
        above.add(self._line, 1)
        right, right_column = column(gap=em // 3)
        for part in (above, self._line.said, self._masked, self._missing, bar):
            right_column.addWidget(part)
        right_column.addWidget(self.preview, 1)
        self.list.setMinimumHeight(em * 10)
        self.preview.setMinimumHeight(em * 12)
        both = TurningRow(turn_at=38, gap=em)
        both.turned_round.connect(self._make_room)
        both.add(left, 2)
        both.add(right, 4)
        content, layout = column(gap=em // 3)
        content.setProperty("kind", "page")
        layout.setContentsMargins(em, em // 2, em, em // 2)
        layout.addLayout(head)
        layout.addWidget(both, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))
        tab_through([back, self.list, self.choices, *buttons, self._line, bar, self.preview])
