"""Opens the database file: how it is kept safe, and what its errors mean in the user's world."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from models.storage.connection import connect
from models.storage.disk import no_room, os_error
from models.storage.errors import (
    DamagedError,
    DeviceError,
    FullDiskError,
    InTheWayError,
    LockedError,
    ReadOnlyError,
    StorageError,
)

#: SQLite's primary result codes (sqlite.org/rescode.html) that the user's world causes.
_CAUSES: dict[int, Callable[[Path], StorageError]] = {
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


@contextmanager
def reading_well(path: Path) -> Iterator[None]:
    """The same round reading what we stored: what cannot be read is damage, and its text, which the errors quote,
    goes no further."""
    try:
        with plainly(path):
            yield
    except DBAPIError as error:
        if not str(error.orig).startswith(("no such table", "no such column", "Could not decode")):
            raise
        raise DamagedError(path) from None
    except (LookupError, ValueError, TypeError):
        raise DamagedError(path) from None


def _meaning(error: BaseException | None, path: Path) -> StorageError | None:
    if path.exists() and not path.is_file():
        return InTheWayError(path)
    code = getattr(error, "sqlite_errorcode", None)
    cause = _CAUSES.get(code & 0xFF) if code is not None else None
    if cause is ReadOnlyError and path.exists() and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        # "Cannot open" is also what a full disk or a folder of that name gives.
        cause = FullDiskError if no_room(path.parent) else ReadOnlyError
    if cause is DeviceError and no_room(path.parent):
        cause = FullDiskError
    return cause(path) if cause else None
