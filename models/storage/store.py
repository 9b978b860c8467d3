"""Stores sessions: the repository that the application talks to. One instance, used on one thread."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update

from models.library import PAGE, SessionSummary
from models.remembered import PastRoom
from models.session import KINDS, Change, Details, Progress, Session, Status
from models.storage import files
from models.storage.engine import make_engine, plainly, reading_well
from models.storage.errors import AlreadyStoredError, DamagedError, StorageError, UnknownSessionError
from models.storage.names import identity, log_of, rescue_of
from models.storage.past_rooms import past_rooms
from models.storage.rows import Spoken, Statements, Work, changed_row, collapse, new_row, statements
from models.storage.tables import sessions
from models.storage.upgrade import bring_up_to_date
from models.words import whole

_COLUMNS = tuple(sessions.c[name] for name in SessionSummary.__slots__)
_FIND = select(exists().where(sessions.c.id == bindparam("session")))
# Under way, planned, closed: their names happen to fall so, and one index gives the order.
_LIST = select(*_COLUMNS).order_by(
    sessions.c.status.desc(), sessions.c.stands.desc(), sessions.c.changed_at.desc(), sessions.c.id.desc()
)
_PAGE = _LIST.limit(bindparam("size")).offset(bindparam("skip"))
_SEARCH = _PAGE.where(sessions.c.found_by.like(bindparam("pattern"), escape="\\"))
_TOUCH = (
    update(sessions)
    .where(sessions.c.id == bindparam("session"))
    .values(
        changed_at=bindparam("now"),
        next_place=sessions.c.next_place + bindparam("added"),
        version_id=sessions.c.version_id + bindparam("one"),
    )
    .returning(sessions.c.next_place)
)
_LIKE = select(sessions.c.id).where(sessions.c.id.like(bindparam("pattern"), escape="\\")).order_by(sessions.c.id)


class Store:
    """All stored sessions, in one file. Every method may raise a StorageError."""

    def __init__(
        self,
        path: Path,
        utc_now: Callable[[], datetime] = lambda: datetime.now(UTC),
        may_upgrade: bool = True,
        warn: Callable[[str], None] = lambda _sentence: None,
    ) -> None:
        """Open the file, or make it. An older one is backed up and brought up to date; OlderDatabaseError where
        that may not be. `warn` gets a sentence when the file was exchanged under us and another took its place."""
        self.path = path
        self._utc_now = utc_now
        self._warn = warn
        with plainly(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._engine = make_engine(path)
            try:
                bring_up_to_date(self._engine, path, self._back_up_before_upgrade, may_upgrade)
                self._hold()
            except BaseException:
                self._engine.dispose()
                raise
        self._wrote = False
        self._say: dict[type[Any], Statements] = {}
        self._touch = Spoken(_TOUCH, self._engine.dialect)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was written is in it."""
        if self._wrote:
            with suppress(StorageError):
                self._see_that_it_is_ours()
        self._wrote = False
        self._let_go()

    def _hold(self) -> None:
        """Open the file and keep it open: a connection of before reaches what was written, whatever takes the file's
        or its log's place; and taking one from the pool for each card costs as much as the card."""
        self._held = self._engine.connect().execution_options(writes=True)
        self._held.connection.execute("SELECT count(*) FROM sqlite_master").fetchall()  # the log is there from now on
        self._identity, self._log = identity(self.path), identity(log_of(self.path))

    def _let_go(self) -> None:
        self._held.close()
        self._engine.dispose()

    def warm(self) -> None:
        """Make every statement now, so that the first session is read as quickly as the next."""
        with suppress(UnknownSessionError):
            self.load("")

    # Reading

    def list_sessions(self, search: str = "", skip: int = 0, size: int = PAGE) -> list[SessionSummary]:
        """A page of the sessions whose title, team or date hold `search`: those under way, the one changed last first;
        those planned, the soonest first and without a date last; those closed, the latest first."""
        parameters: dict[str, Any] = {"skip": skip, "size": size}
        if search.strip():
            parameters["pattern"] = f"%{_escaped(whole(search).strip().casefold())}%"
        with self._reading() as connection:
            rows = connection.execute(_SEARCH if search.strip() else _PAGE, parameters)
            return [SessionSummary(*row) for row in rows]

    def ids_like(self, beginning: str) -> list[str]:
        """The ids that begin so; the whole id alone where there is one."""
        with self._reading() as connection:
            rows = connection.execute(_LIKE, {"pattern": f"{_escaped(whole(beginning))}%"})
            # LIKE does not tell capitals from small letters everywhere.
            found = [found for (found,) in rows if found.startswith(beginning)]
        return [beginning] if beginning in found else found

    def past_rooms(self, besides: str) -> list[PastRoom]:
        """Who was in the latest sessions, the one of that id left out."""
        with self._reading() as connection:
            return past_rooms(connection, besides)

    def load(self, session_id: str) -> Session:
        """A session whole; UnknownSessionError where there is none."""
        with self._reading() as connection:
            found = connection.execute(_FIND, {"session": session_id}).scalar()
            entities: list[Any] = []
            for kind in KINDS:
                rows = connection.execute(self._statements(kind).select, {"session": session_id}).all()
                entities += [kind(*row) for row in rows]
            session = Session(session_id, entities)
        if not found:
            raise UnknownSessionError(session_id)
        return session

    # Writing

    def add(self, session: Session) -> None:
        """Store a session whole, or nothing of it; AlreadyStoredError where its id is there."""
        with self._writing() as connection:
            if connection.execute(_FIND, {"session": session.id}).scalar():
                raise AlreadyStoredError(session.id)
            row = {"id": session.id, "changed_at": self._utc_now(), "next_place": 0, "version_id": 0, "stands": 0}
            connection.execute(insert(sessions), row | _listed(session.details) | _listed(session.progress))
            self._write(connection, session.id, [Change(None, entity) for entity in session.entities()])

    def write(self, session_id: str, changes: Sequence[Change]) -> None:
        """Store changes, all or none; UnknownSessionError where the session is not stored."""
        with self._writing() as connection:
            self._write(connection, session_id, changes)

    def remove(self, session_id: str) -> None:
        """Remove a session and all it holds; nothing of it stays in the file (secure_delete)."""
        with self._writing() as connection:
            if not connection.execute(delete(sessions).where(sessions.c.id == session_id)).rowcount:
                raise UnknownSessionError(session_id)

    def _write(self, connection: Connection, session_id: str, changes: Sequence[Change]) -> None:
        work = collapse(changes)
        added = sum(len(todo.add) for todo in work.values())
        touched = {"session": session_id, "now": self._utc_now(), "added": added, "one": 1}
        after = connection.exec_driver_sql(self._touch.sql, self._touch.values(touched)).scalar()
        if after is None:
            raise UnknownSessionError(session_id)
        place = after - added
        for kind, todo in work.items():
            _write_kind(connection, session_id, self._statements(kind), todo, place)
            place += len(todo.add)
            if kind in (Details, Progress):
                for entity in (*todo.change, *todo.add):
                    _list_anew(connection, session_id, _listed(entity))

    # Keeping the file whole

    def check(self) -> list[str]:
        """Look for damage: sentences that say what was checked. DamagedError where something is wrong."""
        with self._reading() as connection:
            return files.check(connection, self.path, self._load_every)

    def backup(self, target: Path) -> None:
        """Write a whole, compact copy; what lay at `target` is replaced only when the copy is complete."""
        files.refuse_own_file(self.path, target)
        try:
            with plainly(target):
                files.vacuum_into(self._engine, target.resolve())
        except DamagedError:
            raise DamagedError(self.path) from None  # the copy is new: it is ours that is damaged

    def _load_every(self, session_id: str) -> int:
        return sum(1 for _ in self.load(session_id).entities())

    def _back_up_before_upgrade(self, revision: str) -> None:
        stamp = self._utc_now().strftime("%Y%m%d-%H%M%S")
        files.vacuum_into(self._engine, self.path.with_name(f"{self.path.stem}-before-upgrade-{revision}-{stamp}.db"))

    def _statements(self, kind: type[Any]) -> Statements:
        if kind not in self._say:
            self._say[kind] = statements(kind, self._engine.dialect)
        return self._say[kind]

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction: kept when the block ends well, else as if it had never begun."""
        self._see_that_it_is_ours()
        with plainly(self.path), self._held.begin():
            yield self._held
        self._wrote = True

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._wrote:  # who only reads has nothing to lose, and makes no files
            self._see_that_it_is_ours()
        with reading_well(self.path), self._engine.connect() as connection:
            yield connection

    def _see_that_it_is_ours(self) -> None:
        """A sync client, or a person, may put another file in the place of ours or of its log, or take them away."""
        exchanged = identity(self.path) != self._identity
        if exchanged or (identity(log_of(self.path)) != self._log and not self._brought_in()):
            self._rescue()

    def _brought_in(self) -> bool:
        """Bring the log, which is no longer at its place, into the file; False where somebody reading prevents it."""
        with plainly(self.path):
            busy, left, _done = self._held.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy or left:
                return False
            self._let_go()
            log_of(self.path).unlink(missing_ok=True)  # another's, which would be read into our file
            self._engine = make_engine(self.path)
            self._hold()
        return True

    def _rescue(self) -> None:
        """Go on in a copy of the file that we have open."""
        rescue = rescue_of(self.path, self._utc_now().strftime("%Y%m%d-%H%M%S"))
        lost = self.path
        with plainly(rescue):
            files.copy_held(self._held, rescue)
            self._let_go()
            self.path = rescue
            self._engine = make_engine(rescue)
            self._hold()
        self._warn(f"Another program exchanged {lost}; what you do now is kept in {rescue.name} in the same folder.")


def _write_kind(connection: Connection, session_id: str, say: Statements, todo: Work, place: int) -> None:
    gone = [{"session": session_id, "entity": entity_id} for entity_id in todo.remove]
    changed = [changed_row(session_id, entity) for entity in todo.change]
    added = [new_row(session_id, entity, place + nth) for nth, entity in enumerate(todo.add)]
    for spoken, rows in ((say.delete, gone), (say.update, changed), (say.insert, added)):
        if rows:
            connection.exec_driver_sql(spoken.sql, [spoken.values(row) for row in rows])


def _list_anew(connection: Connection, session_id: str, listed: Mapping[str, Any]) -> None:
    """Put what the list shows of a session into its row, and the row where it belongs."""
    this = sessions.c.id == session_id
    held = connection.execute(select(sessions.c.status, sessions.c.held_on).where(this)).one()
    stands = _stands(listed.get("status", held.status), listed.get("held_on", held.held_on))
    connection.execute(update(sessions).where(this).values({**listed, "stands": stands}))


def _stands(status: Status, held_on: date | None) -> int:
    """What a session is listed by within its status, the highest first: planned ones by how soon, closed ones by how
    late they were held; those under way stand by when they were changed."""
    if status is Status.PLANNED:
        return -(held_on or date.max).toordinal()
    return held_on.toordinal() if held_on is not None and status is Status.CLOSED else 0


def _listed(entity: Details | Progress) -> dict[str, Any]:
    """What the list of sessions shows of an entity."""
    if isinstance(entity, Progress):
        return {"status": entity.status}
    day = entity.held_on.isoformat() if entity.held_on else ""
    found_by = f"{entity.title}\n{entity.team}\n{day}".casefold()
    return {"title": entity.title, "team": entity.team, "held_on": entity.held_on, "found_by": found_by}


def _escaped(text: str) -> str:
    """The text with nothing that LIKE would read as a wildcard."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
