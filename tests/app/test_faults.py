"""The one handler of what nobody foresaw."""

import json
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.faults import NOT_KEPT, SENTENCE, Faults, place_of


def raise_and_handle(faults: Faults) -> None:
    try:
        {}["Tilly Marsh"]
    except KeyError:
        kind, value, trace = sys.exc_info()
        assert kind is not None
        assert value is not None
        faults.handle(kind, value, trace)


def test_a_fault_keeps_the_data_and_says_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    kept: list[bool] = []
    faults = Faults(tmp_path / "askwell.log", lambda: kept.append(True) is None)
    with qtbot.waitSignal(faults.told) as told:
        raise_and_handle(faults)
    assert (kept, told.args) == ([True], [SENTENCE])


def test_the_log_has_type_and_place_and_no_word_of_anybody(tmp_path: Path) -> None:
    raise_and_handle(Faults(tmp_path / "askwell.log", lambda: True))
    log = (tmp_path / "askwell.log").read_text()
    assert "KeyError at tests/app/test_faults.py:" in log
    assert "Tilly" not in log


def test_where_the_data_could_not_be_kept_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    faults = Faults(tmp_path / "askwell.log", lambda: False)
    with qtbot.waitSignal(faults.told) as told:
        raise_and_handle(faults)
    assert told.args == [NOT_KEPT]


def test_a_fault_while_keeping_does_not_come_round_again(tmp_path: Path) -> None:
    asked: list[int] = []
    faults: Faults

    def keep() -> bool:
        asked.append(1)
        raise_and_handle(faults)
        return False

    faults = Faults(tmp_path / "askwell.log", keep)
    raise_and_handle(faults)
    assert asked == [1]
    assert len((tmp_path / "askwell.log").read_text().splitlines()) == 2


def test_places_of_our_own_are_named_before_those_of_others(tmp_path: Path) -> None:
    def deep(left: int) -> None:
        json.JSONDecoder(object_hook=lambda _: deep(left - 1) if left else 1 // 0).decode("{}")

    try:
        deep(1)
    except ZeroDivisionError:
        kind, _, trace = sys.exc_info()
        assert kind is not None
        line = place_of(kind, trace)
    assert "decoder.py" not in line
    assert "test_places_of_our_own" in line
