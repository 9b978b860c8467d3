"""Autosave: kept within a second, tried again after trouble, nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.document import Document
from app.keeper import DELAY, Keeper
from app.library import Library
from models.cards import Card, CardKind
from models.session import Session, Unfinished
from models.storage.store import Store
from tests.benchmarks.kill import kill_once


def card(nth: int) -> Card:
    return Card(f"c{nth}", "working-well", CardKind.QUESTION, "", f"Card {nth}", nth)


@pytest.fixture
def library(tmp_path: Path, qtbot: QtBot) -> Iterator[Library]:
    library = Library(tmp_path)
    library.start()
    yield library
    library.close()


@pytest.fixture
def document(library: Library) -> Document:
    session = Session("one")
    assert library.add(session).wait(10)
    return Document(session)


def stored(library: Library) -> Session:
    with Store(library.path) as store:
        return store.load("one")


def test_changes_are_kept_together_without_being_asked_for(document: Document, library: Library, qtbot: QtBot) -> None:
    keeper = Keeper(document, library, delay=20)
    told: list[object] = []
    keeper.kept.connect(told.append)
    with qtbot.waitSignal(keeper.kept, timeout=10_000):
        for nth in range(5):
            document.add("Add card", card(nth))
        document.set_quietly(Unfinished("Card text"), text="half")
    assert len(told) == 1
    assert stored(library) == document.session
    assert keeper.all_kept


def test_the_delay_leaves_time_to_write_within_the_second() -> None:
    assert DELAY <= 900


def test_the_delay_counts_from_the_first_change_that_waits(document: Document, library: Library, qtbot: QtBot) -> None:
    keeper = Keeper(document, library, delay=200)
    document.add("Add card", card(1))
    left = keeper._timer.remainingTime()
    qtbot.waitUntil(lambda: keeper._timer.remainingTime() < left)
    document.add("Add card", card(2))
    assert keeper._timer.remainingTime() < left


def test_undo_is_kept_as_well(document: Document, library: Library) -> None:
    keeper = Keeper(document, library)
    document.add("Add card", card(1))
    document.add("Add card", card(2))
    assert keeper.flush()
    document.undo_stack.undo()
    assert keeper.flush()
    assert [found.id for found in stored(library).all(Card)] == ["c1"]


def test_flush_waits_until_everything_is_on_the_disk(document: Document, library: Library) -> None:
    keeper = Keeper(document, library)
    document.add("Add card", card(1))
    assert not keeper.all_kept
    assert keeper.flush()
    assert keeper.all_kept
    assert stored(library) == document.session


def test_a_full_disk_is_said_once_and_what_waited_is_kept_when_there_is_room(
    document: Document, library: Library, qtbot: QtBot
) -> None:
    keeper = Keeper(document, library, delay=10, retry=10)
    told: list[str] = []
    keeper.failing.connect(told.append)
    # No more pages than there are: to SQLite this is a disk without room.
    room = "PRAGMA max_page_count={}"
    assert library._ask(lambda store: _pragma(store, room.format(1)), lambda _: None).wait(10)
    with qtbot.waitSignal(keeper.failing, timeout=10_000):
        for nth in range(50):
            document.add("Add card", Card(f"big{nth}", "s", CardKind.QUESTION, "", "x" * 10_000, nth))
    document.add("Add card", card(99))
    tries: list[object] = []
    library.keeping_ended.connect(tries.append)
    qtbot.waitUntil(lambda: len(tries) >= 3, timeout=10_000)
    assert not keeper.flush()
    assert len(told) == 1 and "full" in told[0]
    assert stored(library).all(Card) == []
    assert library._ask(lambda store: _pragma(store, room.format(10**9)), lambda _: None).wait(10)
    assert keeper.flush()
    assert stored(library) == document.session


def _pragma(store: Store, pragma: str) -> None:
    with store._writing() as connection:
        connection.exec_driver_sql(pragma)


def test_nothing_that_was_said_to_be_kept_is_missing_after_a_kill(tmp_path: Path) -> None:
    for seed in range(3):
        outcome = kill_once(tmp_path / str(seed), seed)
        assert outcome.said > 0
        assert (outcome.lost, outcome.in_order, outcome.sound) == (0, True, True)


def test_a_session_that_is_no_longer_stored_is_stored_whole(document: Document, library: Library, qtbot: QtBot) -> None:
    keeper = Keeper(document, library, delay=20)
    troubles: list[str] = []
    keeper.failing.connect(troubles.append)
    document.add("Add card", card(1))
    assert keeper.flush()
    with Store(library.path) as store:
        store.remove("one")
    with qtbot.waitSignal(keeper.kept, timeout=10_000):
        document.add("Add card", card(2))
    with Store(library.path) as store:
        store.remove("one")
    document.add("Add card", card(3))
    assert keeper.flush()
    assert stored(library) == document.session
    assert troubles == []
