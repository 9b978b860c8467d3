"""Copies that the system's viewer shows: private, only to be read, and gone when the session is left."""

from pathlib import Path

from PySide6.QtCore import QDir, QFile, QLockFile, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

_BEGINS = "askwell-copies-"
_LOCK = "in-use"


class OpenedCopies:
    """A folder of this run alone, made when the first copy is opened and removed by `remove`.

    One that was left behind is removed when the next run makes its own.
    """

    def __init__(self, place: str = "") -> None:
        """`place` is the folder for temporary files, the system's where it is not given."""
        self._place = place or QDir.tempPath()
        self._folder: QTemporaryDir | None = None
        self._lock: QLockFile | None = None

    def file(self, name: str) -> Path | None:
        """Where a copy of that name, or one like it, can be written; None where no folder can be made."""
        if self._folder is None:
            self._clear_up()
            folder = QTemporaryDir(str(Path(self._place) / f"{_BEGINS}XXXXXX"))
            if not folder.isValid():
                return None
            self._folder = folder
            self._lock = QLockFile(folder.filePath(_LOCK))
            self._lock.tryLock(0)
        wanted, number = Path(self._folder.filePath(name)), 2
        while wanted.exists():  # a viewer may have it open still
            wanted = wanted.with_name(f"{Path(name).stem} ({number}){wanted.suffix}")
            number += 1
        return wanted

    def open(self, file: Path) -> bool:
        """Let nobody write in the copy, and show it; False where this computer has nothing to show it with."""
        QFile.setPermissions(str(file), QFile.Permission.ReadOwner)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def remove(self) -> bool:
        """Take every copy away; False where a viewer keeps one, which goes when the next run opens its first."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        folder, self._folder = self._folder, None
        return folder is None or folder.remove()

    def _clear_up(self) -> None:
        for left in Path(self._place).glob(f"{_BEGINS}*"):
            lock = QLockFile(str(left / _LOCK))
            lock.setStaleLockTime(0)  # one that is held long is no less in use
            if lock.tryLock(0):
                lock.unlock()
                QDir(str(left)).removeRecursively()
