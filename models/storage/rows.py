"""Entities as rows and back, and many changes as the fewest statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Delete, Insert, Select, Table, Update, bindparam, delete, insert, select, update

from models.session import KINDS, Change
from models.storage.tables import TABLES


@dataclass(frozen=True, slots=True)
class Statements:
    """What is said to one kind's table, made once: SQLAlchemy then finds it compiled."""

    insert: Insert
    update: Update
    delete: Delete
    select: Select[Any]


def _statements(table: Table) -> Statements:
    this = (table.c.session_id == bindparam("session")) & (table.c.id == bindparam("entity"))
    changed: dict[str, Any] = {name: bindparam(name) for name in table.c.keys()[2:-2]}
    return Statements(
        insert(table),
        update(table).where(this).values(changed | {"version_id": table.c.version_id + 1}),
        delete(table).where(this),
        select(*list(table.c)[1:-2]).where(table.c.session_id == bindparam("session")).order_by(table.c.place),
    )


#: The statements of each kind. Parameters: session, entity; a row's own by column.
STATEMENTS: Mapping[type[Any], Statements] = {kind: _statements(table) for kind, table in TABLES.items()}


def row_of(entity: Any) -> dict[str, Any]:
    """An entity's fields by column, without its id."""
    return {name: getattr(entity, name) for name in TABLES[type(entity)].c.keys()[2:-2]}


def changed_row(session_id: str, entity: Any) -> dict[str, Any]:
    """The parameters of an update."""
    return row_of(entity) | {"session": session_id, "entity": entity.id}


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
