"""Reading a GEDCOM file on a thread of its own, so that the window never waits and it can be stopped."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.export_job import Job
from app.gedcom.errors import GedcomCancelledError, GedcomError


class ImportJob(Job):
    """One file on its way in; what fails names the line or the person, and then nothing was read.

    Signals:
        found(Gedcom): the family, whole.
    """

    found = Signal(object)

    def __init__(self, file: Path, today: date | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._today = today

    def _work(self) -> None:
        from app.gedcom.reader import read_gedcom_file

        try:
            read = read_gedcom_file(self._file, self._today, self._cancel.is_set, self.progressed.emit)
        except GedcomCancelledError:
            return
        except GedcomError as error:
            self.failed.emit(str(error))
            return
        if not self.cancelled:
            self.found.emit(read)
