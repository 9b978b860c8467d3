"""The buttons under a card that is typed: starters, the kind's shape, and adding it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app import resources
from app.open_session import OpenSession
from models.process import CardForm
from models.starters import Starter
from widgets.cards.card_fields import CardFields
from widgets.cards.card_text import CardText
from widgets.cards.starter_picker import StarterPicker
from widgets.parts.fields import named


class EntryFoot(QWidget):
    """Puts stems and shapes into the text, and what they say beside it into the fields.

    Signals:
        starters_wanted: the button was pressed.
    """

    starters_wanted = Signal()

    def __init__(self, open_session: OpenSession, text: CardText, fields: CardFields) -> None:
        super().__init__()
        self._open, self._text, self._fields = open_session, text, fields
        self._frame = ""
        self.starters = named(QPushButton("Starters"), "Starters", "Stems of questions to make your own")
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

    def offer_starters(self, form: CardForm) -> StarterPicker:
        """Offer the stems for a kind of card."""
        picker = StarterPicker(resources.starters(), replace(self._open.engine.phase, cards=(form,)), self)
        picker.picked.connect(self._use_starter)
        picker.open()
        return picker

    def _use_starter(self, starter: Starter) -> None:
        self._fields.take_from(starter)
        self._text.insert(starter.text)

    def _use_shape(self) -> None:
        short, frame = self._open.settings.values.agency_short_name.strip(), self._frame
        if short:
            frame = frame.replace("[family and agency]", f"[family] and {short}").replace("[agency]", short)
        self._text.insert(frame)
