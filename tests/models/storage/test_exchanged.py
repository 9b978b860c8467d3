"""Files that others exchange or take away while we have them open: what was kept stays kept."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from models.cards import Card
from models.session import Change, Session
from models.storage.names import log_of, rescued
from models.storage.store import Store
from tests.models.storage.test_trouble import card


def _stranger_in_place(path: Path) -> None:
    stranger = path.with_name("stranger.db")
    with Store(stranger) as other:
        other.add(Session("another"))
    stranger.replace(path)


def _all_removed(path: Path) -> None:
    for found in path.parent.glob(f"{path.name}*"):
        found.unlink()


def _log_removed(path: Path) -> None:
    log_of(path).unlink()


def _log_replaced(path: Path) -> None:
    log_of(path).with_suffix(".new").write_bytes(b"another log" * 1000)
    log_of(path).with_suffix(".new").replace(log_of(path))


def _old_log_in_place(path: Path) -> None:
    shutil.copyfile(log_of(path), path.with_name("old"))
    path.with_name("old").replace(log_of(path))


LOSSES = [_stranger_in_place, _all_removed, _log_removed, _log_replaced, _old_log_in_place]


@pytest.mark.parametrize("lose", LOSSES)
def test_what_was_kept_before_and_what_comes_after_are_there_even_after_a_kill(
    tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    told: list[str] = []
    store = Store(tmp_path / "askwell.db", warn=told.append)
    store.add(Session("one"))
    store.write("one", [Change(None, card(1))])
    lose(store.path)
    store.write("one", [Change(None, card(2))])
    assert len(store.load("one").all(Card)) == 2
    assert store.path == (rescued(tmp_path / "askwell.db") or [tmp_path / "askwell.db"])[-1]
    assert bool(told) == (store.path.name != "askwell.db")
    left = tmp_path / "left"  # what a kill leaves: the files as they are, never closed
    left.mkdir()
    for found in tmp_path.glob(f"{store.path.name}*"):
        shutil.copyfile(found, left / found.name)
    with Store(left / store.path.name) as again:
        assert len(again.load("one").all(Card)) == 2
        assert again.check()
    store.close()


@pytest.mark.parametrize("lose", [_stranger_in_place, _all_removed])
def test_a_loss_after_the_last_change_is_noticed_at_the_end(tmp_path: Path, lose: Callable[[Path], None]) -> None:
    with Store(tmp_path / "askwell.db") as store:
        store.add(Session("one"))
        lose(store.path)
    with Store(rescued(tmp_path / "askwell.db")[0]) as again:
        assert again.load("one") == Session("one")


def test_a_loss_is_noticed_before_anything_of_a_stranger_is_read(tmp_path: Path) -> None:
    with Store(tmp_path / "askwell.db") as store:
        store.add(Session("one"))
        _stranger_in_place(store.path)
        assert [each.id for each in store.list_sessions()] == ["one"]


def test_two_rescues_within_a_second_both_stay(tmp_path: Path) -> None:
    with Store(tmp_path / "askwell.db") as store:
        store.add(Session("one"))
        for nth in range(2):
            _all_removed(store.path) if not nth else _stranger_in_place(store.path)
            store.write("one", [Change(None, card(nth))])
    assert len(rescued(tmp_path / "askwell.db")) == 2
