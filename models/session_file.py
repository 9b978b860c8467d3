"""A session as plain data and back: what a session file holds (see resources/session.schema.json).

Every kind of entity has one place in the file; a kind of which there is only one is a table, the others are lists.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from models.cards import Card, Note
from models.genogram import ChildOf, Household, Partnership, Person, Place, Relationship
from models.mapping import MapPoint, Rating, SafetyScale
from models.people import Case, Child, Participant
from models.record import Amendment, Copies, DraftSource, NameSeen, NextStep, RecordPart, SignOff
from models.review import CheckIn, Goal, LearningPoint, PrivateNote, ReviewRound
from models.session import SINGLE, Details, Progress, Session, Unfinished
from models.timing import Heard, Nudge, PhaseTiming, StepPlan

FORMAT = "askwell-session"
VERSION = 1

#: Kinds that files written before they were there may lack.
LATER = (Place, SignOff, Amendment, NameSeen, Copies)

#: Where each kind stands in the file: top-level key, then the key inside it ("" where the top-level key is the kind's).
PLACES: Mapping[type[Any], tuple[str, str]] = {
    Details: ("session", "details"),
    Progress: ("session", "progress"),
    Unfinished: ("session", "unfinished"),
    Participant: ("participants", ""),
    Case: ("case", "details"),
    Child: ("case", "children"),
    Person: ("genogram", "people"),
    Partnership: ("genogram", "partnerships"),
    ChildOf: ("genogram", "children"),
    Household: ("genogram", "households"),
    Relationship: ("genogram", "relationships"),
    Place: ("genogram", "places"),
    Goal: ("goal", ""),
    Note: ("notes", ""),
    Card: ("cards", ""),
    MapPoint: ("map", "points"),
    SafetyScale: ("map", "safety_scale"),
    Rating: ("ratings", ""),
    CheckIn: ("check_ins", ""),
    ReviewRound: ("review", ""),
    LearningPoint: ("group_review", ""),
    PrivateNote: ("private_notes", ""),
    RecordPart: ("record", "parts"),
    NextStep: ("record", "next_steps"),
    DraftSource: ("record", "draft_sources"),
    SignOff: ("record", "sign_offs"),
    Amendment: ("record", "amendments"),
    NameSeen: ("record", "names_seen"),
    Copies: ("record", "copies"),
    PhaseTiming: ("timings", "phases"),
    StepPlan: ("timings", "steps"),
    Heard: ("timings", "heard"),
    Nudge: ("timings", "nudges"),
}


class SessionFileError(ValueError):
    """A session file that cannot be read; the message is one sentence that names the place."""


def to_plain(entity: Any) -> dict[str, Any]:
    """An entity as JSON types: dates and times in ISO 8601, enumerations by value."""
    return {field.name: _plain(getattr(entity, field.name)) for field in fields(entity)}


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):  # datetime is one too
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def from_plain(kind: type[Any], table: Mapping[str, Any]) -> Any:
    """An entity from JSON types; fields that are absent keep their default. ValueError where one cannot be read."""
    readers = field_readers(kind)  # type: ignore[arg-type]  # a class is hashable
    return kind(**{name: readers[name](value) for name, value in table.items()})


@cache
def field_readers(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    """For each field of an entity's kind, the function that turns its JSON value into the field's."""
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in fields(kind)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (part for part in get_args(hint) if part is not NoneType)
        read = _reader(inner)
        return lambda value: None if value is None else read(value)
    if get_origin(hint) is tuple:
        read_part = _reader(get_args(hint)[0])
        return lambda value: tuple(read_part(part) for part in value)
    if hint is datetime:
        return datetime.fromisoformat
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if hint is float:
        return float
    return lambda value: value


def session_to_plain(session: Session) -> dict[str, Any]:
    """The whole of a session as a session file's content."""
    plain: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for kind, (top, inner) in PLACES.items():
        rows = [to_plain(entity) for entity in session.all(kind)]
        content: Any = rows[0] if kind in SINGLE else rows
        if inner:
            plain.setdefault(top, {})[inner] = content
        else:
            plain[top] = content
    plain["session"]["id"] = session.id
    return plain


def session_from_plain(plain: Mapping[str, Any]) -> Session:
    """The session in a file's content, which must have passed the schema. SessionFileError names the place."""
    entities: list[Any] = []
    for kind, (top, inner) in PLACES.items():
        table = plain[top]
        content = (table.get(inner, []) if kind in LATER else table[inner]) if inner else table
        seen: set[str] = set()
        for place, table in enumerate([content] if kind in SINGLE else content):
            where = "/".join(filter(None, (top, inner, "" if kind in SINGLE else str(place))))
            try:
                entity = from_plain(kind, table)
            except ValueError as error:
                raise SessionFileError(f"{where}: {error}") from None
            if entity.id in seen:
                raise SessionFileError(f"{where}: the id '{entity.id}' stands twice")
            seen.add(entity.id)
            entities.append(entity)
    return Session(plain["session"]["id"], entities)
