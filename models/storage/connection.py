"""One connection to the database file, as every part of this package wants it."""

from pathlib import Path

from sqlcipher3 import dbapi2

from models.storage.disk import make_private

#: How long to wait for another program that holds the file. Milliseconds.
BUSY = 3000


def connect(path: Path) -> dbapi2.Connection:
    """Open the file, which is made where there is none; the driver begins no transaction by itself."""
    if path.parent.is_dir():
        make_private(path)
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout={BUSY}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")
    return connection
