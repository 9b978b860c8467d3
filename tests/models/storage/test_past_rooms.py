"""Who was in the latest sessions, out of the file."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from models.people import Child, Participant, Role
from models.remembered import LOOK_BACK
from models.session import Details, Progress, Session, Status
from models.storage.store import Store

DAY = date(2026, 5, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "askwell.db") as opened:
        yield opened


def session(name: str, day: date | None, status: Status = Status.CLOSED, **details: object) -> Session:
    """A session with two people; the second one has left."""
    return Session(
        name,
        [
            Details(team="North", held_on=day, **details),  # type: ignore[arg-type]
            Progress(status=status),
            Participant("b", f"Bea of {name}", Role.OBSERVER, 1, "nurse"),
            Participant("a", f"Ada of {name}", Role.FACILITATOR, 0),
            Participant("gone", "Gone", present=False, rank=2),
            Child("tilly", "Tilly"),
        ],
    )


def names(store: Store, besides: str = "") -> list[list[str]]:
    return [[person.name for person in room.people] for room in store.past_rooms(besides)]


def test_the_latest_first_in_their_order_without_children_and_whoever_was_not_there(store: Store) -> None:
    store.add(session("old", DAY))
    store.add(session("new", DAY + timedelta(7)))
    store.add(session("now", DAY + timedelta(3), Status.UNDER_WAY))
    assert names(store) == [[f"Ada of {name}", f"Bea of {name}"] for name in ("new", "now", "old")]
    first = store.past_rooms("")[0]
    assert (first.team, first.held_on) == ("North", DAY + timedelta(7))
    assert first.people[1] == Participant("b", "Bea of new", Role.OBSERVER, 1, "nurse")


def test_planned_and_made_up_sessions_and_the_one_asked_for_are_left_out(store: Store) -> None:
    store.add(session("planned", DAY, Status.PLANNED))
    store.add(session("practice", DAY, fiction=True))
    store.add(session("this", DAY, Status.UNDER_WAY))
    store.add(session("held", None))
    assert names(store, "this") == [["Ada of held", "Bea of held"]]


def test_whoever_was_in_none_of_the_latest_sessions_is_forgotten(store: Store) -> None:
    for number in range(LOOK_BACK + 5):
        store.add(session(str(number), DAY + timedelta(number)))
    found = names(store)
    assert len(found) == LOOK_BACK
    assert found[-1][0] == "Ada of 5"


def test_a_session_removed_is_forgotten(store: Store) -> None:
    store.add(session("one", DAY))
    store.remove("one")
    assert store.past_rooms("") == []


def test_the_order_is_the_index_s_and_no_session_is_read_that_is_not_among_the_latest(store: Store) -> None:
    from models.storage.past_rooms import _latest

    said = str(_latest(Status.CLOSED, "x").compile(compile_kwargs={"literal_binds": True}))
    rows = store._held.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}").all()
    plan = "\n".join(str(row[3]) for row in rows)
    assert "sessions_in_list_order" in plan
    assert "TEMP B-TREE" not in plan
