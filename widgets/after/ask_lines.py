"""Questions in a line of the page: whether a new draft may overwrite what was changed, whether an unsigned record is
closed, who amends a record and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.parts.announce import announce
from widgets.parts.fields import LineField
from widgets.parts.naming import named
from widgets.parts.reflow import FlowLayout, beside, words


class ChoiceLine(QFrame):
    """A sentence and two answers, hidden until it asks. The keyboard goes to the one that changes nothing.

    Signals:
        answered(bool on): the second answer, or the first.
    """

    answered = Signal(bool)

    def __init__(self, stay: str, go_on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "say")
        self._asks = words()
        self._stay, on = named(QPushButton(stay), stay), named(QPushButton(go_on), go_on)
        self._stay.clicked.connect(lambda: self._answer(False))
        on.clicked.connect(lambda: self._answer(True))
        _lay_out(self, self._asks, [], [self._stay, on])

    def ask(self, sentence: str) -> None:
        """Say what it is about, and wait for an answer."""
        self._asks.setText(sentence)
        self.show()
        self._stay.setFocus()
        announce(self, sentence)

    def _answer(self, on: bool) -> None:
        self.hide()
        self.answered.emit(on)


class AmendLine(QFrame):
    """Hidden until it asks.

    Signals:
        wanted(str by, str note): the closed record is to be opened again.
        gone: it is not to be, after all.
    """

    wanted = Signal(str, str)
    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "say")
        self._says = words()
        self._by = LineField("Amended by", "Your name")
        self._note = LineField("What for", "In a few words")
        self._by.setFixedWidth(self.fontMetrics().averageCharWidth() * 22)
        self._note.setFixedWidth(self.fontMetrics().averageCharWidth() * 40)
        go = named(QPushButton("Open to amend"), "Open to amend", "Notes who opened the record, when and what for")
        stay = named(QPushButton("Leave it closed"), "Leave it closed")
        go.clicked.connect(self._answer)
        self._by.returnPressed.connect(self._note.setFocus)
        self._note.returnPressed.connect(self._answer)
        stay.clicked.connect(self._leave)
        fields = [beside("Amended by", self._by), beside("What for", self._note)]
        for field in fields:
            field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        _lay_out(self, self._says, fields, [go, stay])

    def ask(self, by: str) -> None:
        """Ask, with the name of whoever is likely to do it."""
        self.say("An amendment stays on the record, with the day, the name and what it was for.")
        self._by.setText(by)
        self._note.clear()
        self.show()
        (self._note if by else self._by).setFocus()
        announce(self, self._says.text())

    def say(self, sentence: str) -> None:
        """What it is about, or what is still wanted."""
        self._says.setText(sentence)

    def refuse(self, sentence: str) -> None:
        """Say what is wanted, and wait."""
        self.say(sentence)
        announce(self, sentence)
        (self._note if self._by.text().strip() else self._by).setFocus()

    def _answer(self) -> None:
        self.wanted.emit(self._by.text(), self._note.text())

    def _leave(self) -> None:
        self.hide()
        self.gone.emit()


def _lay_out(line: QFrame, asks: QWidget, fields: list[QWidget], buttons: list[QPushButton]) -> None:
    row = QWidget()
    flow = FlowLayout(row)
    for part in (*fields, *buttons):
        flow.addWidget(part)
    layout = QVBoxLayout(line)
    layout.setContentsMargins(12, 8, 12, 8)
    layout.setSpacing(6)
    layout.addWidget(asks)
    layout.addWidget(row)
    line.hide()
