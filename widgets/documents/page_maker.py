"""Makes the pages that are looked at before a document leaves: on a thread of its own, anew whenever it changes."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.agency import export_options
from app.export_job import JobRunner, Wanted
from app.open_session import OpenSession
from app.preview_job import Pages, PreviewJob
from models.session import QUIET, Change
from widgets.documents.catalogue import Entry
from widgets.documents.preview import Preview

#: Milliseconds without a change until pages are made anew, and until it is said that they take a while.
PAUSE, PATIENCE = 250, 400
MAKING = "The pages are being made…"
FAULT = "These pages could not be made, because of a fault in Askwell; what you entered is kept."


class PageMaker(QObject):
    """Keeps a preview as its document is: names are masked in it while they are masked on the screen. `asked` is what
    was chosen for the document.

    Signals:
        missing_found(tuple[str, ...]): the characters in it that no font holds, in words.
    """

    missing_found = Signal(object)

    def __init__(self, open_session: OpenSession, preview: Preview, jobs: JobRunner) -> None:
        super().__init__(preview)
        self._open = open_session
        self._preview = preview
        self._jobs = jobs
        self._job: PreviewJob | None = None
        self._entry: Entry | None = None
        self.asked: dict[str, Any] = {}
        self._stale = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._make)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._ask_for_patience)
        open_session.document.changed.connect(self._follow)
        open_session.masking.changed.connect(self._mask)
        open_session.settings.changed.connect(self._refresh)

    def show(self, entry: Entry, asked: dict[str, Any]) -> None:
        """Show this document, with what was chosen for it (fields of ExportOptions)."""
        self._entry, self.asked = entry, asked
        self._preview.clear()
        self.missing_found.emit(())
        self._refresh(pause=0)

    def look(self) -> None:
        """Somebody looks: make what changed while nobody did."""
        if self._stale:
            self._refresh(pause=0)

    def _refresh(self, pause: int = PAUSE) -> None:
        self._stale = True
        if self._job is not None:
            self._job.cancel()
        if self._preview.isVisible():
            self._pause.start(pause)

    def _follow(self, changes: list[Change]) -> None:
        if any(change.kind not in QUIET for change in changes):
            self._refresh()

    def _mask(self) -> None:
        """Pages with names in full are gone at once, not when the next ones are made."""
        if self._open.masking.on:
            self._preview.clear()
        self._refresh(pause=0)

    def _make(self) -> None:
        """One document at a time; `_ended` comes back for what changed meanwhile."""
        if self._job is not None or self._entry is None or not self._stale:
            return
        self._stale = False
        missing = self._entry.missing(self._open.session)
        if missing or not self._entry.page_form:
            self._preview.clear(missing or self._open.masking.text(self._entry.in_words(self._open.session)))
            return
        masking = self._open.masking
        wanted = Wanted(
            self._open.session.copy(),
            self._open.process,
            self._entry.page_form,
            export_options(self._open.settings.values, **self.asked),
            masking.text if masking.on else None,
        )
        self._job = PreviewJob(wanted, self)
        self._job.made.connect(self._made)
        self._job.failed.connect(self._failed)
        self._job.progressed.connect(self._progressed)
        self._job.ended.connect(self._ended)
        self._patience.start(PATIENCE)
        self._jobs.start(self._job)

    def _made(self, pages: Pages) -> None:
        """Show what was made, unless something else is wanted by now, such as no names."""
        if self._job is not None and not self._job.cancelled:
            self._patience.stop()
            self._preview.show_pages(pages)
            self.missing_found.emit(pages.missing)

    def _failed(self, sentence: str) -> None:
        self._preview.clear(sentence)

    def _ask_for_patience(self) -> None:
        if not self._preview.count:
            self._preview.say(MAKING)

    def _progressed(self, done: int, of: int) -> None:
        if self._preview.sentence.startswith(MAKING):
            self._preview.say(f"{MAKING} {done} of {of}")

    def _ended(self) -> None:
        self._patience.stop()
        job, self._job = self._job, None
        if job is not None:
            if not job.cancelled and not self._preview.count and self._preview.sentence in ("", MAKING):
                self._preview.say(FAULT)
            job.deleteLater()
        if self._stale and self._preview.isVisible():
            self._pause.start(0)
