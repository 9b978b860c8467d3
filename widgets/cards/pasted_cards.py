"""Cards from many pasted lines: added a few at a time, so that the window goes on answering, and undone as one."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.document import Document
from models.cards import Card
from models.session import Change

#: Lines taken in one go: some 5 ms.
_AT_ONCE = 50

Typed = tuple[str, str]


class PastedCards(QObject):
    """Adds them.

    Signals:
        added(list[Card], str): all of them are there; the sentence says whose.
    """

    added = Signal(list, str)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._waiting: list[Typed] = []
        self._made: list[Card] = []
        self._make: Callable[[Sequence[Typed]], list[Card]] = lambda _typed: []
        self._label = self._said = ""
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._go_on)

    def add(
        self, typed: Sequence[Typed], make: Callable[[Sequence[Typed]], list[Card]], names: Sequence[tuple[str, str]]
    ) -> None:
        """Add a card for each author and text; `make` makes cards of some, `names` are the authors' by id."""
        self.finish()
        self._waiting, self._make, self._made = list(typed), make, []
        self._label, self._said = f"Add {len(typed)} cards", said_of([author for author, _ in typed], dict(names))
        self._go_on()

    def finish(self) -> None:
        """Add at once what still waits: the room goes elsewhere, or another card comes after these."""
        while self._waiting:
            self._go_on()

    def _go_on(self) -> None:
        cards = self._make(self._waiting[:_AT_ONCE])
        del self._waiting[:_AT_ONCE]
        self._made += cards
        self._document.do(self._label, [Change(None, card) for card in cards], f"pasted/{self._made[0].id}")
        if self._waiting:
            self._work.start()
            return
        self._work.stop()
        self.added.emit(self._made, self._said)


def said_of(authors: Sequence[str], names: dict[str, str]) -> str:
    """What was understood: "5 cards added: Bea 2, Dev 3. Ctrl+Z takes them all back."."""
    counts = Counter(authors)
    if len(counts) == 1:
        whose = f" for {names.get(authors[0], 'nobody')}, one a line"
    else:
        whose = ": " + ", ".join(f"{names.get(one, 'No name')} {count}" for one, count in counts.items())
    return f"{len(authors)} cards added{whose}. Ctrl+Z takes them all back."
