"""A session: every entity by kind and id, and the changes that are made to it.

An entity is a frozen dataclass with an `id`. A change replaces one entity by another of the same id; its inverse
swaps the two. Saving, undo, export and the views all follow from that one shape.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any, Protocol, TypeVar, cast

from models.cards import Card, Note
from models.genogram import ChildOf, Household, Partnership, Person, Place, Relationship
from models.mapping import MapPoint, Rating, SafetyScale
from models.people import Case, Child, Participant, Role
from models.record import Amendment, Copies, DraftSource, NameSeen, NextStep, Part, RecordPart, SignOff
from models.review import CheckIn, Goal, LearningPoint, PrivateNote, ReviewRound
from models.timing import Heard, Nudge, PhaseTiming, StepPlan


class Status(StrEnum):
    """Where a session stands."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Details:
    """The session itself. One in a session; its id is "session". `finish_by` is a local time "HH:MM" or "";
    `next_on` is the day of the next supervision."""

    id: str = "session"
    title: str = ""
    team: str = ""
    held_on: date | None = None
    process: str = "group_supervision"
    new_to_method: bool = False
    finish_by: str = ""
    fiction: bool = False
    authors_shown: bool = True
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the session is. One in a session; its id is "progress". `step` and `phase` are where the room is,
    "" before it begins; times are UTC. Changed without undo."""

    id: str = "progress"
    status: Status = Status.PLANNED
    step: str = ""
    phase: str = ""
    started_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Half-typed text of an entry field, kept so that it is there after a crash; its id names the field."""

    id: str
    text: str = ""


class Entity(Protocol):
    """What every kind of entity has."""

    @property
    def id(self) -> str: ...


E = TypeVar("E", bound=Entity)

#: Every kind of entity that a session holds, in the order in which they are stored and written out.
KINDS: tuple[type[Any], ...] = (
    Details, Progress, Participant, Case, Child, Person, Partnership, ChildOf, Household, Relationship, Place, Goal,
    Note, Card, MapPoint, SafetyScale, Rating, CheckIn, ReviewRound, LearningPoint, PrivateNote, RecordPart, NextStep,
    DraftSource, SignOff, Amendment, NameSeen, Copies, PhaseTiming, StepPlan, Heard, Nudge, Unfinished,
)  # fmt: skip

#: Kinds of which there is always exactly one, made empty with the session.
SINGLE: tuple[type[Any], ...] = (Details, Progress, Case, Goal, SafetyScale)

#: Kinds that change without undo: where the room is and what the clock says, where people are drawn, copies that left,
#: and text that is not entered yet.
#: A kind is either quiet or undoable, never both: an undo would otherwise find another entity than it left.
QUIET: frozenset[type[Any]] = frozenset({Progress, PhaseTiming, Nudge, Place, Copies, Unfinished})


_RANK = attrgetter("rank")


def new_id() -> str:
    """A random id for a new entity or session."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class Change:
    """One entity before and after: None before when it is added, None after when it is removed."""

    before: Any
    after: Any

    @property
    def kind(self) -> type[Any]:
        """The entity's class."""
        return type(self.before if self.before is not None else self.after)

    @property
    def id(self) -> str:
        """The entity's id."""
        return cast(str, (self.before if self.before is not None else self.after).id)

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


class StaleChangeError(RuntimeError):
    """A change whose `before` is not what the session holds: a bug of ours, never the user's."""


class Session:
    """All entities of one session. Changed only by `apply`; read by kind."""

    def __init__(self, session_id: str, entities: Iterable[Entity] = ()) -> None:
        self.id = session_id
        self._kinds: dict[type[Any], dict[str, Any]] = {kind: {} for kind in KINDS}
        for kind in SINGLE:
            single = kind()
            self._kinds[kind][single.id] = single
        for entity in entities:
            self._kinds[type(entity)][entity.id] = entity

    def get(self, kind: type[E], entity_id: str) -> E:
        """The entity of that id; KeyError where there is none."""
        return cast(E, self._kinds[kind][entity_id])

    def find(self, kind: type[E], entity_id: str) -> E | None:
        """The entity of that id, or None."""
        return cast("E | None", self._kinds[kind].get(entity_id))

    def one(self, kind: type[E]) -> E:
        """The only entity of a kind of which there is always one."""
        return cast(E, next(iter(self._kinds[kind].values())))

    def all(self, kind: type[E], where: Callable[[E], bool] | None = None) -> list[E]:
        """Every entity of a kind in its rank, or in the order in which they came."""
        found = [entity for entity in self._kinds[kind].values() if where is None or where(entity)]
        if found and hasattr(found[0], "rank"):
            found.sort(key=_RANK)
        return found

    def entities(self) -> Iterator[Any]:
        """Every entity, kind by kind."""
        for kind in KINDS:
            yield from self.all(kind)

    def next_rank(self, kind: type[Any]) -> int:
        """The rank that puts a new entity last."""
        return max((entity.rank for entity in self._kinds[kind].values()), default=-1) + 1

    def apply(self, changes: Sequence[Change]) -> None:
        """Make the changes, all or none; StaleChangeError where one does not fit what is here."""
        for done, change in enumerate(changes):
            held = self._kinds[change.kind]
            if held.get(change.id) != change.before:
                for earlier in reversed(changes[:done]):
                    self._put(earlier.inverse)
                raise StaleChangeError(f"{change.kind.__name__} {change.id} is not as the change expects")
            self._put(change)

    def _put(self, change: Change) -> None:
        held = self._kinds[change.kind]
        if change.after is None:
            del held[change.id]
        else:
            held[change.id] = change.after

    def copy(self) -> "Session":
        """An independent session with the same entities."""
        return Session(self.id, self.entities())

    def __eq__(self, other: object) -> bool:
        """Equal where the id and every entity are, whatever order they came in."""
        return isinstance(other, Session) and self.id == other.id and self._kinds == other._kinds

    __hash__ = None  # type: ignore[assignment]  # it changes

    # What is asked for everywhere.

    @property
    def details(self) -> Details:
        """The session's own facts."""
        return self.one(Details)

    @property
    def progress(self) -> Progress:
        """Status and position."""
        return self.one(Progress)

    def people_in_role(self, role: Role) -> list[Participant]:
        """The participants of a role, in their order."""
        return self.all(Participant, lambda person: person.role is role)

    def cards_of(self, step: str) -> list[Card]:
        """A step's cards in their order."""
        return self.all(Card, lambda card: card.step == step)

    def part(self, part: Part) -> RecordPart:
        """A part of the record, empty where none has been made."""
        return self.find(RecordPart, part.value) or RecordPart(part.value)

    def left_out(self) -> tuple[str, ...]:
        """The ids of the steps that the plan leaves out."""
        return tuple(plan.id for plan in self.all(StepPlan) if plan.left_out)


def set_fields(session: Session, entity: Entity, **fields: Any) -> Change:
    """The change that sets fields of an entity the session holds, or adds it where it does not."""
    held = session.find(type(entity), entity.id)
    return Change(held, replace(cast(Any, held if held is not None else entity), **fields))
