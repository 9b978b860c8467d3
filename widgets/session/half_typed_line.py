"""Says whose cards were begun and not added when the room goes on from writing, in a line of the page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.open_session import OpenSession
from models.half_typed import add_half_typed, half_typed
from models.process import Phase, PhaseKind, Step
from widgets.cards.card_words import NO_NAME, names_of
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.reflow import words


class HalfTypedLine(QFrame):
    """Hidden while there is nothing to say. Left, the text stays half-typed with its author; once more it is spoken of
    where every card is handed over.

    Signals:
        answered: a person said what is to become of it, by key or by click.
        said(str): what became of it.
    """

    answered = Signal()
    said = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "say")
        self._open = open_session
        self._step: Step | None = None
        self._written: Step | None = None
        self._left: set[str] = set()
        self._text = words("", "subtitle")
        self.add = named(QPushButton("Add them"), "Add them", "Alt+A")
        self.leave = named(QPushButton("Leave them"), "Leave them", "Alt+L")
        row = QHBoxLayout(self)
        row.addWidget(self._text, 1)
        row.addWidget(self.add)
        row.addWidget(self.leave)
        self._offered = [
            self._action("Add half-typed cards", "Alt+A", self.add),
            self._action("Leave half-typed cards as they are", "Alt+L", self.leave),
        ]
        self.add.clicked.connect(self._add_them)
        self.leave.clicked.connect(self._leave_them)
        open_session.document.changed.connect(self._follow)
        self.hide()

    def actions_offered(self) -> list[QAction]:
        """What the buttons do, while they are there."""
        return [] if self.isHidden() else self._offered

    def _action(self, text: str, key: str, button: QPushButton) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(button.click)
        self.addAction(action)
        return action

    def show_phase(self, step: Step, phase: Phase) -> None:
        """The room has come to this phase: speak of the step it wrote in last, or of its own."""
        self.hide()
        if phase.kind is PhaseKind.WRITE:
            self._written = step
            self._left.discard(step.id)
            return
        if phase.kind is PhaseKind.HAND_OVER:
            self._left.discard(step.id)
        steps = [each for each in (self._written, step) if each is not None and each.id not in self._left]
        self._step = next((each for each in steps if half_typed(self._open.session, each.id)), None)
        self.setVisible(self._step is not None)
        self._show_again()
        if self._step is not None:
            announce(self, self._text.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what is typed only while it is spoken of: a key has no time for lines that are not there."""
        super().showEvent(event)
        self._open.document.typed.connect(self._follow, Qt.ConnectionType.UniqueConnection)

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow it no longer."""
        super().hideEvent(event)
        self._open.document.typed.disconnect(self._follow)

    def _follow(self, _changes: object) -> None:
        self._show_again()

    def _show_again(self) -> None:
        if self.isHidden() or self._step is None:
            return
        names = names_of(self._open.session)
        whose = [names.get(half.author, NO_NAME) for half in half_typed(self._open.session, self._step.id)]
        what = "it" if len(whose) == 1 else "them"
        self._text.setText(f"Half-typed: {', '.join(whose)}. Alt+A adds {what}, Alt+L leaves {what}.")
        for button, does, key in ((self.add, "Add", "Alt+A"), (self.leave, "Leave", "Alt+L")):
            button.setText(f"{does} {what}")
            named(button, f"{does} {what}", key)
        self.setVisible(bool(whose))

    def _add_them(self) -> None:
        if self._step is None:
            return
        document, now = self._open.document, self._open.engine.utc_now()
        changes, quiet = add_half_typed(document.session, self._step, now, document.new_id)
        document.do_quietly(quiet)
        document.do("Add half-typed cards", changes)
        # What is left says nothing but marks.
        self._be_done()
        count, names = len(changes), names_of(document.session)
        whose = ", ".join(names.get(change.after.author, NO_NAME) for change in changes)
        cards, back = ("card", "it") if count == 1 else ("cards", "them")
        self._tell(f"{count} {cards} added: {whose}. Ctrl+Z takes {back} back." if count else "Only marks so far.")

    def _leave_them(self) -> None:
        self._be_done()
        self._tell("Left half-typed. It is there again when they write.")

    def _tell(self, said: str) -> None:
        self.said.emit(said)
        announce(self, said)

    def _be_done(self) -> None:
        if self._step is not None:
            self._left.add(self._step.id)
        self.hide()
        self.answered.emit()
