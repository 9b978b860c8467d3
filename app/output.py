"""Writes a file so that it is there whole or not at all: what lay there before stays until the new one is complete."""

import os
from pathlib import Path


class OutputError(Exception):
    """A file that could not be written; the message is one sentence."""


def write_file(path: Path, content: bytes) -> None:
    """Write beside the place and put it there in one go; OutputError, with the old file untouched, where that fails."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise OutputError(f"{path} is a folder or a device; give the name of a file.")
        half = target.with_name(f".askwell-{os.getpid()}.part")
        try:
            with half.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links; a NUL in the name
        raise OutputError(f"{_shown(path)} cannot be written: {_reason(error)}.") from None


def _shown(path: Path) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in str(path))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return "it is not a name that a file can have"
