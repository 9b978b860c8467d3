"""Masked names: children and family show as initials, for a screen that strangers can see."""

import re

from PySide6.QtCore import QObject, Signal

from app.document import Document
from models.case_names import case_names, masked_names, names_pattern
from models.genogram import Person
from models.people import Child

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def initials(name: str) -> str:
    """The first letter of each word: "Tilly Marsh" gives "T. M."."""
    return " ".join(f"{word[0]}." for word in name.split())


def masked_title(text: str) -> str:
    """A text about whose names nothing is known, with every word that begins as a name does as its first letter."""
    return _WORD.sub(lambda word: word[0] if word[0][0].islower() else f"{word[0][0]}.", text)


class Masking(QObject):
    """Whether names are masked, and how a text reads then.

    Signals:
        changed: masking was put on or off, or the names it masks are others; every view shows its texts anew.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._on = False
        self._pattern: re.Pattern[str] | None = None
        document.changed.connect(self._names_may_have_changed)

    @property
    def on(self) -> bool:
        """Whether names are masked now."""
        return self._on

    def set_on(self, on: bool) -> None:
        """Mask names, or show them."""
        if on != self._on:
            self._on = on
            self._pattern = self._compile()
            self.changed.emit()

    def text(self, text: str) -> str:
        """The text as it may be shown now."""
        if not self._on or self._pattern is None:
            return text
        return self._pattern.sub(lambda found: initials(found.group()), text)

    def _names_may_have_changed(self, changes: list[object]) -> None:
        if self._on and any(getattr(change, "kind", None) in (Child, Person) for change in changes):
            self._pattern = self._compile()
            self.changed.emit()

    def _compile(self) -> re.Pattern[str] | None:
        return names_pattern({each for name in case_names(self._document.session) for each in masked_names(name)})
