"""Starting Askwell: arguments, and computers on which no window can be opened."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import main
from app.export import FORMATS
from app.screen import NO_SCREEN, why_no_window

ROOT = Path(__file__).parent.parent


def test_without_a_screen_it_says_so_in_a_sentence_and_ends_with_2(tmp_path: Path) -> None:
    unwanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    done = subprocess.run(
        [sys.executable, "main.py", "--data-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**environment, "QT_QPA_PLATFORM": "xcb"},
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"askwell: {NO_SCREEN}\n")


def test_a_screen_that_cannot_be_reached_is_named() -> None:
    assert ":77" in why_no_window({"DISPLAY": ":77"}) or "install" in why_no_window({"DISPLAY": ":77"})


@pytest.mark.parametrize("argv", [["--nonsense"], ["--data-dir", ""], ["--practice", "sessions"]])
def test_options_that_make_no_sense_are_refused_in_one_line(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(argv)
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main.main(["--help"])
    listed = set(re.findall(r"[a-z]+-[a-z]+", capsys.readouterr().out))
    assert set(FORMATS) <= listed


def test_verbs_have_the_data_folder_of_the_option_or_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[list[str], Path]] = []

    def run(argv: list[str], data_dir: Path) -> int:
        seen.append((list(argv), data_dir))
        return 0

    monkeypatch.setattr("app.command_line.run", run)
    monkeypatch.setenv("ASKWELL_DATA_DIR", str(tmp_path / "environment"))
    assert main.main(["--data-dir", str(tmp_path / "option"), "export", "1", "--as", "record-pdf"]) == 0
    assert main.main(["sessions"]) == 0
    assert seen == [
        (["export", "1", "--as", "record-pdf"], tmp_path / "option"),
        (["sessions"], tmp_path / "environment"),
    ]


def test_a_missing_library_of_the_system_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def start(_given: object) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(main, "_start", start)
    assert main.main([]) == 2
    assert "libegl1" in capsys.readouterr().err
