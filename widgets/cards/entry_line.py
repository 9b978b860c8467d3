"""One quiet line under the text that is typed: what was done, what a mark could become, what a pause has found."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from models.cards import Card
from models.similar import Similar

#: Milliseconds without a key, after which there is time to look through the cards.
_PAUSE = 400
#: Cards looked through in one go: some 3 ms where none was looked at before.
_AT_ONCE = 60


class EntryLine(QLabel):
    """Always in its place, so that the text above it does not move when there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._said = self._offered = self._found = ""
        self._show()

    def say(self, text: str) -> None:
        """What was done, or is going on, until something else is said."""
        self._said = text
        self._found = ""
        self._show()

    def offer(self, text: str) -> None:
        """What the mark under the cursor could become; "" where there is none."""
        if text != self._offered:
            self._offered = text
            self._show()

    def show_found(self, text: str) -> None:
        """What a pause has found, "" for nothing."""
        if text != self._found:
            self._found = text
            self._show()

    def _show(self) -> None:
        # A space keeps the line's height.
        text = self._offered or self._found or self._said or " "
        if text != self.text():
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
        self._pause.timeout.connect(self._begin)
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._go_on)

    def look_soon(self, wanted: Callable[[], tuple[str, Sequence[Card]]]) -> None:
        """Look once nothing was typed for a moment; `wanted` gives the text then, and the cards to look through."""
        self._wanted = wanted
        self._work.stop()
        self._pause.start()

    def forget(self) -> None:
        """Look no more, and let go of the cards looked through."""
        self._pause.stop()
        self._work.stop()
        self._similar = Similar()

    def _begin(self) -> None:
        self._walk, self._best = self._similar.look(*self._wanted()), None
        self._work.start()

    def _go_on(self) -> None:
        done = list(islice(self._walk, _AT_ONCE))
        if done:
            self._best = done[-1]
        if len(done) < _AT_ONCE:
            self._work.stop()
            self.found.emit(self._best)
