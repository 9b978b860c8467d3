"""Round the table in turn: who has read, who reads now, who is to come."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from widgets.cards.person_buttons import PersonButtons


class ReaderRow(PersonButtons):
    """A button for each reader; a tick says that they have read.

    Signals:
        picked(str): a person let somebody read, by id.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Readers", parent)

    def show_readers(self, readers: Sequence[tuple[str, str, bool]], now: str) -> None:
        """Show everyone in turn, each an id, a name, and whether they have read; `now` reads."""
        self.show_ids([reader for reader, _, _ in readers])
        for reader, name, read in readers:
            said = "reads now" if reader == now else "has read" if read else "to come"
            self.show_words(reader, f"{'✓ ' if read else ''}{name}", name, said)
        self.show_picked(now)
        self.fit()
