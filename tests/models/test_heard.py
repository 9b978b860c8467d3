"""Who has been heard."""

from dataclasses import replace

from models.cards import Card, CardKind
from models.heard import who_was_heard
from models.session import Change, Session
from models.timing import Heard
from tests.helpers import room


def card(card_id: str, author: str, step: str = "well", **fields: bool) -> Card:
    return Card(card_id, step, CardKind.QUESTION, author, "What would Nan say?", **fields)


def with_all(*entities: object) -> Session:
    session = room()
    session.apply([Change(None, entity) for entity in entities])
    return session


def test_cards_are_counted_by_writer_and_the_presenting_worker_writes_none() -> None:
    session = with_all(
        card("1", "bea", read=True), card("2", "bea", chosen=True), card("3", "carys"), card("4", "", read=True)
    )
    rows = {row.person.id: (row.written, row.read, row.chosen) for row in who_was_heard(session, "well")}
    assert rows == {"farah": (0, 0, 0), "adil": (0, 0, 0), "bea": (2, 1, 1), "carys": (1, 0, 0)}


def test_heard_here_by_a_card_read_or_by_being_ticked_off() -> None:
    session = with_all(card("1", "bea", read=True), card("2", "adil", "scales", read=True), Heard("well/carys"))
    here = {row.person.id for row in who_was_heard(session, "well") if row.here}
    assert here == {"bea", "carys"}


def test_who_is_not_here_is_not_waited_for() -> None:
    session = room()
    bea = next(one for one in session.entities() if one.id == "bea")
    session.apply([Change(bea, replace(bea, present=False))])
    assert "bea" not in {row.person.id for row in who_was_heard(session, "well")}
