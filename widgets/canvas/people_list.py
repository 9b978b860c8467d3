"""Everybody in the genogram in words, in the order of the picture: for screen readers, and to find somebody by name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.parts.row_list import ROW, Row, RowList


class PeopleList(RowList):
    """The list named **People in the genogram**. Enter opens the details.

    Signals:
        stood_on(str): the keyboard or a click went to this person.
    """

    stood_on = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("People in the genogram", "Enter opens the details of a person", parent)
        self._following = False
        self._wanted: tuple[Sequence[str], Callable[[str], str]] | None = None
        self._stands_on = ""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self.fill)
        self.setMinimumHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.selectionModel().currentChanged.connect(self._stood)

    def show_people(self, people: Sequence[str], say: Callable[[str], str]) -> None:
        """Everybody in that order, said by `say`. It is filled when the picture has been painted: many words take
        longer than a picture."""
        self._wanted = (people, say)
        self._idle.start()

    def fill(self) -> None:
        """Fill it now; rows that read the same are left alone."""
        if self._wanted is None:
            return
        (people, say), self._wanted = self._wanted, None
        held = {row.id: row for row in self.rows.rows}
        rows = []
        for person in people:
            text = say(person)
            row = held.get(person)
            rows.append(row if row is not None and row.text == text else Row(person, text))
        self._following = True
        self.show_rows(rows)
        self._following = False
        self.stand_on(self._stands_on)

    def texts(self) -> list[str]:
        """All words, in their order."""
        self.fill()
        return [row.text for row in self.rows.rows]

    def stand_on(self, person: str) -> None:
        """Go along with the picture."""
        self._stands_on = person
        if self._wanted is None and person != self.current_id():
            self._following = True
            self.go_to(person)
            self._following = False

    def _stood(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = now.data(ROW)
        if isinstance(row, Row) and not self._following:
            self._stands_on = row.id
            self.stood_on.emit(row.id)
