"""The hands: one for everybody who writes, picked by Alt and a number, or by a click."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.cards.person_buttons import PersonButtons

#: Alt+1 … Alt+9, and Alt+0 for the tenth.
KEYS = 10


class Hands(PersonButtons):
    """A button for each writer, with its number, the name, how many cards they have, and "…" where one is half-typed.

    Signals:
        picked(str): a person picked a writer, by id.
        given(str): the last card is to be this writer's, by Alt+Shift and the number.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Hands", parent)
        self._writers: list[tuple[str, str]] = []
        self.keys = [self._key(place, "Alt", self.picked) for place in range(KEYS)]
        self.giving_keys = [self._key(place, "Alt+Shift", self.given) for place in range(KEYS)]

    def _key(self, place: int, modifiers: str, meant: SignalInstance) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(f"{modifiers}+{(place + 1) % 10}"))
        action.triggered.connect(partial(self._act_on, place, meant))
        self.addAction(action)
        return action

    def show_writers(self, writers: Sequence[tuple[str, str]]) -> None:
        """Show these writers, each an id and a name, in this order."""
        if list(writers) == self._writers:
            return
        self._writers = list(writers)
        self.show_ids([writer for writer, _ in writers])
        for actions, does in ((self.keys, "Write as {}"), (self.giving_keys, "Give the last card to {}")):
            for place, action in enumerate(actions):
                action.setEnabled(place < len(writers))
                action.setText(does.format(writers[place][1]).replace("&", "&&") if place < len(writers) else "")
        self.show_counts({})

    def show_counts(self, counts: Mapping[str, int], half_typed: Collection[str] = ()) -> None:
        """Show how many cards each writer has, and who has one half-typed."""
        wider = False
        for place, (writer, name) in enumerate(self._writers):
            count = counts.get(writer, 0)
            key = f"{(place + 1) % 10}  " if place < KEYS else ""
            hint = f", Alt+{(place + 1) % 10}" if place < KEYS else ""
            begun = writer in half_typed
            about = f"{count} card{'' if count == 1 else 's'}{', one half-typed' if begun else ''}{hint}"
            wider |= self.show_words(writer, f"{key}{name} · {count}{' …' if begun else ''}", name, about)
        if wider:
            self.fit()

    def after(self, writer: str) -> tuple[str, str]:
        """Who is next in the round: the id, and the number and name; nobody where nobody else writes."""
        ids = [each for each, _ in self._writers]
        place = (ids.index(writer) + 1) % len(ids) if writer in ids else 0
        if not ids or ids[place] in ("", writer):
            return "", ""
        key = f"{(place + 1) % 10} " if place < KEYS else ""
        return ids[place], f"{key}{self._writers[place][1]}"

    def _act_on(self, place: int, meant: SignalInstance) -> None:
        # A menu that still holds the action may call it while another phase is in view.
        if self.isVisible() and place < len(self._writers):
            meant.emit(self._writers[place][0])
