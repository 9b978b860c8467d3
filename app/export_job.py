"""Exports on a thread of their own: the window never waits, and a file is there whole or not at all."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSaveFile, QThreadPool, Signal

from app.export.options import ExportOptions
from models.process import Process
from models.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

#: What makes an export: told whom to ask whether to stop, and to whom to say how far it is; gives bytes.
Maker = Callable[[Callable[[], bool], Callable[[int, int], None]], bytes]


@dataclass(frozen=True)
class Wanted:
    """What is to be exported: a copy of the session, so that typing may go on, its format and options."""

    session: Session
    process: Process
    form: str
    options: ExportOptions

    def make(self, cancelled: Callable[[], bool], progress: Callable[[int, int], None]) -> bytes:
        """The export's bytes. The exporters are imported here, on the thread."""
        from app.export import export

        options = replace(self.options, cancelled=cancelled, progress=progress)
        return export(self.session, self.process, self.form, options)


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


class ExportJob(Job):
    """One export on its way.

    Signals:
        written(str file): the file is there, whole.
        made(bytes): the bytes, where no file was wanted.
        drawn(list[QImage]): the pages as pictures, where those were wanted.
    """

    written = Signal(str)
    made = Signal(object)
    drawn = Signal(object)

    def __init__(
        self, make: Maker, file: Path | None = None, width: int = 0, dots: float = 0.0, parent: QObject | None = None
    ) -> None:
        """`width` in pixels or `dots` per inch ask for the pages as pictures."""
        super().__init__(parent)
        self._make = make
        self._file = file
        self._width = width
        self._dots = dots

    def _work(self) -> None:
        from app.export.options import ExportCancelledError

        try:
            data = self._make(self._cancel.is_set, self.progressed.emit)
        except ExportCancelledError:
            return
        if self.cancelled:
            return
        if self._file is not None:
            self._write(data, self._file)
        elif self._width or self._dots:
            self.drawn.emit(self._draw(data))
        else:
            self.made.emit(data)

    def _draw(self, data: bytes) -> "list[QImage]":
        from app.pdf_pages import pages_as_images

        return pages_as_images(data, self._width, self._dots, self._cancel.is_set)

    def _write(self, data: bytes, file: Path) -> None:
        out = QSaveFile(str(file))
        if out.open(QSaveFile.OpenModeFlag.WriteOnly) and out.write(data) == len(data) and out.commit():
            self.written.emit(str(file))
            return
        reason = out.errorString()
        self.failed.emit(
            f"{file.name} could not be written ({reason}); nothing was changed there: choose another folder."
        )


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
