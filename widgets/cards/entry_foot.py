"""The buttons under a card that is typed: starters, the kind's shape, and adding it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.open_session import OpenSession
from models.process import CardForm
from widgets.cards.card_text import CardText
from widgets.parts.fields import named

#: Stems are asked for by this key wherever a card is typed.
STARTERS_KEY = "Ctrl+Space"


class EntryFoot(QWidget):
    """Puts shapes into the text, and is asked for stems.

    Signals:
        starters_wanted: the button was pressed.
    """

    starters_wanted = Signal()

    def __init__(self, open_session: OpenSession, text: CardText) -> None:
        super().__init__()
        self._open, self._text = open_session, text
        self._frame = ""
        self.starters = named(
            QPushButton(f"Starters  {STARTERS_KEY}"), "Starters", "Stems of questions to make your own"
        )
        self.shape = named(QPushButton("Use the shape"), "Use the shape", "Puts in a sentence with gaps to fill")
        self.add = named(QPushButton("Add card"), "Add card")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.starters, self.shape, self.add):
            button.setAutoDefault(False)
        row.addWidget(self.starters)
        row.addWidget(self.shape)
        row.addStretch(1)
        row.addWidget(self.add)
        self.starters.clicked.connect(self.starters_wanted)
        self.shape.clicked.connect(self._use_shape)

    def show_form(self, form: CardForm) -> None:
        """Offer the shape of this kind of card, where it has one."""
        self._frame = form.frame
        self.shape.setVisible(bool(form.frame))

    def name_add(self, name: str) -> None:
        """Call the button that adds the card otherwise."""
        self.add.setText(name)
        named(self.add, name)

    def _use_shape(self) -> None:
        short, frame = self._open.settings.values.agency_short_name.strip(), self._frame
        if short:
            frame = frame.replace("[family and agency]", f"[family] and {short}").replace("[agency]", short)
        self._text.insert(frame)
