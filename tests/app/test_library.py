"""The library works beside the window, tells how it went, and goes on after trouble."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.library import FAULT, FILE, Library
from models.cards import Card, CardKind
from models.session import Change, Details, Session
from models.storage.store import Store

CARD = Card("c1", "working-well", CardKind.QUESTION, "", "What works?")


@pytest.fixture
def library(tmp_path: Path, qtbot: QtBot) -> Iterator[Library]:
    library = Library(tmp_path / "data")
    library.start()
    yield library
    library.close()


def test_what_is_added_is_listed_and_opened(library: Library, qtbot: QtBot) -> None:
    session = Session("one", [Details(title="Bell"), CARD])
    assert library.add(session).wait(10)
    with qtbot.waitSignal(library.listed, timeout=10_000) as listed:
        library.refresh()
    with qtbot.waitSignal(library.opened, timeout=10_000) as opened:
        library.open_session("one")
    assert listed.args[0][0].title == "Bell"
    assert opened.args[0] == session


def test_work_is_done_on_another_thread(library: Library) -> None:
    done_on: list[threading.Thread] = []
    assert library._ask(lambda _: done_on.append(threading.current_thread()), lambda _: None).wait(10)
    assert done_on == [library._thread]
    assert done_on != [threading.main_thread()]


def test_a_fault_of_ours_reaches_the_handler_and_the_library_goes_on(
    library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: caught.append(args.exc_type))
    with qtbot.waitSignal(library.failed, timeout=10_000) as told:
        job = library._ask(lambda _: 1 // 0, lambda _: None)
    assert told.args == [FAULT]
    assert not job.wait(10)
    assert library.add(Session("one")).wait(10)
    assert caught == [ZeroDivisionError]


def test_what_is_changed_after_add_is_not_in_what_is_stored(library: Library, qtbot: QtBot) -> None:
    session = Session("one")
    job = library.add(session)
    session.apply([Change(None, CARD)])
    assert job.wait(10)
    with qtbot.waitSignal(library.opened, timeout=10_000) as told:
        library.open_session("one")
    assert not told.args[0].all(Card)


def test_changes_are_kept_and_it_is_said_when(library: Library, qtbot: QtBot) -> None:
    library.add(Session("one"))
    with qtbot.waitSignal(library.kept, timeout=10_000) as told:
        library.keep("one", [Change(None, CARD)])
    assert told.args[0] == "one"
    assert told.args[1].tzinfo is not None
    assert library.close()
    with Store(library.path) as store:
        assert store.load("one").get(Card, "c1") == CARD


def test_what_fails_is_said_in_a_sentence_and_the_library_goes_on(library: Library, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.failed, timeout=10_000) as told:
        library.open_session("none")
    assert told.args == ["No session with the id none is stored."]
    with qtbot.waitSignal(library.listed, timeout=10_000):
        library.refresh()


def test_a_file_that_is_damaged_is_said_and_left_alone(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / FILE).write_bytes(b"garbage" * 1000)
    library = Library(tmp_path)
    library.start()
    with qtbot.waitSignal(library.failed, timeout=10_000) as told:
        library.refresh()
    library.close()
    assert "damaged" in told.args[0]
    assert (tmp_path / FILE).read_bytes() == b"garbage" * 1000


def test_a_session_for_which_there_was_no_place_is_stored_with_its_first_changes(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "data"
    folder.write_text("in the way")
    library = Library(folder)
    library.start()
    with qtbot.waitSignal(library.failed, timeout=10_000):
        library.add(Session("one", [Details(title="Bell")]))
    folder.unlink()
    assert library.keep("one", [Change(None, CARD)]).wait(10)
    assert library.close()
    with Store(library.path) as store:
        assert store.load("one") == Session("one", [Details(title="Bell"), CARD])


def test_closing_finishes_what_was_asked_for(tmp_path: Path, qtbot: QtBot) -> None:
    library = Library(tmp_path)
    library.start()
    library.add(Session("one"))
    for nth in range(20):
        library.keep("one", [Change(None, Card(f"c{nth}", "s", CardKind.QUESTION, "", "x", nth))])
    assert library.close()
    with Store(library.path) as store:
        assert len(store.load("one").all(Card)) == 20


def test_a_file_exchanged_under_us_is_noticed_and_nothing_is_lost(library: Library, qtbot: QtBot) -> None:
    assert library.add(Session("one")).wait(10)
    stranger = library.path.with_name("stranger.db")
    Store(stranger).close()
    stranger.replace(library.path)
    with qtbot.waitSignal(library.warned, timeout=10_000) as told:
        assert library.keep("one", [Change(None, CARD)]).wait(10)
    rescue = next(library.path.parent.glob("*rescued*.db"))
    assert rescue.name in told.args[0]
    assert library.close()
    with Store(rescue) as store:
        assert store.load("one").get(Card, "c1") == CARD


def test_a_rescued_file_is_named_at_the_next_start(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "askwell-rescued-20260101-101010.db").touch()
    library = Library(tmp_path)
    with qtbot.waitSignal(library.warned, timeout=10_000) as told:
        library.start()
    assert "askwell-rescued-20260101-101010.db" in told.args[0]
    assert library.close()


def test_nothing_of_the_database_is_imported_by_importing_the_library() -> None:
    heavy = "sqlalchemy sqlcipher3 alembic jsonschema reportlab"
    code = (
        f"import sys, app.library, app.keeper, app.single; sys.exit(any(m in sys.modules for m in {heavy!r}.split()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_alembic_is_not_imported_when_the_file_is_up_to_date(tmp_path: Path) -> None:
    Store(tmp_path / FILE).close()
    code = (
        "import sys, pathlib; from models.storage.store import Store;"
        f"Store(pathlib.Path({str(tmp_path / FILE)!r})).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_list_does_not_wait_for_the_database_layer(tmp_path: Path) -> None:
    with Store(tmp_path / FILE) as store:
        store.add(Session("one", [Details(title="Bell")]))
    code = (
        "import sys, pathlib; from PySide6.QtCore import QCoreApplication; from app.library import Library;"
        f"app = QCoreApplication([]); library = Library(pathlib.Path({str(tmp_path)!r})); found = [];"
        "library.listed.connect(lambda sessions: (found.extend(s.title for s in sessions), app.quit()));"
        "library.start(); library.refresh(); app.exec();"
        "assert found == ['Bell'], found; assert 'sqlalchemy' not in sys.modules;"
        "assert library.warm().wait(20); assert 'sqlalchemy' in sys.modules; library.close()"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_once_the_store_is_open_the_list_comes_from_it(library: Library, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.listed, timeout=10_000) as told:
        library.refresh()
    assert told.args == [[]]
    assert library.add(Session("one")).wait(10)
    with qtbot.waitSignal(library.listed, timeout=10_000) as told:
        library.refresh()
    assert [summary.id for summary in told.args[0]] == ["one"]


def test_what_keeps_the_store_from_opening_is_said_even_after_an_empty_list(tmp_path: Path, qtbot: QtBot) -> None:
    library = Library(tmp_path / "in the way")
    library.start()
    with qtbot.waitSignal(library.listed, timeout=10_000):
        library.refresh()
    library.path.parent.write_text("")
    with qtbot.waitSignals([library.failed, library.warmed], timeout=10_000):
        library.warm()
    library.close()
