"""The hands: one for everybody who writes, picked by Alt and a number, or by a click."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.cards.person_buttons import PersonButtons

#: Alt+1 … Alt+9, and Alt+0 for the tenth.
KEYS = 10


class Hands(PersonButtons):
    """A button for each writer, with its number, the name and how many cards they have.

    Signals:
        picked(str): a person picked a writer, by id.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Hands", parent)
        self._writers: list[tuple[str, str]] = []
        self.keys = [self._key(place) for place in range(KEYS)]

    def _key(self, place: int) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(f"Alt+{(place + 1) % 10}"))
        action.triggered.connect(partial(self._pick_place, place))
        self.addAction(action)
        return action

    def show_writers(self, writers: Sequence[tuple[str, str]]) -> None:
        """Show these writers, each an id and a name, in this order."""
        if list(writers) == self._writers:
            return
        self._writers = list(writers)
        self.show_ids([writer for writer, _ in writers])
        for place, action in enumerate(self.keys):
            action.setEnabled(place < len(writers))
            action.setText(f"Write as {writers[place][1]}".replace("&", "&&") if place < len(writers) else "")
        self.show_counts({})

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many cards each writer has."""
        for place, (writer, name) in enumerate(self._writers):
            count = counts.get(writer, 0)
            key = f"{(place + 1) % 10}  " if place < KEYS else ""
            hint = f", Alt+{(place + 1) % 10}" if place < KEYS else ""
            self.show_words(writer, f"{key}{name} · {count}", name, f"{count} card{'' if count == 1 else 's'}{hint}")
        self.fit()

    def _pick_place(self, place: int) -> None:
        # A menu that still holds the action may call it while another phase is in view.
        if self.isVisible() and place < len(self._writers):
            self.picked.emit(self._writers[place][0])
