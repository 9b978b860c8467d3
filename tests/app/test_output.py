"""Files are written whole or not at all, by one way for the window and the command line."""

import errno
import os
from pathlib import Path
from typing import IO, Any

import pytest

from app.output import OutputError, write_file

RESOURCE = pytest.importorskip("resource", reason="limits on a file's size are Unix's")


def refused(path: Path, content: bytes = b"new") -> str:
    with pytest.raises(OutputError) as caught:
        write_file(path, content)
    sentence = str(caught.value)
    assert sentence.startswith(str(path)[:20])
    assert sentence.endswith(".")
    assert caught.value.reason in sentence
    return caught.value.reason


def only(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_file_replaces_the_old_one_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_file(file, b"new")
    assert only(tmp_path) == {"record.pdf": b"new"}
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_disk_that_takes_no_more_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(b"old")
    soft, hard = RESOURCE.getrlimit(RESOURCE.RLIMIT_FSIZE)
    RESOURCE.setrlimit(RESOURCE.RLIMIT_FSIZE, (4096, hard))
    try:
        reason = refused(file, b"x" * 100_000)
    finally:
        RESOURCE.setrlimit(RESOURCE.RLIMIT_FSIZE, (soft, hard))
    assert reason == "the disk takes no file of that size"
    assert only(tmp_path) == {"record.pdf": b"old"}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "another program has it open"),
        (errno.EROFS, "nothing can be written on that disk"),
        (errno.EIO, "the disk failed"),
        (errno.ENODEV, os.strerror(errno.ENODEV)[1:]),
    ],
)
@pytest.mark.parametrize("when", ["fsync", "replace"])
def test_a_failure_in_mid_writing_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str, when: str
) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(b"old")

    def fail(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*((os, "fsync") if when == "fsync" else (Path, "replace")), fail)
    assert said in refused(file)
    assert only(tmp_path) == {"record.pdf": b"old"}


def test_a_full_disk_is_said_where_only_closing_the_file_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, file: IO[bytes]) -> None:
            self.file = file

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_error: object) -> None:
            self.file.close()

        def write(self, _content: bytes) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *args, **more: Full(opened(path, *args, **more)))
    assert refused(tmp_path / "record.pdf") == "the disk is full"
    assert only(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "a folder or a device"),
        ("gone/record.pdf", "that folder is not there"),
        ("n" * 300 + ".pdf", "too long"),
        ("/".join(["n" * 200] * 30), "too long"),
        ("record\0.pdf", "not a name that a file can have"),
    ],
)
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(OutputError) as caught:
        write_file(tmp_path / name, b"new")
    assert said in caught.value.reason
    assert only(tmp_path) == {}


def test_a_device_is_no_file() -> None:
    assert "a folder or a device" in refused(Path("/dev/full"))


def test_a_file_that_may_only_be_read_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, _how: Path(path) != file)  # as it is for all but the superuser
    assert refused(file) == "it is there and may only be read"
    assert only(tmp_path) == {"record.pdf": b"old"}


def test_two_threads_write_in_one_folder_without_meeting(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def write(number: int) -> Any:
        return write_file(tmp_path / f"{number % 4}.pdf", bytes([number]) * 10_000)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(64)))
    found = only(tmp_path)
    assert sorted(found) == ["0.pdf", "1.pdf", "2.pdf", "3.pdf"]
    assert all(len(set(content)) == 1 and len(content) == 10_000 for content in found.values())
