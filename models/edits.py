"""What people do in a session, as changes: each function reads a session and gives the changes to make."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from models.cards import Card, CardKind, Note
from models.mapping import AnalysisTerm, Column, MapPoint
from models.people import Participant, Role
from models.session import Change, Session


def choose_card(session: Session, card_id: str, with_whom: str, new_id: Callable[[], str]) -> list[Change]:
    """The worker picks a card: it is marked, and a question becomes a next step under "what needs to happen"."""
    card = session.get(Card, card_id)
    changes = [Change(card, replace(card, chosen=True, chosen_with=with_whom))]
    statement = card.kind in (CardKind.DANGER_STATEMENT, CardKind.SAFETY_GOAL)
    if not statement and not session.all(MapPoint, lambda point: point.card == card_id):
        point = MapPoint(
            new_id(), Column.NEEDS, card.text, session.next_rank(MapPoint), AnalysisTerm.NEXT_STEP, card.id, card.step
        )
        changes.append(Change(None, point))
    return changes


def unchoose_card(session: Session, card_id: str) -> list[Change]:
    """The pick is taken back, and with it the next step it made, unless somebody reworded that."""
    card = session.get(Card, card_id)
    made = session.all(MapPoint, lambda point: point.card == card_id and point.column is Column.NEEDS)
    return [
        Change(card, replace(card, chosen=False, chosen_with="")),
        *(Change(point, None) for point in made if point.text == card.text),
    ]


def reorder(session: Session, kind: type[Any], ids: Sequence[str]) -> list[Change]:
    """Put entities of a ranked kind in the order of `ids`; they take the ranks they hold among themselves."""
    held = [session.get(kind, entity_id) for entity_id in ids]
    ranks = sorted(entity.rank for entity in held)
    if len(set(ranks)) < len(ranks):
        ranks = list(range(session.next_rank(kind), session.next_rank(kind) + len(ids)))
    return [
        Change(entity, replace(entity, rank=rank))
        for entity, rank in zip(held, ranks, strict=True)
        if entity.rank != rank
    ]


def move_point(session: Session, point_id: str, column: Column, place: int) -> list[Change]:
    """Move a map point to a column, `place` counted from 0 among that column's other points."""
    point = session.get(MapPoint, point_id)
    moved = replace(point, column=column)
    others = [other.id for other in session.all(MapPoint, lambda other: other.column is column) if other.id != point_id]
    others.insert(max(0, min(place, len(others))), point_id)
    ranks = {change.id: change.after.rank for change in reorder(session, MapPoint, others)}
    changes = (
        []
        if moved == point and point_id not in ranks
        else [Change(point, replace(moved, rank=ranks.pop(point_id, point.rank)))]
    )
    for other_id, rank in ranks.items():
        other = session.get(MapPoint, other_id)
        changes.append(Change(other, replace(other, rank=rank)))
    return changes


def add_point(session: Session, point: MapPoint, place: int = -1) -> list[Change]:
    """Put a new point on the map, at a place of its column counted from 0 or, with -1, at its end."""
    added = Change(None, replace(point, rank=session.next_rank(MapPoint)))
    if place < 0:
        return [added]
    after = session.copy()
    after.apply([added])
    moved = {change.id: change for change in move_point(after, point.id, point.column, place)}
    own = moved.pop(point.id, None)
    return [Change(None, own.after) if own is not None else added, *moved.values()]


def remove_participant(session: Session, participant_id: str) -> list[Change]:
    """Take someone out of the room: gone, or only marked absent where cards of theirs must keep their author."""
    person = session.get(Participant, participant_id)
    if session.all(Card, lambda card: card.author == participant_id):
        return [Change(person, replace(person, present=False))]
    return [Change(person, None)]


def set_role(session: Session, participant_id: str, role: Role) -> list[Change]:
    """Give a role; there is one facilitator and one advisor, so whoever had it becomes an observer-participant."""
    person = session.get(Participant, participant_id)
    changes = [Change(person, replace(person, role=role))]
    if role in (Role.FACILITATOR, Role.ADVISOR):
        changes += [
            Change(other, replace(other, role=Role.OBSERVER))
            for other in session.people_in_role(role)
            if other.id != participant_id
        ]
    return changes


def note_lines(
    session: Session, step: str, phase: str, texts: Sequence[str], at: datetime, new_id: Callable[[], str]
) -> list[Change]:
    """One note for each line that is not empty, all of the same moment."""
    rank = session.next_rank(Note)
    lines = [line.strip() for line in texts if line.strip()]
    return [Change(None, Note(new_id(), step, phase, line, at, rank + place)) for place, line in enumerate(lines)]


def reading_order(session: Session) -> list[Participant]:
    """Who reads, in turn: everyone present who writes cards, the facilitator last (Appendix 8, 7.2)."""
    writers = [
        person for person in session.all(Participant) if person.present and person.role is not Role.PRESENTING_WORKER
    ]
    return sorted(writers, key=lambda person: person.role is Role.FACILITATOR)
