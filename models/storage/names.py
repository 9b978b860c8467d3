"""What the files beside the stored sessions are called, and whether they are the ones that we opened."""

from pathlib import Path

_RESCUED = "-rescued-"


def identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path, whatever its name; None where none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def log_of(path: Path) -> Path:
    """SQLite's write-ahead log, which holds what was written last until it is brought into the file."""
    return path.with_name(f"{path.name}-wal")


def rescue_of(path: Path, stamp: str) -> Path:
    """A free name for a copy of what would be lost."""
    stem = path.stem.split(_RESCUED)[0]
    free = path.with_name(f"{stem}{_RESCUED}{stamp}.db")
    nth = 1
    while free.exists():
        nth += 1
        free = path.with_name(f"{stem}{_RESCUED}{stamp}-{nth}.db")
    return free


def rescued(path: Path) -> list[Path]:
    """The rescued copies that lie beside the file at `path`, the latest last."""
    return sorted(path.parent.glob(f"{path.stem}{_RESCUED}*.db"))
