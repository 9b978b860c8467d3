"""Starters while a card is typed: they come in the place of the card when they are asked for, and give it back."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Audience, HarmElement
from models.starters import Starter
from widgets.cards.card_text import CardText
from widgets.cards.entry_foot import STARTERS_KEY
from widgets.cards.entry_form import EntryForm
from widgets.cards.starter_panel import StarterPanel
from widgets.session.actions import action


class EntryStarters(QObject):
    """Turns between the card that is typed and the starters for it.

    `actions` are for menus and the palette: asking for starters, and adding what is typed to the team's own.
    """

    def __init__(
        self, entry: QWidget, writing: QWidget, open_session: OpenSession, text: CardText, form: EntryForm
    ) -> None:
        """`writing` is all of `entry`, which has no layout yet; it stands back while one is chosen."""
        super().__init__(entry)
        self._turning = QVBoxLayout(entry)
        self._turning.setContentsMargins(0, 0, 0, 0)
        self._turning.addWidget(writing)
        self._entry, self._writing = entry, writing
        self._open, self._text, self._form = open_session, text, form
        self._panel: StarterPanel | None = None
        self.actions: list[QAction] = [
            action(entry, "Starters", self.offer, STARTERS_KEY, menu="Edit"),
            action(entry, "Add as starter…", self.keep, menu="Edit"),
        ]

    @property
    def panel(self) -> StarterPanel:
        """The starters, made when they are first asked for."""
        if self._panel is None:
            self._panel = StarterPanel(self._open, self._entry)
            self._panel.picked.connect(self._use)
            self._panel.closed.connect(self._back)
            self._turning.addWidget(self._panel)
            self._panel.hide()
        return self._panel

    @property
    def shown(self) -> bool:
        """Whether they stand in the place of the card."""
        return self._panel is not None and not self._panel.isHidden()

    def offer(self) -> None:
        """Offer the stems for this kind of card; asked for once more, go back to the card."""
        if self.shown:
            self._back()
        elif self._form.form is not None:
            self._turn(True)
            self.panel.offer(self._form.form, Audience(self._form.fields.values()["audience"]))

    def keep(self) -> None:
        """Let what is typed on the card be added to the team's own."""
        form = self._form.form
        if form is None:
            return
        said = self._form.fields.values()
        audience, element = Audience(said["audience"]), HarmElement(said["element"])
        typed = Starter(
            self._text.toPlainText().strip(),
            audiences=(audience,) if audience else (),
            relationship=said["relationship"],
            element=element,
            ten=said["ten"],
            zero=said["zero"],
        )
        self._turn(True)
        self.panel.keep(form, typed)

    def close(self) -> None:
        """Give the card its place back, wherever the keyboard is."""
        if self.shown:
            self._turn(False)

    def _back(self) -> None:
        self.close()
        self._text.setFocus()

    def _turn(self, shown: bool) -> None:
        self.panel.setVisible(shown)
        self._writing.setVisible(not shown)

    def _use(self, starter: Starter) -> None:
        """The stem goes where the cursor is, its first gap selected; what it says beside it, in the fields."""
        self.close()
        if not self._text.isReadOnly():
            self._form.fields.take_from(starter)
        self._text.insert(starter.text)
