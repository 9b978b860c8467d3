"""How far a database file is, and bringing it up to date: a backup first, then each step all or nothing."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from models.storage.errors import NewerDatabaseError, NotOursError, OlderDatabaseError
from models.storage.migrations import HEAD, REVISIONS

FOLDER = Path(__file__).parent / "migrations"


def revision_of(connection: Connection, path: Path) -> str:
    """The file's revision, "" where it is empty; NotOursError, NewerDatabaseError where we must leave it alone."""
    names = inspect(connection).get_table_names()
    if not names:
        return ""
    if "alembic_version" not in names:
        raise NotOursError(path)
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    if len(found) != 1:
        raise NotOursError(path)
    if found[0] not in REVISIONS:
        # Another program's Alembic would not have named a table of sessions so.
        raise NewerDatabaseError(path) if "sessions" in names else NotOursError(path)
    return str(found[0])


def bring_up_to_date(engine: Engine, path: Path, back_up: Callable[[str], None], allowed: bool = True) -> None:
    """Take the steps that are missing. `back_up` gets the old revision of a file that holds something.

    OlderDatabaseError where there are steps to take and that is not `allowed`.
    """
    with engine.connect() as connection:
        revision = revision_of(connection, path)
    if revision == HEAD:
        return
    if not allowed:
        raise OlderDatabaseError(path)
    if revision:
        back_up(revision)
    _take_steps(engine, FOLDER)


def _take_steps(engine: Engine, folder: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.connect().execution_options(writes=True) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
