"""Entities as rows and back, and many changes as the fewest statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Delete, Dialect, Insert, Select, Update, bindparam, delete, insert, select, update
from sqlalchemy.sql.compiler import SQLCompiler

from models.session import KINDS, Change
from models.storage.tables import TABLES


class Spoken:
    """A statement as the driver takes it, with what turns values into the database's.

    A card is kept while people type, and SQLAlchemy's execution of each costs more than the disk does: so its own
    compiler and types are asked once, and the driver is handed the result.
    """

    def __init__(self, statement: Insert | Update | Delete, dialect: Dialect) -> None:
        compiled: SQLCompiler = statement.compile(dialect=dialect)
        self.sql = str(compiled)
        names = compiled.positiontup or ()
        self._binds = tuple(
            (name, compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in names
        )

    def values(self, parameters: Mapping[str, Any]) -> tuple[Any, ...]:
        """The parameters in their places."""
        return tuple(parameters[name] if turn is None else turn(parameters[name]) for name, turn in self._binds)


@dataclass(frozen=True, slots=True)
class Statements:
    """What is said to one kind's table. Parameters: session, entity; a row's own by column."""

    insert: Spoken
    update: Spoken
    delete: Spoken
    select: Select[Any]


def statements(kind: type[Any], dialect: Dialect) -> Statements:
    """The statements of a kind; making them takes a while, so make them once."""
    table = TABLES[kind]
    this = (table.c.session_id == bindparam("session")) & (table.c.id == bindparam("entity"))
    changed: dict[str, Any] = {name: bindparam(name) for name in table.c.keys()[2:-2]}
    return Statements(
        Spoken(insert(table), dialect),
        Spoken(
            update(table).where(this).values(changed | {"version_id": table.c.version_id + bindparam("one")}), dialect
        ),
        Spoken(delete(table).where(this), dialect),
        select(*list(table.c)[1:-2]).where(table.c.session_id == bindparam("session")).order_by(table.c.place),
    )


def row_of(entity: Any) -> dict[str, Any]:
    """An entity's fields by column, without its id."""
    return {name: getattr(entity, name) for name in TABLES[type(entity)].c.keys()[2:-2]}


def changed_row(session_id: str, entity: Any) -> dict[str, Any]:
    """The parameters of an update."""
    return row_of(entity) | {"session": session_id, "entity": entity.id, "one": 1}


def new_row(session_id: str, entity: Any, place: int) -> dict[str, Any]:
    """The parameters of an insert."""
    return row_of(entity) | {"session_id": session_id, "id": entity.id, "place": place, "version_id": 1}


@dataclass(slots=True)
class Work:
    """What must happen in one kind's table."""

    remove: list[str] = field(default_factory=list)
    change: list[Any] = field(default_factory=list)
    add: list[Any] = field(default_factory=list)


def collapse(changes: Sequence[Change]) -> Mapping[type[Any], Work]:
    """What a run of changes comes to: each entity is touched once, in the order of `KINDS`.

    An entity that went and came back is taken out and put in, because it now stands last.
    """
    first: dict[tuple[type[Any], str], Any] = {}
    last: dict[tuple[type[Any], str], Any] = {}
    gone: set[tuple[type[Any], str]] = set()
    for change in changes:
        key = (change.kind, change.id)
        first.setdefault(key, change.before)
        if change.after is None:
            gone.add(key)
        if change.before is None:
            last.pop(key, None)
        last[key] = change.after
    work: dict[type[Any], Work] = {}
    for key, after in last.items():
        before = first[key]
        if before == after and key not in gone:
            continue
        todo = work.setdefault(key[0], Work())
        if before is not None and (after is None or key in gone):
            todo.remove.append(key[1])
        if after is not None:
            (todo.change if before is not None and key not in gone else todo.add).append(after)
    return {kind: work[kind] for kind in KINDS if kind in work}
