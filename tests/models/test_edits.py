"""What people do, as changes."""

from datetime import UTC, datetime

from models import edits
from models.cards import Card, CardKind, Note
from models.mapping import Column, MapPoint
from models.people import Participant, Role
from models.session import Change, Session
from tests.helpers import counted_ids, room


def room_with(*entities: object) -> Session:
    session = room()
    session.apply([Change(None, entity) for entity in entities])
    return session


def question(card_id: str = "q", author: str = "bea") -> Card:
    return Card(card_id, "working-well", CardKind.QUESTION, author, "What does Nan see?")


def points(session: Session, column: Column) -> list[str]:
    return [point.id for point in session.all(MapPoint, lambda point: point.column is column)]


def test_a_chosen_question_becomes_a_next_step_at_once() -> None:
    session = room_with(question())
    session.apply(edits.choose_card(session, "q", "Nan", counted_ids()))
    assert session.get(Card, "q").chosen_with == "Nan"
    (point,) = session.all(MapPoint)
    assert (point.column, point.text, point.card) == (Column.NEEDS, "What does Nan see?", "q")


def test_choosing_twice_makes_one_next_step() -> None:
    session = room_with(question())
    ids = counted_ids()
    session.apply(edits.choose_card(session, "q", "", ids))
    session.apply(edits.choose_card(session, "q", "Nan", ids))
    assert len(session.all(MapPoint)) == 1


def test_a_danger_statement_taken_up_is_no_next_step() -> None:
    session = room_with(Card("d", "danger", CardKind.DANGER_STATEMENT, "bea", "…"))
    session.apply(edits.choose_card(session, "d", "", counted_ids()))
    assert session.get(Card, "d").chosen
    assert not session.all(MapPoint)


def test_taking_a_pick_back_keeps_a_next_step_that_was_reworded() -> None:
    session = room_with(question("q1"), question("q2"))
    ids = counted_ids()
    for card_id in ("q1", "q2"):
        session.apply(edits.choose_card(session, card_id, "", ids))
    reworded = session.all(MapPoint, lambda point: point.card == "q1")[0]
    session.apply(
        [Change(reworded, MapPoint(reworded.id, Column.NEEDS, "Ask Nan by Friday", reworded.rank, card="q1"))]
    )
    for card_id in ("q1", "q2"):
        session.apply(edits.unchoose_card(session, card_id))
    assert [point.text for point in session.all(MapPoint)] == ["Ask Nan by Friday"]


def test_points_move_within_and_between_columns() -> None:
    session = room_with(
        *(MapPoint(name, Column.WORRIED, name, rank) for rank, name in enumerate("abc")),
        MapPoint("z", Column.NEEDS, "z", 3),
    )
    session.apply(edits.move_point(session, "c", Column.WORRIED, 0))
    assert points(session, Column.WORRIED) == ["c", "a", "b"]
    session.apply(edits.move_point(session, "a", Column.NEEDS, 0))
    assert points(session, Column.WORRIED) == ["c", "b"]
    assert points(session, Column.NEEDS) == ["a", "z"]


def test_moving_a_point_to_where_it_is_changes_nothing() -> None:
    session = room_with(MapPoint("a", Column.WORRIED, "a"))
    assert edits.move_point(session, "a", Column.WORRIED, 5) == []


def test_there_is_one_facilitator() -> None:
    session = room()
    session.apply(edits.set_role(session, "bea", Role.FACILITATOR))
    assert [person.id for person in session.people_in_role(Role.FACILITATOR)] == ["bea"]
    assert session.get(Participant, "farah").role is Role.OBSERVER


def test_whoever_wrote_cards_stays_as_absent() -> None:
    session = room_with(question())
    session.apply([*edits.remove_participant(session, "bea"), *edits.remove_participant(session, "carys")])
    assert session.get(Participant, "bea").present is False
    assert session.find(Participant, "carys") is None


def test_the_facilitator_reads_last_and_the_worker_not_at_all() -> None:
    assert [person.id for person in edits.reading_order(room())] == ["adil", "bea", "carys", "farah"]


def test_empty_lines_make_no_notes() -> None:
    session = room()
    at = datetime(2026, 9, 17, 10, tzinfo=UTC)
    session.apply(edits.note_lines(session, "free-description", "talk", ["one", "  ", "two"], at, counted_ids()))
    assert [note.text for note in session.all(Note)] == ["one", "two"]
