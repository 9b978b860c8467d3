"""What the user's world does to a file: every trouble is one sentence without anybody's words in it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from models.cards import Card, CardKind
from models.session import Change, Session
from models.storage.engine import make_engine, plainly
from models.storage.errors import (
    DamagedError,
    DeviceError,
    FullDiskError,
    LockedError,
    ReadOnlyError,
    StorageError,
)
from models.storage.store import Store

SECRET = "Words that nobody may read in a log"


def card(nth: int, text: str = SECRET) -> Card:
    return Card(f"c{nth}", "working-well", CardKind.QUESTION, "", text, nth)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "askwell.db") as opened:
        opened.add(Session("one"))
        yield opened


def _told(error: StorageError) -> str:
    sentence = str(error)
    assert sentence.endswith(".") and "\n" not in sentence and SECRET not in sentence
    return sentence


def test_every_file_is_opened_for_safety(store: Store) -> None:
    with store._engine.connect() as connection:
        said = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        }
        assert connection.exec_driver_sql("PRAGMA cipher_version").scalar()
    assert said == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 3000,
    }  # fmt: skip


def test_a_disk_without_room_keeps_what_was_there_and_takes_more_when_there_is_room(store: Store) -> None:
    with store._writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    big = [Change(None, card(nth, SECRET * 100)) for nth in range(100)]
    with pytest.raises(FullDiskError) as full:
        store.write("one", big)
    assert "full" in _told(full.value)
    assert store.load("one") == Session("one")
    with store._writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    store.write("one", big)
    assert len(store.load("one").all(Card)) == 100


def test_a_real_disk_without_room_is_told_as_one(tmp_path: Path) -> None:
    """On a file system of two megabytes where we may mount one; /dev/full says the same to everybody."""
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(small)]
    mounted = subprocess.run(mount, capture_output=True, check=False)
    if mounted.returncode:
        with pytest.raises(FullDiskError), plainly(small / "askwell.db"), Path("/dev/full").open("wb", 0) as full:
            full.write(b"x")
        return
    try:
        with Store(small / "askwell.db") as store:
            store.add(Session("one"))
            with pytest.raises(FullDiskError):
                for nth in range(1000):
                    store.write("one", [Change(None, card(nth, "x" * 50_000))])
            kept = len(store.load("one").all(Card))
            assert kept == nth
            with pytest.raises(FullDiskError):
                store.backup(small / "backup.db")
            assert not (small / "backup.db").exists()
            assert not list(small.glob("*.part"))
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_file_that_another_program_holds_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.storage.connection.BUSY", 1)
    other = dbapi2.connect(str(store.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with Store(store.path) as second, pytest.raises(LockedError) as locked:
            second.write("one", [Change(None, card(1))])
        assert "Another program" in _told(locked.value)
    finally:
        other.close()
    store.write("one", [Change(None, card(1))])


@pytest.mark.parametrize("content", [b"garbage" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "askwell.db"
    path.write_bytes(content)
    with pytest.raises(DamagedError) as damaged:
        Store(path)
    _told(damaged.value)
    assert path.read_bytes() == content


def test_damage_inside_is_found_by_a_check(store: Store) -> None:
    store.write("one", [Change(None, card(nth, SECRET * 20)) for nth in range(300)])
    store.close()
    content = bytearray(store.path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096 * 4] = b"\xff" * (4096 * 4)
    store.path.write_bytes(content)
    with pytest.raises(DamagedError), Store(store.path) as opened:
        opened.check()


def test_a_file_that_may_not_be_written_is_told(store: Store) -> None:
    # Whoever runs this may be root, whom no permission stops: the connection itself is told to refuse.
    with store._engine.connect() as connection, pytest.raises(ReadOnlyError) as refused, plainly(store.path):
        connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.exec_driver_sql("DELETE FROM cards")
    assert "--data-dir" in _told(refused.value)


@pytest.mark.parametrize(
    ("error", "kind"),
    [(PermissionError(13, "no"), ReadOnlyError), (OSError(30, "read-only"), ReadOnlyError),
     (OSError(28, "full"), FullDiskError), (OSError(5, "input/output"), DeviceError)],
)  # fmt: skip
def test_what_the_file_system_says_becomes_a_sentence(tmp_path: Path, error: OSError, kind: type[StorageError]) -> None:
    with pytest.raises(kind) as told, plainly(tmp_path / "askwell.db"):
        raise error
    _told(told.value)


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "askwell.db").mkdir()
    with pytest.raises(StorageError) as told:
        Store(tmp_path / "askwell.db")
    _told(told.value)
    with pytest.raises(StorageError):
        Store(tmp_path / "askwell.db" / "x" / ("y" * 300) / "askwell.db")


def test_a_bug_of_ours_is_no_trouble_of_the_world(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "a.db")
    with pytest.raises(Exception, match="no such table") as bug, plainly(tmp_path / "a.db"), engine.connect() as one:
        one.exec_driver_sql("SELECT * FROM no_table WHERE a = ?", (SECRET,))
    engine.dispose()
    assert not isinstance(bug.value, StorageError)
    assert SECRET not in str(bug.value)
