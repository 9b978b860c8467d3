"""Round the table in turn: who has read, who reads now, who is next; names are moved by keys or by dragging."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from models.reading import Turn
from widgets.cards.person_buttons import PersonButtons

_MARKS = {Turn.TO_COME: "", Turn.READ: "✓ ", Turn.PASSED: "– "}
_ALL = ("▶ ", "→ ", *_MARKS.values())
_SAID = {Turn.TO_COME: "to come", Turn.READ: "has read", Turn.PASSED: "passed, no card"}
#: Keys that move a name, with Alt: by how many places, or to one of the ends.
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -1_000, Qt.Key.Key_End: 1_000}


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody round the table; `seated` says that their place can change, which the facilitator's cannot."""

    id: str
    name: str
    turn: Turn
    seated: bool


class ReaderRow(PersonButtons):
    """A button for each reader, the mark before the name says where their turn is: ✓ has read, ▶ reads now, → next,
    – passed. Alt+Left and Alt+Right move a name, and so does dragging it.

    Signals:
        picked(str): a person let somebody read, by id.
        moved(str id, int place): a name is to have this place, counted from 0.
    """

    moved = Signal(str, int)

    lines = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Readers", parent)
        self._readers: dict[str, Reader] = {}
        self._pressed_at = QPoint()
        self._dragged = ""
        self._measure = QPushButton(self._content)  # never in sight
        self._measure.setProperty("kind", "hand")
        self._measure.hide()
        self._mark = QFrame(self._content)  # where a dragged name would stand
        self._mark.setAutoFillBackground(True)
        self._mark.setBackgroundRole(QPalette.ColorRole.Highlight)
        self._mark.hide()

    def show_readers(self, readers: Sequence[Reader], now: str, after: str | None) -> None:
        """Show everyone in turn; `now` reads, and `after` reads next."""
        self._readers = {reader.id: reader for reader in readers}
        self.show_ids(list(self._readers))
        for reader in readers:
            is_next = reader.id == after and reader.id != now
            mark = "▶ " if reader.id == now else "→ " if is_next else _MARKS[reader.turn]
            said = "reads now" if reader.id == now else "reads next" if is_next else _SAID[reader.turn]
            keys = ", Alt+Left and Alt+Right move the name" if reader.seated else ""
            if reader.id == now and reader.turn is Turn.READ:
                mark, said = "✓ ", "has read"
            self.show_words(reader.id, f"{mark}{reader.name}", reader.name, f"{said}{keys}")
        self.show_picked(now)
        self.fit()

    def fit(self) -> None:
        """Every name has room for any mark beforehand, so that nobody's place changes when a turn does."""
        for person, reader in self._readers.items():
            measure = self._measure.fontMetrics().horizontalAdvance
            self._measure.setText(max((f"{mark}{reader.name}" for mark in _ALL), key=measure).replace("&", "&&"))
            self.buttons[person].setMinimumWidth(self._measure.sizeHint().width())
        super().fit()

    def _make(self, person: str) -> QPushButton:
        button = super()._make(person)
        button.installEventFilter(self)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and the mouse on a name."""
        person = next((one for one, button in self.buttons.items() if button is watched), "")
        if person and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(person, event)
        if person and isinstance(event, QMouseEvent):
            return self._mouse(person, event)
        return super().eventFilter(watched, event)

    def _key(self, person: str, event: QKeyEvent) -> bool:
        by = _MOVES.get(Qt.Key(event.key()))
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if by is not None and alone == Qt.KeyboardModifier.AltModifier:
            self._move(person, self._place(person) + by)
            return True
        if event.key() == Qt.Key.Key_Escape and self._dragged:
            self._let_go()
            return True
        if by in (-1, 1) and not alone:  # the arrows of a button group would pick whomever they come to
            ids = list(self.buttons)
            place = ids.index(person) + by
            if 0 <= place < len(ids):
                self.buttons[ids[place]].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _place(self, person: str) -> int:
        return [one.id for one in self._readers.values() if one.seated or one.id == person].index(person)

    def _move(self, person: str, place: int) -> None:
        if self._readers[person].seated:
            last = sum(reader.seated for reader in self._readers.values()) - 1
            place = max(0, min(place, last))
            if place != self._place(person):
                self.moved.emit(person, place)

    # Dragging

    def _mouse(self, person: str, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            far = (event.position().toPoint() - self._pressed_at).manhattanLength()
            if not self._dragged and far >= QApplication.startDragDistance() and self._readers[person].seated:
                self._dragged = person
                self.buttons[person].setDown(False)
                self.buttons[person].setCursor(Qt.CursorShape.ClosedHandCursor)
            if self._dragged:
                self._show_mark(self._place_under(person, event))
                return True
        elif event.type() == QEvent.Type.MouseButtonRelease and self._dragged:
            place = self._place_under(person, event)
            self._let_go()
            self._move(person, place)
            return True
        return False

    def _place_under(self, person: str, event: QMouseEvent) -> int:
        """The place, among the other seats, at which the name would stand if it were let go here."""
        at = self.buttons[person].mapTo(self._content, event.position().toPoint())
        others = self._other_seats(person)
        before = [one for one in others if _comes_before(one.geometry().center(), one.height(), at)]
        return len(before)

    def _other_seats(self, person: str) -> list[QPushButton]:
        return [self.buttons[one.id] for one in self._readers.values() if one.seated and one.id != person]

    def _show_mark(self, place: int) -> None:
        others = self._other_seats(self._dragged)
        if not others:
            return
        beside = others[min(place, len(others) - 1)].geometry()
        left = beside.left() - 5 if place < len(others) else beside.right() + 2
        self._mark.setGeometry(max(0, left), beside.top(), 4, beside.height())
        self._mark.show()
        self._mark.raise_()

    def _let_go(self) -> None:
        if self._dragged:
            self.buttons[self._dragged].unsetCursor()
        self._dragged = ""
        self._mark.hide()


def _comes_before(center: QPoint, height: int, at: QPoint) -> bool:
    """Whether a name at `center`, in lines of that height, stands before a point: in a line above, or to its left."""
    line = (at.y() - center.y()) / max(1, height)
    return line > 0.6 or (line >= -0.6 and center.x() < at.x())
