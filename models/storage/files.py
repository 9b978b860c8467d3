"""The database as a file: its integrity, copies of it, and putting a copy in its place."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select

from models.storage.disk import make_private
from models.storage.engine import make_engine, plainly, reading_well
from models.storage.errors import BackupError, DamagedError, InTheWayError, StorageError
from models.storage.tables import metadata, sessions
from models.storage.upgrade import bring_up_to_date, revision_of


def check(connection: Connection, path: Path, read: Callable[[str], int]) -> list[str]:
    """What was checked and found well, a sentence each; DamagedError at the first thing that is wrong.

    `read` reads a session whole and gives the number of its entries.
    """
    if connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() != ["ok"]:
        raise DamagedError(path)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise DamagedError(path)
    if tables_missing(connection):
        raise DamagedError(path)
    ids = connection.execute(select(sessions.c.id)).scalars().all()
    entries = sum(read(session_id) for session_id in ids)
    tables = len(metadata.tables)
    return [
        f"File {path}: every page and index is sound.",
        f"Tables: {tables} of {tables} are there, and every entry belongs to a session.",
        f"Sessions: {len(ids)} read whole, {entries} entries.",
    ]


def tables_missing(connection: Connection) -> set[str]:
    """Which of our tables are not there."""
    return set(metadata.tables) - set(inspect(connection).get_table_names())


def refuse_own_file(own: Path, target: Path) -> None:
    """BackupError where a backup would overwrite the sessions themselves, or what is no file."""
    if target.exists() and not target.is_file():
        raise BackupError(f"{target} is a folder or a device; give the name of a file.")
    if not target.parent.is_dir():
        raise BackupError(f"There is no folder {target.parent} to write the backup in.")
    if target.exists() and target.samefile(own):
        raise BackupError(f"{target} is where the sessions are stored; give another name for the backup.")


def vacuum_into(engine: Engine, target: Path) -> None:
    """A whole copy at `target`, written beside it first, so that what lay there goes only when the copy is complete."""
    with engine.connect().execution_options(bare=True) as connection:
        copy_held(connection, target)


def copy_held(connection: Connection, target: Path) -> None:
    """The same of the file that a connection has open, whatever lies at that file's path by now.

    The driver is asked, since VACUUM runs in no transaction.
    """
    half = target.with_name(f".askwell-{os.getpid()}.part")
    try:
        make_private(half)
        connection.connection.execute("VACUUM INTO ?", (str(half),))
        _to_disk(half)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    """SQLite does not wait for the disk when it writes a copy; a backup must be there after a power cut."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def restore(path: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the file at `path`, which nobody may have open; gives where the old one was put.

    The backup is copied, checked and brought up to date before anything is replaced. BackupError where it is no good.
    """
    if not backup.is_file():
        raise BackupError(f"{backup} is not a file that can be read.")
    if path.exists() and not path.is_file():
        raise InTheWayError(path)
    if path.exists() and backup.samefile(path):
        raise BackupError(f"{backup} is the file in use; give the name of a backup.")
    fresh = path.with_name(f".{path.name}.{os.getpid()}.restoring")
    with plainly(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _copy(backup, fresh)
            _prove(fresh, backup)
            _to_disk(fresh)
            aside = _set_aside(path, now)
            fresh.replace(path)
        finally:
            _remove_all(fresh)
    return aside


def _copy(backup: Path, fresh: Path) -> None:
    try:
        make_private(fresh)
        shutil.copyfile(backup, fresh)
    except PermissionError as error:
        if error.filename == str(backup):  # speaks of the backup, not of our folder
            raise BackupError(f"{backup} may not be read.") from None
        raise


def _prove(fresh: Path, backup: Path) -> None:
    """BackupError unless the copy is a sound file of ours, brought up to date."""
    engine = make_engine(fresh)
    try:
        _bring_up_sound(engine, backup)
    except DamagedError:
        raise BackupError(f"{backup} is damaged or not a file of Askwell sessions; nothing was changed.") from None
    finally:
        engine.dispose()


def _bring_up_sound(engine: Engine, backup: Path) -> None:
    with reading_well(backup), engine.connect() as connection:
        if not revision_of(connection, backup):
            raise BackupError(f"{backup} holds no sessions of Askwell; nothing was changed.")
        if connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() != ["ok"]:
            raise DamagedError(backup)
    with reading_well(backup):
        bring_up_to_date(engine, backup, lambda _revision: None)
        with engine.connect() as connection:
            if tables_missing(connection):
                raise DamagedError(backup)


def _set_aside(path: Path, now: datetime) -> Path | None:
    """Give the old file a second name beside it; its log, left by a crash, is written into it first where it can be."""
    if not path.exists():
        return None
    engine = make_engine(path)
    try:
        with suppress(StorageError), plainly(path), engine.connect().execution_options(bare=True) as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()
    aside = path.with_name(f"{path.stem}-before-restore-{now:%Y%m%d-%H%M%S}.db")
    for ending in ("-wal", "-shm"):
        left = path.with_name(path.name + ending)
        if left.exists():
            left.replace(aside.with_name(aside.name + ending))
    try:
        os.link(path, aside)
    except OSError:  # a file system without second names
        make_private(aside)
        shutil.copyfile(path, aside)
    return aside


def _remove_all(fresh: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        fresh.with_name(fresh.name + ending).unlink(missing_ok=True)
