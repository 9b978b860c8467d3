"""The chime: what the sound is, and that playing it never waits, never piles up and never fails aloud."""

import os
import struct
import sys
import wave
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app import chime as chimes
from app import resources
from app.chime import Chime
from tests.sounds import RATE, SECONDS, chime

SOUND = resources.path("sounds", "chime.wav")
unix = pytest.mark.skipif(os.name == "nt", reason="players are shell scripts here")


def samples(data: Path | bytes) -> tuple[int, ...]:
    import io

    with wave.open(io.BytesIO(data) if isinstance(data, bytes) else str(data), "rb") as read:
        assert (read.getnchannels(), read.getsampwidth(), read.getframerate()) == (1, 2, RATE)
        return struct.unpack(f"<{read.getnframes()}h", read.readframes(read.getnframes()))


def test_the_sound_is_the_one_whose_making_is_written_down() -> None:
    held, made = samples(SOUND), samples(chime())
    assert len(held) == len(made) == RATE * SECONDS
    assert max(abs(one - other) for one, other in zip(held, made, strict=True)) <= 1


def test_the_sound_is_soft_and_has_no_edges() -> None:
    held = samples(SOUND)
    assert max(map(abs, held)) < 32_767 * 0.2
    assert max(abs(one - other) for one, other in pairwise(held[:40])) < 200
    assert max(map(abs, held[-20:])) < 20


class Players:
    """Programs on the path that write down what they were asked to play."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        monkeypatch.setenv("PATH", str(folder))

    def add(self, name: str, then: str = "exit 0") -> None:
        program = self.folder / name
        program.write_text(f'#!/bin/sh\necho {name} "$@" >> "{self.folder}/played"\n{then}\n', encoding="utf-8")
        program.chmod(0o755)

    def played(self) -> list[str]:
        file = self.folder / "played"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


@pytest.fixture
def players(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Players:
    return Players(tmp_path, monkeypatch)


@pytest.fixture
def beeps() -> list[str]:
    return []


@pytest.fixture
def made(qapp: object, beeps: list[str]) -> Chime:
    return Chime(lambda: beeps.append("beep"), platform="linux")


@unix
def test_the_first_player_there_plays_the_file(made: Chime, players: Players, qtbot: QtBot, beeps: list[str]) -> None:
    players.add("paplay")
    players.add("aplay")
    made()
    qtbot.waitUntil(lambda: not made.playing)
    assert players.played() == [f"paplay {SOUND}"]
    assert beeps == []


@unix
def test_where_one_fails_the_next_plays_and_is_kept_to(
    made: Chime, players: Players, qtbot: QtBot, beeps: list[str]
) -> None:
    players.add("pw-play", "exit 1")
    players.add("aplay")
    for _ in range(2):
        made()
        qtbot.waitUntil(lambda: not made.playing)
    assert players.played() == [f"pw-play {SOUND}", f"aplay -q {SOUND}", f"aplay -q {SOUND}"]
    assert beeps == []


@unix
def test_where_all_fail_the_computer_beeps(made: Chime, players: Players, qtbot: QtBot, beeps: list[str]) -> None:
    players.add("aplay", "exit 1")
    made()
    qtbot.waitUntil(lambda: beeps == ["beep"])
    made()
    assert beeps == ["beep", "beep"]


def test_where_there_is_no_player_the_computer_beeps(made: Chime, players: Players, beeps: list[str]) -> None:
    made()
    assert beeps == ["beep"]


@unix
def test_it_is_not_waited_for_and_does_not_pile_up(made: Chime, players: Players, qtbot: QtBot) -> None:
    players.add("aplay", f"while [ ! -e '{players.folder}/go' ]; do :; done")
    made()
    assert made.playing
    for _ in range(5):
        made()
    (players.folder / "go").touch()
    qtbot.waitUntil(lambda: not made.playing)
    assert len(players.played()) == 1


@unix
def test_a_player_that_is_stuck_is_ended_and_not_asked_again(
    made: Chime, players: Players, qtbot: QtBot, beeps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chimes, "STUCK", 200)
    players.add("pw-play", "while :; do :; done")
    players.add("aplay")
    made()
    qtbot.waitUntil(lambda: not made.playing)
    assert players.played() == [f"pw-play {SOUND}"]
    made()
    qtbot.waitUntil(lambda: not made.playing)
    assert players.played()[1:] == [f"aplay -q {SOUND}"]


@unix
def test_a_window_that_closes_ends_its_player_without_a_word(players: Players, qtbot: QtBot) -> None:
    players.add("aplay", "while :; do :; done")
    window = QObject()
    chime_here = Chime(lambda: None, window, platform="linux")
    chime_here()
    assert chime_here.playing
    window.deleteLater()
    with qtbot.waitSignal(window.destroyed):
        pass


def test_windows_plays_it_by_itself(
    qapp: object, beeps: list[str], monkeypatch: pytest.MonkeyPatch, players: Players
) -> None:
    asked: list[Path] = []

    def play(file: Path) -> bool:
        asked.append(file)
        return len(asked) == 1

    monkeypatch.setattr(chimes, "play_on_windows", play)
    made = Chime(lambda: beeps.append("beep"), platform="win32")
    made()
    assert (asked, beeps) == ([SOUND], [])
    made()
    assert beeps == ["beep"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has it")
def test_elsewhere_windows_player_says_that_it_is_not_there() -> None:
    assert chimes.play_on_windows(SOUND) is False
