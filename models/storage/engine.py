"""Opens the database file: how it is kept safe, and what its errors mean in the user's world."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from models.storage.connection import connect
from models.storage.errors import (
    DamagedError,
    DeviceError,
    FullDiskError,
    LockedError,
    ReadOnlyError,
    StorageError,
)

#: SQLite's primary result codes (sqlite.org/rescode.html) that the user's world causes.
_CAUSES: dict[int, type[StorageError]] = {
    3: ReadOnlyError,  # SQLITE_PERM
    5: LockedError,  # SQLITE_BUSY
    6: LockedError,  # SQLITE_LOCKED
    8: ReadOnlyError,  # SQLITE_READONLY
    10: DeviceError,  # SQLITE_IOERR
    11: DamagedError,  # SQLITE_CORRUPT
    13: FullDiskError,  # SQLITE_FULL
    14: ReadOnlyError,  # SQLITE_CANTOPEN
    26: DamagedError,  # SQLITE_NOTADB
}


def make_engine(path: Path) -> Engine:
    """The engine of a database file, which is made where there is none. Its errors must pass through `plainly`."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=2,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """The driver begins nothing by itself (isolation_level=None): so a migration is one transaction, tables and all."""
    options = connection.get_execution_options()
    if not options.get("bare", False):
        connection.connection.execute("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turns the database's and the disk's errors into sentences; anything that is a bug of ours passes unchanged."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(error.orig, path) or error from None
    except dbapi2.Error as error:
        raise _meaning(error, path) or error from None
    except OSError as error:
        raise os_error(error, path) from None


def _meaning(error: BaseException | None, path: Path) -> StorageError | None:
    code = getattr(error, "sqlite_errorcode", None)
    cause = _CAUSES.get(code & 0xFF) if code is not None else None
    if cause is ReadOnlyError and path.exists() and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        # "Cannot open" is also what a full disk or a folder of that name gives.
        cause = FullDiskError if _no_room(path.parent) else ReadOnlyError
    if cause is DeviceError and _no_room(path.parent):
        cause = FullDiskError
    return cause(path) if cause else None


def _no_room(folder: Path) -> bool:
    if not hasattr(os, "statvfs"):
        return False
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize < 64 * 1024


def os_error(error: OSError, path: Path) -> StorageError:
    """An error of the file system as a sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FullDiskError(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.EEXIST):
        return ReadOnlyError(path)
    return DeviceError(path)
