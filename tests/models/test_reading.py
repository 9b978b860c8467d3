"""Round the table: order, turns, and cards without a reader."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.cards import Card, CardKind
from models.people import Participant
from models.reading import (
    Turn,
    hand,
    has_read,
    mark_read,
    mark_turn,
    move_seat,
    next_reader,
    readers,
    reads_all,
    seats,
    shown_first,
    turn_of,
)
from models.session import Change, Session
from models.timing import Heard
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


def test_the_next_reader_is_the_next_who_has_it_to_come() -> None:
    session = room()
    assert next_reader(session, "well", "adil") == "bea"
    session.apply(mark_turn(session, "well", "bea"))
    assert next_reader(session, "well", "adil") == "carys"
    assert next_reader(session, "well", "farah") == "adil"
    for reader in ("adil", "carys", "farah"):
        session.apply(mark_turn(session, "well", reader))
    assert next_reader(session, "well", "farah") is None


def test_whoever_was_left_out_reads_before_the_facilitator() -> None:
    session = room()
    for reader in ("bea", "carys"):
        session.apply(mark_turn(session, "well", reader))
    assert next_reader(session, "well", "carys") == "adil"


def test_somebody_without_a_card_is_passed_and_comes_again_with_one() -> None:
    session = room()
    session.apply(mark_turn(session, "well", "bea"))
    assert turn_of(session, "well", "bea") is Turn.PASSED
    assert not session.get(Heard, "well/bea").read
    session.apply([Change(None, card("c", "bea"))])
    assert turn_of(session, "well", "bea") is Turn.TO_COME
    session.apply(mark_turn(session, "well", "bea"))
    assert has_read(session, "well", "bea")


def test_a_turn_belongs_to_its_step() -> None:
    session = Session("s", [*ROOM, card("c", "bea")])
    session.apply(mark_turn(session, "well", "bea"))
    assert has_read(session, "well", "bea")
    assert not has_read(session, "scales", "bea")


def test_seats_change_and_the_facilitator_stays_last() -> None:
    session = room()
    session.apply(move_seat(session, "carys", 0))
    assert readers(session, "well") == ["carys", "adil", "bea", "farah"]
    session.apply(move_seat(session, "carys", 99))
    assert readers(session, "well") == ["adil", "bea", "carys", "farah"]
    assert move_seat(session, "adil", -1) == []
    assert move_seat(session, "farah", 0) == []
    assert move_seat(session, "wren", 0) == []


@given(
    place=st.integers(-3, 9),
    who=st.sampled_from(["adil", "bea", "carys"]),
    left=st.sets(st.sampled_from(["adil", "bea"])),
)
def test_moving_a_seat_loses_nobody_and_keeps_everybody_else_in_order(place: int, who: str, left: set[str]) -> None:
    session = room()
    for gone in left - {who}:
        person = session.get(Participant, gone)
        session.apply([Change(person, replace(person, present=False))])
    before = seats(session)
    session.apply(move_seat(session, who, place))
    after = seats(session)
    assert sorted(after) == sorted(before)
    assert [one for one in after if one != who] == [one for one in before if one != who]
    assert after.index(who) == min(max(place, 0), len(after) - 1)


def test_cards_without_a_reader_are_done_once_all_are_read() -> None:
    session = Session("s", [*ROOM, card("c", "")])
    assert not has_read(session, "well", "")
    assert mark_turn(session, "well", "") == []
    session.apply(mark_read(session.get(Card, "c")))
    assert has_read(session, "well", "")


def test_the_facilitator_reads_all_and_the_others_the_strongest() -> None:
    assert reads_all(room(), "farah")
    assert not reads_all(room(), "bea")


def test_reading_goes_on_at_the_first_card_not_read() -> None:
    assert shown_first([]) == -1
    assert shown_first([card("a", "bea", read=True), card("b", "bea")]) == 1
    assert shown_first([card("a", "bea", read=True)]) == 0
