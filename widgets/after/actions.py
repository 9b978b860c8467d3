"""Everything that can be done after a session, as actions for the buttons, the menus and the palette."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.after.sheets_choice import SheetsChoice
from widgets.documents.exporting import Exporting
from widgets.session.actions import action

ALL = "See, print and save every page: sheets, map, learning note, timings"
RECORD, SHEETS, CALENDAR = "record-pdf", "sheets-pdf", "steps-ics"


class AfterActions:
    """The actions. Those that export are shut while an export is on its way."""

    def __init__(
        self, page: QWidget, exporting: Exporting, sheets: SheetsChoice, go_on: Callable[[bool], object]
    ) -> None:
        """`go_on` goes to the next part of the record, or with False to the one before."""

        def export(text: str, form: str) -> QAction:
            return action(page, text, lambda: exporting.save(form), menu="Export")

        self.record = export("Export record", RECORD)
        self.copy = action(page, "Copy for the case system", exporting.copy, menu="Export")
        self.sheets = action(
            page, "Export question sheets", lambda: exporting.save(SHEETS, sheets.person), menu="Export"
        )
        self.genogram = export("Export genogram", "genogram-pdf")
        self.dates = export("Save dates for the calendar", CALENDAR)
        self.file = export("Save session file", "session-json")
        self.documents = QAction("All documents…", page)
        self.documents.setProperty("menu", "Export")
        self.documents.setToolTip(ALL)
        self.draft, self.back, self.close, self.reopen, self.amend = (
            QAction(text, page)
            for text in ("Draft again", "Back to the session", "Close session", "Open it again", "Amend record…")
        )
        self.next_part = action(page, "Next part", lambda: go_on(True), "Ctrl+PgDown", menu="View")
        self.previous_part = action(page, "Previous part", lambda: go_on(False), "Ctrl+PgUp", menu="View")
        self.missing, self.names, self.sign_off = (
            QAction(text, page) for text in ("What is missing", "Names to check", "Sign-off")
        )

    def all(self) -> list[QAction]:
        """In the order of the menus."""
        return [
            self.missing, self.names, self.sign_off, self.next_part, self.previous_part, self.draft, self.back,
            self.close, self.reopen, self.amend, self.record, self.copy, self.sheets, self.documents, self.genogram,
            self.dates, self.file,
        ]  # fmt: skip

    def show_state(self, closed: bool, just_closed: bool, drawn: bool) -> None:
        """Offer what can be done: a closed session is read, and a genogram is there where somebody drew one."""
        for each in (
            self.draft, self.back, self.close, self.missing, self.names, self.next_part, self.previous_part,
        ):  # fmt: skip
            each.setVisible(not closed)
        self.reopen.setVisible(just_closed)
        self.amend.setVisible(closed)
        self.genogram.setVisible(drawn)

    def show_busy(self, busy: bool) -> None:
        """An export is on its way, or no longer."""
        for each in (self.record, self.sheets, self.genogram, self.file):
            each.setEnabled(not busy)
