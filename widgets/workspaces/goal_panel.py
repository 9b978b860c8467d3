"""The worker's goal for this consultation, with the two ways in which a goal misses beside it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.process import Phase, Trap
from models.review import Goal
from widgets import theme
from widgets.parts.fields import TextBinding, TextField
from widgets.parts.reflow import TurningRow, words


def trap_card(trap: Trap) -> QFrame:
    """One trap: its name, how it sounds, and the question that brings the talk back."""
    card = QFrame()
    card.setProperty("kind", "panel")
    layout = QVBoxLayout(card)
    layout.addWidget(words(trap.name, "subtitle"))
    layout.addWidget(words(f"“{trap.example}”", "hint"))
    layout.addWidget(words(trap.ask))
    return card


class GoalPanel(QWidget):
    """The field **Worker's goal** and the traps."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField("Worker's goal", "One goal for today, in the worker's own words")
        self._binding = TextBinding(self.field, open_session.document, "Worker's goal", "text", open_session.masking)
        self._binding.point_at(open_session.session.one(Goal))
        self._traps = QVBoxLayout()
        self._title = words("If the answer misses today", "hint")
        goal, traps = QWidget(), QWidget()
        left = QVBoxLayout(goal)
        left.setContentsMargins(0, 0, 0, 0)
        self._name = words("Worker's goal", "subtitle", self.field)
        left.addWidget(self._name)
        left.addWidget(self.field, 1)
        left.addWidget(words("It stays in sight until the end.", "hint"))
        right = QVBoxLayout(traps)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._title)
        right.addLayout(self._traps)
        right.addStretch(1)
        row = TurningRow(26)
        row.add(goal, 3)
        row.add(traps, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row)

    def minimumSizeHint(self) -> QSize:
        """The area around it asks for the height that is needed at its width. Words that wrap would ask for several
        lines, whatever they hold, and what stands above the goal would be scrolled away for them."""
        return QSize(super().minimumSizeHint().width(), 0)

    def set_room(self, projected: bool, low: bool) -> None:
        """Large for the room; in a low window the field comes first."""
        theme.mark(self.field, "spoken" if projected else "")
        self._name.setVisible(not low)
        self.field.setMinimumHeight(round(theme.text_height() * (3 if low else 5)))

    def enter(self, phase: Phase) -> None:
        """Show the phase's traps."""
        while (item := self._traps.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.deleteLater()
        self._title.setVisible(bool(phase.traps))
        for trap in phase.traps:
            self._traps.addWidget(trap_card(trap))
