"""The button "Genogram file": a family out of a GEDCOM file into the open session, and the genogram into a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QProgressDialog, QPushButton, QWidget

from app.document import Document
from app.export_job import ExportJob, JobRunner
from app.gedcom.job import ImportJob
from app.masking import Masking
from app.open_session import OpenSession
from app.settings import Settings
from models.genogram import Person
from widgets.parts.announce import announce
from widgets.parts.naming import named

if TYPE_CHECKING:
    from app.gedcom.reader import Gedcom

IMPORT, SAVE = "Import family…", "Save genogram as…"
_GEDCOM = "GEDCOM family (*.ged *.gdz)"
_SUFFIXES = (".pdf", ".svg", ".png", ".ged")
_SHOWN = 5  # of the reader's warnings
#: A file that is read in less needs no dialog. Milliseconds.
_PATIENCE = 400


class FilesMenu(QObject):
    """`button` opens a menu of the two. Both work beside the window, with a dialog that stops them; a family comes in
    as one step of undo.

    Signals:
        said(str): a sentence on how it went, which was shown, too, where it was not good news.
    """

    said = Signal(str)

    def __init__(
        self,
        opened: OpenSession | Document,
        parent: QWidget,
        masking: Masking | None = None,
        settings: Settings | None = None,
    ) -> None:
        """`masking` and `settings` are those of an OpenSession where one is given."""
        super().__init__(parent)
        self._window = parent
        self._document = opened if isinstance(opened, Document) else opened.document
        self._masking = masking if isinstance(opened, Document) else opened.masking
        self._settings = settings if isinstance(opened, Document) else opened.settings
        self._jobs = JobRunner(self)
        self._job: ExportJob | ImportJob | None = None
        self._dialog: QProgressDialog | None = None
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = documents if Path(documents).is_dir() else str(Path.home())
        self.button = named(QPushButton("File", parent), "Genogram file", "Import a family, or save the genogram")
        self.button.setProperty("kind", "quiet")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self.button)
        menu.addAction(IMPORT).triggered.connect(self.ask_import)
        self._save = menu.addAction(SAVE)
        self._save.triggered.connect(self.ask_save)
        menu.aboutToShow.connect(self._offer)
        self.button.setMenu(menu)
        parent.destroyed.connect(self._jobs.close)

    def _offer(self) -> None:
        self._save.setEnabled(bool(self._document.session.all(Person)))

    # In

    def ask_import(self) -> None:
        """Ask for a file, and read it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            "Import family",
            self._folder,
            f"{_GEDCOM};;All files (*)",
            options=QFileDialog.Option.DontUseNativeDialog,
        )
        if name:
            self._folder = str(Path(name).parent)
            self.import_from(Path(name))

    def import_from(self, file: Path) -> None:
        """Read a family out of this file."""
        if self._job is None:
            job = ImportJob(file, self._document.session.details.held_on, self)
            job.found.connect(self._bring_in)
            job.progressed.connect(self._progress)
            self._begin(job, "Reading the family …")

    def _bring_in(self, read: "Gedcom") -> None:
        from app.gedcom.join import import_changes

        changes = import_changes(self._document.session, read.entities, self._document.new_id)
        people = sum(change.kind is Person for change in changes)
        if not people:
            self._complain("There is nobody in this file.")
            return
        self._document.do("Import family", changes)
        came = f"{people} {'person' if people == 1 else 'people'} came in; Undo takes them out again."
        if read.warnings:
            more = len(read.warnings) - _SHOWN
            rest = [f"… and {more} more."] if more > 0 else []
            self._complain("\n".join([came, "", "Look at these:", *read.warnings[:_SHOWN], *rest]), came)
        else:
            self._say(came)

    # Out

    def ask_save(self) -> None:
        """Ask where and as what, and save."""
        from widgets.parts.save_dialog import ask_where

        day = self._document.session.details.held_on
        name = f"{day:%Y-%m-%d} genogram.pdf" if day else "genogram.pdf"
        masked = " (names in full)" if self._masking is not None and self._masking.on else ""
        file = ask_where(self._window, f"Save genogram{masked}", Path(self._folder) / name, _SUFFIXES)
        if file is not None:
            self._folder = str(file.parent)
            self.save_to(file)

    def save_to(self, file: Path) -> None:
        """Save the genogram in the form that the file's name ends with."""
        if self._job is not None:
            return
        session = self._document.session.copy()
        solid = self._settings is not None and self._settings.values.all_couples_solid

        def make(_cancelled: object, _progress: object) -> bytes:
            from app.genogram.files import genogram_file

            return genogram_file(session, file.suffix.lower(), all_couples_solid=solid)

        job = ExportJob(make, file, parent=self)
        job.written.connect(lambda written: self._say(f"Saved: {written}"))
        self._begin(job, "Saving the genogram …")

    # Both

    def _begin(self, job: ExportJob | ImportJob, words: str) -> None:
        self._job = job
        job.failed.connect(self._complain)
        job.ended.connect(self._ended)
        self.button.setEnabled(False)
        dialog = QProgressDialog(words, "Stop", 0, 0, self._window)
        named(dialog, words)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(_PATIENCE)
        dialog.canceled.connect(job.cancel)
        self._dialog = dialog
        self._jobs.start(job)

    def _progress(self, done: int, of: int) -> None:
        if self._dialog is not None:
            self._dialog.setMaximum(of)
            self._dialog.setValue(min(done, of - 1))  # one that is full would close, and the drawing is still to come

    def _ended(self) -> None:
        job, self._job = self._job, None
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.canceled.disconnect()
            dialog.close()
            dialog.deleteLater()
        self.button.setEnabled(True)
        if job is not None:
            if job.cancelled:
                self._say("Stopped; nothing has changed.")
            job.deleteLater()

    def _say(self, sentence: str) -> None:
        announce(self.button, sentence)
        self.said.emit(sentence)

    def _complain(self, sentence: str, short: str = "") -> None:
        """What is not good news is shown until it was read."""
        box = QMessageBox(
            QMessageBox.Icon.Information, "Genogram file", "", QMessageBox.StandardButton.Ok, self._window
        )
        named(box, "Genogram file")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        self._say(short or sentence)
