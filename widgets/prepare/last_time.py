"""The same people as last time: one press fills the room, while nobody is in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.moments import day_words
from models.remembered import PastRoom
from widgets.parts.action_button import ActionButton
from widgets.parts.reflow import words
from widgets.session.actions import action

TEXT = "The same people as last time"


class LastTime(QWidget):
    """The button, and who that would be.

    Signals:
        wanted: the people of the room shown are to come.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action = action(self, TEXT, self.wanted.emit)
        self.who = words("", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ActionButton(self.action))
        column.addWidget(self.who)
        self.show_room(None)

    def show_room(self, room: PastRoom | None) -> None:
        """Offer the people of an earlier session; None offers nothing."""
        if room is not None:
            day = f"{day_words(room.held_on)}: " if room.held_on else ""
            names = [" ".join(person.name.split()) for person in room.people]
            self.who.setText(day + ", ".join(filter(None, names)))
        self.action.setVisible(room is not None)
        self.action.setEnabled(room is not None)
        self.setVisible(room is not None)
