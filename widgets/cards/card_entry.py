"""The entry row: who writes, what kind of card, its text, what is said about it; and the same for changing a card."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import resources
from app.open_session import OpenSession
from models.cards import Card
from models.process import CardForm, Step
from models.session import Change, Unfinished
from models.starters import Starter
from widgets.cards.card_fields import CardFields
from widgets.cards.card_kinds import CardKinds
from widgets.cards.card_text import CardText
from widgets.cards.starter_picker import StarterPicker
from widgets.parts.author_field import AuthorField
from widgets.parts.fields import UnfinishedBinding, named, put_text
from widgets.parts.reflow import TurningRow, beside, words


class CardEntry(QWidget):
    """Writes cards of one step for one author after another, and changes those that are there.

    Half-typed text is kept for each author and step. A card that was opened is changed as it is typed; Enter or Esc
    ends that, and a card left empty is taken away.

    Signals:
        author_picked(str): a person picked another author in the box.
        added(list[str]): cards were added, by id.
    """

    author_picked = Signal(str)
    added = Signal(list)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open, self._document = open_session, open_session.document
        self._step = ""
        self._forms: tuple[CardForm, ...] = ()
        self._form: CardForm | None = None
        self._author = ""
        self._editing = ""
        self._visit = 0
        self.author = AuthorField()
        self.text = CardText()
        self.fields = CardFields()
        self.add_button = named(QPushButton("Add card"), "Add card")
        self.shape = named(QPushButton("Use the shape"), "Use the shape", "Puts in a sentence with gaps to fill")
        self.starters = named(QPushButton("Starters"), "Starters", "Stems of questions to make your own")
        self.kinds = CardKinds()
        self._hint = words("", "hint")
        self._said = words("", "hint")
        self._unfinished = UnfinishedBinding(self.text, self._document)
        self._build()
        self.author.picked.connect(self._author_picked)
        self.author.returnPressed.connect(self.text.setFocus)
        self.text.entered.connect(self.submit)
        self.text.textChanged.connect(self._typed)
        self.text.lines_pasted.connect(self.add_many)
        self.fields.edited.connect(self._about_edited)
        self.fields.entered.connect(self.submit)
        self.kinds.picked.connect(self._show_form)
        self.kinds.picked.connect(lambda _form: self.text.setFocus())
        self.add_button.clicked.connect(self.submit)
        self.shape.clicked.connect(self._use_shape)
        self.starters.clicked.connect(self.offer_starters)

    def _build(self) -> None:
        self.text.setMinimumHeight(round(self.fontMetrics().height() * 3.4))
        foot = QHBoxLayout()
        for button in (self.starters, self.shape, self.add_button):
            button.setAutoDefault(False)
        foot.addWidget(self.starters)
        foot.addWidget(self.shape)
        foot.addStretch(1)
        foot.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        who = TurningRow(turn_at=22, gap=8)
        who.add(beside("Author", self.author), 1)
        who.add(self.kinds, 0)
        layout.addWidget(who)
        layout.addWidget(self._hint)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.fields)
        layout.addLayout(foot)
        layout.addWidget(self._said)

    # Turning to a step, an author, a kind of card

    def enter(self, step: Step, forms: tuple[CardForm, ...]) -> None:
        """Turn to the cards of a step."""
        self.stop_editing()
        self._step, self._forms = step.id, forms
        self.kinds.show_forms(forms)
        self.say("")
        self.set_author(self._author)

    def show_authors(self, authors: Sequence[tuple[str, str]]) -> None:
        """Offer these authors, each an id and a name."""
        self.author.show_authors(authors)

    def set_author(self, author: str) -> None:
        """Write for this author from now on, and go on with what is half-typed for them."""
        self.stop_editing()
        self._author = author
        self.author.show_author(author)
        self._unfinished.point_at(self._key())
        held = self._document.session.find(Unfinished, f"{self._key()}/about")
        self.fields.restore(held.text if held else "")
        self.offer_form()

    @property
    def current_author(self) -> str:
        """Whose card is written now."""
        return self._author

    def offer_form(self) -> None:
        """Offer the first kind of card of which this author has none yet, or the last."""
        if not self._forms or self._editing:
            return
        session = self._document.session
        own = {(c.kind, c.scale) for c in session.cards_of(self._step) if c.author == self._author}
        missing = [form for form in self._forms if (form.kind, form.scale) not in own]
        self._show_form(missing[0] if missing else self._forms[-1])

    def _show_form(self, form: CardForm) -> None:
        self._form = form
        self.kinds.show_picked(form)
        self._hint.setText(form.hint)
        self._hint.setVisible(bool(form.hint))
        self.shape.setVisible(bool(form.frame))
        self.fields.show_form(form)

    def _key(self) -> str:
        return f"card/{self._step}/{self._author}" if self._step else ""

    # Adding

    def submit(self) -> None:
        """Add the card that is typed, or be done with the one that was opened."""
        if self._editing:
            self.stop_editing()
            self.text.setFocus()
            return
        text = self.text.toPlainText().strip()
        if not text or self._form is None:
            return
        card = replace(self._new_card(self._form, text, 0), **self.fields.values())
        self._unfinished.take()
        self.fields.clear()
        self._keep_about("")
        self.say("")
        self._add("Add card", [card])

    def add_many(self, texts: list[str]) -> None:
        """Add a card for each text, taken back by one undo."""
        if self._form is None or self._editing:
            return
        cards = [self._new_card(self._form, text, place) for place, text in enumerate(texts)]
        self._add(f"Add {len(texts)} cards", cards)
        self.say(f"{len(texts)} cards added for {self.author.author_name()}, one a line. Ctrl+Z takes them all back.")

    def _new_card(self, form: CardForm, text: str, place: int) -> Card:
        rank = self._document.session.next_rank(Card) + place
        now = self._open.engine.utc_now()
        return Card(
            self._document.new_id(), self._step, form.kind, self._author, text, rank, scale=form.scale, written_at=now
        )

    def _add(self, label: str, cards: list[Card]) -> None:
        self._document.do(label, [Change(None, card) for card in cards])
        self.offer_form()
        self.text.setFocus()
        self.added.emit([card.id for card in cards])

    def say(self, line: str) -> None:
        """Say a line under the entry, or nothing."""
        self._said.setText(line)
        self._said.setVisible(bool(line))

    def _use_shape(self) -> None:
        if self._form is None:
            return
        short = self._open.settings.values.agency_short_name.strip()
        frame = self._form.frame
        if short:
            frame = frame.replace("[family and agency]", f"[family] and {short}").replace("[agency]", short)
        self.text.insert(frame)

    def offer_starters(self) -> StarterPicker | None:
        """Offer the stems for this kind of card; the one picked goes into the text, its first gap selected."""
        if self._form is None:
            return None
        picker = StarterPicker(resources.starters(), replace(self._open.engine.phase, cards=(self._form,)), self)
        picker.picked.connect(self._use_starter)
        picker.open()
        return picker

    def _use_starter(self, starter: Starter) -> None:
        self.fields.take_from(starter)
        self.text.insert(starter.text)

    # Changing a card that is there

    def edit(self, card: Card) -> None:
        """Open a card: from now on its text and fields change as they are typed."""
        if self._open.masking.on:
            self.say("Names are masked. Show them (Ctrl+Shift+M) to change a card.")
            return
        self.stop_editing()
        self._unfinished.point_at("")
        self._editing = card.id
        self._visit += 1
        self.mirror_card()
        same = [form for form in self._forms if (form.kind, form.scale) == (card.kind, card.scale)]
        self._show_form((same or [CardForm(card.kind, card.kind.value, scale=card.scale)])[0])
        self._name_button("Done")
        self.say("You are changing a card that is there. Enter when it is right.")
        self.text.selectAll()
        self.text.setFocus()

    def _name_button(self, name: str) -> None:
        self.add_button.setText(name)
        named(self.add_button, name)

    @property
    def editing(self) -> str:
        """The id of the card that is open, or ""."""
        return self._editing

    def mirror_card(self) -> None:
        """Show the open card as the session has it; close it where it is gone."""
        card = self._document.session.find(Card, self._editing) if self._editing else None
        if card is not None:
            put_text(self.text, card.text)
            self.fields.show_values(card)
            self.author.show_author(card.author)
        elif self._editing:
            self._close()

    def stop_editing(self) -> None:
        """Be done with the open card; left empty, it is taken away."""
        if not self._editing:
            return
        card = self._document.session.find(Card, self._editing)
        self._close()
        if card is not None and not card.text.strip():
            self._document.remove("Delete card", card)

    def _close(self) -> None:
        self._editing = ""
        self._name_button("Add card")
        self.say("")
        self.set_author(self._author)

    def _change_card(self, part: str, **fields: object) -> None:
        card = self._document.session.find(Card, self._editing)
        if card is not None:
            self._document.set("Change card", card, merge=f"card/{card.id}/{part}/{self._visit}", **fields)

    def _typed(self) -> None:
        if self._editing:
            self._change_card("text", text=self.text.toPlainText())

    def _about_edited(self) -> None:
        if self._editing:
            self._change_card("about", **self.fields.values())
        else:
            self._keep_about(self.fields.half_typed())

    def _keep_about(self, text: str) -> None:
        key = f"{self._key()}/about"
        held = self._document.session.find(Unfinished, key)
        self._document.do_quietly([Change(held, Unfinished(key, text) if text else None)])

    def _author_picked(self, author: str) -> None:
        if self._editing:
            self._change_card("author", author=author)
        else:
            self.author_picked.emit(author)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is done with the open card."""
        if event.key() == Qt.Key.Key_Escape and self._editing:
            self.stop_editing()
        else:
            super().keyPressEvent(event)
