"""What the reading phases show: the round, who reads, the card, and the buttons; what is done with it is elsewhere."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.engine import Engine
from widgets import theme
from widgets.cards.big_card import ALONE, AMONG_OTHERS, BigCard
from widgets.cards.reader_row import Reader, ReaderRow
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, words
from widgets.parts.tab_order import tab_before
from widgets.workspaces.full_card import FullCard

#: What is done while the card is in view: the button, its key, and what it says of itself.
BUTTONS = (
    ("Previous card", "P", "Back to the card before"),
    ("Next card", "N", "This card is read"),
    ("Strongest", "S", "Marks the card as strongest, or takes the mark back"),
    ("Next reader", "R", "This reader has had their turn, or has no card"),
    ("Type a card", "T", "For a card that was not typed before"),
    ("Fill the page", "F", "Only who reads, the card and the time; Esc ends it"),
)
#: Whoever reads is seated further on, or further back.
MOVES = (("Move reader forward in the round\tAlt+Left", -1), ("Move reader back\tAlt+Right", 1))
#: What a key does while the keyboard is where nothing is typed.
KEYS = {
    Qt.Key.Key_N: "Next card",
    Qt.Key.Key_Right: "Next card",
    Qt.Key.Key_Space: "Next card",
    Qt.Key.Key_P: "Previous card",
    Qt.Key.Key_Left: "Previous card",
    Qt.Key.Key_R: "Next reader",
    Qt.Key.Key_S: "Strongest",
    Qt.Key.Key_T: "Type a card",
    Qt.Key.Key_F: "Fill the page",
}
_HINT = " · ".join(f"{key} {name[0].lower()}{name[1:]}" for name, key, _ in BUTTONS)
_READING = f"{_HINT} · Alt+Left and Alt+Right, or dragging, move a name"
_WITHOUT = "R next reader · T type a card · Alt+Left and Alt+Right, or dragging, move a name"
_TYPING = "You are typing a card: Enter adds it · Esc, or Enter with nothing typed, goes back to the card being read"
_TYPING_FIRST = (
    "You are typing: Enter adds the card, with nothing typed it passes on · Esc leaves typing, then R and T work"
)
_LONG = "↓ and ↑ scroll this long card"
#: In the projector view these are left; the others have their keys.
_FOR_THE_ROOM = ("Next card", "Next reader")
_WITHOUT_CARD = ("Next reader", "Type a card")


class ReadView(QWidget):
    """The parts of the reading workspace. `buttons` by name; the card may stand on the whole page."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self.row = ReaderRow()
        self.big = BigCard()
        self.full: FullCard | None = None
        self.panel = QFrame()
        self.panel.setProperty("kind", "panel")
        self.now, self.next, self.place = words("", "title"), words("", "subtitle"), words("", "hint")
        self.star, self.about, self.more = words("★ Strongest", "subtitle"), words("", "hint"), words(_LONG, "hint")
        self.keys = words(_READING, "hint")
        self.buttons = {name: self._button(name, key, says) for name, key, says in BUTTONS}
        self._whole = True
        self._without = False
        self._actions: dict[str, QAction] = {}
        self._after = ""
        self._projected = self._low = False
        self._range = AMONG_OTHERS
        self._lay_out()
        self.big.fitted.connect(self._fitted)

    @staticmethod
    def _button(name: str, key: str, says: str) -> QPushButton:
        button = named(QPushButton(name), name, f"{key}: {says}")
        button.setToolTip(f"{says} ({key})")
        button.setAutoDefault(False)
        button.setCheckable(name in ("Strongest", "Type a card"))
        return button

    def make_actions(self, parent: QWidget, do: Callable[[str], None], move: Callable[[int], None]) -> list[QAction]:
        """What the buttons do, and seating whoever reads elsewhere, for menus and the palette; the key stands after the
        name."""
        deeds = [(f"{name}\t{key}", partial(do, name)) for name, key, _ in BUTTONS]
        deeds += [(text, partial(move, by)) for text, by in MOVES]
        for text, deed in deeds:
            action = QAction(text, parent)
            action.triggered.connect(lambda _checked=False, deed=deed: deed())
            self._actions[text.partition("\t")[0]] = action
        return list(self._actions.values())

    def allow(self, can: Mapping[str, bool]) -> None:
        """What can be done now, by button or from the palette."""
        for name, wanted in can.items():
            self.buttons[name].setEnabled(wanted)
            self._actions[name].setEnabled(wanted)

    def _lay_out(self) -> None:
        self._card = QVBoxLayout(self.panel)
        self._card.addWidget(self.star)
        self._card.addWidget(self.big, 1)
        self._card.addWidget(self.more)
        self._card.addWidget(self.about)
        head = QHBoxLayout()
        head.addWidget(self.now, 1)
        head.addWidget(self.place)
        self.place.setWordWrap(False)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        for button in self.buttons.values():
            flow.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.row)
        self._column.addLayout(head)
        for widget, share in ((self.next, 0), (self.panel, 1), (self._buttons, 0), (self.keys, 0)):
            self._column.addWidget(widget, share)

    def set_room(self, projected: bool, low: bool) -> None:
        """Leave out what only serves whoever is at the keyboard; where height is scarce the round stands below the
        card, so that the card is in sight first."""
        self._projected, self._low = projected, low
        self._range = ALONE if projected else AMONG_OTHERS
        if self.full is None:
            self.big.set_range(self._range)
        wanted = self._column.count() - 1 if low else 0
        if self._column.indexOf(self.row) != wanted:
            self._column.removeWidget(self.row)
            self._column.insertWidget(wanted, self.row)

    def show_without_card(self, without: bool) -> None:
        """While there is no card only what can be done without one is offered."""
        self._without = without
        self.panel.setVisible(not without)
        self.keys.setVisible(not self._projected)
        for name, button in self.buttons.items():
            for_all = not self._projected or name in _FOR_THE_ROOM
            button.setVisible(for_all and (not without or name in _WITHOUT_CARD))

    def show_readers(self, readers: Sequence[Reader], now: str, after: str | None) -> None:
        """Show everyone in turn; `now` reads, and `after` reads next."""
        before = list(self.row.buttons)
        self.row.show_readers(readers, now, after)
        if before != list(self.row.buttons):
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes through the round and the card before the buttons, whenever they were made."""
        tab_before(self.buttons["Previous card"], [self.row, *([self.big] if self.full is None else [])])

    def show_typing(self, shown: bool, writing: bool) -> None:
        """While a card is typed beside one (`shown`) the round stands back for it; with `writing` keys are letters, and
        the hint says which of them work."""
        self.row.setVisible(not (shown and (self._low or not self._without)))
        self.big.setMinimumHeight(theme.text_height() * (2 if shown else 4))
        if self._without:
            self.keys.setText(_TYPING_FIRST if writing else _WITHOUT)
        else:
            self.keys.setText(_TYPING if writing else _READING)

    def minimumSizeHint(self) -> QSize:
        """As high as it needs at its width, which the area around it asks for by itself: words that wrap would ask for
        several lines, whatever they hold, and the buttons would be scrolled away for them."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_reader(self, now: str, how: str, after: str, so_far: str) -> None:
        """Say who reads and how much, what comes after it, and how many have read; the row shows who."""
        self.now.setText(now)
        self.next.setText(f"{how} {after}")
        self._after = f"{after}   ·   {so_far}"
        self._tell_full()

    def show_card(self, text: str, about: str, place: str, strongest: bool) -> None:
        """Show a card and what is known of it."""
        self.big.show_text(text)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.place.setText(place)
        self.star.setVisible(strongest)
        button = self.buttons["Strongest"]
        with QSignalBlocker(button):
            button.setChecked(strongest)
        button.setText("★ Strongest" if strongest else "Strongest")
        self._tell_full()

    def _fitted(self, whole: bool) -> None:
        self._whole = whole
        self.more.setVisible(not whole)

    # The whole page

    def fill(self, closed: Callable[[], None], key_pressed: Callable[[QKeyEvent], None]) -> None:
        """Put the card on the whole page."""
        if self.full is None:
            self.more.hide()
            self.full = FullCard(self.window(), self._engine, self.big)
            self.full.closed.connect(closed)
            self.full.key_pressed.connect(key_pressed)
            self._tell_full()

    def unfill(self) -> None:
        """Put the card back in its place."""
        if self.full is not None:
            self.full.give_back()
            self.full = None
            self.big.set_range(self._range)
            self._card.insertWidget(1, self.big, 1)
            self.big.show()
            self._order_tabs()
            self._fitted(self._whole)

    def _tell_full(self) -> None:
        if self.full is not None:
            star = "" if self.star.isHidden() else self.star.text()
            about = " · ".join(part for part in (f"Card {self.place.text()}", self.about.text()) if part)
            self.full.show_words(self.now.text(), about, "   ·   ".join(part for part in (star, self._after) if part))
