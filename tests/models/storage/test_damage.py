"""What is stored and cannot be read is told as damage, and never quoted; what we write nobody else may read."""

import os
import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.session import Change, Details, Session
from models.storage.errors import BackupError, DamagedError, InTheWayError, NotAFolderError, StorageError
from models.storage.files import restore
from models.storage.store import Store
from tests.models.storage.test_trouble import SECRET, card

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data" / "askwell.db") as opened:
        opened.add(Session("one", [Details(title="Bell"), card(1)]))
        yield opened


def _damage(store: Store, statement: str) -> None:
    with store._writing() as connection:
        connection.exec_driver_sql(statement)


DAMAGES = [
    "DROP TABLE cards",
    "ALTER TABLE cards RENAME COLUMN text TO words",
    f"UPDATE cards SET written_at = '{SECRET}'",
    f"UPDATE details SET held_on = '{SECRET}'",
    "UPDATE details SET held_on = 7",
    f"UPDATE cards SET kind = '{SECRET}'",
    "UPDATE cards SET text = CAST(X'FF80' AS TEXT)",
    f"UPDATE cases SET status = '{SECRET}'",
]


@pytest.mark.parametrize("statement", DAMAGES)
def test_what_cannot_be_read_is_damage_and_is_not_quoted(store: Store, statement: str) -> None:
    _damage(store, statement)
    for act in (lambda: store.load("one"), store.check):
        with pytest.raises(DamagedError) as told:
            act()
        assert SECRET not in str(told.value) and told.value.__cause__ is None


def test_a_list_that_cannot_be_read_is_damage(store: Store) -> None:
    _damage(store, f"UPDATE sessions SET held_on = '{SECRET}'")
    with pytest.raises(DamagedError):
        store.list_sessions()


def test_a_check_counts_the_tables_it_names(store: Store) -> None:
    _damage(store, "DROP TABLE heard")
    _damage(store, "DELETE FROM sessions")  # nothing is read, so that only counting finds it
    with pytest.raises(DamagedError):
        store.check()


def test_what_lacks_a_table_is_no_backup(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "b.db")
    with Store(tmp_path / "b.db") as backup:
        _damage(backup, "DROP TABLE heard")
    with pytest.raises(BackupError, match="nothing was changed"):
        restore(tmp_path / "other" / "askwell.db", tmp_path / "b.db", NOW)
    assert not (tmp_path / "other" / "askwell.db").exists()


def test_a_backup_never_takes_the_place_of_what_is_no_file(store: Store, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for target in (tmp_path / "pipe", tmp_path / "link", tmp_path):
        with pytest.raises(BackupError, match="device"):
            store.backup(target)
    assert stat.S_ISFIFO((tmp_path / "link").stat().st_mode)


def test_a_backup_to_a_link_is_written_where_it_points(store: Store, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "b.db")
    store.backup(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    with Store(tmp_path / "b.db") as copy:
        assert copy.load("one") == store.load("one")


def test_a_restore_never_takes_the_place_of_what_is_no_file(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "b.db")
    os.mkfifo(tmp_path / "askwell.db")
    with pytest.raises(InTheWayError):
        restore(tmp_path / "askwell.db", tmp_path / "b.db", NOW)
    assert stat.S_ISFIFO((tmp_path / "askwell.db").stat().st_mode)


def test_a_backup_of_what_is_damaged_names_that_and_not_the_target(store: Store, tmp_path: Path) -> None:
    store.write("one", [Change(None, card(nth, "x" * 5000)) for nth in range(2, 200)])
    store.close()
    content = bytearray(store.path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096 * 40] = b"\xff" * (4096 * 40)
    store.path.write_bytes(content)
    with Store(store.path) as opened, pytest.raises(DamagedError) as told:
        opened.backup(tmp_path / "b.db")
    assert str(store.path) in str(told.value) and "b.db" not in str(told.value)
    assert not (tmp_path / "b.db").exists()


def test_nobody_else_may_read_what_we_write(store: Store, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with Store(tmp_path / "new" / "askwell.db") as new:
            new.add(Session("one"))
            new.backup(tmp_path / "b.db")
            new.path.unlink()
            new.write("one", [])
            made = [*(tmp_path / "new").iterdir(), tmp_path / "b.db"]
        restore(tmp_path / "again" / "askwell.db", tmp_path / "b.db", NOW)
        made.append(tmp_path / "again" / "askwell.db")
        assert {stat.S_IMODE(each.stat().st_mode) for each in made if each.exists()} == {0o600}
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    finally:
        os.umask(before)


def _folder(path: Path) -> None:
    path.mkdir(parents=True)


def _file_for_folder(path: Path) -> None:
    path.parent.write_text("")


@pytest.mark.parametrize(("make", "kind"), [(_folder, InTheWayError), (_file_for_folder, NotAFolderError)])
def test_what_is_in_the_way_is_named(tmp_path: Path, make: Callable[[Path], None], kind: type[StorageError]) -> None:
    path = tmp_path / "data" / "askwell.db"
    make(path)
    with pytest.raises(kind):
        Store(path)
