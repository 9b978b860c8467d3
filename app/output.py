"""Writes a file so that it is there whole or not at all: what lay there before stays until the new one is complete."""

import errno
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FULL = "the disk is full"
_IN_USE = "another program has it open"
#: What the system's reasons mean to whoever wanted the file, by name, since no system knows all of them; any other is
#: said in the system's own words.
_REASONS = {
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": "the disk takes no file of that size",
    "EACCES": f"nothing may be written there, or {_IN_USE}",
    "EPERM": f"nothing may be written there, or {_IN_USE}",
    "EROFS": "nothing can be written on that disk",
    "EBUSY": _IN_USE,
    "ETXTBSY": _IN_USE,
    "ENAMETOOLONG": "its name, with those of its folders, is too long",
    "ENOENT": "that folder is not there",
    "ENOTDIR": "that folder is not there",
    "EIO": "the disk failed",
}
_NO_FILE = "it is a folder or a device, where the name of a file is wanted"
_NO_NAME = "it is not a name that a file can have"


class OutputError(Exception):
    """A file that could not be written; the message is one sentence, `reason` a part of one."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{_shown(path)} cannot be written: {reason}.")
        self.reason = reason


def write_file(path: Path, content: bytes) -> None:
    """Write beside the place and put it there in one go; OutputError, with the old file untouched, where that fails."""
    with half_file(path) as half, half.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


@contextmanager
def half_file(path: Path) -> Iterator[Path]:
    """A name beside the place for whoever writes the file; what is there at the end is put in its place in one go.

    Where that fails, or where an exception ends it, the half file is gone and the old one untouched. OutputError for
    troubles of the world.
    """
    try:
        target = path.resolve()
        old = target.exists()
        if old and not target.is_file():
            raise OutputError(path, _NO_FILE)
        if old and not os.access(target, os.W_OK):
            raise OutputError(path, "it is there and may only be read")
        half = target.with_name(f".askwell-{os.getpid()}-{threading.get_ident()}.part")
        try:
            yield half
            if old:
                shutil.copymode(target, half)
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links; a NUL in the name
        raise OutputError(path, _reason(error)) from None


def _shown(path: Path) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in str(path))


def _reason(error: Exception) -> str:
    if not isinstance(error, OSError):
        return _NO_NAME
    said = error.strerror or "The disk failed"
    return _REASONS.get(errno.errorcode.get(error.errno or 0, "")) or said[0].lower() + said[1:]
