"""The command palette: everything that can be done now, found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from models.finding import find
from widgets import theme
from widgets.parts.fields import LineField, named
from widgets.parts.wrapped_rows import WrappedList
from widgets.window.palette_entries import Entry

#: So many of what was done last stand first.
RECENT = 5
NOTHING = "Nothing here goes by these words. Try another word for it."


class Palette(QDialog):
    """Type a part of any word, Enter does it. The keyboard stays in the field; Up and Down move in the list."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget, recent: list[str] | None = None) -> None:
        """`recent` holds the words of what was done, the latest last, and is added to."""
        super().__init__(parent)
        self.setWindowTitle("Find an action")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recent = recent if recent is not None else []
        self._entries = _latest_first(entries, self._recent)
        self.found: list[Entry] = []
        self.search = LineField("Find an action", "Type a word of what you want to do")
        self.list = WrappedList("Actions", "Up and Down choose, Enter does it", self)
        self.list.walk_from(self.search, NOTHING)
        self.list.clicked.connect(lambda _index: self.accept())
        self._do = named(QPushButton("Do it", self), "Do it", "Enter")
        self._do.setAutoDefault(False)  # Enter in the field does it already
        self._do.clicked.connect(self.accept)
        self._do.setVisible(QAccessible.isActive())  # which selects a row, and has no Enter to press
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._do)
        em = theme.text_height()
        self.resize(min(em * 30, parent.width() - em), min(em * 24, parent.height() - em))
        self._filter("")
        self.search.setFocus()

    def _filter(self, typed: str) -> None:
        self.found = find(self._entries, typed)
        possible = (place for place, entry in enumerate(self.found) if not entry.why_not)
        self.list.show_rows([entry.row for entry in self.found], next(possible, -1))

    def chosen(self) -> Entry | None:
        """What the list stands on; that can be something that cannot be done, to hear why."""
        return self.found[self.list.place] if self.list.place >= 0 else None

    def accept(self) -> None:
        """Close first, so that what is done finds the keyboard where it was; then do it."""
        entry = self.chosen()
        if entry is None or entry.why_not:
            return
        super().accept()
        self._recent[:] = [*(text for text in self._recent if text != entry.text), entry.text][-RECENT:]
        entry.do()


def _latest_first(entries: Sequence[Entry], recent: Sequence[str]) -> list[Entry]:
    """What was done last comes first, the rest as it stood."""
    rank = {text: place for place, text in enumerate(reversed(recent))}
    return sorted(entries, key=lambda entry: rank.get(entry.text, RECENT))
