"""The quick look at the list shows what the store would, and leaves to the store what it should."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from models.library import PAGE
from models.session import Details, Progress, Session, Status
from models.storage.connection import connect
from models.storage.glance import first_page
from models.storage.store import Store

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """More sessions than a page holds, of every status, two changed at a time, some with no day or no words."""
    moments = (NOW + timedelta(microseconds=nth // 2 * 77_777_777) for nth in range(10_000))
    with Store(tmp_path / "askwell.db", lambda: next(moments)) as store:
        for nth in range(PAGE + 10):
            day = date(2026, 5, 1) + timedelta(days=nth * 7 % 20) if nth % 5 else None
            details = Details(title=f"Bell {nth} “Ä”" if nth % 4 else "", team="North", held_on=day)
            store.add(Session(f"s{nth}", [details, Progress(status=list(Status)[nth % 3])]))
    return tmp_path / "askwell.db"


def test_it_gives_what_the_store_gives(path: Path) -> None:
    with Store(path) as store:
        assert first_page(path) == store.list_sessions()


def test_no_file_is_no_sessions_and_none_is_made(tmp_path: Path) -> None:
    assert first_page(tmp_path / "askwell.db") == []
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = '0000'",
        "DELETE FROM alembic_version",
        "DROP TABLE alembic_version",
        "UPDATE sessions SET status = 'no status of ours'",
        "UPDATE sessions SET changed_at = 'no time'",
        "DROP TABLE sessions",
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_left_to_the_store(path: Path, statement: str) -> None:
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute(statement)
    connection.close()
    assert first_page(path) is None


def test_what_is_no_database_is_left_to_the_store(tmp_path: Path) -> None:
    (tmp_path / "askwell.db").write_bytes(b"garbage" * 1000)
    assert first_page(tmp_path / "askwell.db") is None
    assert first_page(tmp_path) is None
