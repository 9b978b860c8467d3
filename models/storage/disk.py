"""The disk under the stored sessions: its room, its errors as sentences, and files that nobody else may read."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from models.storage.errors import DeviceError, FullDiskError, NotAFolderError, ReadOnlyError, StorageError

#: What a small file and its folder's entry need. Bytes.
ENOUGH = 64 * 1024


def no_room(folder: Path) -> bool:
    """Whether the disk that holds a folder is full; False where that cannot be known."""
    if not hasattr(os, "statvfs"):
        return False
    try:
        room = os.statvfs(folder)
    except OSError:
        return False
    return room.f_bavail * room.f_frsize < ENOUGH


def os_error(error: OSError, path: Path) -> StorageError:
    """An error of the file system at `path` as a sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FullDiskError(path)
    if error.errno in (errno.EEXIST, errno.ENOTDIR) and path.parent.exists() and not path.parent.is_dir():
        return NotAFolderError(path.parent)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.EEXIST):
        return ReadOnlyError(path)
    return DeviceError(path)


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read, where there is none: SQLite would let everybody."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
