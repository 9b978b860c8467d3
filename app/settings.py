"""Settings of this computer: a small JSON file in the data folder, defaults where it says nothing."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSaveFile, Signal


@dataclass(frozen=True, slots=True)
class Values:
    """The settings and their defaults. `theme` is "light", "dark", "contrast" or "system"; `zoom` in per cent, and
    `projector_zoom` in per cent on a picture 1080 high; `window` is where the main window was, in Qt's own form;
    `advisor_window` and `notes_window` where those were, and on which screen. `agency_colour` is "#0f5466" or the like,
    "" for ours; `agency_logo` a small PNG file in base 64; `reference_label` what the case system calls its number, ""
    for the printed form's own words. `spelling` underlines words that are not known; `own_words`, one a line, are known
    here. On the genogram: `all_couples_solid` draws unmarried couples solid, too, as some authorities do; `less_motion`
    sets people in their places at once, and keeps the cursor from blinking."""

    advisor_window: str = ""
    agency_colour: str = ""
    agency_logo: str = ""
    agency_name: str = ""
    agency_short_name: str = ""
    all_couples_solid: bool = False
    chime: bool = True
    legend_shown: bool = False
    less_motion: bool = False
    list_shown: bool = True
    notes_window: str = ""
    own_words: str = ""
    projector_zoom: int = 150
    reference_label: str = ""
    spelling: bool = True
    theme: str = "system"
    zoom: int = 100
    welcomed: bool = False
    window: str = ""


class Settings(QObject):
    """The settings as they are now. `folder` is where a file was saved last, which is not kept beyond this run: a
    folder may be named after a family.

    Signals:
        changed: a setting is another; whoever shows it asks again.
    """

    changed = Signal()

    def __init__(self, file: Path | None, parent: QObject | None = None) -> None:
        """`file` None keeps nothing."""
        super().__init__(parent)
        self._file = file
        self.values = _read(file)
        self.folder = ""

    def beside(self, name: str) -> Path | None:
        """Where another file of this computer's own lies; None where nothing is kept."""
        return self._file.with_name(name) if self._file is not None else None

    def set(self, **values: Any) -> None:
        """Change settings and keep them; a folder that cannot be written to leaves them as they are until the end."""
        changed = replace(self.values, **values)
        if changed != self.values:
            self.values = changed
            self._write()
            self.changed.emit()

    def _write(self) -> None:
        if self._file is None:
            return
        with suppress(OSError):  # a folder that cannot be made: they hold until the end
            self._file.parent.mkdir(parents=True, exist_ok=True)
        out = QSaveFile(str(self._file))
        if out.open(QSaveFile.OpenModeFlag.WriteOnly):
            out.write(json.dumps(asdict(self.values), indent=2).encode())
            out.commit()


def _read(file: Path | None) -> Values:
    """What the file says, less what it says wrongly."""
    try:
        table = json.loads(file.read_text(encoding="utf-8")) if file else {}
    except (OSError, ValueError, RecursionError):
        return Values()
    defaults = Values()
    known = {
        field.name: table[field.name]
        for field in fields(Values)
        if isinstance(table, dict) and type(table.get(field.name)) is type(getattr(defaults, field.name))
    }
    return replace(defaults, **known)
