"""Asks where something is to be saved, and as what kind of file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from widgets.parts.fitting_dialog import fit_next_dialog

#: What the dialog calls each kind of file.
KINDS = {
    ".pdf": "PDF",
    ".docx": "Word document",
    ".txt": "Plain text",
    ".svg": "SVG drawing",
    ".png": "PNG picture",
    ".ged": "GEDCOM, for genealogy programs",
    ".ics": "Calendar file",
    ".json": "Session file",
    ".toml": "Question starters",
}


def ask_where(window: QWidget, title: str, suggested: Path, suffixes: Sequence[str]) -> Path | None:
    """The file that was chosen, its suffix one of `suffixes`; None where nobody chose. The first suffix is that of
    `suggested`."""
    filters = {f"{KINDS[suffix]} (*{suffix})": suffix for suffix in suffixes}
    fit_next_dialog()
    # Qt's own dialog: it looks and is named the same on every computer, and can be driven by name.
    name, chosen = QFileDialog.getSaveFileName(
        window, title, str(suggested), ";;".join(filters), options=QFileDialog.Option.DontUseNativeDialog
    )
    return _suited(Path(name), filters.get(chosen, suffixes[0]), suffixes) if name else None


def _suited(file: Path, suffix: str, suffixes: Sequence[str]) -> Path:
    """The file with the suffix of the kind that was chosen in the list, or typed. The dialog has asked about a file
    of the typed name only, so that one of another is never written over."""
    typed = file.suffix.lower()
    if typed == suffix or (typed in suffixes and suffix == suffixes[0]):
        return file
    stem = file.with_suffix("") if typed in suffixes else file
    wanted, number = stem.with_name(stem.name + suffix), 2
    while wanted.exists():
        wanted = stem.with_name(f"{stem.name} {number}{suffix}")
        number += 1
    return wanted
