"""A family that was read, put into a session that may hold one already: as changes, undone in one step."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.session import Change, Session

_KINDS = (Person, Partnership, ChildOf, Household, Relationship)
#: The fields by which each kind names another.
_REFERS: dict[type[Any], dict[str, type[Any]]] = {
    Person: {"friend_of": Person},
    Partnership: {"first": Person, "second": Person},
    ChildOf: {"child": Person, "partnership": Partnership},
    Household: {"people": Person},
    Relationship: {"first": Person, "second": Person},
}


def import_changes(session: Session, entities: Iterable[Any], new_id: Callable[[], str]) -> list[Change]:
    """The changes that add a family, after whoever is there. Ids that the session has already are made anew, and
    named so wherever they stand."""
    entities = list(entities)
    ids = {
        (type(entity), entity.id): new_id() if session.find(type(entity), entity.id) is not None else entity.id
        for entity in entities
    }
    after = {kind: session.next_rank(kind) for kind in _KINDS if hasattr(kind, "rank")}
    return [Change(None, _placed(entity, ids, after)) for entity in entities]


def _placed(entity: Any, ids: dict[tuple[type[Any], str], str], after: dict[type[Any], int]) -> Any:
    kind = type(entity)
    fields: dict[str, Any] = {"id": ids[kind, entity.id]}
    for field, target in _REFERS[kind].items():
        value = getattr(entity, field)
        if isinstance(value, tuple):
            fields[field] = tuple(ids[target, part] for part in value)
        elif value:
            fields[field] = ids[target, value]
    if kind in after:
        fields["rank"] = entity.rank + after[kind]
    return replace(entity, **fields)
