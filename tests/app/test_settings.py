"""Settings are kept, and a bad file falls back to the defaults."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings import Settings, Values


def test_settings_are_there_again(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file)
    with qtbot.waitSignal(settings.changed):
        settings.set(agency_name="Müllerstadt <b>", zoom=150)
    assert Settings(file).values == Values(agency_name="Müllerstadt <b>", zoom=150)


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"zoom": "big", "chime": 1}', "\x00", "null", "[" * 100_000])
def test_what_a_file_says_wrongly_is_left_out(text: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text)
    assert Settings(file).values == Values()


def test_a_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.json"
    Settings(file).set(agency_name="Northbrook")
    assert Settings(file).values.agency_name == "Northbrook"


def test_no_file_keeps_nothing() -> None:
    settings = Settings(None)
    settings.set(zoom=200)
    assert settings.values.zoom == 200
