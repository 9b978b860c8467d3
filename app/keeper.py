"""Autosave: what changes in the open session is on the disk within a second, without being asked for."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.document import Document
from app.library import Job, Library
from models.session import Change

#: From the first change that is not kept until it is written. Milliseconds: with the writing, well under a second.
DELAY = 500
#: Until what could not be written is tried again. Milliseconds.
RETRY = 3000


class Keeper(QObject):
    """Keeps an open session's changes through the library.

    Signals:
        kept(datetime): everything up to a moment ago is on the disk; local time.
        failing(str): it cannot be, and why: a sentence, once until it works again. Nothing is lost while we run.
    """

    kept = Signal(object)
    failing = Signal(str)

    def __init__(
        self,
        document: Document,
        library: Library,
        parent: QObject | None = None,
        delay: int = DELAY,
        retry: int = RETRY,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._session_id = document.session.id
        self._library = library
        self._delay, self._retry = delay, retry
        self._waiting: list[Change] = []
        self._writing: list[Change] = []
        self._job: Job | None = None
        self._missing = False  # it was stored, and is not any more: it is stored anew, whole
        self._told = ""
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._write)
        document.changed.connect(self._changed)
        document.typed.connect(self._changed)
        library.keeping_ended.connect(self._ended)

    @property
    def all_kept(self) -> bool:
        """Whether nothing is left to write."""
        return not self._waiting and self._job is None

    def flush(self, seconds: float = 10) -> bool:
        """Write everything now and wait until it is on the disk; False where it could not be."""
        self._timer.stop()
        while not self.all_kept:
            if self._job is None:
                self._write()
            job = self._job
            if job is not None and not job.wait(seconds):
                self._settle()
                if self._job is None or self._job is job:
                    return False
            self._settle()
        return True

    def _changed(self, changes: list[Change]) -> None:
        self._waiting += changes
        if self._job is None and not self._timer.isActive():
            self._timer.start(self._delay)

    def _write(self) -> None:
        if self._job is None and self._waiting:
            self._writing, self._waiting = self._waiting, []
            if self._missing:
                self._job = self._library.keep_whole(self._document.session)
            else:
                self._job = self._library.keep(self._session_id, self._writing)

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._settle()

    def _settle(self) -> None:
        """Take note of how the writing ended; one that still goes on is left alone."""
        job = self._job
        if job is None or not job.ended:
            return
        self._job = None
        if job.missing and not self._missing:
            self._missing = True
            self._waiting = self._writing + self._waiting
            self._write()
        elif job.error:
            self._waiting = self._writing + self._waiting
            self._writing = []
            self._timer.start(self._retry)
            if self._told != job.error:
                self._told = job.error
                self.failing.emit(job.error)
        else:
            self._missing = False
            self._told = ""
            self._writing = []
            if self._waiting:
                self._timer.start(self._delay)
            self.kept.emit(job.ended_at.astimezone())
