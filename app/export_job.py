"""Exports on a thread of their own: the window never waits, and a file is there whole or not at all."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from app.export.options import ExportOptions
from models.masked import masked_session
from models.process import Process
from models.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

#: What makes an export: told whom to ask whether to stop, and to whom to say how far it is; gives bytes.
Maker = Callable[[Callable[[], bool], Callable[[int, int], None]], bytes]


@dataclass(frozen=True)
class Wanted:
    """What is to be exported: a copy of the session, so that typing may go on, its format and options.

    `mask` makes of each text what strangers may see of it: for pages that are looked at while names are masked.
    """

    session: Session
    process: Process
    form: str
    options: ExportOptions
    mask: Callable[[str], str] | None = None

    def make(self, cancelled: Callable[[], bool], progress: Callable[[int, int], None]) -> bytes:
        """The export's bytes. The exporters are imported here, on the thread."""
        from app.export import export

        session, options = self._as_shown()
        return export(session, self.process, self.form, replace(options, cancelled=cancelled, progress=progress))

    def missing(self) -> list[str]:
        """The characters in it that no font holds, in words."""
        from app.export import missing_in

        session, options = self._as_shown()
        return missing_in(session, self.process, self.form, options)

    def _as_shown(self) -> tuple[Session, ExportOptions]:
        if self.mask is None:
            return self.session, self.options
        options = replace(self.options, person=self.mask(self.options.person))
        return masked_session(self.session, self.mask), options


class Job(QObject):
    """Work on its way, on a runner's thread.

    Signals:
        progressed(int done, int all): how far it is.
        failed(str): one sentence; everything is as it was before.
        ended: the last signal, whatever came before it.
    """

    progressed = Signal(int, int)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()

    def cancel(self) -> None:
        """Stop as soon as the work asks; nothing comes of it."""
        self._cancel.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was told to stop."""
        return self._cancel.is_set()

    def run(self) -> None:
        """Do the work, on whatever thread this is called."""
        try:
            self._work()
        finally:
            self.ended.emit()

    def _work(self) -> None:
        raise NotImplementedError


class MakingJob(Job):
    """Work that begins with an export's bytes."""

    def __init__(self, make: Maker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make

    def _work(self) -> None:
        from app.export.options import ExportCancelledError, ExportError

        try:
            data = self._make(self._cancel.is_set, self.progressed.emit)
        except ExportCancelledError:
            return
        except ExportError as error:
            self.failed.emit(str(error))
            return
        if not self.cancelled:
            self._use(data)

    def _use(self, data: bytes) -> None:
        """What becomes of the bytes, on the thread."""
        raise NotImplementedError


class ExportJob(MakingJob):
    """One export on its way.

    Signals:
        written(str file): the file is there, whole.
        made(bytes): the bytes, where no file was wanted.
        drawn(list[QImage]): the pages as pictures, where those were wanted.
    """

    written = Signal(str)
    made = Signal(object)
    drawn = Signal(object)

    def __init__(self, make: Maker, file: Path | None = None, width: int = 0, parent: QObject | None = None) -> None:
        """`width` in pixels asks for the pages as pictures."""
        super().__init__(make, parent)
        self._file = file
        self._width = width

    def _use(self, data: bytes) -> None:
        if self._file is not None:
            self._write(data, self._file)
        elif self._width:
            self.drawn.emit(self._draw(data))
        else:
            self.made.emit(data)

    def _draw(self, data: bytes) -> "list[QImage]":
        from app.pdf_pages import pages_as_images

        return pages_as_images(data, self._width, self._cancel.is_set)

    def _write(self, data: bytes, file: Path) -> None:
        from app.output import OutputError, write_file

        try:
            write_file(file, data)
        except OutputError as error:
            self.failed.emit(
                f"{file.name} could not be written ({error.reason}); nothing was changed there: choose another place."
            )
        else:
            self.written.emit(str(file))


class JobRunner(QObject):
    """Runs jobs one after the other on one thread, which the picture-making needs: it works on one page at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: list[Job] = []

    def start(self, job: Job) -> None:
        """Put a job in the line."""
        self._jobs.append(job)
        job.ended.connect(self._forget)
        self._pool.start(job.run)

    def _forget(self) -> None:
        job = self.sender()
        self._jobs = [held for held in self._jobs if held is not job]

    def close(self) -> None:
        """Stop everything, and wait until the thread is free."""
        for job in self._jobs:
            job.cancel()
        self._pool.clear()
        self._pool.waitForDone()
