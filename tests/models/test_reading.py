"""Round the table: order, turns, and cards without a reader."""

from models.cards import Card, CardKind
from models.people import Participant
from models.reading import hand, has_read, mark_heard, mark_read, next_reader, readers, reads_all, shown_first
from models.session import Change, Session
from tests.helpers import ROOM, room


def card(card_id: str, author: str, read: bool = False) -> Card:
    return Card(card_id, "well", CardKind.QUESTION, author, "?", read=read)


def test_the_facilitator_reads_last_and_the_presenting_worker_not_at_all() -> None:
    assert readers(room(), "well") == ["adil", "bea", "carys", "farah"]


def test_cards_without_a_reader_come_before_the_facilitator() -> None:
    session = Session("s", [*ROOM, card("c", ""), card("d", "gone")])
    assert readers(session, "well") == ["adil", "bea", "carys", "", "farah"]
    assert [held.id for held in hand(session, "well", "")] == ["c", "d"]
    assert readers(session, "other") == ["adil", "bea", "carys", "farah"]


def test_cards_of_somebody_who_left_are_read_by_somebody() -> None:
    session = Session("s", [*ROOM, card("c", "carys")])
    carys = session.get(Participant, "carys")
    session.apply([Change(carys, Participant("carys", "Carys", rank=4, present=False))])
    assert [held.id for held in hand(session, "well", "")] == ["c"]


def test_the_next_reader_is_the_next_who_has_not_read() -> None:
    session = room()
    assert next_reader(session, "well", "adil") == "bea"
    session.apply(mark_heard(session, "well", "bea"))
    assert next_reader(session, "well", "adil") == "carys"
    assert next_reader(session, "well", "farah") == "adil"
    for reader in ("adil", "carys", "farah"):
        session.apply(mark_heard(session, "well", reader))
    assert next_reader(session, "well", "farah") is None


def test_a_turn_belongs_to_its_step() -> None:
    session = room()
    session.apply(mark_heard(session, "well", "bea"))
    assert has_read(session, "well", "bea")
    assert not has_read(session, "scales", "bea")


def test_cards_without_a_reader_are_done_once_all_are_read() -> None:
    session = Session("s", [*ROOM, card("c", "")])
    assert not has_read(session, "well", "")
    assert mark_heard(session, "well", "") == []
    session.apply(mark_read(session.get(Card, "c")))
    assert has_read(session, "well", "")


def test_the_facilitator_reads_all_and_the_others_the_strongest() -> None:
    assert reads_all(room(), "farah")
    assert not reads_all(room(), "bea")


def test_reading_goes_on_at_the_first_card_not_read() -> None:
    assert shown_first([]) == -1
    assert shown_first([card("a", "bea", read=True), card("b", "bea")]) == 1
    assert shown_first([card("a", "bea", read=True)]) == 0
