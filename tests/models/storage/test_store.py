"""Sessions go into the file and come out of it as they were."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.cards import Card, CardKind
from models.review import CheckIn
from models.session import KINDS, Change, Details, Progress, Session, Status, Unfinished, new_id
from models.storage.errors import AlreadyStoredError, UnknownSessionError
from models.storage.store import _PAGE, Store
from models.storage.tables import TABLES
from models.timing import PhaseTiming
from tests.strategies import entities, sessions


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "askwell.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("store") / "askwell.db") as opened:
        yield opened


def _card(text: str = "What works?", **more: object) -> Card:
    return Card(new_id(), "working-well", CardKind.QUESTION, "", text, **more)  # type: ignore[arg-type]


def _order(session: Session) -> list[tuple[type, str]]:
    return [(type(entity), entity.id) for entity in session.entities()]


def test_every_kind_has_a_table_with_a_column_for_every_field() -> None:
    assert list(TABLES) and set(TABLES) == set(KINDS)
    for kind, table in TABLES.items():
        assert table.c.keys() == ["session_id", *(field.name for field in fields(kind)), "place", "version_id"]


@given(session=sessions())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_added_is_read_back_the_same_and_in_the_same_order(shared: Store, session: Session) -> None:
    session = Session(new_id(), session.entities())
    shared.add(session)
    read = shared.load(session.id)
    assert read == session
    assert _order(read) == _order(session)


_walked = (Card, CheckIn, Unfinished, PhaseTiming, Details, Progress)


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_walk_of_changes_written_in_any_batches_ends_as_the_session_did(shared: Store, data: st.DataObject) -> None:
    session = Session(new_id())
    shared.add(session)
    batch: list[Change] = []
    for _ in range(data.draw(st.integers(1, 25))):
        entity = data.draw(st.sampled_from(_walked).flatmap(lambda kind: entities(kind, st.sampled_from("abc"))))
        held = session.find(type(entity), entity.id)
        gone = held is not None and type(entity) not in (Details, Progress) and data.draw(st.booleans())
        change = Change(held, None if gone else entity)
        session.apply([change])
        batch.append(change)
        if data.draw(st.booleans()):
            shared.write(session.id, batch)
            batch = []
    shared.write(session.id, batch)
    read = shared.load(session.id)
    assert read == session
    assert _order(read) == _order(session)


@pytest.mark.parametrize("text", ["a\x00b", "\x01\x02\x7f", "👩‍👧‍👦 é", "שלום ‮abc", "x" * 100_000, "", "'; drop table"])
def test_any_text_survives(store: Store, text: str) -> None:
    card = _card(text)
    store.add(Session("one", [card]))
    assert store.load("one").get(Card, card.id).text == text


def test_half_a_character_is_shown_as_missing_and_nothing_else_is_lost(store: Store) -> None:
    card = _card("before \ud83d after \ud83d\ude00", asked_of="\udc00")
    store.add(Session("one"))
    store.write("one", [Change(None, card)])
    assert store.load("one").get(Card, card.id).text == "before � after 😀"


def test_an_id_that_is_stored_is_not_stored_again(store: Store) -> None:
    store.add(Session("one", [_card()]))
    with pytest.raises(AlreadyStoredError):
        store.add(Session("one"))
    assert len(store.load("one").all(Card)) == 1


def test_a_write_is_kept_whole_or_not_at_all(store: Store) -> None:
    card = _card()
    store.add(Session("one", [card]))
    with pytest.raises(Exception, match="IntegrityError"):
        store.write("one", [Change(None, _card("new")), Change(None, card)])
    assert store.load("one") == Session("one", [card])


def test_an_unknown_session_is_named(store: Store) -> None:
    for act in (lambda: store.load("no"), lambda: store.remove("no"), lambda: store.write("no", [])):
        with pytest.raises(UnknownSessionError, match="no"):
            act()


def test_what_is_removed_leaves_nothing_in_the_file(store: Store) -> None:
    store.add(Session("one", [_card("Unmistakable words")]))
    store.remove("one")
    assert store.list_sessions() == []
    store.close()
    assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]
    assert b"Unmistakable" not in store.path.read_bytes()


def test_the_list_has_what_is_under_way_then_what_comes_soonest_then_what_was_done_last(tmp_path: Path) -> None:
    clock = iter(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n) for n in range(100))
    march = [date(2026, 3, day) for day in range(1, 9)]
    with Store(tmp_path / "a.db", lambda: next(clock)) as store:
        for name, status, day in (
            ("done first", Status.CLOSED, march[0]), ("done last", Status.CLOSED, march[1]),
            ("done undated", Status.CLOSED, None), ("soon", Status.PLANNED, march[4]),
            ("undated", Status.PLANNED, None), ("sooner", Status.PLANNED, march[3]),
            ("now", Status.UNDER_WAY, march[7]), ("now, changed last", Status.UNDER_WAY, march[2]),
        ):  # fmt: skip
            store.add(Session(name, [Progress(status=status), Details(title=f"T {name}", held_on=day)]))
        order = ["now, changed last", "now", "sooner", "soon", "undated", "done last", "done first", "done undated"]
        assert [found.id for found in store.list_sessions()] == order
        assert [found.id for found in store.list_sessions(skip=1, size=2)] == order[1:3]
        assert [found.id for found in store.list_sessions("soon")] == ["sooner", "soon"]
        first = store.list_sessions()[2]
        assert (first.title, first.status, first.changed_at.tzinfo) == ("T sooner", Status.PLANNED, UTC)


def test_another_date_or_status_puts_a_session_elsewhere_in_the_list(store: Store) -> None:
    for day in (1, 2, 3):
        store.add(Session(str(day), [Details(held_on=date(2026, 3, day))]))
    held = store.load("1").details
    store.write("1", [Change(held, replace(held, held_on=date(2026, 3, 9)))])
    assert [found.id for found in store.list_sessions()] == ["2", "3", "1"]
    store.write("3", [Change(Progress(), Progress(status=Status.UNDER_WAY))])
    assert [found.id for found in store.list_sessions()] == ["3", "2", "1"]
    store.write("2", [Change(Progress(), Progress(status=Status.CLOSED))])
    assert [found.id for found in store.list_sessions()] == ["3", "1", "2"]


def test_the_list_is_read_in_the_order_of_its_index(store: Store) -> None:
    with store._engine.connect() as connection:
        sql = _PAGE.compile(store._engine)
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", (1, 0)).all()
    assert "sessions_in_list_order" in str(plan)
    assert "B-TREE" not in str(plan)


@pytest.mark.parametrize(
    ("search", "found"),
    [("marsh", ["a"]), ("ÉQUIPE", ["b"]), ("100%", ["b"]), ("2026-03", ["a"]), ("", ["a", "b"]), ("_", []), ("x", [])],
)
def test_search_looks_through_title_team_and_date(store: Store, search: str, found: list[str]) -> None:
    store.add(Session("a", [Details(title="The Marsh family", held_on=date(2026, 3, 4))]))
    store.add(Session("b", [Details(title="Bell 100%", team="Équipe Nord")]))
    assert sorted(summary.id for summary in store.list_sessions(search)) == found


def test_a_changed_title_is_found_and_the_old_one_is_not(store: Store) -> None:
    before = Details(title="Old")
    store.add(Session("a", [before]))
    store.write("a", [Change(before, replace(before, title="New"))])
    assert not store.list_sessions("old")
    assert store.list_sessions("new")[0].title == "New"


def test_the_beginning_of_an_id_finds_it(store: Store) -> None:
    for session_id in ("abc", "abcd", "a_x"):
        store.add(Session(session_id))
    assert store.ids_like("abc") == ["abc"]
    assert store.ids_like("ab") == ["abc", "abcd"]
    assert store.ids_like("a_") == ["a_x"]
    assert store.ids_like("AB") == []


def test_a_session_of_a_thousand_cards_is_read_in_as_many_queries_as_there_are_kinds(store: Store) -> None:
    from sqlalchemy import event

    store.add(Session("one", [_card(rank=n) for n in range(1000)]))
    said: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    store.load("one")
    assert len(said) <= len(KINDS) + 1
