"""Hypothesis strategies: whole sessions in which anything may stand that people can bring about.

`sessions()` gives sessions that refer only to what is there; steps and phases are those of the process named.
"""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from app import resources
from models.cards import Card, Note
from models.descent import own_forebear
from models.genogram import ChildOf, Household, Partnership, Person, Place, Relationship
from models.mapping import MapPoint
from models.people import Participant
from models.record import NextStep, Part, RecordPart, SignOff
from models.review import CheckIn, PrivateNote, ReviewRound
from models.session import KINDS, SINGLE, Change, Details, Progress, Session
from models.timing import Heard, Nudge, PhaseTiming, StepPlan, phase_key

#: What people type and paste: other scripts, emoji, control characters, right to left, NUL, line breaks.
texts = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", "Mum’s flat", "עברית", "বাংলা", "Ọ̀ṣun", "👩‍👧‍👦", "a\x00b", "\x1b[31m\r\n\t", "<b>&amp;", "= 1+1", "x" * 500]
    ),
)
ids = st.uuids().map(str)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ratings = st.none() | st.integers(0, 10)
_seconds = st.floats(0, 1e6, allow_nan=False)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "finish_by": st.just("") | st.times().map(lambda time: time.strftime("%H:%M")),
    "scale": st.sampled_from(["", "safety", "other"]),
    "usefulness": ratings, "previous_rating": ratings, "value": ratings,
    "spent": _seconds, "planned": st.none() | _seconds,
    "count": st.integers(0, 1000), "rank": st.integers(-1000, 100_000),
    "process": st.just("group_supervision"),
    "digest": st.sampled_from(["", "0123456789abcdef" * 4]),
}  # fmt: skip


def values(hint: Any, name: str = "") -> st.SearchStrategy[Any]:
    """Values of a field's type; those that the domain narrows by name are narrowed."""
    if name in _VALUES and not (isinstance(hint, type) and issubclass(hint, StrEnum)):
        return _VALUES[name]
    if get_origin(hint) is UnionType:
        return st.none() | values(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3, unique=True).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: texts, bool: st.booleans(), int: st.integers(0, 1000), datetime: moments,
        date: st.dates(date(1900, 1, 1), date(2100, 1, 1)), float: st.floats(-1e6, 1e6, allow_nan=False),
    }  # fmt: skip
    return simple[hint]


def entities(kind: type[Any], id_of: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Any]:
    """Entities of a kind; a kind of which there is only one keeps its id. What they refer to need not be there."""
    hints = get_type_hints(kind)
    parts = {field.name: values(hints[field.name], field.name) for field in fields(kind) if field.name != "id"}
    parts["id"] = st.just(kind().id) if kind in SINGLE else ids if id_of is None else id_of
    return st.builds(kind, **parts)


@st.composite
def sessions(draw: st.DrawFn, most: int = 3) -> Session:
    """Whole sessions, at most that many entities of a kind."""
    process = resources.process("group_supervision")
    phases = [(step.id, phase.id) for step, phase in process.walk()]
    held: dict[type[Any], list[Any]] = {}
    for kind in KINDS:
        many = st.lists(_placed(kind, held, phases, [rule.id for rule in process.rules]), max_size=most)
        drawn = [draw(entities(kind))] if kind in SINGLE else draw(many)
        held[kind] = list({entity.id: entity for entity in drawn if entity is not None}.values())
    step, phase = draw(st.sampled_from([("", ""), *phases]))
    held[Progress] = [replace(held[Progress][0], step=step, phase=phase)]
    held[Details] = [replace(held[Details][0], process=process.id)]
    return _later_references(draw, Session(draw(ids), [entity for kind in KINDS for entity in held[kind]]))


def _placed(
    kind: type[Any], held: dict[type[Any], list[Any]], phases: list[tuple[str, str]], rules: list[str]
) -> st.SearchStrategy[Any]:
    """Entities of a kind that refer only to what is held, None where there is nothing to refer to."""
    steps = [step for step, _ in phases]
    people = [person.id for person in held.get(Person, [])]
    hands = [person.id for person in held.get(Participant, [])]
    couples = [couple.id for couple in held.get(Partnership, [])]
    cards = [card.id for card in held.get(Card, [])]
    points = [point.id for point in held.get(MapPoint, [])]
    ids_of = {
        PhaseTiming: [phase_key(*phase) for phase in phases], StepPlan: steps, CheckIn: steps, Nudge: rules,
        Heard: [f"{step}/{hand}" for step in steps for hand in hands], RecordPart: [part.value for part in Part],
        PrivateNote: ["facilitator", "advisor"], Place: people, SignOff: ["sign_off"],
    }  # fmt: skip
    if kind in ids_of:
        return entities(kind, st.sampled_from(ids_of[kind])) if ids_of[kind] else st.none()
    one, maybe = _one, lambda known: st.sampled_from(["", *known])
    placing: dict[type[Any], dict[str, st.SearchStrategy[Any]]] = {
        Person: {"friend_of": st.just("")},
        Partnership: {"first": one(people), "second": maybe(people)},
        ChildOf: {"child": one(people), "partnership": one(couples)},
        Household: {"people": st.lists(one(people), unique=True, max_size=3).map(tuple) if people else st.just(())},
        Relationship: {"first": one(people), "second": one(people)},
        Card: {"step": one(steps), "author": maybe(hands), "review_round": st.just("")},
        MapPoint: {"card": maybe(cards), "step": maybe(steps)},
        NextStep: {"point": maybe(points)},
    }
    if kind is Note:
        return st.tuples(entities(Note), st.sampled_from(phases)).map(
            lambda both: replace(both[0], step=both[1][0], phase=both[1][1])
        )
    places = placing.get(kind, {})
    if any(place is None for place in places.values()):
        return st.none()
    return st.tuples(entities(kind), st.fixed_dictionaries(places)).map(lambda both: replace(both[0], **both[1]))


def _one(known: list[str]) -> Any:
    return st.sampled_from(known) if known else None


def _later_references(draw: st.DrawFn, session: Session) -> Session:
    """Cards belong to rounds of the review, which are made after them, and friends to people."""
    rounds = ["", *(made.id for made in session.all(ReviewRound))]
    placed = [replace(card, review_round=draw(st.sampled_from(rounds))) for card in session.all(Card)]
    people = ["", *(person.id for person in session.all(Person))]
    known = [replace(person, friend_of=draw(st.sampled_from(people))) for person in session.all(Person)]
    others = [entity for entity in session.entities() if type(entity) not in (Card, Person)]
    return _without_circles(Session(session.id, [*others, *known, *placed]))


def _without_circles(session: Session) -> Session:
    """Nobody is their own partner or descends from themselves: no file may say so."""
    for couple in session.all(Partnership):
        if couple.first == couple.second:
            session.apply([Change(couple, replace(couple, second=""))])
    while (who := own_forebear(session)) is not None:
        session.apply([Change(link, None) for link in session.all(ChildOf) if link.child == who])
    return session
