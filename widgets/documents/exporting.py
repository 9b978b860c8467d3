"""Taking things away: files, the clipboard, the printer, copies to look at. Works beside the window and says how it
went."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.agency import export_options
from app.export import FORMATS, Sheets
from app.export_job import ExportJob, JobRunner, MakingJob, Wanted
from app.open_session import OpenSession
from models.record import Copies
from widgets.documents.catalogue import Entry, entry_of
from widgets.documents.opening import OpenedCopies

#: Masking is for the screen; what leaves by these ways holds names in full, and says so.
UNMASKED = "names in full"
#: Files for other programs, of which nobody counts copies.
UNCOUNTED = (".json", ".ics")
NO_FOLDER = "The folder for temporary files cannot be written to, so that no copy was opened; save it instead."
NO_VIEWER = "This computer has no program to open it with; save it, and open it on another computer."


class Exporting(QObject):
    """Exports, copies, prints and opens the open session, one thing at a time.

    What is asked for besides the form are fields of ExportOptions: sheets, person, large_print and the like.

    Signals:
        said(str): a sentence on how it went.
        busy(bool): an export is on its way, or no longer.
        progressed(int done, int all): pages.
    """

    said = Signal(str)
    busy = Signal(bool)
    progressed = Signal(int, int)

    def __init__(self, open_session: OpenSession, jobs: JobRunner, window: QWidget) -> None:
        super().__init__(window)
        self._open = open_session
        self._jobs = jobs
        self._window = window
        self._job: MakingJob | None = None
        self._form, self._title = "", ""
        self._answered = False
        self._focus: tuple[QWidget | None, QWidget | None] = (None, None)
        self._copies: OpenedCopies | None = None
        self.remark: Callable[[str], str] = lambda _form: ""  # what is said once something of that form has left
        self.warning: Callable[[str], str] = lambda _form: ""  # in a few words, for whoever is about to let it leave
        self.with_genogram = False  # at the end of the record, on paper, in files and on the clipboard

    @property
    def is_busy(self) -> bool:
        """Whether an export is on its way."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop the export on its way."""
        if self._job is not None:
            self._job.cancel()

    def _with_remark(self, sentence: str, form: str) -> str:
        remark = self.remark(form)
        return f"{sentence.rstrip('.')}. {remark}" if remark else sentence

    def _unmasked(self, warning: str = "") -> str:
        """In brackets, what is to be known of what leaves."""
        known = [each for each in (UNMASKED if self._open.masking.on else "", warning) if each]
        return f" ({'; '.join(known)})" if known else ""

    # Files

    def save(self, form: str, person: str = "", **asked: Any) -> None:
        """Ask where, and as what of the document's kinds of file, and export. `form` is the one that is suggested."""
        if self._job is not None:
            return
        from widgets.parts.save_dialog import ask_where

        entry = _entry(form, person, asked)
        by_suffix = {each.suffix: each.id for each in sorted(entry.forms(), key=lambda each: each.id != form)}
        verb = "Export" if FORMATS[form].suffix not in UNCOUNTED else "Save"
        suggested = self._folder() / self._file_name(entry, FORMATS[form].suffix)
        title = f"{verb} {entry.name}{self._unmasked(self.warning(form))}"
        file = ask_where(self._window, title, suggested, list(by_suffix))
        if file is not None:
            self._open.settings.folder = str(file.parent)
            self.save_to(by_suffix[file.suffix.lower()], file, person, **asked)

    def _folder(self) -> Path:
        """Where a file was saved last; the person's documents before the first."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        for folder in (self._open.settings.folder, QStandardPaths.writableLocation(place)):
            if folder and Path(folder).is_dir():
                return Path(folder)
        return Path.home()

    def _file_name(self, entry: Entry, suffix: str) -> str:
        """Day and document; no child's name stands there."""
        return f"{self._open.session.details.held_on or self._today():%Y-%m-%d} {entry.name}{suffix}"

    def save_to(self, form: str, file: Path, person: str = "", **asked: Any) -> None:
        """Export to this file."""
        if self._job is not None:
            return
        job = ExportJob(self._wanted(form, person, asked).make, file, parent=self)
        job.written.connect(self._written)
        self._begin(job, form)

    def _written(self, file: str) -> None:
        self._count()
        self._answer(self._with_remark(f"Saved: {file}", self._form))

    # Clipboard

    def copy(self, section: str = "") -> None:
        """Put the record, or one section of it, on the clipboard as HTML and as plain text."""
        from app.export import record_html, record_plain_text

        options = export_options(self._open.settings.values, with_genogram=self.with_genogram)
        data = QMimeData()
        data.setHtml(record_html(self._open.session, options, section))
        data.setText(record_plain_text(self._open.session, options, section))
        QGuiApplication.clipboard().setMimeData(data)
        what = "That part of the record" if section else "The whole record"
        said = f"{what} is on the clipboard{self._unmasked()}: paste it into the case system."
        self.said.emit(self._with_remark(said, "record-text"))

    # Printer

    def print_form(self, form: str, person: str = "", **asked: Any) -> None:
        """Ask for a printer, and print."""
        if self._job is not None:
            return
        from widgets.documents.printing import PrintJob, ask_for_printer

        self._title = _entry(form, person, asked).title
        printer = ask_for_printer(self._window, self._title, self._unmasked(self.warning(form)))
        if printer is None:
            return
        job = PrintJob(self._wanted(form, person, asked).make, printer, self)
        job.printed.connect(self._printed)
        self._begin(job, form)

    def _printed(self, pages: int) -> None:
        self._count()
        counted = "1 page" if pages == 1 else f"{pages} pages"
        self._answer(self._with_remark(f"{self._title}: {counted} sent to the printer.", self._form))

    # Copies to look at

    def open_copy(self, form: str, copies: OpenedCopies, person: str = "", **asked: Any) -> None:
        """Show a copy in whatever program this computer has for it; it goes when the session is left."""
        if self._job is not None:
            return
        file = copies.file(self._file_name(_entry(form, person, asked), FORMATS[form].suffix))
        if file is None:
            self.said.emit(NO_FOLDER)
            return
        self._copies = copies
        job = ExportJob(self._wanted(form, person, asked).make, file, parent=self)
        job.written.connect(self._show_copy)
        self._begin(job, form)

    def _show_copy(self, file: str) -> None:
        if self._copies is None or not self._copies.open(Path(file)):
            self._answer(NO_VIEWER)
            return
        self._count()
        self._answer(
            f"A copy was opened in this computer's viewer{self._unmasked()}. It can only be read, and goes when this "
            "session is left."
        )

    # One at a time

    def _wanted(self, form: str, person: str, asked: dict[str, Any]) -> Wanted:
        held = self._open.session.find(Copies, form)
        sheets = Sheets.PERSON if person else Sheets.ALL_CARDS
        known = {"person": person, "sheets": sheets, "with_genogram": self.with_genogram, "made_on": self._today()}
        options = export_options(self._open.settings.values, **{**known, **asked})
        if FORMATS[form].suffix not in UNCOUNTED:
            options = replace(options, copy_number=(held.count if held else 0) + 1)
        return Wanted(self._open.session.copy(), self._open.process, form, options)

    def _begin(self, job: MakingJob, form: str) -> None:
        self._job, self._form, self._answered = job, form, False
        job.failed.connect(self._answer)
        job.progressed.connect(self.progressed)
        job.ended.connect(self._ended)
        window = self._window.window()
        had = window.focusWidget()
        self.busy.emit(True)
        self._focus = (had, window.focusWidget())
        self._jobs.start(job)

    def _count(self) -> None:
        """One copy more has left."""
        if FORMATS[self._form].suffix not in UNCOUNTED:
            held = self._open.session.find(Copies, self._form)
            count = (held.count if held else 0) + 1
            self._open.document.set_quietly(Copies(self._form), count=count, last_on=self._today())

    def _today(self) -> date:
        return self._open.engine.utc_now().astimezone().date()

    def _answer(self, sentence: str) -> None:
        self._answered = True
        self.said.emit(sentence)

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            if not self._answered:
                what = "The export {}; no file was written." if isinstance(job, ExportJob) else "Printing {}."
                self.said.emit(what.format("was stopped" if job.cancelled else "did not succeed"))
            job.deleteLater()
        # A button that was shut meanwhile has lost the keyboard; it has it back, unless somebody moved it on.
        had, has = self._focus
        stayed = self._window.window().focusWidget() == has
        self.busy.emit(False)
        if stayed and had is not None and isValid(had):
            had.setFocus()


def _entry(form: str, person: str, asked: dict[str, Any]) -> Entry:
    return entry_of(form, asked.get("sheets", Sheets.PERSON if person else Sheets.ALL_CARDS))
