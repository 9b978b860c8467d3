"""The file's own history: made by its migrations, upgraded all or nothing, never touched when it is not ours."""

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from models.genogram import Person
from models.session import Session
from models.storage import upgrade
from models.storage.engine import make_engine
from models.storage.errors import NewerDatabaseError, NotOursError, OlderDatabaseError
from models.storage.migrations import HEAD, REVISIONS
from models.storage.store import Store
from models.storage.tables import metadata

NEXT = """
from alembic import op
import sqlalchemy as sa

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("half_done", sa.Column("id", sa.Integer, primary_key=True))
    op.add_column("goals", sa.Column("colour", sa.Text))
    op.execute("INSERT INTO {table} (id) VALUES (1)")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "askwell.db"
    with Store(path) as store:
        store.add(Session("one"))
    return path


@pytest.fixture
def next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program with one migration more than this one; gives the file that holds it."""
    folder = tmp_path / "migrations"
    shutil.copytree(upgrade.FOLDER, folder)
    monkeypatch.setattr(upgrade, "FOLDER", folder)
    monkeypatch.setattr(upgrade, "HEAD", "9999")
    monkeypatch.setattr(upgrade, "REVISIONS", (*REVISIONS, "9999"))
    return folder / "versions" / "9999_next.py"


def _schema(engine: Engine) -> list[tuple[str, str]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text("SELECT name, sql FROM sqlite_master ORDER BY name"))]


def test_the_migrations_make_exactly_the_tables_that_the_code_uses(path: Path) -> None:
    engine = make_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_known_revisions_are_those_in_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", str(upgrade.FOLDER))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == HEAD
    assert tuple(found.revision for found in script.walk_revisions())[::-1] == REVISIONS


def test_an_upgrade_backs_up_first_and_keeps_everything(path: Path, next_step: Path) -> None:
    next_step.write_text(NEXT.format(head=HEAD, table="half_done"))
    with Store(path) as store:
        assert store.load("one") == Session("one")
    (backup,) = path.parent.glob(f"*before-upgrade-{HEAD}*.db")
    engine = make_engine(backup)
    assert "half_done" not in dict(_schema(engine))
    engine.dispose()


def test_a_file_of_the_first_tables_gets_the_genogram_s_new_columns(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    engine = make_engine(path)
    config = Config()
    config.set_main_option("script_location", str(upgrade.FOLDER))
    config.set_main_option("path_separator", "os")
    with engine.connect().execution_options(writes=True) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with Store(path) as store:
        store.add(Session("one", [Person("p", "Kelly", death="2019", friend_of="p")]))
        assert store.load("one").get(Person, "p").death == "2019"


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(path: Path, next_step: Path) -> None:
    next_step.write_text(NEXT.format(head=HEAD, table="no_such_table"))
    engine = make_engine(path)
    before = _schema(engine)
    with pytest.raises(OperationalError):
        Store(path)
    assert _schema(engine) == before
    with engine.connect() as connection:
        assert upgrade.revision_of(connection, path) == HEAD
    engine.dispose()


def test_who_may_only_read_does_not_upgrade(path: Path, next_step: Path) -> None:
    next_step.write_text(NEXT.format(head=HEAD, table="half_done"))
    with pytest.raises(OlderDatabaseError):
        Store(path, may_upgrade=False)
    assert not list(path.parent.glob("*before-upgrade*"))


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    engine = make_engine(path)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    engine.dispose()
    with pytest.raises(NewerDatabaseError, match="newer"):
        Store(path)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    engine = make_engine(path)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (id INTEGER)"))
    before = _schema(engine)
    engine.dispose()
    with pytest.raises(NotOursError):
        Store(path)
    engine = make_engine(path)
    assert _schema(engine) == before
    engine.dispose()
