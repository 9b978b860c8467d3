"""The stored sessions, for the windows: all that reads or writes the file happens on one thread beside theirs."""

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from models.storage.errors import AlreadyStoredError, StorageError, UnknownSessionError
from models.storage.names import rescued

if TYPE_CHECKING:
    from models.session import Change, Session
    from models.storage.store import Store

#: The name of the file in the data folder.
FILE = "askwell.db"
#: What is said where no trouble of the world keeps us from doing something.
FAULT = "Askwell could not do this because of a fault of its own; the details are in askwell.log."


class Job:
    """Work for the library's thread. `error` is a sentence, "" where all went well; `ended_at` is UTC. Both hold once
    it has `ended`."""

    def __init__(
        self,
        work: Callable[["Store"], Any],
        tell: Callable[[Any], None],
        ended_well_or_not: "Callable[[Job], None] | None" = None,
        glance: Callable[[], Any] | None = None,
    ) -> None:
        """`glance` may do the work before the store is open; where it gives None, the store is opened after all."""
        self.work = work
        self.glance = glance
        self.tell = tell
        self.ended_well_or_not = ended_well_or_not
        self.error = ""
        self.missing = False  # what was to be changed is not stored
        self.ended_at = datetime.min.replace(tzinfo=UTC)
        self._over = threading.Event()

    @property
    def ended(self) -> bool:
        """Whether the work is done or has failed."""
        return self._over.is_set()

    def end(self, at: datetime) -> None:
        """Say that it is over, to whoever waits."""
        self.ended_at = at
        self._over.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; True where the work was done."""
        return self._over.wait(seconds) and not self.error


class Library(QObject):
    """Stored sessions. Methods return at once; the signals come when the work is done, in the order it was asked for.

    Signals:
        listed(list[SessionSummary]): a page of the sessions that were asked for.
        opened(Session): a session read whole.
        looked_back(list[PastRoom]): who was in the latest sessions.
        added(str id), removed(str id): a session is stored, or gone.
        kept(str id, datetime): changes are safely on the disk; local time.
        failed(str): what was asked for could not be done; a sentence. Changes not kept are told by `keeping_ended`.
        warned(str): something happened to the file that people should know; a sentence.
        keeping_ended(Job): one `keep` is over, well or not.
        warmed: `warm` is over, well or not.
    """

    listed = Signal(object)
    opened = Signal(object)
    looked_back = Signal(object)
    added = Signal(str)
    removed = Signal(str)
    kept = Signal(str, object)
    failed = Signal(str)
    warned = Signal(str)
    keeping_ended = Signal(object)
    warmed = Signal()

    def __init__(
        self,
        data_dir: Path,
        parent: QObject | None = None,
        utc_now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self.path = data_dir / FILE
        self._utc_now = utc_now
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._store: Store | None = None
        self._thread: threading.Thread | None = None
        self.unopened = ""  # why the stored sessions cannot be opened: a sentence, until they can
        self._not_added: dict[str, Session] = {}  # sessions for which there was no room yet

    def start(self) -> None:
        """Begin to work; what was asked for before waits until then."""
        if self._thread is None:
            self._say_what_was_rescued()
            self._thread = threading.Thread(target=self._serve, name="library", daemon=True)
            self._thread.start()

    def refresh(self, search: str = "", skip: int = 0) -> Job:
        """Read a page of the sessions that hold `search` in title, team or date, past the first `skip`."""
        glance = self._glance if not search.strip() and not skip else None
        return self._ask(lambda store: store.list_sessions(search, skip), self.listed.emit, glance=glance)

    def warm(self) -> Job:
        """Open the store and make its statements, so that the first session is read as quickly as the next."""
        return self._ask(lambda store: store.warm(), lambda _: None, self._warm_ended)

    def open_session(self, session_id: str) -> Job:
        """Read a session whole."""
        return self._ask(lambda store: store.load(session_id), self.opened.emit)

    def look_back(self, besides: str) -> Job:
        """Read who was in the latest sessions, the one of that id left out."""
        return self._ask(lambda store: store.past_rooms(besides), self.looked_back.emit)

    def add(self, session: "Session") -> Job:
        """Store a new session, whole or not at all. It may be changed at once; what is stored is as it is now."""
        now = session.copy()
        self._not_added[now.id] = now
        return self._ask(lambda store: self._add(store, now), lambda _: self.added.emit(now.id))

    def remove(self, session_id: str) -> Job:
        """Remove a session and everything in it."""
        return self._ask(lambda store: store.remove(session_id), lambda _: self.removed.emit(session_id))

    def keep(self, session_id: str, changes: "Sequence[Change]") -> Job:
        """Store changes of a session, all or none."""
        now = list(changes)
        return self._ask(
            lambda store: self._keep(store, session_id, now),
            lambda _: self.kept.emit(session_id, self._utc_now().astimezone()),
            self.keeping_ended.emit,
        )

    def keep_whole(self, session: "Session") -> Job:
        """Store a session that should be stored and is not, as it is now."""
        self._not_added[session.id] = session.copy()
        return self.keep(session.id, [])

    def close(self) -> bool:
        """Finish what was asked for and let go of the file; True where the thread came to its end."""
        if self._thread is None:
            return True
        self._jobs.put(None)
        self._thread.join(30)
        return not self._thread.is_alive()

    # On the library's own thread

    def _ask(
        self,
        work: Callable[["Store"], Any],
        tell: Callable[[Any], None],
        ended: Callable[[Job], None] | None = None,
        glance: Callable[[], Any] | None = None,
    ) -> Job:
        job = Job(work, tell, ended, glance)
        self._jobs.put(job)
        return job

    def _say_what_was_rescued(self) -> None:
        if left := rescued(self.path):
            names = " and ".join(each.name for each in left)
            self.warned.emit(
                f"{names} in {self.path.parent} holds what another program nearly lost; "
                "bring it back with 'askwell restore', then move it elsewhere."
            )

    def _serve(self) -> None:
        finished = False
        try:
            while (job := self._jobs.get()) is not None:
                self._do(job)
            finished = True
        finally:
            if self._store is not None:
                self._store.close()
                self._store = None
            if not finished:  # a bug of ours, which goes to the handler; what people type is kept all the same
                self._thread = threading.Thread(target=self._serve, name="library", daemon=True)
                self._thread.start()

    def _do(self, job: Job) -> None:
        job.error = FAULT
        try:
            result = job.glance() if job.glance is not None and self._store is None else None
            if result is None:
                result = job.work(self._opened_store())
            job.error = ""
            job.tell(result)
        except StorageError as error:
            job.error = str(error) if job.ended_well_or_not is None else error.waiting
            job.missing = isinstance(error, UnknownSessionError)
        finally:  # whatever went wrong is said; a fault of ours goes on to the handler as well
            job.end(self._utc_now())
            if job.ended_well_or_not is not None:
                job.ended_well_or_not(job)
            elif job.error:
                self.failed.emit(job.error)

    def _warm_ended(self, job: Job) -> None:
        if job.error:
            self.failed.emit(job.error)
        self.warmed.emit()

    def _glance(self) -> Any:
        from models.storage.glance import first_page

        return first_page(self.path)

    def _opened_store(self) -> "Store":
        """The store, opened when it is first needed, and tried again where that failed."""
        if self._store is None:
            from models.storage.store import Store

            try:
                self._store = Store(self.path, self._utc_now, warn=self.warned.emit)
            except StorageError as error:
                self.unopened = str(error)
                raise
            self.unopened = ""
        return self._store

    def _add(self, store: "Store", session: "Session") -> None:
        try:
            store.add(session)
        except AlreadyStoredError:
            self._not_added.pop(session.id, None)
            raise
        self._not_added.pop(session.id, None)

    def _keep(self, store: "Store", session_id: str, changes: "Sequence[Change]") -> None:
        if session_id in self._not_added:
            self._add(store, self._not_added[session_id])
        store.write(session_id, changes)
