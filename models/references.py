"""What refers to what within a session, by id: to find what refers to nothing, and to leave it out of a file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from models.cards import Card
from models.genogram import ChildOf, Household, Partnership, Person, Place, Relationship
from models.mapping import MapPoint
from models.people import Participant
from models.record import NextStep
from models.review import ReviewRound
from models.session import Session
from models.timing import Heard


@dataclass(frozen=True, slots=True)
class Reference:
    """`field` of `kind` names a `target` by id. One that `may_lack` is "" where it names none."""

    kind: type[Any]
    field: str
    target: type[Any]
    may_lack: bool = False


#: Every reference, after those that what it names depends on.
REFERENCES: tuple[Reference, ...] = (
    Reference(Person, "friend_of", Person, may_lack=True),
    Reference(Place, "id", Person),
    Reference(Partnership, "first", Person),
    Reference(Partnership, "second", Person, may_lack=True),
    Reference(ChildOf, "child", Person),
    Reference(ChildOf, "partnership", Partnership),
    Reference(Household, "people", Person),
    Reference(Relationship, "first", Person),
    Reference(Relationship, "second", Person),
    Reference(Card, "author", Participant, may_lack=True),
    Reference(Card, "review_round", ReviewRound, may_lack=True),
    Reference(MapPoint, "card", Card, may_lack=True),
    Reference(NextStep, "point", MapPoint, may_lack=True),
)


@dataclass(frozen=True, slots=True)
class Dangling:
    """A reference of an entity to what is not in the session."""

    entity: Any
    reference: Reference
    missing: str


def dangling(session: Session) -> Iterator[Dangling]:
    """Everything that refers to what is not there."""
    for reference in REFERENCES:
        for entity in session.all(reference.kind):
            value = getattr(entity, reference.field)
            for named in value if isinstance(value, tuple) else (value,):
                if (named or not reference.may_lack) and session.find(reference.target, named) is None:
                    yield Dangling(entity, reference, named)
    hand = Reference(Heard, "id", Participant)
    for heard in session.all(Heard):
        participant = heard.id.partition("/")[2]
        if session.find(Participant, participant) is None:
            yield Dangling(heard, hand, participant)


def without_dangling(session: Session) -> Session:
    """The session less references to what was removed; what is nothing without them (a line to nobody) goes, too."""
    while found := list(dangling(session)):
        mended: dict[int, Any] = {}
        for lost in found:
            entity = mended.get(id(lost.entity), lost.entity)
            mended[id(lost.entity)] = _without(entity, lost) if entity is not None else None
        placed = [mended.get(id(entity), entity) for entity in session.entities()]
        session = Session(session.id, [entity for entity in placed if entity is not None])
    return session


def _without(entity: Any, lost: Dangling) -> Any:
    """The entity without the reference, None where it is nothing without it."""
    value = getattr(entity, lost.reference.field)
    if isinstance(value, tuple):
        return replace(entity, **{lost.reference.field: tuple(part for part in value if part != lost.missing)})
    return replace(entity, **{lost.reference.field: ""}) if lost.reference.may_lack else None
