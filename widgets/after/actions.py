"""Everything that can be done after a session, as actions for the buttons, the menus and the palette."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.after.sheets_choice import SheetsChoice
from widgets.documents.exporting import Exporting
from widgets.session.actions import action

RECORD, SHEETS, CALENDAR = "record-pdf", "sheets-pdf", "steps-ics"


class AfterActions:
    """The actions. Those that export are shut while an export is on its way."""

    def __init__(self, page: QWidget, exporting: Exporting, sheets: SheetsChoice) -> None:
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
        self.preview = QAction("Preview and print…", page)
        self.preview.setProperty("menu", "Export")
        self.print_record = action(page, "Print record", lambda: exporting.print_form(RECORD), menu="Export")
        self.print_sheets = action(
            page, "Print question sheets", lambda: exporting.print_form(SHEETS, sheets.person), menu="Export"
        )
        self.draft, self.back, self.close, self.amend = (
            QAction(text, page) for text in ("Draft again", "Back to the session", "Close session", "Amend record…")
        )
        self.missing, self.names, self.sign_off = (
            QAction(text, page) for text in ("What is missing", "Names to check", "Sign-off")
        )

    def all(self) -> list[QAction]:
        """In the order of the menus."""
        return [
            self.missing, self.names, self.sign_off, self.draft, self.back, self.close, self.amend, self.record,
            self.copy, self.sheets, self.preview, self.print_record, self.print_sheets, self.genogram, self.dates,
            self.file,
        ]  # fmt: skip

    def show_state(self, closed: bool, drawn: bool) -> None:
        """Offer what can be done: a closed session is read, and a genogram is there where somebody drew one."""
        for each in (self.draft, self.back, self.close, self.missing, self.names):
            each.setVisible(not closed)
        self.amend.setVisible(closed)
        self.genogram.setVisible(drawn)

    def show_busy(self, busy: bool) -> None:
        """An export is on its way, or no longer."""
        for each in (
            self.record, self.sheets, self.genogram, self.file, self.print_record, self.print_sheets,
        ):  # fmt: skip
            each.setEnabled(not busy)
