"""Asks where a genogram is to be saved, and as what."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

#: The form of app.export.FORMATS for each suffix, and what the dialog calls it.
FORMS = {".pdf": "genogram-pdf", ".svg": "genogram-svg", ".png": "genogram-png", ".ged": "genogram-gedcom"}
_FILTERS = {
    "PDF (*.pdf)": ".pdf",
    "SVG drawing (*.svg)": ".svg",
    "PNG picture (*.png)": ".png",
    "GEDCOM, for genealogy programs (*.ged)": ".ged",
}


def ask_where(window: QWidget, title: str, suggested: Path) -> Path | None:
    """The file that was chosen, its suffix one of FORMS; None where nobody chose. `suggested` ends in .pdf."""
    # Qt's own dialog: it looks and is named the same on every computer, and can be driven by name.
    name, chosen = QFileDialog.getSaveFileName(
        window, title, str(suggested), ";;".join(_FILTERS), options=QFileDialog.Option.DontUseNativeDialog
    )
    return _suited(Path(name), _FILTERS.get(chosen, ".pdf")) if name else None


def _suited(file: Path, suffix: str) -> Path:
    """The file with the suffix of the kind that was chosen in the list, or typed. The dialog has asked about a file
    of the typed name only, so that one of another is never written over."""
    typed = file.suffix.lower()
    if typed == suffix or (typed in FORMS and suffix == ".pdf"):
        return file
    stem = file.with_suffix("") if typed in FORMS else file
    wanted, number = stem.with_name(stem.name + suffix), 2
    while wanted.exists():
        wanted = stem.with_name(f"{stem.name} {number}{suffix}")
        number += 1
    return wanted
