"""One writer on a data folder: the second start finds out who has it, and brings that window to the front."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from models.storage.disk import no_room, os_error
from models.storage.errors import FullDiskError, ReadOnlyError

#: What a second start says to the first.
FRONT = b"front"
#: How long a second start waits for the first to answer. Milliseconds.
PATIENCE = 1000
#: A lock that says nothing may be one that is just being written. Milliseconds.
YOUNG = 3000


class FolderLock:
    """The right to write in a data folder, held by one process at a time. A dead process's lock is taken over."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir
        self._file = data_dir / "askwell.lock"
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)  # a session may stay open for days; only a process that is gone lets go

    def take(self, wait: int = 0) -> str:
        """Take the lock within `wait` milliseconds; "" where it is ours, else a sentence that says why not."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            return str(os_error(error, self._file))
        if self._lock.tryLock(wait) or (self._says_nothing() and self._take_what_says_nothing()):
            return ""
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return self._held()
        return str(FullDiskError(self._file) if no_room(self._folder) else ReadOnlyError(self._file))

    def let_go(self) -> None:
        """Let others write."""
        self._lock.unlock()

    def _says_nothing(self) -> bool:
        """Whether there is a lock that names no process: a full disk or a power cut left it empty."""
        failed = self._lock.error() is QLockFile.LockError.LockFailedError
        return failed and not self._lock.getLockInfo()[0]

    def _take_what_says_nothing(self) -> bool:
        """Take over such a lock, unless it is so young that somebody may be writing it."""
        self._lock.setStaleLockTime(YOUNG)
        taken = self._lock.tryLock(0)
        self._lock.setStaleLockTime(0)
        return taken

    def _held(self) -> str:
        process, host, _ = self._lock.getLockInfo()
        if not process:
            return f"Another Askwell may have the sessions in {self._folder} open; if none does, delete {self._file}."
        held = f"Another Askwell (process {process} on {host}) has the sessions in {self._folder} open; close it"
        if host == QSysInfo.machineHostName():
            return f"{held} first."
        return f"{held} there, or delete {self._file} if none is open on {host}."


class Single(QObject):
    """The window's hold on its data folder, for as long as it is open.

    Signals:
        front_wanted: somebody started Askwell again on this folder; come to the front.
    """

    front_wanted = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = FolderLock(data_dir)
        digest = hashlib.sha256(str(data_dir.expanduser().resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        self._name = f"askwell-{digest[:32]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)

    def take(self) -> str:
        """Become the one that writes; "" then, else a sentence. The other window has been asked to the front."""
        refusal = self._lock.take()
        if refusal:
            self._ask_to_front()
            return refusal
        QLocalServer.removeServer(self._name)  # left by a process that was killed
        self._server.listen(self._name)
        return ""

    def let_go(self) -> None:
        """Let others write, and no longer answer them."""
        self._server.close()
        self._lock.let_go()

    def _ask_to_front(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(FRONT)
        told = socket.waitForBytesWritten(PATIENCE)
        socket.disconnectFromServer()
        return told

    def _heard(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.front_wanted.emit()
