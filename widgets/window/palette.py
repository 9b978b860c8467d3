"""The command palette: everything that can be done now, found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from models.finding import find
from widgets import theme
from widgets.parts.announce import announce
from widgets.parts.fields import LineField, named
from widgets.parts.reflow import words
from widgets.window.palette_entries import Entry
from widgets.window.palette_rows import PaletteModel, PaletteRows

#: Rows that a key goes on, in pages where it is a page.
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
#: So many of what was done last stand first.
RECENT = 5


class Palette(QDialog):
    """Type a part of any word, Enter does it. The keyboard stays in the field; Up and Down move in the list."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget, recent: list[str] | None = None) -> None:
        """`recent` holds the words of what was done, the latest last, and is added to."""
        super().__init__(parent)
        self.setWindowTitle("Find an action")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recent = recent if recent is not None else []
        self._entries = _latest_first(entries, self._recent)
        self.search = LineField("Find an action", "Type a word of what you want to do")
        self.model = PaletteModel()
        self.list = named(QListView(self), "Actions", "Up and Down choose, Enter does it")
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteRows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda _index: self.accept())
        self._none = words("", "hint")
        self._saying = QTimer(self)  # not at every letter of a word
        self._saying.setSingleShot(True)
        self._saying.setInterval(300)
        self._saying.timeout.connect(self._say_current)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.accept)
        self.search.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._saying.start())
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        em = theme.text_height()
        self.resize(min(em * 30, parent.width() - em), min(em * 24, parent.height() - em))
        self._filter("")
        self.search.setFocus()

    def _filter(self, typed: str) -> None:
        found = find(self._entries, typed)
        self.model.show_entries(found)
        self._none.setVisible(not found)
        self._none.setText("Nothing here goes by these words. Try another word for it.")
        possible = (row for row, entry in enumerate(found) if not entry.why_not)
        self.list.setCurrentIndex(self.model.index(next(possible, -1)))
        self.list.scrollToTop()
        self._saying.start()

    def _say_current(self) -> None:
        """The keyboard is in the field, so the row is said."""
        entry, count = self.chosen(), len(self.model.entries)
        row = self.list.currentIndex().row()
        announce(self.search, f"{entry.spoken}, {row + 1} of {count}" if entry else self._none.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while the keyboard stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _ROWS.get(Qt.Key(event.key()), 0) or _PAGES.get(Qt.Key(event.key()), 0) * self._rows_in_sight()
            if by:
                self._move(by)
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        """Also onto what cannot be done now: it says why."""
        last = self.model.rowCount() - 1
        self.list.setCurrentIndex(self.model.index(max(0, min(self.list.currentIndex().row() + by, last))))

    def _rows_in_sight(self) -> int:
        row = self.list.visualRect(self.list.currentIndex()).height()
        return max(1, self.list.viewport().height() // row - 1) if row else 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need at the width there is."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def chosen(self) -> Entry | None:
        """What the list stands on."""
        index: QModelIndex = self.list.currentIndex()
        return self.model.entries[index.row()] if index.isValid() else None

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
