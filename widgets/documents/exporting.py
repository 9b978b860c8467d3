"""Taking things away from After: files, the clipboard, the printer. Works beside the window and says how it went."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.agency import export_options
from app.export_job import ExportJob, JobRunner, Wanted
from app.open_session import OpenSession

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: What each format is called in a file's name; no child's name ever stands there.
NAMES = {
    "record-pdf": "record.pdf",
    "sheets-pdf": "question sheets.pdf",
    "genogram-pdf": "genogram.pdf",
    "session-json": "session.json",
}
TITLES = {
    "record-pdf": "Export record",
    "sheets-pdf": "Export question sheets",
    "genogram-pdf": "Export genogram",
    "session-json": "Save session file",
}
#: Masking is for the screen; what leaves by these ways holds names in full, and says so.
UNMASKED = " (names in full)"
FILTERS = {"pdf": "PDF (*.pdf)", "json": "Session file (*.json)"}
GENOGRAM = "genogram-pdf"  # the form that is suggested; the dialog offers the others


class Exporting(QObject):
    """Exports, copies and prints the open session.

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
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = documents if Path(documents).is_dir() else str(Path.home())
        self._job: ExportJob | None = None
        self._answered = False
        self._printer: QPrinter | None = None
        self._title = ""
        self.with_genogram = False  # at the end of the record, on paper, in files and on the clipboard

    def _unmasked(self) -> str:
        return UNMASKED if self._open.masking.on else ""

    # Files

    def save(self, form: str, person: str = "") -> None:
        """Ask where, and export."""
        if self._job is not None:
            return
        day = self._open.session.details.held_on or self._open.engine.utc_now().astimezone().date()
        suggested = Path(self._folder) / f"{day:%Y-%m-%d} {NAMES[form]}"
        if form == GENOGRAM:
            self._save_genogram(suggested)
            return
        suffix = suggested.suffix.lstrip(".")
        # Qt's own dialog: it looks and is named the same on every computer, and can be driven by name.
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            TITLES[form] + self._unmasked(),
            str(suggested),
            FILTERS[suffix],
            options=QFileDialog.Option.DontUseNativeDialog,
        )
        if name:
            file = Path(name) if Path(name).suffix else Path(f"{name}.{suffix}")
            self._folder = str(file.parent)
            self.save_to(form, file, person)

    def _save_genogram(self, suggested: Path) -> None:
        from widgets.parts.genogram_dialog import FORMS, ask_where

        file = ask_where(self._window, TITLES[GENOGRAM] + self._unmasked(), suggested)
        if file is not None:
            self._folder = str(file.parent)
            self.save_to(FORMS[file.suffix.lower()], file)

    def save_to(self, form: str, file: Path, person: str = "") -> None:
        """Export to this file."""
        job = ExportJob(self._wanted(form, person).make, file, parent=self)
        job.written.connect(self._written)
        self._begin(job)

    def cancel(self) -> None:
        """Stop the export on its way."""
        if self._job is not None:
            self._job.cancel()

    def _wanted(self, form: str, person: str = "") -> Wanted:
        asked = {"person": person, "with_genogram": self.with_genogram}
        options = export_options(self._open.settings.values, **asked)
        return Wanted(self._open.session.copy(), self._open.process, form, options)

    def _begin(self, job: ExportJob) -> None:
        self._job, self._answered = job, False
        job.failed.connect(self._answer)
        job.progressed.connect(self.progressed)
        job.ended.connect(self._ended)
        self.busy.emit(True)
        self._jobs.start(job)

    def _written(self, file: str) -> None:
        self._answer(f"Saved: {file}")

    def _answer(self, sentence: str) -> None:
        self._answered = True
        self.said.emit(sentence)

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            if not self._answered:
                stopped = "was stopped" if job.cancelled else "did not succeed"
                self.said.emit(f"The export {stopped}; no file was written.")
            job.deleteLater()
        self.busy.emit(False)

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
        self.said.emit(f"{what} is on the clipboard{self._unmasked()}: paste it into the case system.")

    # Printer

    def print_form(self, form: str, person: str = "") -> None:
        """Ask for a printer, and print."""
        if self._job is not None:
            return
        from widgets.documents.printing import DOTS, ask_for_printer

        title = TITLES[form].removeprefix("Export ").capitalize()
        printer = ask_for_printer(self._window, title, self._unmasked())
        if printer is None:
            return
        self._printer, self._title = printer, title
        job = ExportJob(self._wanted(form, person).make, dots=DOTS, parent=self)
        job.drawn.connect(self._put_on_paper)
        self._begin(job)

    def _put_on_paper(self, pages: list[QImage]) -> None:
        from widgets.documents.printing import PrintRun

        if self._printer is None:
            return
        self._answer(f"{self._title}: {_counted(len(pages))} on the way to the printer.")
        run = PrintRun(self._printer, pages, self)
        run.failed.connect(self.said)
        run.done.connect(self._printed)
        run.start()

    def _printed(self, pages: int) -> None:
        self.said.emit(f"{self._title}: {_counted(pages)} sent to the printer.")


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"
