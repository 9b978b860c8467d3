"""The one place that reads resources/: processes, starters, practice session, schema, fonts, icons, common words."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first window needs a folder's path, not the process: 30 ms
    from models.process import Process
    from models.starters import Starter

FOLDER = Path(__file__).resolve().parent.parent / "resources"


def path(*parts: str) -> Path:
    """Where a resource lies."""
    return FOLDER.joinpath(*parts)


def text(*parts: str) -> str:
    """A resource's text."""
    return path(*parts).read_text(encoding="utf-8")


@cache
def process(process_id: str) -> "Process":
    """The process of that id, read once; ProcessError names file, step and field where its file is wrong."""
    from models.process import load_process

    name = f"{process_id}.toml"
    return load_process(text("processes", name), name)


def starters() -> "tuple[Starter, ...]":
    """The question starters; StarterError names file, entry and field where the file is wrong."""
    from models.starters import load_starters

    return load_starters(text("starters.toml"), "starters.toml")


@cache
def common_words() -> frozenset[str]:
    """Common English words in small letters without marks, read once."""
    import gzip

    packed = path("words", "british-english.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("ascii").split("\n"))
