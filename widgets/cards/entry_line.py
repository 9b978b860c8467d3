"""One quiet line at the text that is typed: what was done, what a mark could become, what a pause has found."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.cards import Card
from models.similar import Similar
from widgets.parts.eliding import ElidingLabel

#: Milliseconds without a key, or up to twice as many, after which there is time to look through the cards.
_PAUSE = 400
#: Cards looked through in one go: some 3 ms where none was looked at before.
_AT_ONCE = 60


class EntryLine(ElidingLabel):
    """Between the author and the text, where the eyes are. Always in its place; what is said while somebody types stays
    on one line, so that the text under it does not move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "hint", parent)
        self._whole = True
        self._hint = self._said = self._offered = self._found = self._understood = ""
        self._show()

    def rest_at(self, hint: str) -> None:
        """What stands there while there is nothing else to say."""
        self._hint = hint
        self._show()

    def say(self, text: str, whole: bool = True) -> None:
        """What was done, or is going on, until something else is said; `whole`, on as many lines as it takes."""
        self._said, self._whole = text, whole
        self._found = self._understood = ""
        self._show()

    def offer(self, text: str) -> None:
        """What the mark under the cursor could become; "" where there is none."""
        if text != self._offered:
            self._offered = text
            self._show()

    def show_understood(self, text: str) -> None:
        """What the marks typed so far mean; "" where there are none."""
        if text != self._understood:
            self._understood = text
            self._show()

    def show_found(self, text: str) -> None:
        """What a pause has found, "" for nothing."""
        if text != self._found:
            self._found = text
            self._show()

    def _show(self) -> None:
        while_typing = self._offered or self._found or self._understood
        # A space keeps the line's height.
        text = while_typing or self._said or self._hint or " "
        if text != self.text():
            self.set_one_line(bool(while_typing) or not self._whole)
            self.setText(text)


class SimilarCards(QObject):
    """Looks for a card that says much the same as a text, in a pause, and a few cards at a time.

    Signals:
        found(Card | None): the card most alike, or None.
    """

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._similar = Similar()
        self._wanted: Callable[[], tuple[str, Sequence[Card]]] = lambda: ("", ())
        self._walk: Iterator[Card | None] = iter(())
        self._best: Card | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._pause_over)
        self._waiting = self._asked_again = False
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._go_on)

    def look_soon(self, wanted: Callable[[], tuple[str, Sequence[Card]]]) -> None:
        """Look once nothing was typed for a moment; `wanted` gives the text then, and the cards to look through."""
        self._wanted = wanted
        if self._waiting:  # setting a timer anew at each key takes longer than all the rest here
            self._asked_again = True
            return
        self._waiting = True
        self._work.stop()
        self._pause.start()

    def forget(self) -> None:
        """Look no more, and let go of the cards looked through."""
        self._pause.stop()
        self._work.stop()
        self._waiting = self._asked_again = False
        self._similar = Similar()

    def _pause_over(self) -> None:
        if self._asked_again:
            self._asked_again = False
            self._pause.start()
            return
        self._waiting = False
        self._walk, self._best = self._similar.look(*self._wanted()), None
        self._work.start()

    def _go_on(self) -> None:
        done = list(islice(self._walk, _AT_ONCE))
        if done:
            self._best = done[-1]
        if len(done) < _AT_ONCE:
            self._work.stop()
            self.found.emit(self._best)
