"""One writer on a folder: the second start is told who, and the first comes to the front."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from app.single import FolderLock, Single

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_second_start_is_refused_and_the_first_comes_to_the_front(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = Single(tmp_path), Single(tmp_path)
    assert first.take() == ""
    with qtbot.waitSignal(first.front_wanted, timeout=5000):
        refusal = second.take()
    assert "Another Askwell" in refusal and str(tmp_path) in refusal
    first.let_go()
    assert second.take() == ""
    second.let_go()


def test_two_folders_do_not_know_each_other(tmp_path: Path) -> None:
    first, second = Single(tmp_path / "a"), Single(tmp_path / "b")
    assert first.take() == second.take() == ""
    first.let_go()
    second.let_go()


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    code = (
        "import os, sys, pathlib; from app.single import Single;"
        "from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "held = Single(pathlib.Path(sys.argv[1])); assert held.take() == ''; os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == -9
    assert (tmp_path / "askwell.lock").exists()
    lock = FolderLock(tmp_path)
    assert lock.take() == ""
    lock.let_go()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "may not write" in FolderLock(tmp_path / "file" / "folder").take()


@pytest.mark.parametrize("content", [b"", b"\x00\xff garbage"])
def test_an_old_lock_that_says_nothing_is_taken_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "askwell.lock").write_bytes(content)
    assert str(tmp_path / "askwell.lock") in FolderLock(tmp_path).take()  # so young that it may be half written
    os.utime(tmp_path / "askwell.lock", (1, 1))
    lock = FolderLock(tmp_path)
    assert lock.take() == ""
    assert FolderLock(tmp_path).take() != ""
    lock.let_go()


def test_a_lock_of_another_computer_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "askwell.lock").write_text("4711\naskwell\nanother-computer\n")
    os.utime(tmp_path / "askwell.lock", (1, 1))
    said = FolderLock(tmp_path).take()
    assert "another-computer" in said and f"delete {tmp_path / 'askwell.lock'}" in said


def test_a_full_disk_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLockFile, "tryLock", lambda *_: False)
    monkeypatch.setattr(QLockFile, "error", lambda _: QLockFile.LockError.UnknownError)
    assert "may not write" in FolderLock(tmp_path).take()
    monkeypatch.setattr("models.storage.disk.ENOUGH", 1 << 80)
    assert "full" in FolderLock(tmp_path).take()
